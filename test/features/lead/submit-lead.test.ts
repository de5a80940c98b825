import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isIntact } from '../../../src/features/audit/append-audit.js';
import { WHOLE_REGISTER } from '../../../src/platform/database/scope.js';
import { fromGlobalId, toGlobalId } from '../../../src/platform/graphql/global-id.js';
import { linksOf } from '../audit/links-of.js';
import {
  COUNTY,
  county,
  type LeadRoom,
  NEXT_COUNTY,
  openLeadRoom,
  resident,
  STREET,
  submit,
  VILLAGE_A,
  VILLAGE_B,
  worker,
} from './a-lead-room.js';

let room: LeadRoom;
beforeAll(async () => {
  room = await openLeadRoom();
});
afterAll(() => room.register.close());

const rowOf = (globalId: string) =>
  room.database.read(WHOLE_REGISTER, async (tx) => {
    const { county: countyCode, id } = fromGlobalId(globalId)!;
    const [row] = await tx.rows<Record<string, unknown>>(
      sql`SELECT * FROM lead WHERE county_code = ${countyCode} AND id = ${id}::uuid`,
    );
    return row!;
  });

describe('submitLead', () => {
  it("takes a resident's declaration of 2023-11-20 with 2023-12-05 as its last day to verify, and gives a receipt", async () => {
    const own = await room.aHousehold();
    const { lead, userErrors } = await submit(room, resident(own.number), {
      channel: 'SELF_DECLARATION',
      householdId: own.globalId,
      contactName: '王某',
      contactPhone: '13800000000',
      means: '手机',
    });
    expect(userErrors).toEqual([]);
    expect(lead).toMatchObject({
      channel: 'SELF_DECLARATION',
      status: 'OPEN',
      dueOn: '2023-12-05',
      overdue: false,
      statement: '户主患大病,自付费用高。',
      outcomeNote: null,
      region: { code: VILLAGE_A },
      household: { number: own.number },
    });
    expect(lead.receipt).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
  });

  it('keeps statement, contact and means sealed, and of the receipt a digest only', async () => {
    const own = await room.aHousehold();
    const { lead } = await submit(room, worker(), {
      householdId: own.globalId,
      contactName: '王某',
      contactPhone: '13800000000',
      means: '电话',
    });
    const row = await rowOf(lead.id);
    const text = JSON.stringify(row);
    for (const plain of ['户主患大病', '王某', '13800000000', '电话', lead.receipt, lead.receipt.replaceAll('-', '')])
      expect(text).not.toContain(plain);
    const rowId = String(row.id);
    const open = (column: string) => room.cipher.open(String(row[column]), { table: 'lead', column, rowId });
    expect([open('contact_name_sealed'), open('contact_phone_sealed'), open('means_sealed')]).toEqual([
      '王某',
      '13800000000',
      '电话',
    ]);
  });

  it('counts 3 working days of 四川 over the National Day holiday of 2023: from 09-28 to 10-09', async () => {
    const { lead } = await submit(room, county('510104'), {
      region: STREET,
      reportedOn: '2023-09-28',
      contactName: '李某',
    });
    expect(lead).toMatchObject({ dueOn: '2023-10-09', household: null, region: { code: STREET } });
  });

  it('joins a second lead to the open one and keeps what it tells', async () => {
    const own = await room.aHousehold();
    const first = await submit(room, worker(), { householdId: own.globalId, reportedOn: '2023-11-18' });
    const second = await submit(room, resident(own.number), {
      channel: 'SELF_DECLARATION',
      householdId: own.globalId,
      statement: '孩子上学困难。',
    });
    expect(second.userErrors).toEqual([]);
    expect(second.lead).toMatchObject({ status: 'DUPLICATE', statement: '孩子上学困难。' });
    expect(second.lead.outcomeNote).toContain('2023-11-18');
    expect(await rowOf(second.lead.id)).toMatchObject({
      joined_lead_id: fromGlobalId(first.lead.id)!.id,
      case_id: null,
    });
  });

  it('joins a lead to the open case, and begins anew after the case has ended', async () => {
    const own = await room.aHousehold();
    const opened = await room.aCase(own, 'MONITORED');
    const joined = await submit(room, worker(), { householdId: own.globalId });
    expect(joined.lead.status).toBe('DUPLICATE');
    expect(joined.lead.outcomeNote).toContain(opened.number);
    expect(await rowOf(joined.lead.id)).toMatchObject({ joined_lead_id: null, case_id: opened.id });

    const other = await room.aHousehold();
    await room.aCase(other, 'NOT_IDENTIFIED');
    expect((await submit(room, worker(), { householdId: other.globalId })).lead.status).toBe('OPEN');
  });

  it('lets one of 8 leads that come in at once stand open and joins the others to it', async () => {
    const own = await room.aHousehold();
    const all = await Promise.all(
      Array.from({ length: 8 }, () => submit(room, worker(), { householdId: own.globalId })),
    );
    const statuses = all.map(({ lead }) => lead?.status).sort();
    expect(statuses).toEqual([...Array(7).fill('DUPLICATE'), 'OPEN']);
    const links = await linksOf(room.database, own.countyCode, own.id);
    expect(links.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(links.every(isIntact)).toBe(true);
  });

  it("writes the event to the household's chain without personal data, and leaves the household's version", async () => {
    const own = await room.aHousehold();
    const { lead } = await submit(room, worker(), { householdId: own.globalId, contactName: '王某' });
    const [link, ...more] = await linksOf(room.database, own.countyCode, own.id);
    expect(more).toEqual([]);
    expect(link).toMatchObject({
      subjectType: 'Household',
      action: 'submitLead',
      actor: `worker-${VILLAGE_A}`,
      role: 'VILLAGE_WORKER',
      occurredOn: '2023-11-20',
      sequence: 1,
      change: {
        lead: fromGlobalId(lead.id)!.id,
        status: 'OPEN',
        dueOn: '2023-12-05',
        sealed: ['statement', 'contactName'],
      },
    });
    const [row] = await room.database.read(WHOLE_REGISTER, (tx) =>
      tx.rows(
        sql`SELECT version, audit_sequence, audit_hash FROM household WHERE county_code = ${COUNTY} AND id = ${own.id}::uuid`,
      ),
    );
    expect(row).toEqual({ version: 1, audit_sequence: 1, audit_hash: link!.hash });
  });

  it('gives a lead on a household that is not registered a chain of its own', async () => {
    const { lead } = await submit(room, worker(), {
      region: VILLAGE_A,
      contactName: '王某',
      contactPhone: '13800000000',
    });
    const id = fromGlobalId(lead.id)!.id;
    const [link] = await linksOf(room.database, COUNTY, id);
    expect(link).toMatchObject({ subjectType: 'Lead', householdId: null, sequence: 1 });
    expect(await rowOf(lead.id)).toMatchObject({ audit_sequence: 1, audit_hash: link!.hash, household_id: null });
  });

  it('answers a retry with the same lead and the same receipt, and writes one row', async () => {
    const own = await room.aHousehold();
    const input = { householdId: own.globalId, idempotencyKey: '018c1f2e-7b3a-7c4d-9e5f-0a1b2c3d4e5f' };
    const first = await submit(room, worker(), input);
    const again = await submit(room, worker(), input);
    expect(again.lead).toEqual(first.lead);
    expect(await linksOf(room.database, own.countyCode, own.id)).toHaveLength(1);
    const other = await submit(room, worker(), { ...input, statement: '另一件事' });
    expect(other.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_CONFLICT', path: ['input', 'idempotencyKey'] }]);
  });
});

describe('submitLead refuses', () => {
  it('a report of 2023-12-01 on 2023-11-30 and takes one of the same day', async () => {
    const own = await room.aHousehold();
    const late = await submit(room, worker(), { householdId: own.globalId, reportedOn: '2023-12-01' });
    expect(late.userErrors).toMatchObject([{ code: 'DATE_IN_FUTURE', path: ['input', 'reportedOn'], article: '3.1' }]);
    expect((await submit(room, worker(), { householdId: own.globalId, reportedOn: '2023-11-30' })).userErrors).toEqual(
      [],
    );
  });

  it('a household in another village, another county and one that never was, with one answer', async () => {
    const inCounty = await room.aHousehold(VILLAGE_B);
    const elsewhere = await room.aHousehold(NEXT_COUNTY);
    const never = toGlobalId('Household', COUNTY, '018c1f2e-7b3a-7c4d-9e5f-0a1b2c3d4e5f');
    const lead = toGlobalId('Lead', COUNTY, '018c1f2e-7b3a-7c4d-9e5f-0a1b2c3d4e5f');
    const answers = [];
    for (const householdId of [inCounty.globalId, elsewhere.globalId, never, lead, 'nonsense'])
      answers.push((await submit(room, worker(), { householdId })).userErrors);
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(answers[0]).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'householdId'] }]);
  });

  it("a resident the neighbour's household and any channel but SELF_DECLARATION", async () => {
    const [own, neighbour] = [await room.aHousehold(), await room.aHousehold()];
    const other = await submit(room, resident(own.number), {
      channel: 'SELF_DECLARATION',
      householdId: neighbour.globalId,
    });
    expect(other.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'householdId'] }]);
    const media = await submit(room, resident(own.number), { channel: 'MEDIA', householdId: own.globalId });
    expect(media.userErrors).toMatchObject([{ code: 'BAD_VALUE', path: ['input', 'channel'] }]);
    const unnamed = await submit(room, resident(own.number), {
      channel: 'SELF_DECLARATION',
      region: VILLAGE_A,
      contactName: '王某',
    });
    expect(unnamed.userErrors).toMatchObject([{ code: 'BAD_VALUE', path: ['input', 'householdId'] }]);
  });

  it('a household that is not registered without a place, without a contact, in a county only, or out of reach', async () => {
    const paths = async (input: object) =>
      (await submit(room, county(), input as never)).userErrors.map(
        ({ code, path }: { code: string; path: string[] }) => `${code} ${path.join('.')}`,
      );
    expect(await paths({})).toEqual(['BAD_VALUE input.region', 'BAD_VALUE input.contactName']);
    expect(await paths({ region: COUNTY, contactName: '王某' })).toEqual(['BAD_VALUE input.region']);
    expect(await paths({ region: VILLAGE_A })).toEqual(['BAD_VALUE input.contactName']);
    expect(await paths({ region: NEXT_COUNTY, contactName: '王某' })).toEqual(['NOT_FOUND input.region']);
    expect(await paths({ region: '430121199', contactName: '王某' })).toEqual(['BAD_VALUE input.region']);
  });

  it('a region beside a household that lives elsewhere', async () => {
    const own = await room.aHousehold(VILLAGE_B);
    const wrong = await submit(room, county(), { householdId: own.globalId, region: VILLAGE_A });
    expect(wrong.userErrors).toMatchObject([{ code: 'BAD_VALUE', path: ['input', 'region'] }]);
    expect((await submit(room, county(), { householdId: own.globalId, region: COUNTY })).userErrors).toEqual([]);
  });

  it('roles that never report, at the top level', async () => {
    const own = await room.aHousehold();
    for (const role of ['NATIONAL_OFFICER', 'ANALYST', 'AUDITOR', 'PROVINCE_IT'] as const) {
      const { errors } = await submit(room, { grants: [[role, '430000']] }, { householdId: own.globalId });
      expect(errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    }
  });
});

describe("a department's system", () => {
  const department = { grants: [['DEPARTMENT_CLIENT', '430000']] as const, subject: 'medical-insurance' };

  it('reports what its data shows, reads back its own words and not the household', async () => {
    const own = await room.aHousehold();
    const { lead, userErrors } = await submit(room, department, {
      channel: 'DEPARTMENT_SCREENING',
      householdId: own.globalId,
    });
    expect(userErrors).toEqual([]);
    expect(lead).toMatchObject({ status: 'OPEN', statement: '户主患大病,自付费用高。', household: null });
  });

  it("declares nothing in a household's place", async () => {
    const own = await room.aHousehold();
    const { userErrors } = await submit(room, department, { channel: 'SELF_DECLARATION', householdId: own.globalId });
    expect(userErrors).toMatchObject([{ code: 'BAD_VALUE', path: ['input', 'channel'] }]);
  });
});
