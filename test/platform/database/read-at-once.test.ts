import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../../src/platform/database/database.js';
import type { Engines } from '../../../src/platform/database/open-engine.js';
import { openEngines } from '../../../src/platform/database/open-engine.js';
import { packShape, type ReadShape } from '../../../src/platform/database/read-shape.js';
import { WHOLE_REGISTER } from '../../../src/platform/database/scope.js';
import { freshDatabase, type TestDatabase } from '../../support/test-database.js';

let held: TestDatabase;
let engines: Engines;
let database: Database;
const sent: string[] = [];

beforeAll(async () => {
  held = await freshDatabase();
  engines = await openEngines({
    databaseUrl: held.env.DATABASE_URL ?? null,
    databaseMigrationUrl: null,
    databasePool: 2,
    dataDir: null,
    onStatement: (text) => void sent.push(text),
  });
  await engines.owner.transaction(['BEGIN'], true, async (connection) => {
    await connection.query(
      `DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'holdline_app') THEN CREATE ROLE holdline_app; END IF; END $$`,
      [],
      'array',
    );
  });
  database = new Database(engines.serving);
});

afterAll(async () => {
  await engines.close();
  await held.drop();
});

const numbers = (upTo: number) => sql`SELECT n::int FROM generate_series(1, ${upTo}::int) n`;

describe('reading at once', () => {
  it('answers two statements that were sent together, in one transaction', async () => {
    sent.length = 0;
    const [three, five] = await database.readAtOnce(WHOLE_REGISTER, (tx) =>
      Promise.all([tx.rows(numbers(3)), tx.rows(numbers(5))]),
    );
    expect([three.length, five.length]).toEqual([3, 5]);
    expect(sent.filter((text) => text.startsWith('BEGIN'))).toHaveLength(1);
  });

  it('throws what a statement failed with, and the connection serves the next', async () => {
    const failing = database.readAtOnce(WHOLE_REGISTER, (tx) => tx.rows(sql`SELECT 1 / 0`));
    await expect(failing).rejects.toMatchObject({ code: '22012' });
    expect(await database.readAtOnce(WHOLE_REGISTER, (tx) => tx.rows(numbers(1)))).toEqual([{ n: 1 }]);
  });

  it('sends its statements before the end of the transaction: each has its scope and the role without rights', async () => {
    const scope = (tx: { rows<T>(statement: ReturnType<typeof sql>): Promise<T[]> }) =>
      tx.rows<{ scope: string; role: string }>(
        sql`SELECT current_setting('app.scope', true) AS scope, current_user::text AS role`,
      );
    const one = database.readAtOnce({ prefixes: ['4301'], householdId: null }, scope);
    const other = database.readAtOnce({ prefixes: ['53'], householdId: null }, scope);
    const role = 'holdline_app';
    expect([await one, await other]).toEqual([[{ scope: '4301%', role }], [{ scope: '53%', role }]]);
  });

  it.runIf(Boolean(process.env.DATABASE_URL))('refuses a statement after it waited', async () => {
    const late = database.readAtOnce(WHOLE_REGISTER, async (tx) => {
      await tx.rows(numbers(1));
      return tx.rows(numbers(2));
    });
    await expect(late).rejects.toThrow('sent at once');
  });
});

describe('packing a shape', () => {
  const columns = Array.from({ length: 200 }, (_, n) => `c${n}`);
  const wide: ReadShape = {
    table: 'wide',
    always: Object.fromEntries(columns.map((name, n) => [name, n % 2 === 0 ? `${n}` : `json_build_array(${n})`])),
    fields: {},
    relations: {},
  };

  it('reads 200 values, which is more than a function takes, lists among them', async () => {
    const { text, unpack } = packShape(wide, [], 'one');
    const [row] = await database.readAtOnce(WHOLE_REGISTER, (tx) => tx.text<{ j: unknown }>(`SELECT ${text} AS j`, []));
    const read = unpack(row?.j, ['430121']);
    expect(Object.keys(read)).toEqual(columns);
    expect([read['c0'], read['c1'], read['c198'], read['c199']]).toEqual([0, [1], 198, [199]]);
  });
});
