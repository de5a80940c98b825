import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WHOLE_REGISTER } from '../../../src/platform/database/scope.js';
import { change, refusals, registered, YEAR_2022 } from '../household/a-household.js';
import { type HouseholdRoom, openHouseholdRoom, worker } from '../household/a-household-room.js';

let room: HouseholdRoom;
let household: Awaited<ReturnType<typeof registered>>;

beforeAll(async () => {
  room = await openHouseholdRoom();
});

beforeEach(async () => {
  household = await registered(room, { incomes: [YEAR_2022] });
});

afterAll(() => room.register.close());

const own = worker('430121104201');
const income = (entry: Record<string, unknown>, input: Record<string, unknown> = {}) =>
  change(room, own, 'recordIncome', { householdId: household.id, income: { ...YEAR_2022, ...entry }, ...input });
const rows = <T>(text: string): Promise<T[]> => room.database.read(WHOLE_REGISTER, (tx) => tx.rows<T>(sql.raw(text)));

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
