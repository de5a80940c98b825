import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegionCode } from '../../../src/domain/kernel/region-code.js';
import { isIntact } from '../../../src/features/audit/append-audit.js';
import { fillDemonstration, loadRegister } from '../../../src/features/demonstration/index.js';
import type { LoadedRegister } from '../../../src/features/demonstration/load-register.js';
import { ID_NUMBER_PURPOSE } from '../../../src/features/identity/id-number-purpose.js';
import { receiptOf } from '../../../src/features/lead/index.js';
import { createFieldCipher } from '../../../src/platform/crypto/aes-field-cipher.js';
import { createBlindIndex } from '../../../src/platform/crypto/keyed-blind-index.js';
import { readPiiKeys } from '../../../src/platform/crypto/pii-keys.js';
import { Database } from '../../../src/platform/database/database.js';
import type { Engine } from '../../../src/platform/database/engine.js';
import { migrateDatabase } from '../../../src/platform/database/migrate.js';
import { openEngines } from '../../../src/platform/database/open-engine.js';
import { regionScope, WHOLE_REGISTER } from '../../../src/platform/database/scope.js';
import { freshDatabase, type TestDatabase } from '../../support/test-database.js';
import { linksOf } from '../audit/links-of.js';
import { by, generated, TODAY, WORLD } from './a-generated-register.js';

const keys = readPiiKeys(`a:${Buffer.alloc(32, 'demonstration').toString('base64')}`);
if ('fault' in keys) throw new Error(keys.fault);
const cipher = createFieldCipher(keys);
const blindIndex = createBlindIndex(keys);

let fresh: TestDatabase;
let engine: Engine;
let database: Database;
let close: () => Promise<void>;
let first: LoadedRegister | null;
let broken: unknown;
let leftBehind: number;
const told: number[] = [];

const failAfterTwo = (done: number): void => {
  if (done === 2) throw new Error('the power went out');
};
/** What the second filling writes: the first took the numbers 1 to 3. */
const filled = () => generated({ households: 120, firstNumber: 4 });
const order = () => ({ ...WORLD, engine, cipher, blindIndex, today: TODAY });
const asOwner = <T>(text: string, parameters: readonly unknown[] = []): Promise<T[]> =>
  engine.transaction(
    ['BEGIN'],
    true,
    async (connection) => (await connection.query(text, parameters, 'object')) as T[],
  );
const countOf = async (table: string): Promise<number> =>
  (await asOwner<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]!.n;

beforeAll(async () => {
  fresh = await freshDatabase();
  const url = fresh.env['DATABASE_URL'] ?? null;
  const engines = await openEngines({ databaseUrl: url, databaseMigrationUrl: null, databasePool: 2, dataDir: null });
  engine = engines.owner;
  database = new Database(engines.serving);
  close = engines.close;
  await migrateDatabase(engine, 'migrations');
  broken = await fillDemonstration({ ...order(), households: 3, onProgress: failAfterTwo }).catch(String);
  leftBehind = await countOf('household');
  first = await fillDemonstration({ ...order(), households: 120, onProgress: (done) => told.push(done) });
});

afterAll(async () => {
  await close();
  await fresh.drop();
});

describe('fillDemonstration', () => {
  it('writes every row that is generated, all tables together', async () => {
    const rows = filled();
    expect(first).toEqual({
      households: 120,
      cases: rows.monitoringCase.length,
      rows: Object.values(rows).reduce((sum, some) => sum + some.length, 0),
    });
    const tables = Object.entries(rows).map(
      ([key, own]) => [key.replace(/[A-Z]/g, (x) => `_${x.toLowerCase()}`), own.length] as const,
    );
    for (const [table, expected] of tables) expect([table, await countOf(table)]).toEqual([table, expected]);
    expect(told).toEqual([40, 80, 120]);
  });

  it('does nothing to a register that has households, and says so with null', async () => {
    expect(await fillDemonstration({ ...order(), households: 5 })).toBeNull();
    expect(await countOf('household')).toBe(120);
  });

  it('leaves nothing behind when it fails after two of three households', () => {
    expect(broken).toBe('Error: the power went out');
    expect(leftBehind).toBe(0);
  });
});

