import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import type { RegionCode } from '../../../src/domain/kernel/region-code.js';
import type { FindingRow } from '../../../src/features/quality/finding.repository.js';
import { keepFaults } from '../../../src/features/quality/keep-faults.js';
import { signsOf } from '../../../src/features/quality/signs-of.js';
import type { Caller } from '../../../src/platform/auth/caller.js';
import type { Transaction } from '../../../src/platform/database/database.js';

const COUNTY = '430121' as RegionCode;
const TODAY = date('2023-06-30');
const provinces = {
  rulesOn: () => ({ quality: null }),
  definitionOf: () => ({ steps: [{ code: 'public-notice', minimumNoticeDays: 5 }] }),
} as unknown as Parameters<typeof signsOf>[1]['provinces'];

const notice = (n: number, days: number) => ({
  ...{
    region: `${COUNTY}001001`,
    householdId: `h${n}`,
    caseId: `c${n}`,
    purpose: 'IDENTIFICATION',
    step: 'public-notice',
  },
  ...{
    opensOn: '2023-03-02',
    closesOn: '2023-03-07',
    days,
    stepId: `s${n}`,
    configVersion: '1',
    runStartedOn: '2023-03-01',
  },
});
const early = (n: number) => ({
  region: `${COUNTY}001001`,
  householdId: `h${n}`,
  kind: 'visit',
  on: TODAY,
  entered: TODAY,
  days: 1,
});
const many = <T>(make: (n: number) => T): T[] => Array.from({ length: 1_000 }, (_, n) => make(n));

/** A register that answers one statement after the other. */
function answering(...answers: readonly (readonly object[])[]): { tx: Transaction; asked: () => number } {
  let at = 0;
  const rows = async () => answers[at++] ?? [];
  return { tx: { rows } as unknown as Transaction, asked: () => at };
}

describe('signs of a county beyond a page', () => {
  it('find the one notice that is too short behind a thousand that are long enough', async () => {
    const notices = many((n) => notice(n, 5));
    const { tx, asked } = answering([], [], notices, [], [], [notice(1_000, 4)]);
    const { found, cut } = await signsOf(tx, { provinces }, COUNTY, TODAY);
    expect(found).toMatchObject([{ rule: 'notice-too-short', caseId: 'c1000', evidence: { days: 4, least: 5 } }]);
    expect([asked(), cut.size]).toEqual([6, 0]);
  });

  it('say of which signs not all were told: of those that filled what is told at once', async () => {
    const { tx } = answering(
      many(early),
      [],
      many((n) => notice(n, 4)),
      [],
      [],
    );
    const { found, cut } = await signsOf(tx, { provinces }, COUNTY, TODAY);
    expect(found).toHaveLength(2_000);
    expect(cut).toEqual(new Set(['entered-before-it-happened', 'notice-too-short']));
  });

  it('close nothing of a sign that was not told in full', async () => {
    const rule = 'notice-too-short';
    const open: FindingRow = {
      ...{ id: 'f', countyCode: COUNTY, regionCode: COUNTY, householdId: null, rule, subject: 'c1|2023-03-02' },
      ...{ status: 'OPEN', settledBy: null, auditSequence: 1, auditHash: null },
    };
    const caller: Caller = { principal: null, requestId: 'quality', now: new Date(0), today: TODAY };
    const kept = await keepFaults(answering().tx, caller, COUNTY, [], [open], new Set([rule]));
    expect(kept).toEqual({ opened: 0, rectified: 0 });
  });
});
