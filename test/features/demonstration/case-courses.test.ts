import { describe, expect, it } from 'vitest';
import type { CaseCategory } from '../../../src/domain/case/monitoring-case.js';
import { checkCategory } from '../../../src/domain/case/rules/r02-category-fits-former-status.js';
import { decideElimination } from '../../../src/domain/elimination/decide-elimination.js';
import type { EliminationQuestion } from '../../../src/domain/elimination/elimination-question.js';
import type { FormerStatus } from '../../../src/domain/household/household.js';
import { type CalendarDate, daysBetween } from '../../../src/domain/kernel/calendar-date.js';
import type { RegionCode } from '../../../src/domain/kernel/region-code.js';
import type { ProcedureKind } from '../../../src/domain/procedure/procedure-definition.js';
import { isIntact } from '../../../src/features/audit/append-audit.js';
import { by, generated, WORLD } from './a-generated-register.js';

const rows = generated({ households: 1_200, seed: 11 });
const household = new Map(rows.household.map((own) => [own.id, own]));
const caseOf = new Map(rows.monitoringCase.map((own) => [own.id, own]));
const runs = by(rows.procedureRun, ({ caseId }) => caseId);
const steps = by(rows.procedureStep, ({ runId }) => runId);
const notices = new Map(rows.publicNotice.map((own) => [own.id, own]));
type Run = (typeof rows.procedureRun)[number];

const definitionOf = (run: Run) =>
  WORLD.provinces.rulesOn(run.regionCode as RegionCode, run.startedOn as CalendarDate).procedures[
    run.kind as ProcedureKind
  ];
const latest = (run: Run) => {
  const own = by(steps.get(run.id)!, ({ code }) => code);
  return new Map(
    [...own].map(([code, attempts]) => [code, attempts.reduce((a, b) => (a.attempt > b.attempt ? a : b))]),
  );
};

