import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeDataFolder } from '../../src/platform/database/data-folder.js';
import { openEmbeddedStore } from '../../src/platform/database/embedded-engine.js';
import { embeddedSnapshot, templateDatabase } from './database-templates.js';
import { onServer } from './on-server.js';

/** A database for one test file, and a folder for its keys. */
export interface TestDatabase {
  readonly folder: string;
  /** Environment that names it; empty for the embedded one. */
  readonly env: Readonly<Record<string, string>>;
  drop(): Promise<void>;
}

let made = 0;

/**
 * Makes a fresh database: on the server of DATABASE_URL, or none where the embedded one serves.
 *
 * @param filled  whether it has the divisions already, which a server would otherwise fill in at its first start; the embedded
 *   one is then laid into the folder
 */
export async function freshDatabase({ filled = false } = {}): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'holdline-test-'));
  const server = process.env.DATABASE_URL;
  if (server === undefined || server === '') {
    if (filled) await layInto(folder);
    return { folder, env: {}, drop: async () => rmSync(folder, { recursive: true, force: true }) };
  }
  made += 1;
  const name = `holdline_test_${process.pid}_${Date.now()}_${made}`;
  const template = filled ? templateDatabase() : undefined;
  await onServer(server, `CREATE DATABASE ${name}${template === undefined ? '' : ` TEMPLATE ${template}`}`);
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

async function layInto(dataDir: string): Promise<void> {
  const folder = takeDataFolder(dataDir);
  const store = await openEmbeddedStore({ folder: folder.database, snapshot: await embeddedSnapshot('divisions') });
  await store.close();
  folder.release();
}
