import { expect } from 'vitest';
import type { CaseStatus } from '../../src/domain/case/monitoring-case.js';
import { addMonths, type CalendarDate, daysBetween } from '../../src/domain/kernel/calendar-date.js';
import { type AuditLink, isIntact } from '../../src/features/audit/append-audit.js';
import { driftOf } from '../../src/features/tally/recount.repository.js';
import { WHOLE_REGISTER } from '../../src/platform/database/scope.js';
import { linksOf } from '../features/audit/links-of.js';
import type { CaseRow, Dossier, MeasureRow, RunRow } from './dossier.js';
import type { Stage } from './stage.js';

/** Which status may follow which, and by what; the policy's graph written down a second time, apart from the product. */
const MOVES: Readonly<Record<string, Readonly<Record<string, readonly CaseStatus[]>>>> = {
  openCase: { none: ['UNDER_IDENTIFICATION', 'MONITORED'] },
  completeStep: {
    UNDER_IDENTIFICATION: ['MONITORED', 'NOT_IDENTIFIED'],
    UNDER_ELIMINATION: ['RISK_ELIMINATED', 'MONITORED'],
    MONITORED: ['MONITORED'],
  },
  requestElimination: { MONITORED: ['UNDER_ELIMINATION'] },
  rollBackElimination: { RISK_ELIMINATED: ['MONITORED'] },
  withdrawCase: {
    UNDER_IDENTIFICATION: ['WITHDRAWN'],
    MONITORED: ['WITHDRAWN'],
    UNDER_ELIMINATION: ['WITHDRAWN'],
  },
};
const OPEN: readonly CaseStatus[] = ['UNDER_IDENTIFICATION', 'MONITORED', 'UNDER_ELIMINATION'];
/** What is said of a case without changing it. */
const NOTES = ['fileObjection'];
/** What each item of a batch is called in the trail of its case. */
const BATCHES: Readonly<Record<string, string>> = {
  completeSteps: 'completeStep',
  publishJointNotice: 'publishNotice',
};
/** What happens to a case because its household changed, beside the event of that. */
const FOLLOWING = ['followHousehold'];
const OF_HOUSEHOLD: readonly unknown[] = ['Household', 'Member'];
/** A correction of the household is told to its case, which it does not change. */
const isNote = (link: AuditLink): boolean =>
  NOTES.includes(link.action) ||
  (link.action === 'correctRecord' &&
    link.subjectType === 'MonitoringCase' &&
    OF_HOUSEHOLD.includes(said(link).subject));

/** Holds everything that must be true of a household, whatever was asked in whatever order, against its rows. */
export async function expectInvariants(stage: Stage): Promise<void> {
  const dossier = await stage.dossier();
  const trails = new Map<string, AuditLink[]>();
  for (const id of [dossier.id, ...dossier.cases.map((found) => found.id)])
    trails.set(id, await linksOf(stage.database, dossier.county, id));
  expect(dossier.cases.filter(({ status }) => OPEN.includes(status)).length).toBeLessThanOrEqual(1);
  expect(dossier.leads.filter(({ status }) => status === 'OPEN').length).toBeLessThanOrEqual(1);
  expectChain(dossier, trails.get(dossier.id)!);
  expectOneEventEach(stage, dossier, trails);
  expectEverythingAtHome(dossier);
  expect(await stage.database.read(WHOLE_REGISTER, (tx) => driftOf(tx, dossier.county))).toEqual([]);
  for (const found of dossier.cases) {
    const trail = trails.get(found.id)!;
    expectChain(found, trail);
    expectLegalMoves(found, trail);
    expectRebuilt(found, trail);
    expect(await stage.differences(found.id)).toEqual({ intact: true, differences: [] });
    expectRuns(found, trail);
    if (!isCorrected(trail, 'CaseRisk', 'SupportMeasure')) expectPlans(found);
    for (const measure of found.measures) expectDeliveries(measure, trail);
    // What was put right since shows what would have been decided, and changes no decision.
    const corrected = isCorrected(trail) || isCorrected(trails.get(dossier.id)!);
    if (found.status === 'RISK_ELIMINATED' && !corrected)
      expectGatesHeld(found, dossier, trail, trails.get(dossier.id)!);
  }
}

