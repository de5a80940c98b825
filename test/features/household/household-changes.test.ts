import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FOLLOWING_TABLES } from '../../../src/features/household/household-move.repository.js';
import { WHOLE_REGISTER } from '../../../src/platform/database/scope.js';
import { change, HEAD, refusals, registered, SECURE, YEAR_2022 } from './a-household.js';
import { county, type HouseholdRoom, openHouseholdRoom, VILLAGE_B, VILLAGE_D, worker } from './a-household-room.js';

let room: HouseholdRoom;
let household: Awaited<ReturnType<typeof registered>>;

beforeAll(async () => {
  room = await openHouseholdRoom();
});

beforeEach(async () => {
  household = await registered(room, { address: '示例组 1 号', incomes: [YEAR_2022], guarantees: SECURE });
});

afterAll(() => room.register.close());

const own = worker('430121104201');
const township = { grants: [['TOWNSHIP_OFFICER', '430121104']] as const };
const update = (input: Record<string, unknown>, caller: Parameters<typeof change>[1] = own) =>
  change(room, caller, 'updateHousehold', { householdId: household.id, expectedVersion: 1, ...input });
const income = (entry: Record<string, unknown>, input: Record<string, unknown> = {}) =>
  change(room, own, 'recordIncome', { householdId: household.id, income: { ...YEAR_2022, ...entry }, ...input });
const check = (entry: Record<string, unknown>) =>
  change(room, own, 'recordGuarantees', { householdId: household.id, guarantees: { ...SECURE, ...entry } });
const rows = <T>(text: string): Promise<T[]> => room.database.read(WHOLE_REGISTER, (tx) => tx.rows<T>(sql.raw(text)));

describe('updateHousehold', () => {
  it('keeps what is absent and clears an address that is null', async () => {
    expect((await update({ resettled: true })).household).toMatchObject({
      resettled: true,
      address: '示例组 1 号',
      version: 2,
    });
    expect((await update({ address: null, expectedVersion: 2 })).household).toMatchObject({
      resettled: true,
      address: null,
    });
    expect(refusals(await update({ expectedVersion: 3 }))).toEqual(['BAD_VALUE input']);
  });

  it('moves members, income and checks to the next village with the household', async () => {
    expect((await update({ region: VILLAGE_B }, township)).household).toMatchObject({ region: { code: VILLAGE_B } });
    const regions = await Promise.all(
      FOLLOWING_TABLES.map((table) =>
        rows<{ region_code: string }>(`SELECT DISTINCT region_code FROM ${table}
        WHERE household_id = (SELECT id FROM household WHERE number = '${household.number}')`),
      ),
    );
    expect([...new Set(regions.flat().map((row) => row.region_code))]).toEqual([VILLAGE_B]);
    const { data } = await room.ask(
      worker(VILLAGE_B),
      'query ($id: ID!) { household(id: $id) { members { id } income { from } guarantees { food } } }',
      { id: household.id },
    );
    expect(data).toMatchObject({
      household: { members: [{}], income: { from: '2022-01-01' }, guarantees: { food: 'SECURE' } },
    });
    expect((await room.ask(own, 'query ($id: ID!) { household(id: $id) { id } }', { id: household.id })).data).toEqual({
      household: null,
    });
  });

  it('refuses the next village to a worker who has only this one, and another county to everybody', async () => {
    expect(refusals(await update({ region: VILLAGE_B }))).toEqual(['NOT_FOUND input.region']);
    expect(refusals(await update({ region: VILLAGE_D }, county('430100')))).toEqual(['OTHER_COUNTY input.region']);
    expect(refusals(await update({ region: '430121104299' }, township))).toEqual(['BAD_VALUE input.region']);
  });
});

