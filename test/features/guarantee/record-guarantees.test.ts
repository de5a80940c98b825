import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WHOLE_REGISTER } from '../../../src/platform/database/scope.js';
import { change, refusals, registered, SECURE } from '../household/a-household.js';
import { type HouseholdRoom, openHouseholdRoom, worker } from '../household/a-household-room.js';

let room: HouseholdRoom;
let household: Awaited<ReturnType<typeof registered>>;

beforeAll(async () => {
  room = await openHouseholdRoom();
});

beforeEach(async () => {
  household = await registered(room, { guarantees: SECURE });
});

afterAll(() => room.register.close());

const own = worker('430121104201');
const check = (entry: Record<string, unknown>) =>
  change(room, own, 'recordGuarantees', { householdId: household.id, guarantees: { ...SECURE, ...entry } });
const rows = <T>(text: string): Promise<T[]> => room.database.read(WHOLE_REGISTER, (tx) => tx.rows<T>(sql.raw(text)));

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