type Head = Pick<CaseRow, 'version' | 'auditSequence' | 'auditHash'>;
const said = (link: AuditLink | undefined): Record<string, unknown> => (link?.change ?? {}) as Record<string, unknown>;

/** The chain is whole, ends where the row says, and the version rises by one with each change. */
function expectChain(row: Head, trail: readonly AuditLink[]): void {
  expect(trail.map(({ sequence }) => sequence)).toEqual(trail.map((_, index) => index + 1));
  trail.forEach((link, index) => {
    expect(isIntact(link), `event ${index + 1} ${link.action}`).toBe(true);
    expect(link.previousHash).toBe(trail[index - 1]?.hash ?? null);
  });
  expect(row.auditSequence).toBe(trail.length);
  expect(row.auditHash).toBe(trail.at(-1)?.hash ?? null);
  const versions = trail.filter((link) => !isNote(link)).flatMap((link) => said(link).version ?? []);
  expect(versions).toEqual(versions.map((_, index) => index + 1 + (versions[0] === 1 ? 0 : 1)));
  expect(versions.at(-1) ?? 1).toBe(row.version);
}

/** What was done has its one event in the chain of each subject that it changed; what was refused has none. */
function expectOneEventEach({ sent }: Stage, { id }: Dossier, trails: ReadonlyMap<string, readonly AuditLink[]>): void {
  const events = [...trails.values()].flat();
  const byRequest = new Map<string, AuditLink[]>();
  for (const event of events) byRequest.set(event.requestId, [...(byRequest.get(event.requestId) ?? []), event]);
  const replayed = new Map<string, number>();
  for (const { requestId, done, name, input, error, person, userErrors, fell } of sent) {
    const own = byRequest.get(requestId) ?? [];
    const told = `${name} (${requestId}) ${JSON.stringify(input)}`;
    const ofBatch = BATCHES[name];
    if (ofBatch !== undefined && input['idempotencyKey'] === undefined) {
      const items = (input['items'] ?? input['caseIds']) as readonly unknown[];
      const made = error !== null || userErrors.length > 0 ? 0 : items.length - fell.length;
      if (error !== 'SERVICE_UNAVAILABLE')
        expect(
          own.map(({ action }) => action),
          told,
        ).toEqual(Array(made).fill(ofBatch));
      continue;
    }
    if (ofBatch !== undefined) continue;
    if (!done) expect(error === 'SERVICE_UNAVAILABLE' ? [] : own, told).toEqual([]);
    const key = input['idempotencyKey'] === undefined ? undefined : `${person} ${name} ${input['idempotencyKey']}`;
    if (key !== undefined) replayed.set(key, (replayed.get(key) ?? 0) + (own.length > 0 ? 1 : 0));
    if (!done || key !== undefined) continue;
    if (name === 'verifyLead')
      expect(
        own.some((event) => event.subjectId === id),
        told,
      ).toBe(true);
    else expect(actionsOf(own, id), told).toEqual([name]);
  }
  for (const [key, count] of replayed) expect(count, `effects of the key ${key}`).toBeLessThanOrEqual(1);
}

/** What was done upon the subject that was named: not what its case took over from it. */
function actionsOf(own: readonly AuditLink[], household: string): string[] {
  const upon = own.filter((event) => !FOLLOWING.includes(event.action));
  const ofHousehold = upon.filter((event) => event.subjectId === household);
  return (ofHousehold.length > 0 ? ofHousehold : upon).map(({ action }) => action);
}

/** Whether something was put right, of some subjects or of any. */
const isCorrected = (trail: readonly AuditLink[], ...subjects: string[]): boolean =>
  trail.some(
    (link) =>
      link.action === 'correctRecord' && (subjects.length === 0 || subjects.includes(String(said(link).subject))),
  );

