import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import {
  closeLead,
  type LeadRow,
  lockLead,
  openLeadsOf,
  ownChain,
  receiptOf,
} from '../../../src/features/lead/index.js';
import { receipt } from '../../../src/features/lead/lead.table.js';
import { receiptDigest } from '../../../src/features/lead/receipt.js';
import { objection } from '../../../src/features/notice/notice.table.js';
import { WHOLE_REGISTER } from '../../../src/platform/database/scope.js';
import { fromGlobalId } from '../../../src/platform/graphql/global-id.js';
import { asOwner } from '../audit/as-owner.js';
import { contextOf, county, type LeadRoom, openLeadRoom, submit, VILLAGE_A, VILLAGE_B, worker } from './a-lead-room.js';

let room: LeadRoom;
beforeAll(async () => {
  room = await openLeadRoom();
});
afterAll(() => room.register.close());

async function progress(written: string, language: 'zh' | 'en' = 'en', caller: object | null = null) {
  const { data, errors } = await room.ask(
    caller && { ...caller, language },
    'query ($r: String!) { progress(receipt: $r) { status updatedOn nextStep } }',
    { r: written },
  );
  expect(errors).toEqual([]);
  return data.progress;
}

async function close(globalId: string, closing: Partial<Parameters<typeof closeLead>[3]>) {
  const { county: countyCode, id } = fromGlobalId(globalId)!;
  const reach = await room.access.reach(contextOf(county()), 'Mutation.verifyLead');
  await room.database.write(reach.scope, async (tx) => {
    const lead = (await lockLead(tx, reach, countyCode, id))!;
    await closeLead(tx, room.cipher, lead, {
      status: 'CONFIRMED',
      on: date('2023-11-25'),
      note: '属实',
      at: '2023-11-25T02:00:00.000Z',
      ...closing,
    });
  });
}

describe('progress', () => {
  it('says how a lead stands, in English and in Chinese, to a caller without a token', async () => {
    const { lead } = await submit(room, worker(), { householdId: (await room.aHousehold()).globalId });
    expect(await progress(lead.receipt)).toEqual({
      status: 'Received, to be verified',
      updatedOn: '2023-11-20',
      nextStep: 'Somebody visits by 2023-12-05.',
    });
    expect(await progress(lead.receipt, 'zh', {})).toEqual({
      status: '已受理,待核实',
      updatedOn: '2023-11-20',
      nextStep: '工作人员将在 2023-12-05 前入户核实。',
    });
  });

  it('reads a receipt in small letters, without hyphens, with O for 0 and L for 1', async () => {
    const { lead } = await submit(room, worker(), { householdId: (await room.aHousehold()).globalId });
    const written = lead.receipt.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    expect((await progress(written))?.status).toBe('Received, to be verified');
  });

  it('answers null for an unknown receipt, a malformed one and an endless one alike', async () => {
    for (const text of [
      '00000-00000-00000-00000',
      'UUUUU-00000-00000-00000',
      '',
      'x',
      '0'.repeat(10_000),
      "'; DROP TABLE lead; --",
    ]) {
      expect(await progress(text)).toBeNull();
      expect(room.register.statements()).toHaveLength(1);
    }
  });

  it('tells of a dismissal and of nothing that comes after it', async () => {
    const { lead } = await submit(room, worker(), { householdId: (await room.aHousehold()).globalId });
    await close(lead.id, { status: 'DISMISSED' });
    expect(await progress(lead.receipt)).toEqual({
      status: 'Verified, no such difficulty was found; closed',
      updatedOn: '2023-11-25',
      nextStep: null,
    });
  });

  it('follows a lead that joined another into the case that the other led to', async () => {
    const own = await room.aHousehold();
    const first = await submit(room, worker(), { householdId: own.globalId });
    const second = await submit(room, worker(), { householdId: own.globalId });
    expect((await progress(second.lead.receipt)).status).toBe('Received, to be verified');
    const opened = await room.aCase(own);
    await close(first.lead.id, { caseId: opened.id });
    for (const { lead } of [first, second]) {
      expect(await progress(lead.receipt)).toMatchObject({
        status: 'Verified and true, under identification',
        updatedOn: '2023-11-25',
      });
      const { data } = await room.ask(county(), '{ leads { nodes { id status outcomeNote } } }');
      expect(data.leads.nodes.find(({ id }: { id: string }) => id === lead.id).status).toBe(
        lead.status === 'OPEN' ? 'CONFIRMED' : 'DUPLICATE',
      );
    }
    const { id } = fromGlobalId(second.lead.id)!;
    const [row] = await room.database.read(WHOLE_REGISTER, (tx) =>
      tx.rows(sql`SELECT case_id FROM lead WHERE county_code = '430121' AND id = ${id}::uuid`),
    );
    expect(row).toEqual({ case_id: opened.id });
  });

  it.each([
    ['MONITORED', '已认定为监测对象', '落实帮扶措施。'],
    ['UNDER_ELIMINATION', '已认定为监测对象,正在办理风险消除', '经民主评议、公示后由县级审定。'],
    ['NOT_IDENTIFIED', '识别程序结束,未认定为监测对象', null],
    ['WITHDRAWN', '已办结', null],
  ] as const)('says of a case that is %s: %s', async (status, said, nextStep) => {
    const own = await room.aHousehold();
    const { lead } = await submit(room, worker(), { householdId: own.globalId });
    await close(lead.id, { caseId: (await room.aCase(own, status)).id });
    expect(await progress(lead.receipt, 'zh', {})).toMatchObject({ status: said, nextStep });
  });

  it('says how an objection stands, by a receipt of the same kind', async () => {
    const id = '018c1f2e-7b3a-7c4d-9e5f-0a1b2c3d4e5f';
    const given = receiptOf(room.blindIndex, { type: 'Objection', id });
    await asOwner(room.database, async (tx) => {
      await tx.orm
        .insert(receipt)
        .values({ receiptDigest: given.digest, countyCode: '430121', subjectType: 'Objection', subjectId: id });
      await tx.orm.insert(objection).values({
        countyCode: '430121',
        id,
        regionCode: VILLAGE_A,
        caseId: id,
        entryId: id,
        filedOn: '2023-11-21',
        statementSealed: 's',
        status: 'OPEN',
        receiptDigest: given.digest,
        createdAt: '2023-11-21T00:00:00.000Z',
      });
    });
    expect(await progress(given.text)).toEqual({
      status: 'Objection received',
      updatedOn: '2023-11-21',
      nextStep: 'The township looks into it and answers.',
    });
    await asOwner(room.database, (tx) => tx.orm.update(objection).set({ status: 'UPHELD', resolvedOn: '2023-11-24' }));
    expect(await progress(given.text, 'zh', {})).toEqual({
      status: '异议成立',
      updatedOn: '2023-11-24',
      nextStep: '退回重新核实。',
    });
  });
});

