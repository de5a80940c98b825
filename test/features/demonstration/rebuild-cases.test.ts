import { describe, expect, it } from 'vitest';
import type { CaseStatus } from '../../../src/domain/case/monitoring-case.js';
import { caseDifferences } from '../../../src/domain/case/rebuild/case-differences.js';
import { rebuildCase } from '../../../src/domain/case/rebuild/rebuild-case.js';
import type { CaseEvent, RebuiltCase } from '../../../src/domain/case/rebuild/rebuilt-case.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import type { RegionCode } from '../../../src/domain/kernel/region-code.js';
import type { RegisterRows } from '../../../src/features/demonstration/register-rows.js';
import { by, generated, WORLD } from './a-generated-register.js';

/** The case as its rows have it. */
function recordedCases(rows: RegisterRows): Map<string, RebuiltCase> {
  const notices = new Map(rows.publicNotice.map((notice) => [notice.id, notice]));
  const steps = by(rows.procedureStep, ({ runId }) => runId);
  const runs = by(rows.procedureRun, ({ caseId }) => caseId);
  const risks = by(rows.caseRisk, ({ caseId }) => caseId);
  const measures = by(rows.supportMeasure, ({ caseId }) => caseId);
  const persons = by(rows.responsiblePerson, ({ caseId }) => caseId);
  const stepOf = (row: RegisterRows['procedureStep'][number]) => {
    const notice = row.noticeId ? notices.get(row.noticeId)! : null;
    return { ...row, notice: notice && { ...notice, openObjections: 0 } };
  };
  return new Map(
    rows.monitoringCase.map((row) => {
      const recorded = {
        ...row,
        category: row.category ?? null,
        identificationDueOn: row.identificationDueOn ?? null,
        eliminationMode: row.eliminationMode ?? null,
        nextReviewOn: row.nextReviewOn ?? null,
        supportedOn: row.supportedOn ?? null,
        withdrawalReason: row.withdrawalReason ?? null,
        runs: (runs.get(row.id) ?? [])
          .sort((a, b) => a.sequence - b.sequence)
          .map((run) => ({
            ...run,
            steps: (steps.get(run.id) ?? [])
              .sort((a, b) => a.position - b.position || a.attempt - b.attempt)
              .map(stepOf),
          })),
        risks: risks.get(row.id) ?? [],
        measures: (measures.get(row.id) ?? []).map((measure) => ({ ...measure, delivered: measure.deliveredFen })),
        persons: (persons.get(row.id) ?? []).map((one) => ({ ...one, from: one.servesFrom, to: one.servesTo ?? null })),
      };
      return [row.id, recorded as unknown as RebuiltCase];
    }),
  );
}

describe('every case of the demonstration register, rebuilt from its events', () => {
  it.each(['2023-11-30', '2025-03-14'])('is what its rows say, of 2,000 households on %s', (today) => {
    const rows = generated({ households: 2_000, seed: 7, today: date(today) });
    const events = by(rows.auditEvent, ({ subjectId }) => subjectId);
    const statuses = new Map<CaseStatus, number>();
    const differing: string[] = [];
    let returned = 0;
    for (const [id, recorded] of recordedCases(rows)) {
      const own = events.get(id)!.sort((a, b) => a.sequence - b.sequence) as unknown as CaseEvent[];
      // As the database gives them back.
      const told = own.map((event) => ({ ...event, change: JSON.parse(JSON.stringify(event.change)) }));
      const region = (recorded as unknown as { regionCode: RegionCode }).regionCode;
      const definitionOf = (run: Parameters<typeof WORLD.provinces.definitionOf>[0]) =>
        WORLD.provinces.definitionOf(run, region);
      const rebuilt = rebuildCase(told, { definitionOf, holidays: WORLD.holidays })!;
      const differences = caseDifferences(rebuilt, recorded);
      if (differences.length > 0) differing.push(`${id} ${recorded.status}: ${differences.join(', ')}`);
      statuses.set(rebuilt.status, (statuses.get(rebuilt.status) ?? 0) + 1);
      returned += Number(told.some(({ change }) => change.outcome === 'RETURNED'));
    }
    expect(differing).toEqual([]);
    expect([...statuses.keys()].sort()).toEqual([
      'MONITORED',
      'NOT_IDENTIFIED',
      'RISK_ELIMINATED',
      'UNDER_ELIMINATION',
      'UNDER_IDENTIFICATION',
      'WITHDRAWN',
    ]);
    expect(returned).toBeGreaterThan(5);
  });
});