/** Whatever belongs to the household lies where it lies: a move leaves nothing behind. */
function expectEverythingAtHome({ region, cases, leads }: Dossier): void {
  const all = [
    ...leads,
    ...cases,
    ...cases.flatMap(({ runs }) => [...runs, ...runs.flatMap(({ steps }) => steps)]),
    ...cases.flatMap(({ risks, measures }) => [
      ...risks,
      ...measures,
      ...measures.flatMap(({ deliveries }) => deliveries),
    ]),
  ];
  expect(new Set(all.map((row) => row.region)).size).toBeLessThanOrEqual(1);
  for (const row of all) expect(row.region).toBe(region);
}

/** The last status that the events tell of; one of a measure is none of the case. */
const statusOf = (trail: readonly AuditLink[]): unknown =>
  trail
    .filter(({ action }) => action !== 'concludeMeasure')
    .map(said)
    .filter(({ status }) => status !== undefined)
    .at(-1)?.status;

/** No status but by the act that leads to it. */
function expectLegalMoves({ status }: CaseRow, trail: readonly AuditLink[]): void {
  let now = 'none';
  for (const link of trail) {
    const next = said(link).status;
    if (typeof next !== 'string' || link.action === 'concludeMeasure') continue;
    expect(MOVES[link.action]?.[now] ?? [], `${link.action} from ${now}`).toContain(next);
    now = next;
  }
  expect(now).toBe(status);
}

/** The events say again what the rows say: which steps were done, how, how often, and how each run ended. */
function expectRebuilt({ runs, identifiedOn, eliminatedOn }: CaseRow, trail: readonly AuditLink[]): void {
  const rows = runs.flatMap(({ kind, steps }) =>
    steps.filter(({ status }) => status === 'DONE').map((step) => ({ ...step, kind })),
  );
  const kept = rows
    .filter(({ actor }) => actor !== null)
    .map(({ kind, code, attempt, outcome, completedOn, actor }) => [kind, code, attempt, outcome, completedOn, actor]);
  const told = trail
    .filter(({ action }) => action === 'completeStep')
    .map((link) => {
      const { procedure, step, attempt, outcome } = said(link);
      return [procedure, step, attempt, outcome, dayOf(trail, link), link.actor];
    });
  // A notice that hangs when an objection is upheld is sent back by the answer to it, and by nobody's step; one that was
  // passed before the letter came stays as it was done.
  const sentBack = rows.filter(({ actor }) => actor === null).map(({ code, completedOn }) => [code, completedOn]);
  const upheld = trail
    .filter((link) => link.action === 'resolveObjection' && said(link).outcome === 'UPHELD')
    .map((link) => [said(link).step, link.occurredOn]);
  const sorted = (lines: readonly unknown[][]) => lines.map((line) => line.join(' ')).sort();
  expect(sorted(told)).toEqual(sorted(kept));
  expect(sorted(upheld)).toEqual(expect.arrayContaining(sorted(sentBack)));
  const ended = trail.map(said).filter(({ runOutcome }) => runOutcome !== undefined);
  expect(ended.map(({ runOutcome }) => runOutcome)).toEqual(
    runs.filter(({ outcome }) => outcome !== null).map(({ outcome }) => outcome),
  );
  const last = ended.filter(({ identifiedOn: day }) => day !== undefined).at(-1);
  const moved = trail.some(
    (link) => (said(link).days as { identifiedOn?: string } | undefined)?.identifiedOn !== undefined,
  );
  if (last !== undefined && !moved) expect(last.identifiedOn).toBe(identifiedOn);
  expect(eliminatedOn === null).toBe(statusOf(trail) !== 'RISK_ELIMINATED');
}