describe('runs', () => {
  it('follow the configuration of their first day, at every step the definition has, attempts counted from 1', () => {
    for (const run of rows.procedureRun) {
      const rules = WORLD.provinces.rulesOn(run.regionCode as RegionCode, run.startedOn as CalendarDate);
      expect(run.configVersion).toBe(rules.configVersion);
      const definition = definitionOf(run);
      for (const [code, own] of by(steps.get(run.id)!, (step) => step.code)) {
        const position = definition.steps.findIndex((step) => step.code === code);
        const { kind, level } = definition.steps[position]!;
        expect(own.map(({ attempt }) => attempt).sort()).toEqual(own.map((_, at) => at + 1));
        for (const step of own)
          expect(step).toMatchObject({ position, kind, level, runKind: run.kind, caseId: run.caseId });
      }
      expect(latest(run).size).toBe(definition.steps.length);
    }
  });

  it('open each step on the latest day of those before it, and never earlier', () => {
    for (const run of rows.procedureRun) {
      const done = latest(run);
      for (const { code, after } of definitionOf(run).steps) {
        const step = done.get(code)!;
        if (step.status === 'WAITING') {
          expect(step.startedOn).toBeNull();
          continue;
        }
        const days = after.map((before) => done.get(before)!);
        // What was sent back from here on is waiting again; what stands before a step that began has passed.
        for (const before of days) expect([before.status, before.outcome]).toEqual(['DONE', 'PASSED']);
        const expected = [run.startedOn, ...days.map(({ completedOn }) => completedOn!)].sort().at(-1)!;
        if (step.attempt === 1) expect(step.startedOn).toBe(expected);
        if (step.completedOn) expect(step.completedOn >= step.startedOn!).toBe(true);
      }
    }
  });

  it('end as PASSED with every step passed, as REJECTED with one rejected, and are open otherwise, unless the case was withdrawn', () => {
    for (const run of rows.procedureRun) {
      const outcomes = [...latest(run).values()].map(({ outcome }) => outcome);
      if (run.outcome === 'PASSED') expect(new Set(outcomes)).toEqual(new Set(['PASSED']));
      else if (run.outcome === 'REJECTED') expect(outcomes.filter((outcome) => outcome === 'REJECTED')).toHaveLength(1);
      else {
        const isWithdrawn = caseOf.get(run.caseId)!.status === 'WITHDRAWN';
        expect(run.endedOn !== null).toBe(isWithdrawn);
        expect(steps.get(run.id)!.some(({ status }) => status === 'CURRENT')).toBe(!isWithdrawn);
      }
    }
  });

  it('hang notices for five days at least, seven for eliminations in 平江县 from 2023 on, and pass them after their last day', () => {
    let seven = 0;
    for (const run of rows.procedureRun)
      for (const step of steps.get(run.id)!) {
        if (step.kind !== 'PUBLIC_NOTICE' || step.noticeId == null) continue;
        const { opensOn, closesOn } = notices.get(step.noticeId)!;
        const isPingjiang = run.kind === 'ELIMINATION' && run.countyCode === '430626';
        const least = isPingjiang && run.startedOn >= '2023-01-01' ? 7 : 5;
        if (least === 7) seven += 1;
        expect(daysBetween(opensOn as CalendarDate, closesOn as CalendarDate)).toBeGreaterThanOrEqual(least);
        if (step.outcome === 'PASSED') expect(step.completedOn! > closesOn).toBe(true);
      }
    expect(seven).toBeGreaterThan(10);
    expect(rows.noticeEntry).toHaveLength(rows.publicNotice.length);
  });

  it('are never two at once in a case, and stand at different steps of identification', () => {
    for (const own of runs.values())
      expect(own.filter(({ endedOn }) => endedOn === null).length).toBeLessThanOrEqual(1);
    const current = rows.procedureStep.filter(
      ({ status, runKind }) => status === 'CURRENT' && runKind === 'IDENTIFICATION',
    );
    expect(new Set(current.map(({ code }) => code)).size).toBeGreaterThanOrEqual(6);
  });

  it('keep whoever verified out of the county decision', () => {
    for (const run of rows.procedureRun) {
      const verifiers = steps
        .get(run.id)!
        .flatMap(({ kind, actor, sectionSealed }) =>
          kind === 'HOUSEHOLD_VERIFICATION' && sectionSealed
            ? [actor, ...(JSON.parse(sectionSealed) as { visitors: string[] }).visitors]
            : [],
        );
      for (const { kind, actor } of steps.get(run.id)!)
        if (kind === 'COUNTY_DECISION' && actor) expect(verifiers).not.toContain(actor);
    }
  });
});

describe('cases', () => {
  it('have a category that fits the former status, and risks that the province knows', () => {
    for (const own of rows.monitoringCase) {
      const { formerStatus } = household.get(own.householdId)!;
      if (own.category) expect(checkCategory(own.category as CaseCategory, formerStatus as FormerStatus)).toEqual([]);
    }
    const known = WORLD.provinces
      .rulesOn('430121' as RegionCode, '2023-11-30' as CalendarDate)
      .riskTypes.map(({ code }) => code);
    for (const { riskType } of rows.caseRisk) expect(known).toContain(riskType);
  });

  it('pass all thirteen gates on the day they were eliminated, and when that was asked for', () => {
    const eliminated = rows.monitoringCase.filter(({ status }) => status === 'RISK_ELIMINATED');
    expect(eliminated.length).toBeGreaterThan(100);
    for (const own of eliminated) {
      const request = runs.get(own.id)!.find(({ kind }) => kind === 'ELIMINATION')!.startedOn;
      for (const on of [request, own.eliminatedOn!]) {
        const gates = decideElimination(questionOf(own.id, on as CalendarDate));
        expect(
          gates.filter(({ passed }) => !passed).map(({ code, reason }) => `${own.number} ${code}: ${reason.en}`),
        ).toEqual([]);
      }
    }
  });

  it('deliver no more than was planned, from the day a measure starts', () => {
    const deliveries = by(rows.delivery, ({ measureId }) => measureId);
    for (const measure of rows.supportMeasure) {
      const own = deliveries.get(measure.id) ?? [];
      const sum = own.reduce((total, { amountFen }) => total + (amountFen ?? 0), 0);
      expect(measure.deliveredFen).toBe(sum);
      if (measure.budgetFen != null) expect(sum).toBeLessThanOrEqual(measure.budgetFen);
      for (const { deliveredOn } of own) expect(deliveredOn >= measure.startsOn!).toBe(true);
      expect(measure.firstDeliveredOn ?? undefined).toBe(own.map(({ deliveredOn }) => deliveredOn).sort()[0]);
    }
    const families = new Set(rows.supportMeasure.map(({ family }) => family));
    expect(families.size).toBeGreaterThan(8);
  });
});