describe('the register that was filled', () => {
  it('shows a county officer the own county, a resident the own household, and nobody anything without a scope', async () => {
    const count = async (scope: Parameters<Database['read']>[0], table: string): Promise<number> =>
      database.read(
        scope,
        async (tx) => (await tx.text<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`, []))[0]!.n,
      );
    const rows = filled();
    const inCounty = (table: 'household' | 'member' | 'monitoringCase' | 'auditEvent'): number =>
      (rows[table] as readonly { countyCode: string }[]).filter(({ countyCode }) => countyCode === '430121').length;
    const own = regionScope(['430121'] as RegionCode[]);
    expect(await count(own, 'household')).toBe(40);
    expect(await count(own, 'member')).toBe(inCounty('member'));
    expect(await count(own, 'monitoring_case')).toBe(inCounty('monitoringCase'));
    expect(await count(own, 'audit_event')).toBe(inCounty('auditEvent'));
    const [{ id = '' } = {}] = await asOwner<{ id: string }>(
      `SELECT id FROM household WHERE number = '430121H0000000004'`,
    );
    expect(await count(regionScope(['430121'] as RegionCode[], id), 'household')).toBe(1);
    expect(await count({ prefixes: [], householdId: null }, 'household')).toBe(0);
    expect(await count(WHOLE_REGISTER, 'household')).toBe(120);
  });

  it('holds personal data sealed for its place, and opens it again', async () => {
    const members = await asOwner<{ id: string; name_sealed: string; id_number_sealed: string }>(
      'SELECT * FROM member',
    );
    const names = by(filled().member, ({ id }) => id);
    for (const { id, name_sealed, id_number_sealed } of members) {
      const open = (sealed: string, column: string): string =>
        cipher.open(sealed, { table: 'member', column, rowId: id });
      const [plain] = names.get(id)!;
      expect(open(name_sealed, 'name_sealed')).toBe(plain!.nameSealed);
      expect(open(id_number_sealed, 'id_number_sealed')).toBe(plain!.idNumberSealed);
    }
    const sealed = await asOwner<{ section_sealed: string; id: string }>(
      `SELECT id, section_sealed FROM procedure_step WHERE kind = 'HOUSEHOLD_VERIFICATION' AND status = 'DONE'`,
    );
    for (const { section_sealed, id } of sealed) {
      const place = { table: 'procedure_step', column: 'section_sealed', rowId: id };
      expect(JSON.parse(cipher.open(section_sealed, place))).toHaveProperty('visitors');
    }
  });

  it('is found by the digest of an identity number and by the receipt of a lead', async () => {
    const { member, lead } = filled();
    const digest = blindIndex.digest(ID_NUMBER_PURPOSE, member[0]!.idNumberSealed!);
    expect(await asOwner('SELECT member_id FROM national_id WHERE id_digest = $1', [digest])).toEqual([
      { member_id: member[0]!.id },
    ]);
    const receipt = receiptOf(blindIndex, { type: 'Lead', id: lead[0]!.id }).digest;
    expect(await asOwner('SELECT subject_id FROM receipt WHERE receipt_digest = $1', [receipt])).toEqual([
      { subject_id: lead[0]!.id },
    ]);
  });

  it('has chains that the database gives back whole, to the head on the row', async () => {
    const subjects = await asOwner<{ id: string; county: string; hash: string }>(
      `SELECT id, county_code AS county, audit_hash AS hash FROM monitoring_case
       UNION ALL SELECT id, county_code, audit_hash FROM household WHERE number < '430121H0000000020'`,
    );
    expect(subjects.length).toBeGreaterThan(50);
    for (const { id, county, hash } of subjects) {
      const links = await linksOf(database, county, id);
      expect(links.filter((link) => !isIntact(link))).toEqual([]);
      expect(links.at(-1)?.hash).toBe(hash);
    }
  });

  it('numbers its cases by county, year and the sequence of the register, and moves both sequences on', async () => {
    const cases = await asOwner<{ number: string; opened_on: string; county_code: string }>(
      'SELECT * FROM monitoring_case',
    );
    const digits = cases.map(({ number, opened_on, county_code }) => {
      expect(number.slice(0, 12)).toBe(`${county_code}-${opened_on.slice(0, 4)}-`);
      return Number(number.slice(12));
    });
    expect(digits.sort((a, b) => a - b)).toEqual(cases.map((_, at) => at + 1));
    const next = await asOwner<{ n: number }>(`SELECT nextval('case_number_seq')::int AS n`);
    expect(next[0]!.n).toBe(cases.length + 1);
  });
});

describe('loadRegister', () => {
  it('adds households of the same seed to the same counties beside those that are there', async () => {
    const added = await loadRegister({ ...order(), households: 60, seed: 7, counties: ['430121'] as RegionCode[] });
    expect(added.households).toBe(60);
    expect(await countOf('household')).toBe(180);
    expect(await countOf('national_id')).toBe(await countOf('member'));
    const [{ least = '', most = '' } = {}] = await asOwner<{ least: string; most: string }>(
      `SELECT min(number) AS least, max(number) AS most FROM household WHERE county_code = '430121' AND number > '430121H0000000120'`,
    );
    expect(Number(most.slice(-10)) - Number(least.slice(-10))).toBe(59);
    expect(Number(least.slice(-10))).toBeGreaterThan(120);
  });
});
