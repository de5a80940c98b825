import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillRegionTable } from '../../src/features/region/fill-region-table.js';
import { embeddedEngine, openEmbeddedStore } from '../../src/platform/database/embedded-engine.js';
import type { Engine } from '../../src/platform/database/engine.js';
import { migrateDatabase } from '../../src/platform/database/migrate.js';
import { createPostgresEngine } from '../../src/platform/database/postgres-engine.js';
import { onServer } from './on-server.js';

/** What a database of a test may begin with: the migrated schema, or the divisions of the country too. */
export type TemplateName = 'schema' | 'divisions';

const FOLDER = 'HOLDLINE_TEST_SNAPSHOTS';
const DATABASE = 'HOLDLINE_TEST_TEMPLATE';

/**
 * Made once a run, since every file begins on a database of its own: initialising, migrating and filling one takes seconds,
 * loading or copying it a fraction.
 */
export default function makeTemplates(): Promise<() => Promise<void>> {
  const server = process.env.DATABASE_URL ?? '';
  return server === '' ? makeSnapshots() : makeDatabases(server);
}

async function makeSnapshots(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'holdline-snapshots-'));
  const store = await openEmbeddedStore({ folder: null });
  const engine = embeddedEngine(store);
  await fill(engine, async (name) => {
    const dump = await store.dumpDataDir('none');
    await writeFile(join(folder, name), Buffer.from(await dump.arrayBuffer()));
  });
  await engine.close();
  process.env[FOLDER] = folder;
  return () => rm(folder, { recursive: true, force: true });
}

/** Nobody may be connected to a database that is copied. */
async function makeDatabases(server: string): Promise<() => Promise<void>> {
  const name = `holdline_template_${process.pid}_${Date.now()}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const engine = createPostgresEngine({
    url: url.href,
    pool: 1,
    acquireMs: 10_000,
    deadlineMs: 600_000,
    idleMs: 300_000,
  });
  await fill(engine, async () => undefined);
  await engine.close();
  process.env[DATABASE] = name;
  return () => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

async function fill(engine: Engine, keep: (name: TemplateName) => Promise<void>): Promise<void> {
  await migrateDatabase(engine, 'migrations');
  await keep('schema');
  await fillRegionTable(engine);
  await keep('divisions');
}

/** The dump of a name; undefined on PostgreSQL. */
export async function embeddedSnapshot(name: TemplateName): Promise<Blob | undefined> {
  const folder = process.env[FOLDER];
  return folder === undefined ? undefined : openAsBlob(join(folder, name));
}

/** The database to copy, its divisions filled in; undefined on the embedded one. */
export function templateDatabase(): string | undefined {
  return process.env[DATABASE];
}
