import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegionCode } from '../../../src/domain/kernel/region-code.js';
import { AuditResolver } from '../../../src/features/audit/audit.resolver.js';
import { AuditService } from '../../../src/features/audit/audit.service.js';
import { moveWithHouseholds } from '../../../src/features/household/household-move.repository.js';
import { WHOLE_REGISTER } from '../../../src/platform/database/scope.js';
import { fromGlobalId, toGlobalId } from '../../../src/platform/graphql/global-id.js';
import {
  type CallerOptions,
  COUNTY,
  county,
  type LeadRoom,
  NEXT_COUNTY,
  openLeadRoom,
  submit,
  VILLAGE_A,
  VILLAGE_B,
  worker,
} from '../lead/a-lead-room.js';

let room: LeadRoom;
let household: Awaited<ReturnType<LeadRoom['aHousehold']>>;
const auditor = (region: string = COUNTY): CallerOptions => ({
  grants: [['AUDITOR', region]],
  subject: `auditor-${region}`,
});

/** Three events of a household in 甲村, one of 乙村, one of a lead in the next county, on three days. */
beforeAll(async () => {
  room = await openLeadRoom((parts) => [new AuditResolver(new AuditService(parts))]);
  household = await room.aHousehold(VILLAGE_A);
  for (const today of ['2023-11-21', '2023-11-22', '2023-11-22'])
    await submit(room, worker(VILLAGE_A, today), { householdId: household.globalId });
  await submit(room, county('430000'), { householdId: (await room.aHousehold(VILLAGE_B)).globalId });
  await submit(room, county('430000'), { region: NEXT_COUNTY, contactName: '李某' });
});
afterAll(() => room.register.close());

const EVENTS = `query ($subjectId: ID, $actor: String, $from: DateTime, $to: DateTime, $first: Int, $after: String) {
  auditEvents(subjectId: $subjectId, actor: $actor, from: $from, to: $to, first: $first, after: $after) {
    totalCount nodes { id sequence at actor role action subjectId change hash previousHash } pageInfo { hasNextPage endCursor } } }`;

async function events(caller: CallerOptions, variables: object = {}) {
  const { data, errors } = await room.ask(caller, EVENTS, { ...variables });
  return { page: data?.auditEvents, nodes: data?.auditEvents?.nodes ?? [], errors };
}

describe('auditEvents', () => {
  it('shows an auditor the trail of the own region, the newest first', async () => {
    const { page, nodes } = await events(auditor());
    expect(page.totalCount).toBe(4);
    expect(nodes.map(({ at }: { at: string }) => at.slice(0, 10))).toEqual([
      '2023-11-30',
      '2023-11-22',
      '2023-11-22',
      '2023-11-21',
    ]);
    expect((await events(auditor(VILLAGE_B))).page.totalCount).toBe(1);
    expect((await events(auditor('430000'))).page.totalCount).toBe(5);
    expect((await events(auditor('510000'))).page.totalCount).toBe(0);
    expect((await events({ grants: [['NATIONAL_OFFICER', '000000']], subject: 'nation' })).page.totalCount).toBe(5);
  });

  it('says who did what to whom, and nothing personal', async () => {
    const { nodes } = await events(auditor(), { subjectId: household.globalId });
    expect(nodes.map(({ sequence }: { sequence: number }) => sequence)).toEqual([3, 2, 1]);
    expect(nodes[2]).toMatchObject({
      at: '2023-11-21T02:00:00.000Z',
      actor: `worker-${VILLAGE_A}`,
      role: 'VILLAGE_WORKER',
      action: 'submitLead',
      subjectId: household.globalId,
      change: { status: 'OPEN', sealed: ['statement'] },
      previousHash: null,
    });
    expect(nodes[1].previousHash).toBe(nodes[2].hash);
    expect(fromGlobalId(nodes[0].id)).toMatchObject({ type: 'AuditEvent', county: COUNTY });
    expect(JSON.stringify(nodes)).not.toContain('大病');
  });

  it('finds by actor and by instants, both ends inclusive', async () => {
    const count = async (variables: object) => (await events(auditor(), variables)).page.totalCount;
    expect(await count({ actor: 'county-430000' })).toBe(1);
    expect(await count({ actor: 'county' })).toBe(0);
    expect(await count({ from: '2023-11-22T02:00:00.000Z', to: '2023-11-22T02:00:00.000Z' })).toBe(2);
    expect(await count({ from: '2023-11-22T02:00:00.001Z' })).toBe(1);
    expect(await count({ to: '2023-11-22T01:59:59.999Z' })).toBe(1);
    expect(await count({ subjectId: household.globalId, to: '2023-11-21T23:00:00+08:00' })).toBe(1);
  });

  it('pages without a gap, with a cursor for the same caller and question only', async () => {
    const first = await events(auditor(), { first: 3 });
    const after = first.page.pageInfo.endCursor;
    const rest = await events(auditor(), { first: 3, after });
    expect([...first.nodes, ...rest.nodes].map(({ id }: { id: string }) => id)).toEqual(
      (await events(auditor())).nodes.map(({ id }: { id: string }) => id),
    );
    expect(rest.page.pageInfo.hasNextPage).toBe(false);
    expect((await events(auditor(), { first: 3, after, actor: 'x' })).errors).toMatchObject([
      { code: 'INVALID_CURSOR' },
    ]);
    expect((await events(auditor('430000'), { first: 3, after })).errors).toMatchObject([{ code: 'INVALID_CURSOR' }]);
  });

  it('answers an empty page for a subject out of reach, of another kind or made up', async () => {
    const never = toGlobalId('Household', COUNTY, '018c1f2e-7b3a-7c4d-9e5f-0a1b2c3d4e5f');
    for (const [caller, subjectId] of [
      [auditor(VILLAGE_B), household.globalId],
      [auditor('510000'), household.globalId],
      [auditor(), never],
      [auditor(), toGlobalId('Member', COUNTY, household.id)],
      [auditor(), 'nonsense'],
    ] as const)
      expect((await events(caller, { subjectId })).page).toMatchObject({ totalCount: 0, nodes: [] });
  });

  it('shows the whole chain of a household that moved here from another village', async () => {
    const moved = await room.aHousehold(VILLAGE_A);
    await submit(room, worker(), { householdId: moved.globalId });
    const { id } = moved;
    await room.database.write(WHOLE_REGISTER, async (tx) => {
      await tx.rows(
        sql`UPDATE household SET region_code = ${VILLAGE_B} WHERE county_code = ${COUNTY} AND id = ${id}::uuid`,
      );
      await moveWithHouseholds(tx, COUNTY, [{ id, region: VILLAGE_B as RegionCode }]);
    });
    await submit(room, worker(VILLAGE_B), { householdId: moved.globalId });
    expect((await events(auditor(VILLAGE_B), { subjectId: moved.globalId })).page.totalCount).toBe(2);
    expect((await events(auditor(VILLAGE_A), { subjectId: moved.globalId })).page.totalCount).toBe(0);
    const { data } = await room.ask(
      auditor(VILLAGE_B),
      'query ($id: ID!) { verifyAuditChain(subjectId: $id) { intact events } }',
      { id: moved.globalId },
    );
    expect(data.verifyAuditChain).toEqual({ intact: true, events: 2 });
  });

  it('is forbidden to everyone who neither audits nor reads for the nation', async () => {
    for (const role of [
      'RESIDENT',
      'VILLAGE_WORKER',
      'COUNTY_OFFICER',
      'PROVINCE_OFFICER',
      'ANALYST',
      'DEPARTMENT_CLIENT',
    ] as const)
      expect((await events({ grants: [[role, '430000']] })).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });
});
