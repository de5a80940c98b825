import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refuse } from '../../../src/domain/kernel/verdict.js';
import type { HouseholdsToChange } from '../../../src/features/household/household-listener.js';
import type { HouseholdsChanged } from '../../../src/features/household/index.js';
import { WHOLE_REGISTER } from '../../../src/platform/database/scope.js';
import { fromGlobalId } from '../../../src/platform/graphql/global-id.js';
import { aHousehold, HEAD, registered, SECURE, WIFE, YEAR_2022 } from './a-household.js';
import {
  county,
  found,
  type HouseholdRoom,
  openHouseholdRoom,
  VILLAGE_B,
  VILLAGE_D,
  worker,
} from './a-household-room.js';

let room: HouseholdRoom;
let told: HouseholdsChanged[] = [];
/** The row as the listener's own transaction sees it. */
let seen: number[] = [];
let fails = false;
/** Numbers of households that the listener could not follow. */
let hindered: readonly string[] = [];

const listen = async (changed: HouseholdsChanged) => {
  told.push(changed);
  const [row] = await changed.tx.rows<{ n: number }>(
    sql`SELECT count(*)::int AS n FROM household WHERE county_code = ${changed.county}
      AND id = ANY (${`{${changed.changes.map(({ after }) => after.id).join(',')}}`}::uuid[])`,
  );
  seen.push(row!.n);
  if (fails) throw new Error('a later room cannot follow');
};
const hinders = async ({ changes: about }: HouseholdsToChange) =>
  new Map(
    about
      .filter(({ before }) => hindered.includes(before.number))
      .map(({ before }) => [before.id, [refuse('PROVINCE_CONFIG_INVALID', 'not loaded', ['householdId'], '5.1')]]),
  );

beforeAll(async () => {
  room = await openHouseholdRoom([Object.assign(listen, { hinders })]);
});

beforeEach(() => {
  told = [];
  seen = [];
  fails = false;
  hindered = [];
});

afterAll(() => room.register.close());

const IMPORT = `mutation ($input: ImportHouseholdsInput!) { importHouseholds(input: $input) {
  imported updated failed rowErrors { code } userErrors { code } } }`;
const send = async (households: readonly unknown[]): Promise<{ imported: number; updated: number; failed: number }> =>
  found(await room.ask(county('430100'), IMPORT, { input: { households } }), 'importHouseholds');
const households = async (): Promise<number> => {
  const rows = await room.database.read(WHOLE_REGISTER, (tx) =>
    tx.rows<{ n: number }>(sql`SELECT count(*)::int AS n FROM household`),
  );
  return rows[0]!.n;
};
const changes = () => told.flatMap((one) => one.changes);

describe('a household that is registered', () => {
  it('is told with its row, its county and all that came with it, inside the transaction', async () => {
    const household = await registered(room, { members: [HEAD, WIFE], incomes: [YEAR_2022], guarantees: SECURE });
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ county: '430121', caller: { principal: { subject: expect.any(String) } } });
    expect(seen).toEqual([1]);
    expect(changes()).toMatchObject([
      {
        before: null,
        on: '2023-11-30',
        aspects: ['HOME', 'FORMER_STATUS', 'MEMBERS', 'INCOME', 'GUARANTEES'],
        after: {
          id: fromGlobalId(household.id)?.id,
          number: household.number,
          countyCode: '430121',
          formerStatus: 'GENERAL',
          size: 2,
          specialGroups: [],
          perCapitaFen: 1_500_000,
          guaranteesSecure: true,
          version: 1,
          auditSequence: 1,
        },
      },
    ]);
  });

  it('is told without income and check where none came', async () => {
    await registered(room);
    expect(changes()).toMatchObject([
      { aspects: ['HOME', 'FORMER_STATUS', 'MEMBERS'], after: { perCapitaFen: null, guaranteesSecure: null } },
    ]);
  });

  it('is not registered where a later room cannot follow', async () => {
    const before = await households();
    fails = true;
    const answer = await room.ask(
      worker('430121104201'),
      'mutation ($input: RegisterHouseholdInput!) { registerHousehold(input: $input) { household { id } } }',
      { input: aHousehold() },
    );
    expect(answer.errors).toHaveLength(1);
    expect(told).toHaveLength(1);
    expect(await households()).toBe(before);
  });
});

