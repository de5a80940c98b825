import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { CaseChangeService } from '../../../src/features/case/case-change.service.js';
import type { CaseChangeBasis, CaseEffect } from '../../../src/features/case/index.js';
import {
  insertMeasures,
  setMeasureStatuses,
  updateMeasure,
} from '../../../src/features/support/measure-write.repository.js';
import { measureStatuses } from '../../../src/features/support/index.js';
import { WHOLE_REGISTER } from '../../../src/platform/database/scope.js';
import { openSupportRoom, type SupportRoom, worker } from './a-support-room.js';
import type { WrittenCase } from './support-writers.js';

let room: SupportRoom;
beforeAll(async () => {
  room = await openSupportRoom();
});
afterAll(async () => {
  await room?.register.close();
});

/** What an act writes of one measure. */
type Write = (basis: CaseChangeBasis, measureId: string) => Promise<unknown>;

const WRITES: Readonly<Record<string, Write>> = {
  'one that moves a measure': ({ tx, row }, id) =>
    updateMeasure(tx, { ...row, caseId: row.id }, { id, status: 'APPROVED' }, { status: 'IN_PROGRESS' }),
  'the end of a procedure': ({ tx, row }, id) =>
    setMeasureStatuses(tx, row.countyCode, [{ id, before: 'APPROVED', status: 'CANCELLED' }]),
  'a plan': ({ tx, row, facts }, id) => {
    const [like] = facts.measures;
    const measure = { ...like!, id: id.replace(/^.{8}/, 'ffffffff') };
    const kept = { runId: null, fundingLevel: null, provider: null, overrideReasonSealed: null };
    return insertMeasures(tx, { ...row, caseId: row.id }, [
      { ...measure, ...kept, plannedOn: date('2023-06-30'), at: '2023-06-30T02:00:00.000Z' },
    ]);
  },
};

const withdrawn = { status: 'WITHDRAWN', openedOn: '2022-02-01', identifiedOn: '2022-03-01' } as const;

interface Measured {
  readonly of: WrittenCase;
  readonly measure: string;
}

/** Acts on two cases at once, neither of which writes before the other holds its own or waits for it. */
async function together(both: readonly Measured[], write: Write): Promise<{ runs: number[]; heldAtOnce: boolean }> {
  const changes = new CaseChangeService(room.changes, room.cipher, room.database, room.access, measureStatuses);
  const runs = both.map(() => 0);
  let inside = 0;
  let heldAtOnce = false;
  const settled = async (): Promise<void> => {
    inside += 1;
    heldAtOnce ||= inside > 1;
    while (runs.includes(0) && !(await isSomebodyWaiting())) await new Promise(setImmediate);
    inside -= 1;
  };
  const made = await Promise.all(
    both.map(({ of: { county, id }, measure }, at) =>
      changes.change(
        { caller: room.caller(worker()), operation: 'Mutation.recordDelivery', input: {}, place: { county, id } },
        async (basis): Promise<CaseEffect> => {
          runs[at]! += 1;
          await settled();
          await write(basis, measure);
          return { set: {}, action: 'recordDelivery', occurredOn: date('2023-06-30'), change: {} };
        },
      ),
    ),
  );
  expect(made.flatMap(({ refusals }) => refusals)).toEqual([]);
  return { runs, heldAtOnce };
}

async function isSomebodyWaiting(): Promise<boolean> {
  const waiting = await room.database.read(WHOLE_REGISTER, (tx) =>
    tx.rows(sql`SELECT 1 FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
      WHERE NOT l.granted AND a.datname = current_database()`),
  );
  return waiting.length > 0;
}

async function aMeasured(of: WrittenCase): Promise<Measured> {
  return { of, measure: (await room.aMeasure(of)).id };
}

// Transactions of the embedded database stand in line, so that none waits for a row of another.
describe.skipIf(!process.env.DATABASE_URL)(
  'two acts on measures of a household with two cases (row 43; on PostgreSQL only)',
  () => {
    test.each(Object.entries(WRITES))('%s: one waits for the other, and neither is run again', async (_, write) => {
      const earlier = await room.aCase(withdrawn);
      const now = await room.aCase({ householdId: earlier.householdId });
      const both = [await aMeasured(earlier), await aMeasured(now)];
      expect(await together(both, write)).toEqual({ runs: [1, 1], heldAtOnce: false });
    });

    test('on another household neither waits', async () => {
      const both = [await aMeasured(await room.aCase()), await aMeasured(await room.aCase())];
      expect(await together(both, WRITES['a plan']!)).toEqual({ runs: [1, 1], heldAtOnce: true });
    });
  },
);
