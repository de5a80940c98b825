import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getTableName } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrateDatabase } from '../../src/platform/database/migrate.js';
import { type Engines, openEngines } from '../../src/platform/database/open-engine.js';
import { declaredTables, type TableKind } from '../../src/platform/database/table-kind.js';
import { freshDatabase, type TestDatabase } from '../support/test-database.js';

const ROOMS = 'src';
const tableFiles = readdirSync(ROOMS, { recursive: true })
  .map(String)
  .filter((path) => path.endsWith('.table.ts'));

/** What keeps the schema ready to be distributed by county, asked of the migrated database itself. */
describe('the migrated schema', () => {
  let files: TestDatabase;
  let engines: Engines;
  let kinds: ReadonlyMap<string, TableKind>;

  beforeAll(async () => {
    await Promise.all(tableFiles.map((path) => import(join('../..', ROOMS, path))));
    kinds = new Map([...declaredTables()].map(([table, kind]) => [getTableName(table), kind]));
    files = await freshDatabase();
    engines = await openEngines({
      databaseUrl: files.env['DATABASE_URL'] ?? null,
      databaseMigrationUrl: null,
      databasePool: 1,
      dataDir: null,
    });
    await migrateDatabase(engines.owner, 'migrations');
  });
  afterAll(async () => {
    await engines?.close();
    await files?.drop();
  });
  const ask = <T>(text: string): Promise<T[]> =>
    engines.owner.transaction(['BEGIN'], false, (connection) => connection.query(text, [], 'object')) as Promise<T[]>;
  const distributed = (): string[] => [...kinds].filter(([, kind]) => kind === 'DISTRIBUTED').map(([name]) => name);

  it('has every table that the code declares, each of a kind, and no other', async () => {
    const found = await ask<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
    );
    expect(found.map(({ name }) => name)).toEqual([...kinds.keys()].sort());
    expect(distributed().length).toBeGreaterThan(12);
  });

  it('puts county_code, plain text in byte order, first in every key of a distributed table', async () => {
    const columns = await ask<{ name: string }>(
      `SELECT c.relname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_collation l ON l.oid = a.attcollation
       WHERE a.attname = 'county_code' AND a.attnotnull AND a.atttypid = 'text'::regtype AND l.collname = 'C' AND c.relkind = 'r'`,
    );
    expect(distributed().filter((name) => !columns.some((column) => column.name === name))).toEqual([]);
    const unique = await ask<{ name: string; index: string; first: string }>(
      `SELECT c.relname AS name, i.relname AS index, (SELECT attname FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = x.indkey[0]) AS first
       FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'public' AND x.indisunique`,
    );
    const wrong = unique.filter(({ name, first }) => kinds.get(name) === 'DISTRIBUTED' && first !== 'county_code');
    expect(wrong).toEqual([]);
  });

  it('names the county in every foreign key between distributed tables, and sets nothing to null', async () => {
    const keys = await ask<{ name: string; from: string; to: string; definition: string }>(
      `SELECT k.conname AS name, c.relname AS from, t.relname AS to, pg_get_constraintdef(k.oid) AS definition
       FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid WHERE k.contype = 'f'`,
    );
    expect(keys.length).toBeGreaterThan(10);
    for (const { name, from, to, definition } of keys) {
      expect([kinds.get(from), kinds.get(to)], name).toEqual(['DISTRIBUTED', 'DISTRIBUTED']);
      expect(definition, name).toMatch(/^FOREIGN KEY \(county_code, \w+\) REFERENCES \w+\(county_code, id\)$/);
    }
  });

  it('has no trigger, no identity column, no long constraint name', async () => {
    expect(await ask(`SELECT tgname FROM pg_trigger WHERE NOT tgisinternal`)).toEqual([]);
    expect(
      await ask(
        `SELECT attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND attidentity <> ''`,
      ),
    ).toEqual([]);
    expect(
      await ask(
        `SELECT conname FROM pg_constraint WHERE length(conname) > 45 AND contype <> 'n' AND connamespace = 'public'::regnamespace`,
      ),
    ).toEqual([]);
  });

  it('guards every distributed table by row-level security, with no sub-select in a policy', async () => {
    const guarded = await ask<{ name: string; text: string }>(
      `SELECT p.tablename AS name, p.qual || p.with_check AS text FROM pg_policies p JOIN pg_class c ON c.relname = p.tablename WHERE c.relrowsecurity AND p.roles = '{holdline_app}'`,
    );
    expect(distributed().filter((name) => !guarded.some((policy) => policy.name === name))).toEqual([]);
    for (const { name, text } of guarded) {
      expect(text, name).toContain("NULLIF(current_setting('app.scope'");
      expect(text, name).not.toMatch(/SELECT/i);
    }
  });

  it('lets the application append audit events and never change or remove one', async () => {
    const [rights] = await ask<Record<string, boolean>>(
      `SELECT has_table_privilege('holdline_app', 'audit_event', 'INSERT') AS insert, has_table_privilege('holdline_app', 'audit_event', 'UPDATE') AS update,
         has_table_privilege('holdline_app', 'audit_event', 'DELETE') AS delete, has_table_privilege('holdline_app', 'audit_event', 'TRUNCATE') AS truncate`,
    );
    expect(rights).toEqual({ insert: true, update: false, delete: false, truncate: false });
  });

  const sources = (): string[] => {
    const files = readdirSync('src', { recursive: true })
      .map(String)
      .filter((path) => /\.(repository|table)\.ts$/.test(path) || /^platform\/database\/.*\.ts$/.test(path));
    expect(files.length).toBeGreaterThan(40);
    return files.map((path) => readFileSync(join('src', path), 'utf8'));
  };

  it('is reached by no set_config, no random and no clock of the database, and by one statement at a time', () => {
    const asked = sources().flatMap((text) => text.match(/set_config\(|\bnow\(\)|random\(\)/g) ?? []);
    expect(asked).toEqual([]);
    const joined = /;\s*(?:BEGIN|COMMIT|SET|SELECT|INSERT|UPDATE|DELETE)\b/;
    expect(sources().filter((text) => joined.test(text))).toEqual([]);
    expect(joined.test('`SET LOCAL ROLE x; SELECT 1`')).toBe(true);
  });

  it('locks rows of a named county only', () => {
    const locking = sources().flatMap((text) => text.match(/`[^`]*\bFOR UPDATE\b/g) ?? []);
    expect(locking.length).toBeGreaterThan(3);
    expect(locking.filter((text) => !text.includes('county_code'))).toEqual([]);
  });
});
