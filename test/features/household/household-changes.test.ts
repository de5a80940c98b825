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
