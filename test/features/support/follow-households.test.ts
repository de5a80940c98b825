import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { CaseChangeService, followHousehold } from '../../../src/features/case/index.js';
import { type HouseholdChange, lockHouseholds } from '../../../src/features/household/index.js';
import { measureStatuses } from '../../../src/features/support/index.js';
import type { WrittenCase } from './support-writers.js';
import { county, openSupportRoom, type SupportRoom } from './a-support-room.js';

let room: SupportRoom;

beforeAll(async () => {
  room = await openSupportRoom();
});

afterAll(() => room.register.close());

/** Tells of households of the county at once that now have a heavily disabled member. */
async function disabled(cases: readonly WrittenCase[], aspects: HouseholdChange['aspects'] = ['MEMBERS']) {
  const { changes, cipher, database, access, provinces } = room;
  const follow = followHousehold({
    cases: new CaseChangeService(changes, cipher, database, access, measureStatuses),
    provinces,
  });
  const caller = room.caller(county());
  const reach = await access.reach(caller, 'Mutation.updateMember');
  return database.write(reach.scope, async (tx) => {
    const ids = cases.map(({ householdId }) => householdId);
    const rows = await lockHouseholds(tx, reach, '430121', ids);
    const told = rows.map((before) => ({
      before,
      after: { ...before, specialGroups: ['SEVERE_DISABILITY'] as const },
      aspects,
      on: date('2023-06-30'),
    }));
    room.register.statements();
    await follow({ tx, reach, caller, county: '430121', changes: told });
    return room.register.statements();
  });
}

const rankOf = async (of: WrittenCase) => {
  const { priority, version } = await room.caseRow(of);
  return { priority, version };
};

describe('cases that follow their households', () => {
  test('move together: as many statements for 40 as for 1, each with an event of its own', async () => {
    const [alone, closed, ...many] = [
      await room.aCase(),
      await room.aCase({ status: 'WITHDRAWN' }),
      ...(await Promise.all(Array.from({ length: 40 }, () => room.aCase()))),
    ];
    const one = await disabled([alone]);
    const all = await disabled([...many, closed]);
    expect(one.length).toBeGreaterThan(0);
    expect(all.length).toBe(one.length);
    const ranks = await Promise.all(many.map(rankOf));
    expect(new Set(ranks.map((rank) => JSON.stringify(rank))).size).toBe(1);
    expect(ranks[0]).toEqual(await rankOf(alone));
    expect(ranks[0]?.version).toBe(2);
    expect((await rankOf(closed)).version).toBe(1);
    const events = await room.database.read(
      { ...(await room.access.reach(room.caller(county()), 'Query.household')).scope },
      (tx) =>
        tx.rows<{ n: number }>(
          sql`SELECT count(*)::int AS n FROM audit_event WHERE county_code = '430121' AND action = 'followHousehold'`,
        ),
    );
    expect(events[0]?.n).toBe(41);
  });

  test('stay as they are where nothing of theirs was touched, or nothing comes out otherwise', async () => {
    const of = await room.aCase();
    await disabled([of], ['INCOME']);
    expect((await rankOf(of)).version).toBe(1);
    await disabled([of]);
    await disabled([of]);
    expect((await rankOf(of)).version).toBe(2);
  });
});
