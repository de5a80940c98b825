import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WHOLE_REGISTER } from '../../../src/platform/database/scope.js';
import { change, DAUGHTER, HEAD, idNumber, refusals, registered, WIFE } from '../household/a-household.js';
import { type HouseholdRoom, openHouseholdRoom, worker } from '../household/a-household-room.js';

let room: HouseholdRoom;
let household: Awaited<ReturnType<typeof registered>>;

beforeAll(async () => {
  room = await openHouseholdRoom();
});

beforeEach(async () => {
  household = await registered(room, { members: [HEAD, WIFE, DAUGHTER] });
});

afterAll(() => room.register.close());

const own = worker('430121104201');
const ids = (): { head: string; wife: string; daughter: string } => {
  const [head, wife, daughter] = household.members.map(({ id }) => id);
  return { head: head!, wife: wife!, daughter: daughter! };
};
const add = (member: Record<string, unknown>, expectedVersion = 1) =>
  change(room, own, 'addMember', { householdId: household.id, expectedVersion, member });
const update = (memberId: string, member: Record<string, unknown>, expectedVersion = 1) =>
  change(room, own, 'updateMember', { memberId, expectedVersion, member });
const remove = (memberId: string, input: Record<string, unknown> = {}) =>
  change(room, own, 'removeMember', { memberId, expectedVersion: 1, on: '2023-11-01', reason: '婚嫁迁出', ...input });
const rows = <T>(text: string): Promise<T[]> => room.database.read(WHOLE_REGISTER, (tx) => tx.rows<T>(sql.raw(text)));
const holders = (digest: string) =>
  rows<{ member_id: string }>(`SELECT member_id FROM national_id WHERE id_digest = '${digest}'`);

describe('addMember', () => {
  it('adds a son, raises the version to 2 and counts him', async () => {
    const { household: after, userErrors } = await add({
      name: '示例丁',
      sex: 'MALE',
      relationship: 'CHILD',
      labour: 'SKILLED',
    });
    expect(userErrors).toEqual([]);
    expect(after).toMatchObject({ version: 2, size: 4, labourCount: 3 });
  });

  it('refuses a second head, a second spouse and a child born tomorrow', async () => {
    expect(refusals(await add(HEAD))).toEqual(['BAD_VALUE input.member.relationship']);
    expect(refusals(await add(WIFE))).toEqual(['BAD_VALUE input.member.relationship']);
    expect(refusals(await add({ ...DAUGHTER, birthDate: '2023-12-01' }))).toEqual([
      'DATE_IN_FUTURE input.member.birthDate',
    ]);
    expect((await add({ ...DAUGHTER, birthDate: '2023-11-30' })).userErrors).toEqual([]);
  });

  it('refuses version 0 and 2 while it is 1, and writes nothing', async () => {
    for (const version of [0, 2])
      expect(refusals(await add(DAUGHTER, version))).toEqual(['CONFLICT input.expectedVersion']);
    expect((await add(DAUGHTER)).household).toMatchObject({ version: 2, size: 4 });
  });

  it('refuses the ID number of another member of the household', async () => {
    const number = idNumber('1990-01-01', '101');
    const son = { name: '示例丁', idNumber: number, relationship: 'CHILD', labour: 'SKILLED' };
    expect((await add(son)).userErrors).toEqual([]);
    expect(refusals(await add(son, 2))).toEqual(['BAD_VALUE input.member.idNumber']);
  });
});

