import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { verifyRegister } from '../../../src/features/audit/index.js';
import { exportHousehold } from '../../../src/features/privacy/index.js';
import { HEAD, idNumber, registered, SECURE } from '../household/a-household.js';
import { type HouseholdRoom, openHouseholdRoom, VILLAGE_A, worker } from '../household/a-household-room.js';

let room: HouseholdRoom;
const NUMBER = idNumber('1968-03-15', '111');
beforeAll(async () => {
  room = await openHouseholdRoom();
  const members = [{ ...HEAD, name: '欧阳示例', idNumber: NUMBER, phone: '13812345678' }];
  await registered(room, { number: 'N-001', address: '示例组 1 号', members, guarantees: { ...SECURE, note: '备注' } });
  await registered(room, { number: 'N-002', members: [{ ...HEAD, name: '别家户主' }] });
  await room.ask(worker(VILLAGE_A), '{ householdByNumber(number: "N-001") { head { name(purpose: "入户核实") } } }');
});
afterAll(() => room.register.close());

const ask = (number: string) =>
  exportHousehold(room, {
    number,
    purpose: '户主本人到窗口申请查询',
    operator: 'wang',
    when: { now: new Date('2023-12-01T02:00:00.000Z'), today: date('2023-12-01'), requestId: 'r' },
  });

describe('exportHousehold', () => {
  it('gives all that is kept of the household, opened, and of no other', async () => {
    const found = (await ask('N-001'))!;
    expect(found.kept['member']).toMatchObject([{ name: '欧阳示例', id_number: NUMBER, phone: '13812345678' }]);
    expect(found.kept['household']).toMatchObject([{ number: 'N-001', address: '示例组 1 号' }]);
    expect(found.kept['guarantee_check']).toMatchObject([{ note: '备注' }]);
    const text = JSON.stringify(found);
    expect(text).not.toContain('_sealed');
    expect(text).not.toContain('别家户主');
  });

  it('says who read it, when and what for, itself included', async () => {
    const { events } = (await ask('N-001'))!;
    expect(events).toContainEqual(
      expect.objectContaining({ action: 'readPersonalData', actor: `worker-${VILLAGE_A}`, purposes: ['入户核实'] }),
    );
    expect(events.at(-1)).toMatchObject({
      action: 'exportPersonalData',
      actor: 'operator:wang',
      purposes: ['户主本人到窗口申请查询'],
    });
  });

  it('leaves every chain whole, and answers null for a number that nobody has', async () => {
    expect(await ask('N-404')).toBeNull();
    expect((await verifyRegister({ engine: room.register.engine })).broken).toEqual([]);
  });
});
