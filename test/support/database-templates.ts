import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEditionRows } from '../../src/features/region/division-edition.js';
import { fillRegionTable } from '../../src/features/region/fill-region-table.js';
import { loadRegionTree, type RegionTree } from '../../src/features/region/region-tree.js';
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
 * Made once a run, by whichever project comes first: every file begins on a database of its own, and initialising, migrating and
 * filling one takes seconds, loading or copying it a fraction.
 */
export default function makeTemplates(): Promise<() => Promise<void>> {
  if (hasTemplates()) return Promise.resolve(() => Promise.resolve());
  const server = process.env.DATABASE_URL ?? '';
  return server === '' ? makeSnapshots() : makeDatabases(server);
}

function hasTemplates(): boolean {
  return process.env[FOLDER] !== undefined || process.env[DATABASE] !== undefined;
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

const dumps = new Map<TemplateName, Promise<Blob>>();

/** The dump of a name; undefined on PostgreSQL. */
export async function embeddedSnapshot(name: TemplateName): Promise<Blob | undefined> {
  const folder = process.env[FOLDER];
  if (folder === undefined) return undefined;
  const dump = dumps.get(name) ?? readFile(join(folder, name)).then((bytes) => new KeptDump(bytes));
  dumps.set(name, dump);
  return dump;
}

/** Kept by a worker for all of its files: a plain blob copies its bytes for each database, which are many. */
class KeptDump extends Blob {
  readonly #bytes: ArrayBuffer;

  constructor(bytes: Buffer) {
    super([]);
    this.#bytes = new Uint8Array(bytes).buffer;
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.resolve(this.#bytes);
  }
}

let tree: RegionTree | undefined;

/** What the template `divisions` holds, read once a worker; undefined where there is no template. */
export function divisionsOfTemplate(): RegionTree | undefined {
  if (!hasTemplates()) return undefined;
  tree ??= loadRegionTree(readEditionRows());
  return tree;
}

/** The database to copy, its divisions filled in; undefined on the embedded one. */
export function templateDatabase(): string | undefined {
  return process.env[DATABASE];
}