/** The day on which a step happened: the one that it was entered with, or the last that it was put right to. */
function dayOf(trail: readonly AuditLink[], link: AuditLink): string {
  const { procedure, step, attempt } = said(link);
  const isSame = (one: Record<string, unknown> | undefined, code: unknown): boolean =>
    one?.procedure === procedure && one?.attempt === attempt && code === step;
  const after = trail.slice(trail.indexOf(link) + 1);
  // A later run of the same kind has its own steps of these names.
  const again = after.findIndex((one) => one.action === 'completeStep' && isSame(said(one), said(one).step));
  const later = after.slice(0, again < 0 ? undefined : again).flatMap((one) => {
    const corrected = (said(one).corrected as { step?: Record<string, unknown> } | undefined)?.step;
    return isSame(corrected, corrected?.code) ? [String(corrected?.on)] : [];
  });
  return later.at(-1) ?? link.occurredOn;
}

/** One run at a time; nothing waits in one that ended; a notice hung its days before its step was passed. */
function expectRuns({ runs, status }: CaseRow, trail: readonly AuditLink[]): void {
  const open = runs.filter(({ endedOn }) => endedOn === null);
  expect(open.length).toBeLessThanOrEqual(1);
  expect(runs.map(({ sequence }) => sequence)).toEqual(runs.map((_, index) => index + 1));
  if (status === 'UNDER_IDENTIFICATION')
    expect(open.map(({ kind }) => kind.endsWith('IDENTIFICATION'))).toEqual([true]);
  if (status === 'UNDER_ELIMINATION') expect(open.map(({ kind }) => kind)).toEqual(['ELIMINATION']);
  if (!OPEN.includes(status)) expect(open).toEqual([]);
  for (const run of runs) {
    const current = run.steps.filter((step) => step.status === 'CURRENT');
    if (run.endedOn === null) expect(current.length, `${run.kind} waits for nothing`).toBeGreaterThan(0);
    else expect(current).toEqual([]);
    if (run.outcome === 'PASSED') expectPassedInOrder(run);
    for (const step of run.steps) {
      if (step.kind !== 'PUBLIC_NOTICE' || step.noticeId === null) continue;
      expect(daysBetween(step.opensOn as CalendarDate, step.closesOn as CalendarDate)).toBeGreaterThanOrEqual(5);
      if (step.outcome === 'PASSED') {
        expect(step.completedOn! > step.closesOn!, `notice until ${step.closesOn}, passed on ${step.completedOn}`).toBe(
          true,
        );
      }
    }
  }
  const closings = new Map<string, string>();
  for (const link of trail.filter(({ action }) => action === 'publishNotice')) {
    const { procedure, step, opensOn, closesOn, extended } = said(link);
    const key = `${procedure} ${step} ${opensOn}`;
    if (extended === true) expect(String(closesOn) > (closings.get(key) ?? '')).toBe(true);
    closings.set(key, String(closesOn));
  }
}

/** A run that passed has passed every step it must hold, each after those before it (R08, R09). */
function expectPassedInOrder({ kind, steps }: RunRow): void {
  const day = (of: string): string =>
    steps.filter((step) => step.kind === of && step.outcome === 'PASSED').at(-1)?.completedOn ?? '';
  expect(day('DEMOCRATIC_REVIEW')).not.toBe('');
  expect(day('PUBLIC_NOTICE') > day('DEMOCRATIC_REVIEW')).toBe(true);
  if (kind === 'SUPPORT') return;
  expect(day('COUNTY_DECISION') >= day('PUBLIC_NOTICE')).toBe(true);
  expect(day('HOUSEHOLD_VERIFICATION')).not.toBe('');
  const announced = steps.filter((step) => step.kind === 'RESULT_ANNOUNCEMENT');
  if (announced.length > 0) expect(day('RESULT_ANNOUNCEMENT') >= day('COUNTY_DECISION')).toBe(true);
  if (kind === 'ELIMINATION') return;
  expect(day('COMMITMENT_AUTHORIZATION')).not.toBe('');
  expect(day('DATA_COMPARISON') >= day('COMMITMENT_AUTHORIZATION')).toBe(true);
  const actors = (of: string): (string | null)[] =>
    steps.filter((step) => step.kind === of && step.status === 'DONE').map(({ actor }) => actor);
  const passed = steps.filter((step) => step.kind === 'COUNTY_DECISION' && step.outcome === 'PASSED');
  for (const { actor } of passed) expect(actors('HOUSEHOLD_VERIFICATION')).not.toContain(actor);
}