describe('audit chains', () => {
  const chains = by(rows.auditEvent, ({ subjectId }) => subjectId);
  const subjects = [...rows.household, ...rows.monitoringCase];

  it('are whole: every link says what its hash covers, names the one before, and the last is the head', () => {
    for (const [id, links] of chains) {
      links.forEach(({ id: _id, ...link }, at) => {
        expect(link.sequence).toBe(at + 1);
        expect(link.previousHash).toBe(at === 0 ? null : links[at - 1]!.hash);
        expect(isIntact(link as Parameters<typeof isIntact>[0]), id).toBe(true);
      });
    }
    for (const { id, auditSequence, auditHash } of subjects) {
      expect(auditSequence).toBe(chains.get(id)!.length);
      expect(auditHash).toBe(chains.get(id)!.at(-1)!.hash);
    }
    const ownLeads = rows.lead.filter(({ householdId }) => householdId === null);
    for (const { id, auditSequence } of ownLeads) expect(chains.get(id)).toHaveLength(auditSequence);
  });

  it('raise the version with every event that changes the subject', () => {
    for (const { id, version } of subjects) {
      const versions = chains.get(id)!.flatMap(({ change }) => (change as { version?: number }).version ?? []);
      expect(versions).toEqual(versions.map((_, at) => at + 1));
      expect(version).toBe(versions.length);
    }
  });

  it('are entered in the order of their instants, and hold no personal data', () => {
    for (const links of chains.values()) {
      const instants = links.map(({ at }) => at);
      expect(instants).toEqual([...instants].sort());
    }
    const written = JSON.stringify(rows.auditEvent.map(({ change }) => change));
    for (const { nameSealed } of rows.member.slice(0, 200)) expect(written).not.toContain(nameSealed);
    expect(written).not.toMatch(/"154\d{8}"/);
  });
});

const risks = by(rows.caseRisk, ({ caseId }) => caseId);
const measures = by(rows.supportMeasure, ({ caseId }) => caseId);
const members = by(rows.member, ({ householdId }) => householdId);
const incomes = by(rows.incomeRecord, ({ householdId }) => householdId);
const checks = by(rows.guaranteeCheck, ({ householdId }) => householdId);

function questionOf(caseId: string, on: CalendarDate): EliminationQuestion {
  const own = caseOf.get(caseId)!;
  const question = {
    on,
    mode: own.eliminationMode,
    reason: own.eliminationReasonSealed,
    facts: { ...own, risks: risks.get(caseId) ?? [], measures: measures.get(caseId) ?? [] },
    reviewOn: own.nextReviewOn ?? null,
    members: members.get(own.householdId),
    incomes: incomes
      .get(own.householdId)!
      .map(({ windowFrom: from, windowTo: to, ...income }) => ({ ...income, from, to })),
    guarantees: checks.get(own.householdId),
    rules: WORLD.provinces.rulesOn(own.regionCode as RegionCode, on),
  };
  return question as unknown as EliminationQuestion;
}
