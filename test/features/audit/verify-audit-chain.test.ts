import { type SQL, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { type AuditLink, nextLink } from '../../../src/features/audit/append-audit.js';
import { AuditResolver } from '../../../src/features/audit/audit.resolver.js';
import { AuditService } from '../../../src/features/audit/audit.service.js';
import { auditEvent } from '../../../src/features/audit/audit.table.js';
import { digestOf } from '../../../src/platform/crypto/content-digest.js';
import { fromGlobalId, toGlobalId } from '../../../src/platform/graphql/global-id.js';
import {
  type CallerOptions,
  COUNTY,
  type LeadRoom,
  openLeadRoom,
  submit,
  VILLAGE_A,
  VILLAGE_B,
  worker,
} from '../lead/a-lead-room.js';
import { asOwner } from './as-owner.js';
import { linksOf } from './links-of.js';

let room: LeadRoom;
beforeAll(async () => {
  // Batches of three, so that every chain here takes more than one.
  room = await openLeadRoom((parts) => [new AuditResolver(new AuditService(parts, 3))]);
});
afterAll(() => room.register.close());

const auditor = (region: string = COUNTY): CallerOptions => ({ grants: [['AUDITOR', region]], subject: 'auditor' });

/** What a forger would have written. */
const ENTRY = {
  action: 'submitLead',
  occurredOn: date('2023-11-20'),
  change: {},
  actor: 'forger',
  role: null,
  at: new Date('2023-11-30T02:00:00.000Z'),
  requestId: 'request',
};

/** A household with a chain of seven events. */
async function aChain() {
  const household = await room.aHousehold(VILLAGE_A);
  for (let n = 0; n < 7; n += 1) await submit(room, worker(), { householdId: household.globalId });
  return household;
}
type Chain = Awaited<ReturnType<typeof aChain>>;

const VERIFY =
  'query ($id: ID!) { verifyAuditChain(subjectId: $id) { intact events firstBroken { sequence subjectId actor } } }';
async function verify(globalId: string, caller = auditor()) {
  const { data, errors } = await room.ask(caller, VERIFY, { id: globalId });
  expect(errors).toEqual([]);
  return data.verifyAuditChain;
}

/** Tampers with the chain as the database's owner; `where` names its rows. */
const tamper = ({ id }: Chain, ...statements: ((own: SQL) => SQL)[]) =>
  asOwner(room.database, async (tx) => {
    for (const statement of statements)
      await tx.rows(statement(sql`county_code = ${COUNTY} AND subject_id = ${id}::uuid`));
  });

const brokenAt = (household: Chain, sequence: number, events = sequence) => ({
  intact: false,
  events,
  firstBroken: { sequence, subjectId: household.globalId, actor: expect.any(String) },
});

describe('verifyAuditChain', () => {
  it('finds a chain of 7 events whole', async () => {
    const household = await aChain();
    expect(await verify(household.globalId)).toEqual({ intact: true, events: 7, firstBroken: null });
  });

  it('finds the own chain of a lead whole, and an existing household without events', async () => {
    const { lead } = await submit(room, worker(), { region: VILLAGE_A, contactName: '王某' });
    expect(await verify(lead.id)).toEqual({ intact: true, events: 1, firstBroken: null });
    expect(await verify((await room.aHousehold()).globalId)).toEqual({ intact: true, events: 0, firstBroken: null });
  });

  it('answers for a chain out of reach as for one that never was: not intact, no events', async () => {
    const household = await aChain();
    const nothing = { intact: false, events: 0, firstBroken: null };
    expect(await verify(household.globalId, auditor(VILLAGE_B))).toEqual(nothing);
    expect(await verify(household.globalId, auditor('510000'))).toEqual(nothing);
    expect(await verify(toGlobalId('Household', COUNTY, uuidv7()))).toEqual(nothing);
    expect(await verify(toGlobalId('MonitoringCase', COUNTY, household.id))).toEqual(nothing);
    expect(await verify('nonsense')).toEqual(nothing);
  });

  it.each([
    ['what was changed', sql`change = jsonb_set(change, '{status}', '"DUPLICATE"') || '{"extra": 1}'`],
    ['who did it', sql`actor = 'somebody-else'`],
    ['under which role', sql`role = 'COUNTY_OFFICER'`],
    ['when it was written, by a millisecond', sql`at = at + interval '1 millisecond'`],
    ['on which day it happened', sql`occurred_on = '2023-11-19'`],
    ['what was done', sql`action = 'updateHousehold'`],
    ['where', sql`region_code = ${VILLAGE_B}`],
    ['about which household', sql`household_id = NULL`],
    ['of which kind', sql`subject_type = 'Lead'`],
    ['by which request', sql`request_id = 'other'`],
    ['its hash', sql`hash = repeat('0', 64)`],
    ['the hash before', sql`previous_hash = repeat('0', 64)`],
  ])('finds the 4th event edited in %s', async (_what, set) => {
    const household = await aChain();
    await tamper(household, (own) => sql`UPDATE audit_event SET ${set} WHERE ${own} AND sequence = 4`);
    expect(await verify(household.globalId)).toEqual(brokenAt(household, 4));
  });

  it('finds an event that was edited and hashed anew, by the one after it', async () => {
    const household = await aChain();
    const link = (await linksOf(room.database, COUNTY, household.id))[3]!;
    const { hash: _old, ...body } = { ...link, actor: 'somebody-else' };
    await tamper(
      household,
      (own) =>
        sql`UPDATE audit_event SET actor = 'somebody-else', hash = ${digestOf(body)} WHERE ${own} AND sequence = 4`,
    );
    expect(await verify(household.globalId)).toEqual(brokenAt(household, 5));
  });

  it.each([
    ['the first', 1, 2, 1],
    ['the 4th', 4, 5, 4],
  ])('finds %s event deleted, by the one after it', async (_which, deleted, found, events) => {
    const household = await aChain();
    await tamper(household, (own) => sql`DELETE FROM audit_event WHERE ${own} AND sequence = ${deleted}`);
    expect(await verify(household.globalId)).toEqual(brokenAt(household, found, events));
  });

  it('finds a deletion that was covered by renumbering', async () => {
    const household = await aChain();
    await tamper(
      household,
      (own) => sql`DELETE FROM audit_event WHERE ${own} AND sequence = 4`,
      (own) => sql`UPDATE audit_event SET sequence = -sequence WHERE ${own} AND sequence > 4`,
      (own) => sql`UPDATE audit_event SET sequence = -sequence - 1 WHERE ${own} AND sequence < 0`,
    );
    expect(await verify(household.globalId)).toEqual(brokenAt(household, 4));
  });

  it('finds an event put in as the 4th: a copied one by itself, a well-made one by the one that it displaced', async () => {
    for (const made of ['copied', 'well'] as const) {
      const household = await aChain();
      const third = (await linksOf(room.database, COUNTY, household.id))[2]!;
      await tamper(
        household,
        (own) => sql`UPDATE audit_event SET sequence = -sequence WHERE ${own} AND sequence >= 4`,
        (own) => sql`UPDATE audit_event SET sequence = -sequence + 1 WHERE ${own} AND sequence < 0`,
      );
      const well = nextLink({ ...subjectOf(household), sequence: 3, hash: third.hash }, ENTRY);
      await putIn(made === 'well' ? well : { ...third, sequence: 4, actor: 'forger', previousHash: third.hash });
      expect(await verify(household.globalId)).toEqual(brokenAt(household, made === 'well' ? 5 : 4));
    }
  });

  it.each([0, -1, -2147483648])('finds an event put in before the first, as number %i', async (sequence) => {
    const household = await aChain();
    const [first] = await linksOf(room.database, COUNTY, household.id);
    await putIn({ ...first!, sequence, actor: 'forger' });
    expect(await verify(household.globalId)).toEqual(brokenAt(household, sequence, 1));
  });

  it('finds the 3rd and the 4th event changed about', async () => {
    const household = await aChain();
    await tamper(
      household,
      (own) => sql`UPDATE audit_event SET sequence = -sequence WHERE ${own} AND sequence IN (3, 4)`,
      (own) => sql`UPDATE audit_event SET sequence = 7 + sequence WHERE ${own} AND sequence IN (-3, -4)`,
    );
    expect(await verify(household.globalId)).toEqual(brokenAt(household, 3));
  });

  it.each([1, 3, 4, 7])(
    'finds the last %i events cut off, by the head; no event that is left is broken',
    async (cut) => {
      const household = await aChain();
      await tamper(household, (own) => sql`DELETE FROM audit_event WHERE ${own} AND sequence > ${7 - cut}`);
      expect(await verify(household.globalId)).toEqual({ intact: false, events: 7 - cut, firstBroken: null });
    },
  );

  it("finds a well-made event past the head, and a last event that is not the head's", async () => {
    const household = await aChain();
    const last = (await linksOf(room.database, COUNTY, household.id))[6]!;
    const head = { ...subjectOf(household), sequence: 7, hash: last.hash };
    await putIn(nextLink(head, ENTRY));
    expect(await verify(household.globalId)).toEqual(brokenAt(household, 8));

    const other = await aChain();
    const sixth = (await linksOf(room.database, COUNTY, other.id))[5]!;
    await tamper(other, (own) => sql`DELETE FROM audit_event WHERE ${own} AND sequence = 7`);
    await putIn(nextLink({ ...subjectOf(other), sequence: 6, hash: sixth.hash }, ENTRY));
    expect(await verify(other.globalId)).toEqual(brokenAt(other, 7));
  });

  it("finds a head that was set back together with the events, where the head's hash was left", async () => {
    const household = await aChain();
    await tamper(
      household,
      (own) => sql`DELETE FROM audit_event WHERE ${own} AND sequence > 5`,
      () => sql`UPDATE household SET audit_sequence = 5 WHERE county_code = ${COUNTY} AND id = ${household.id}::uuid`,
    );
    expect(await verify(household.globalId)).toEqual(brokenAt(household, 5));
  });

  it('stays whole while 12 events are being written', async () => {
    const household = await aChain();
    const writes = Array.from({ length: 12 }, () => submit(room, worker(), { householdId: household.globalId }));
    const checks = await Promise.all(Array.from({ length: 12 }, () => verify(household.globalId)));
    await Promise.all(writes);
    expect(checks.map(({ intact }) => intact)).toEqual(Array(12).fill(true));
    expect(await verify(household.globalId)).toEqual({ intact: true, events: 19, firstBroken: null });
  });

  it('takes one statement for the head in reach, one a batch and one for the head at the end', async () => {
    const household = await aChain();
    await verify(household.globalId);
    expect(room.register.statements()).toHaveLength(1 + 3 + 1);
  });
});

describe('the trail', () => {
  it('cannot be rewritten by the application itself', async () => {
    const household = await aChain();
    const { id } = fromGlobalId(household.globalId)!;
    const caller = await room.access
      .reach({ principal: null, requestId: '', today: date('2023-11-30'), now: new Date() }, 'Query.auditEvents')
      .catch(() => null);
    expect(caller).toBeNull();
    for (const statement of [
      sql`UPDATE audit_event SET actor = 'x' WHERE subject_id = ${id}::uuid`,
      sql`DELETE FROM audit_event WHERE subject_id = ${id}::uuid`,
    ])
      await expect(
        room.database.write({ prefixes: [''], householdId: null }, (tx) => tx.rows(statement)),
      ).rejects.toThrow(/permission denied/);
  });
});

function subjectOf({ id }: Chain) {
  return {
    countyCode: COUNTY,
    regionCode: VILLAGE_A,
    householdId: id,
    subjectType: 'Household' as const,
    subjectId: id,
  };
}

function putIn(link: AuditLink) {
  return asOwner(room.database, (tx) => tx.orm.insert(auditEvent).values({ ...link, id: uuidv7() }));
}