/** Neither two instruments for the one risk that the plans know, nor labour without something to earn by (R15, R17). */
function expectPlans({ measures, risks }: CaseRow): void {
  const planned = measures.filter(({ urgent, status }) => !urgent && status !== 'CANCELLED');
  const single = new Set(risks.map(({ riskType }) => riskType)).size === 1;
  const forIllness = new Set(
    planned.filter(({ addresses }) => addresses.includes('ILLNESS')).map(({ instrument }) => instrument),
  );
  const statutory = ['medical-insurance-subsidy', 'hospital-reimbursement'];
  const counted = [...forIllness].filter((instrument) => !statutory.includes(instrument));
  const completed = planned.some(({ status }) => status === 'COMPLETED');
  if (single && !completed && !planned.some(({ overridden }) => overridden))
    expect(counted.length).toBeLessThanOrEqual(1);
  for (const runId of new Set(planned.flatMap(({ runId: id }) => id ?? []))) {
    const own = measures.filter((measure) => measure.runId === runId);
    if (own.every(({ status }) => status === 'PLANNED'))
      expect(measures.some(({ nature, status }) => nature === 'DEVELOPMENTAL' && status !== 'CANCELLED')).toBe(true);
  }
}

/** Deliveries add up to what the measure says, never over its budget, each with its event. */
function expectDeliveries(
  { id, delivered, budget, deliveries, urgent, status }: MeasureRow,
  trail: readonly AuditLink[],
): void {
  expect(deliveries.reduce((sum, { amount }) => sum + (amount ?? 0), 0)).toBe(delivered);
  if (budget !== null) expect(delivered).toBeLessThanOrEqual(budget);
  const events = trail.filter(
    (link) => said(link).measureId === id && link.action === (urgent ? 'giveUrgentHelp' : 'recordDelivery'),
  );
  const later = urgent ? trail.filter((link) => said(link).measureId === id && link.action === 'recordDelivery') : [];
  expect(deliveries.length).toBe(events.length + later.length);
  if (deliveries.length > 0) expect(['IN_PROGRESS', 'COMPLETED', 'CANCELLED']).toContain(status);
}

/** The gates, asked of the rows as they were known when the county decided. */
function expectGatesHeld(
  found: CaseRow,
  dossier: Dossier,
  trail: readonly AuditLink[],
  ofHousehold: readonly AuditLink[],
): void {
  const decided = trail.filter((link) => said(link).status === 'RISK_ELIMINATED').at(-1)!;
  const on = found.eliminatedOn as CalendarDate;
  // What was entered in the decision's own moment may stand before it or after it: the two were sent together.
  const moment = Date.parse(decided.at) - 1_000;
  const known = dossier.checks.filter((check) => check.at <= decided.at);
  const from = addMonths(on, -6);
  expect(known.some((check) => check.on >= from && check.on <= on)).toBe(true);
  const settled = known.filter((check) => Date.parse(check.at) < moment && check.on >= from && check.on <= on);
  expect(settled.every(({ secure }) => secure)).toBe(true);
  for (const risk of found.risks) expect(risk.resolvedOn !== null && risk.resolvedOn <= on).toBe(true);
  const labourStands = !ofHousehold.some((link) => link.action === 'updateMember' && Date.parse(link.at) >= moment);
  if (labourStands)
    expect(dossier.members.some(({ labour }) => ['SKILLED', 'ORDINARY', 'WEAK'].includes(labour))).toBe(true);
  if (found.eliminationMode === 'NATURAL') return;
  expect(on >= addMonths(found.identifiedOn as CalendarDate, 6)).toBe(true);
  expect(
    found.measures.some(({ status, firstDeliveredOn }) => status !== 'CANCELLED' && firstDeliveredOn !== null),
  ).toBe(true);
  expect(found.measures.filter(({ status }) => status === 'PLANNED' || status === 'APPROVED')).toEqual([]);
}