describe('updateMember', () => {
  it('keeps what is absent and clears what is null', async () => {
    const said = {
      health: ['DISABILITY'],
      disabilityGrade: 1,
      selfCare: 'NONE',
      employment: '务农',
      medicalInsurance: true,
    };
    expect((await update(ids().wife, said)).household).toMatchObject({
      version: 2,
      specialGroups: ['SEVERE_DISABILITY'],
    });
    const cleared = { health: null, disabilityGrade: null, selfCare: null, employment: null, medicalInsurance: null };
    const { household: after } = await update(ids().wife, cleared, 2);
    expect(after).toMatchObject({ specialGroups: [] });
    expect(after).toHaveProperty(
      'members.1',
      expect.objectContaining({
        name: '示**',
        health: [],
        selfCare: 'FULL',
        employment: null,
        medicalInsurance: false,
        labour: 'WEAK',
      }),
    );
  });

  it('never clears name, sex, relationship and labour, and wants something said', async () => {
    const cleared = await update(ids().wife, { name: null, sex: null, relationship: null, labour: null });
    expect(refusals(cleared)).toEqual([
      'BAD_VALUE input.member.name',
      'BAD_VALUE input.member.sex',
      'BAD_VALUE input.member.relationship',
      'BAD_VALUE input.member.labour',
    ]);
    expect(refusals(await update(ids().wife, {}))).toEqual(['BAD_VALUE input.member']);
  });

  it('asks that the grade goes with the disability', async () => {
    await update(ids().wife, { health: ['DISABILITY'], disabilityGrade: 4 });
    expect(refusals(await update(ids().wife, { health: [] }, 2))).toEqual(['BAD_VALUE input.member.disabilityGrade']);
  });

  it('takes sex and birth date from a new number, and holds later ones against it', async () => {
    const number = idNumber('1971-09-09', '102');
    const { household: after } = await update(ids().wife, { idNumber: number });
    expect(after).toHaveProperty('members.1.birthDate', '1971-09-09');
    expect(refusals(await update(ids().wife, { birthDate: '1971-09-10' }, 2))).toEqual([
      'BAD_VALUE input.member.birthDate',
    ]);
    expect(refusals(await update(ids().wife, { sex: 'MALE' }, 2))).toEqual(['BAD_VALUE input.member.sex']);
  });

  it('frees the number that a member no longer has', async () => {
    const [first, second] = [idNumber('1972-01-01', '104'), idNumber('1972-01-01', '106')];
    const digests = [first, second].map((number) => room.blindIndex.digest('id-number', number));
    await update(ids().wife, { idNumber: first });
    expect(await holders(digests[0]!)).toHaveLength(1);
    await update(ids().wife, { idNumber: second }, 2);
    expect(await holders(digests[0]!)).toEqual([]);
    expect(await holders(digests[1]!)).toHaveLength(1);
    await update(ids().wife, { idNumber: null }, 3);
    expect(await holders(digests[1]!)).toEqual([]);
  });

  it('makes the daughter head: the father becomes a parent, the mother too, and nobody is head beside her', async () => {
    const { household: after, userErrors } = await update(ids().daughter, { relationship: 'HEAD', labour: 'ORDINARY' });
    expect(userErrors).toEqual([]);
    expect(after).toHaveProperty('members.0', expect.objectContaining({ id: ids().daughter, relationship: 'HEAD' }));
    expect(after).toMatchObject({
      members: [{}, { relationship: 'PARENT' }, { relationship: 'PARENT' }],
      labourCount: 3,
    });
  });

  it('refuses that the head is head no longer and nobody else is', async () => {
    expect(refusals(await update(ids().head, { relationship: 'OTHER' }))).toEqual([
      'BAD_VALUE input.member.relationship',
    ]);
  });

  it('answers a member of another village as one that never was', async () => {
    const input = { memberId: ids().wife, expectedVersion: 1, member: { labour: 'LOST' } };
    const foreign = await change(room, worker('430121104202'), 'updateMember', input);
    const never = await change(room, own, 'updateMember', { ...input, memberId: household.id });
    const otherCounty = await change(room, worker('510104'), 'updateMember', input);
    for (const changed of [foreign, never, otherCounty]) {
      expect(refusals(changed)).toEqual(['NOT_FOUND input.memberId']);
      expect(changed.userErrors).toEqual(foreign.userErrors);
    }
  });
});

describe('removeMember', () => {
  it('lets the wife leave, keeps her record sealed, and frees her number', async () => {
    const number = idNumber('1970-08-22', '108');
    await update(ids().wife, { idNumber: number });
    const { household: after } = await remove(ids().wife, { expectedVersion: 2 });
    expect(after).toMatchObject({ version: 3, size: 2, labourCount: 1 });
    expect(await holders(room.blindIndex.digest('id-number', number))).toEqual([]);
    const [left] = await rows<
      Record<string, string>
    >(`SELECT removed_on, removal_reason_sealed FROM member WHERE removed_on IS NOT NULL
      ORDER BY id DESC LIMIT 1`);
    expect(left).toMatchObject({ removed_on: '2023-11-01' });
    expect(left?.['removal_reason_sealed']).not.toContain('婚嫁');
  });

  it('takes today and refuses tomorrow, a day before birth, and no reason', async () => {
    expect(refusals(await remove(ids().daughter, { on: '2023-12-01' }))).toEqual(['DATE_IN_FUTURE input.on']);
    expect(refusals(await remove(ids().daughter, { on: '2010-11-03' }))).toEqual(['DATE_ORDER input.on']);
    expect(refusals(await remove(ids().daughter, { reason: '  ' }))).toEqual(['BAD_VALUE input.reason']);
    expect((await remove(ids().daughter, { on: '2023-11-30' })).userErrors).toEqual([]);
  });

  it('keeps the head until another member is head', async () => {
    expect(refusals(await remove(ids().head))).toEqual(['INVALID_STATE input.memberId']);
    await update(ids().wife, { relationship: 'HEAD' });
    expect((await remove(ids().head, { expectedVersion: 2 })).household).toMatchObject({ size: 2 });
  });

  it('removes nobody twice', async () => {
    await remove(ids().daughter);
    expect(refusals(await remove(ids().daughter, { expectedVersion: 2 }))).toEqual(['NOT_FOUND input.memberId']);
  });

  it('answers the same key with the household again, though the member is gone', async () => {
    const idempotencyKey = crypto.randomUUID();
    const first = await remove(ids().daughter, { idempotencyKey });
    expect((await remove(ids().daughter, { idempotencyKey })).household).toEqual(first.household);
  });
});