describe('households that are imported', () => {
  it('are told once a county: the new ones, and those that were brought up to date, with what was touched', async () => {
    await send([
      aHousehold({ number: 'L-001', incomes: [YEAR_2022] }),
      aHousehold({ number: 'L-002', guarantees: SECURE }),
      aHousehold({ number: 'L-003' }),
    ]);
    told = [];
    const year2021 = { from: '2021-01-01', to: '2021-12-31', wages: '20000.00' };
    const newer = { ...SECURE, checkedOn: '2023-07-01', safeHousing: 'NOT_SECURED' };
    const report = await send([
      aHousehold({ number: 'L-001', incomes: [YEAR_2022, year2021] }),
      aHousehold({ number: 'L-002', region: VILLAGE_B, guarantees: newer }),
      aHousehold({ number: 'L-003' }),
      aHousehold({ number: 'L-004' }),
      aHousehold({ number: 'L-005', region: VILLAGE_D }),
    ]);
    expect(report).toMatchObject({ imported: 2, updated: 3, failed: 0 });
    expect(told.map((one) => one.county).sort()).toEqual(['430121', '430124']);
    const byNumber = new Map(changes().map((change) => [change.after.number, change]));
    expect([...byNumber.keys()].sort()).toEqual(['L-001', 'L-002', 'L-004', 'L-005']);
    // The income of an earlier year is new, and the newest stays what it was.
    expect(byNumber.get('L-001')).toMatchObject({
      aspects: ['INCOME'],
      before: { version: 1, perCapitaFen: 3_000_000 },
      after: { version: 2, perCapitaFen: 3_000_000 },
    });
    expect(byNumber.get('L-002')).toMatchObject({
      aspects: ['HOME', 'GUARANTEES'],
      before: { regionCode: '430121104201', guaranteesSecure: true },
      after: { regionCode: VILLAGE_B, guaranteesSecure: false },
    });
    expect(byNumber.get('L-004')?.before).toBeNull();
    const rows = await room.database.read(WHOLE_REGISTER, (tx) =>
      tx.rows(sql`SELECT number, region_code AS "regionCode", per_capita_fen AS "perCapitaFen", guarantees_secure AS "guaranteesSecure",
        version, audit_sequence AS "auditSequence", audit_hash AS "auditHash" FROM household WHERE number LIKE 'L-00%' ORDER BY number`),
    );
    for (const row of rows as { number: string }[])
      if (byNumber.has(row.number)) expect(byNumber.get(row.number)?.after).toMatchObject(row);
  });

  it('are entered and brought up to date in as many statements as one is', async () => {
    const numbers = (count: number, prefix: string) => Array.from({ length: count }, (_, at) => `${prefix}-${at}`);
    const rowsOf = (list: readonly string[], more: object) => list.map((number) => aHousehold({ number, ...more }));
    const first = { incomes: [YEAR_2022], guarantees: SECURE };
    const second = {
      region: VILLAGE_B,
      incomes: [{ ...YEAR_2022, from: '2021-01-01', to: '2021-12-31' }],
      guarantees: { ...SECURE, checkedOn: '2023-08-01' },
      address: '二组',
    };
    const counted = async (rows: readonly unknown[]) => {
      const { failed } = await send(rows);
      expect(failed).toBe(0);
      return room.register.statements().length;
    };
    const [one, many] = [numbers(1, 'ONE'), numbers(200, 'MANY')];
    expect([await counted(rowsOf(one, first)), await counted(rowsOf(one, second))]).toEqual([
      await counted(rowsOf(many, first)),
      await counted(rowsOf(many, second)),
    ]);
    expect(told.map((all) => all.changes.length)).toEqual([1, 1, 200, 200]);
    expect(seen).toEqual([1, 1, 200, 200]);
  });

  it('stay as they were where a later room cannot follow', async () => {
    await send([aHousehold({ number: 'F-001' })]);
    const before = await households();
    fails = true;
    const answer = await room.ask(county('430100'), IMPORT, {
      input: { households: [aHousehold({ number: 'F-001', address: '三组' }), aHousehold()] },
    });
    expect(answer.errors).toHaveLength(1);
    expect(await households()).toBe(before);
    const [row] = await room.database.read(WHOLE_REGISTER, (tx) =>
      tx.rows(sql`SELECT version, address_sealed AS address FROM household WHERE number = 'F-001'`),
    );
    expect(row).toEqual({ version: 1, address: null });
  });

  it('fall by themselves where a later room could not follow them, for the same key again, and the others stand', async () => {
    await send([aHousehold({ number: 'H-001' }), aHousehold({ number: 'H-002' })]);
    told = [];
    hindered = ['H-001'];
    const rows = [
      aHousehold({ number: 'H-001', address: '三组' }),
      aHousehold({ number: 'H-002', address: '四组' }),
      aHousehold({ number: 'H-003' }),
      aHousehold({ number: 'H-001', region: VILLAGE_D }),
    ];
    const ALL = IMPORT.replace('rowErrors { code }', 'rowErrors { index code path article }');
    const input = { households: rows, idempotencyKey: '0197a000-0000-7000-8000-000000000009' };
    const sendAll = async () => found(await room.ask(county('430100'), ALL, { input }), 'importHouseholds');
    const expected = {
      imported: 1,
      updated: 1,
      failed: 2,
      rowErrors: [
        {
          index: 0,
          code: 'PROVINCE_CONFIG_INVALID',
          path: ['input', 'households', '0', 'number'],
          article: '5.1',
        },
        { index: 3, code: 'DUPLICATE', path: ['input', 'households', '3', 'number'], article: null },
      ],
      userErrors: [],
    };
    expect(await sendAll()).toEqual(expected);
    expect(
      changes()
        .map(({ after }) => after.number)
        .sort(),
    ).toEqual(['H-002', 'H-003']);
    const versions = await room.database.read(WHOLE_REGISTER, (tx) =>
      tx.rows(sql`SELECT number, version FROM household WHERE number LIKE 'H-00%' ORDER BY number`),
    );
    expect(versions).toEqual([
      { number: 'H-001', version: 1 },
      { number: 'H-002', version: 2 },
      { number: 'H-003', version: 1 },
    ]);
    hindered = [];
    expect(await sendAll()).toEqual(expected);
  });
});