describe('recordIncome', () => {
  it('counts the newest window, whichever is recorded last', async () => {
    const { household: after } = await income({
      from: '2022-06-01',
      to: '2023-05-31',
      wages: '4000.00',
      medical: '5000.00',
    });
    expect(after).toMatchObject({ version: 2, income: { perCapita: '4000.00', perCapitaAfterRigid: '-1000.00' } });
    await income({ from: '2021-01-01', to: '2021-12-31', wages: '99.00' });
    const [derived] = await rows(
      `SELECT per_capita_fen, per_capita_after_rigid_fen, version FROM household WHERE number = '${household.number}'`,
    );
    expect(derived).toEqual({ per_capita_fen: 400_000, per_capita_after_rigid_fen: -100_000, version: 3 });
  });

  it('refuses the same window twice, and takes one that overlaps by all but a day', async () => {
    expect(refusals(await income({ wages: '1.00' }))).toEqual(['DUPLICATE input.income']);
    expect((await income({ from: '2022-01-02' })).userErrors).toEqual([]);
  });

  it('refuses a window that ends before it begins, after today, or is longer than twelve months', async () => {
    expect(refusals(await income({ from: '2023-01-02', to: '2023-01-01' }))).toEqual(['DATE_ORDER input.income.to']);
    expect(refusals(await income({ from: '2023-01-01', to: '2023-12-01' }))).toEqual([
      'DATE_IN_FUTURE input.income.to',
    ]);
    expect((await income({ from: '2023-01-01', to: '2023-11-30' })).userErrors).toEqual([]);
    expect(refusals(await income({ from: '2020-01-01', to: '2021-01-02' }))).toEqual(['BAD_VALUE input.income.to']);
    expect((await income({ from: '2020-01-01', to: '2021-01-01' })).userErrors).toEqual([]);
  });

  it('refuses −0.01 yuan and takes 0.00', async () => {
    expect(refusals(await income({ from: '2022-02-01', wages: '-0.01' }))).toEqual(['BAD_VALUE input.income.wages']);
    expect((await income({ from: '2022-02-01', wages: '0.00' })).household).toMatchObject({
      income: { perCapita: '0.00' },
    });
  });

  it('holds a version that is given against the household', async () => {
    expect(refusals(await income({ from: '2022-02-01' }, { expectedVersion: 2 }))).toEqual([
      'CONFLICT input.expectedVersion',
    ]);
  });

  it('lets one of two equal records through that are sent at once', async () => {
    const both = await Promise.all([income({ from: '2022-03-01' }), income({ from: '2022-03-01' })]);
    expect(both.flatMap(refusals)).toEqual(['DUPLICATE input.income']);
  });
});

describe('recordGuarantees', () => {
  it('counts the newest check, and of one day the later entry', async () => {
    const secure = async (): Promise<unknown> =>
      (
        await rows<{ s: boolean }>(`SELECT guarantees_secure AS s FROM household WHERE number = '${household.number}'`)
      )[0]?.s;
    expect(await secure()).toBe(true);
    await check({ checkedOn: '2023-05-31', drinkingWater: 'NOT_SECURED' });
    expect(await secure()).toBe(true);
    await check({ checkedOn: '2023-06-01', drinkingWater: 'AT_RISK' });
    expect(await secure()).toBe(false);
  });

  it('takes today and refuses tomorrow', async () => {
    expect(refusals(await check({ checkedOn: '2023-12-01' }))).toEqual(['DATE_IN_FUTURE input.guarantees.checkedOn']);
    expect((await check({ checkedOn: '2023-11-30' })).userErrors).toEqual([]);
  });
});

describe('the audit trail of a household', () => {
  it('has one event a change, linked, with the version, and nothing in it that names anybody', async () => {
    await income({ from: '2022-02-01' });
    await check({ note: '屋顶漏雨', safeHousing: 'AT_RISK' });
    await update({ address: '示例组 9 号', expectedVersion: 3 });
    const events = await rows<{
      action: string;
      sequence: number;
      hash: string;
      previous_hash: string | null;
      change: { version: number };
    }>(
      `SELECT action, sequence, hash, previous_hash, change FROM audit_event
       WHERE subject_id = (SELECT id FROM household WHERE number = '${household.number}') ORDER BY sequence`,
    );
    expect(events.map(({ action, sequence, change: { version } }) => [action, sequence, version])).toEqual([
      ['registerHousehold', 1, 1],
      ['recordIncome', 2, 2],
      ['recordGuarantees', 3, 3],
      ['updateHousehold', 4, 4],
    ]);
    expect(events.slice(1).map((event) => event.previous_hash)).toEqual(events.slice(0, -1).map(({ hash }) => hash));
    const [head] = await rows(`SELECT audit_sequence, audit_hash FROM household WHERE number = '${household.number}'`);
    expect(head).toEqual({ audit_sequence: 4, audit_hash: events.at(-1)?.hash });
  });

  it('and the tables hold no name, number, address or note that can be read', async () => {
    const person = { ...HEAD, name: '欧阳示例', phone: '13812345678' };
    await registered(room, { members: [person], address: '保密组 7 号', guarantees: { ...SECURE, note: '病情备注' } });
    const tables = ['household', 'member', 'guarantee_check', 'audit_event', 'household_number', 'national_id'];
    for (const table of tables) {
      const text = JSON.stringify(await rows(`SELECT to_json(t) AS row FROM ${table} t`));
      for (const secret of ['欧阳', '13812345678', '保密组', '病情']) expect(text).not.toContain(secret);
    }
  });
});
