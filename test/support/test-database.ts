import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';

/** A database for one test file, and a folder for its keys. */
export interface TestDatabase {
  readonly folder: string;
  /** Environment that names it; empty for the embedded one. */
  readonly env: Readonly<Record<string, string>>;
  drop(): Promise<void>;
}

let made = 0;

/** Makes a fresh database: on the server of DATABASE_URL, or none where the embedded one serves. */
export async function freshDatabase(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'holdline-test-'));
  const server = process.env.DATABASE_URL;
  if (server === undefined || server === '')
    return { folder, env: {}, drop: async () => rmSync(folder, { recursive: true, force: true }) };
  made += 1;
  const name = `holdline_test_${process.pid}_${Date.now()}_${made}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    folder,
    env: { DATABASE_URL: url.href, DEMO: 'off' },
    async drop() {
      await onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const server = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await server.unsafe(statement);
  } finally {
    await server.end();
  }
}
