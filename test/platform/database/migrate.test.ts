import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { isPublicationDue } from '../../../src/domain/statistics/disclosure/publication-due.js';
import { STANDARD_TABLES } from '../../../src/domain/statistics/standard-tables.js';
import { newestPublication } from '../../../src/features/publication/index.js';
import { Database } from '../../../src/platform/database/database.js';
import { openEmbeddedEngine } from '../../../src/platform/database/embedded-engine.js';
import type { Engine } from '../../../src/platform/database/engine.js';
import { migrateDatabase } from '../../../src/platform/database/migrate.js';
import { WHOLE_REGISTER } from '../../../src/platform/database/scope.js';

/** The last migration before the standard tables. */
const BEFORE = 26;

// On a database in memory: roles are a server's own, and those of a server have been made.
describe('migrations by a user who may not create roles', () => {
  let engine: Engine;
  let limited: Engine;
  let folder: string;
  const run = (text: string, by = engine): Promise<Record<string, unknown>[]> =>
    by.transaction(['BEGIN'], true, (connection) => connection.query(text, [], 'object')) as Promise<
      Record<string, unknown>[]
    >;
  beforeAll(async () => {
    engine = await openEmbeddedEngine({ folder: null });
    await run('CREATE ROLE migrating NOLOGIN NOCREATEROLE');
    const [found] = await run('SELECT current_database() AS name');
    await run(`GRANT ALL ON DATABASE "${found!['name']}" TO migrating`);
    await run('GRANT ALL ON SCHEMA public TO migrating');
    limited = {
      ...engine,
      transaction: (opening, durable, work) =>
        engine.transaction([...opening, 'SET LOCAL ROLE migrating'], durable, work),
    };
    folder = mkdtempSync(join(tmpdir(), 'holdline-migrations-'));
    cpSync('migrations', folder, { recursive: true });
    const journal = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8'));
    const entries = journal.entries.filter(({ idx }: { idx: number }) => idx <= BEFORE);
    writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify({ ...journal, entries }));
  }, 60_000);
  afterAll(async () => {
    await engine?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are refused with what an administrator is to do, and change nothing', async () => {
    await expect(migrateDatabase(limited, folder)).rejects.toThrow(
      'let an administrator run CREATE ROLE holdline_app NOLOGIN NOBYPASSRLS first',
    );
    expect(await run("SELECT 1 FROM pg_class WHERE relname = 'household'")).toEqual([]);
  });

  it('go on once it is done, up to the standard tables, which ask for holdline_bi in the same words', async () => {
    await run('CREATE ROLE holdline_app NOLOGIN NOBYPASSRLS');
    await run('GRANT holdline_app TO migrating WITH ADMIN OPTION');
    expect(await migrateDatabase(limited, folder)).toBeGreaterThan(100);
    await run(
      `INSERT INTO publication (id, day, started_at, completed_at, parameters) VALUES ('00000000-0000-4000-8000-000000000001', '2023-11-30', now(), now(), '{}')`,
    );
    await expect(migrateDatabase(limited, 'migrations')).rejects.toThrow('run CREATE ROLE holdline_bi NOLOGIN');
    expect(await run("SELECT 1 FROM pg_class WHERE relname = 'standard_figure'")).toEqual([]);
  });

  it('leave a publication from before the standard tables as it is, whose views are empty, and which is due to be made anew', async () => {
    await run('CREATE ROLE holdline_bi NOLOGIN NOBYPASSRLS');
    expect(await migrateDatabase(limited, 'migrations')).toBeGreaterThan(10);
    expect(await run('SELECT day::text AS day FROM bi.publication')).toEqual([{ day: '2023-11-30' }]);
    for (const { name } of STANDARD_TABLES) expect(await run(`SELECT * FROM bi.${name}_figures`)).toEqual([]);
    const newest = await new Database(engine).read(WHOLE_REGISTER, newestPublication);
    expect(newest).toMatchObject({ day: '2023-11-30', keyCheck: null });
    expect(isPublicationDue(newest, date('2023-11-30'), false, [])).toBe(true);
  });
});
