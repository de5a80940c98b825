import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillRegionTable } from '../../src/features/region/fill-region-table.js';
import { embeddedEngine, openEmbeddedStore } from '../../src/platform/database/embedded-engine.js';
import { migrateDatabase } from '../../src/platform/database/migrate.js';

/** What an embedded database of a test begins with: the migrated schema, or the divisions of the country too. */
export type SnapshotName = 'schema' | 'divisions';

const FOLDER = 'HOLDLINE_TEST_SNAPSHOTS';

/**
 * Made once a run, since every file begins on a database of its own: initialising, migrating and filling one takes seconds,
 * loading it a fraction. None on PostgreSQL, where a database is cheap.
 */
export default async function makeSnapshots(): Promise<(() => Promise<void>) | undefined> {
  if ((process.env.DATABASE_URL ?? '') !== '') return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'holdline-snapshots-'));
  const store = await openEmbeddedStore({ folder: null });
  const engine = embeddedEngine(store);
  const keep = async (name: SnapshotName): Promise<void> => {
    const dump = await store.dumpDataDir('none');
    await writeFile(join(folder, name), Buffer.from(await dump.arrayBuffer()));
  };
  await migrateDatabase(engine, 'migrations');
  await keep('schema');
  await fillRegionTable(engine);
  await keep('divisions');
  await engine.close();
  process.env[FOLDER] = folder;
  return () => rm(folder, { recursive: true, force: true });
}

/** The dump of a name; undefined on PostgreSQL. */
export async function embeddedSnapshot(name: SnapshotName): Promise<Blob | undefined> {
  const folder = process.env[FOLDER];
  return folder === undefined ? undefined : openAsBlob(join(folder, name));
}