describe('receipts', () => {
  it('are 20 letters of Crockford, the same for the same subject, others for another', () => {
    const one = receiptOf(room.blindIndex, { type: 'Lead', id: 'a' });
    expect(one).toEqual(receiptOf(room.blindIndex, { type: 'Lead', id: 'a' }));
    expect(one.text).not.toBe(receiptOf(room.blindIndex, { type: 'Lead', id: 'b' }).text);
    expect(one.text).not.toBe(receiptOf(room.blindIndex, { type: 'Objection', id: 'a' }).text);
    expect(receiptDigest(room.blindIndex, one.text)).toBe(one.digest);
    expect(one.digest).not.toContain(one.text.slice(0, 5));
  });
});

describe('closing a lead', () => {
  it('finds the open lead of a household, locked, and none after it was closed', async () => {
    const own = await room.aHousehold(VILLAGE_B);
    const { lead } = await submit(room, county(), { householdId: own.globalId });
    const open = () => room.database.write(WHOLE_REGISTER, (tx) => openLeadsOf(tx, own.countyCode, own.id));
    expect(await open()).toMatchObject([
      {
        id: fromGlobalId(lead.id)!.id,
        status: 'OPEN',
        householdId: own.id,
        reportedOn: '2023-11-20',
        auditSequence: 0,
      },
    ]);
    await close(lead.id, { status: 'DUPLICATE' });
    expect(await open()).toEqual([]);
  });

  it('gives the lead of a household that is not registered its household, and moves its own chain', async () => {
    const { lead } = await submit(room, worker(), { region: VILLAGE_A, contactName: '王某' });
    const own = await room.aHousehold();
    const { id } = fromGlobalId(lead.id)!;
    const reach = await room.access.reach(contextOf(worker()), 'Mutation.verifyLead');
    const before = (await room.database.write(reach.scope, (tx) => lockLead(tx, reach, '430121', id))) as LeadRow;
    expect(ownChain(before)).toMatchObject({ subjectType: 'Lead', subjectId: id, sequence: 1, hash: before.auditHash });
    await close(lead.id, { householdId: own.id, head: { auditSequence: 2, auditHash: 'b' } });
    const after = await room.database.write(reach.scope, (tx) => lockLead(tx, reach, '430121', id));
    expect(after).toMatchObject({
      status: 'CONFIRMED',
      householdId: own.id,
      verifiedOn: '2023-11-25',
      auditSequence: 2,
      auditHash: 'b',
    });
  });

  it('locks nothing that lies out of the reach', async () => {
    const own = await room.aHousehold(VILLAGE_B);
    const { lead } = await submit(room, county(), { householdId: own.globalId });
    const reach = await room.access.reach(contextOf(worker(VILLAGE_A)), 'Mutation.verifyLead');
    expect(
      await room.database.write(reach.scope, (tx) => lockLead(tx, reach, '430121', fromGlobalId(lead.id)!.id)),
    ).toBeNull();
  });
});
