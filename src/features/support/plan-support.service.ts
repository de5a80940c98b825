import { uuidv7 } from 'uuidv7';
import { mayStartRun } from '../../domain/case/may-start-run.js';
import { guaranteesOn, notSecure } from '../../domain/guarantee/guarantees-on.js';
import type { HouseholdFacts } from '../../domain/household/household-facts.js';
import { hasLabourCapacity, hasOnlyWeakLabour } from '../../domain/household/labour.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { formatYuan, ZERO_FEN } from '../../domain/kernel/money.js';
import type { RegionLevel } from '../../domain/kernel/region-code.js';
import { startRun } from '../../domain/procedure/start-run.js';
import type { ProvinceRules } from '../../domain/province/province-rules.js';
import { checkPlan } from '../../domain/support/check-plan.js';
import { instrumentOf, type PlannedMeasure, type PlanQuestion } from '../../domain/support/plan-question.js';
import type { Caller } from '../../platform/auth/caller.js';
import {
  type CaseChangeBasis,
  type CaseEffect,
  earliestDue,
  insertRun,
  LONGEST,
  type OnCase,
  providerTrace,
  readCaseId,
  sealText,
  textFaults,
  textOrNull,
  trackingColumns,
  verifiedFacts,
} from '../case/index.js';
import { type Changed, refuseAny } from '../change/index.js';
import { insertMeasures, type NewMeasure } from './measure-write.repository.js';
import { casePlace, householdOf, instrumentsNamed, type SupportNeeds } from './support-needs.js';

/** 计划措施 · One measure of the mutation's input. */
export interface PlannedMeasureAct extends PlannedMeasure {
  readonly fundingLevel?: RegionLevel | null;
}

/** 制定帮扶计划 · The mutation's input. */
export interface PlanSupportAct extends OnCase {
  readonly on: CalendarDate;
  readonly measures: readonly PlannedMeasureAct[];
  readonly overrideReason?: string | null;
}

/**
 * 制定帮扶计划服务 · Checks a plan against the rules of its day and starts its procedure, whose end approves or cancels it.
 *
 * @article 4.1, 4.2
 */
export class PlanSupportService {
  constructor(private readonly needs: SupportNeeds) {}

  /** 制定帮扶计划 · Plans measures for a monitored case and starts a SUPPORT run. */
  planSupport(caller: Caller, input: PlanSupportAct): Promise<Changed<{ county: string; case: string }>> {
    const request = { caller, operation: 'Mutation.planSupport', input, place: readCaseId(input.caseId) };
    return this.needs.changes.change(request, (basis) => this.decide(basis, input));
  }

  private async decide(basis: CaseChangeBasis, input: PlanSupportAct): Promise<CaseEffect> {
    const { row, parts, facts, caller } = basis;
    const household = await householdOf(this.needs, basis, 'caseId');
    const rules = this.needs.provinces.rulesOn(row.regionCode, input.on);
    const question = this.question(basis, household, rules, input);
    refuseAny([...mayStartRun(facts, 'SUPPORT'), ...textsOf(input), ...checkPlan(question)]);
    const run = startRun({
      kind: 'SUPPORT',
      definition: rules.procedures.SUPPORT,
      startedOn: input.on,
      configVersion: rules.configVersion,
      newId: uuidv7,
      holidays: this.needs.holidays,
    });
    const measures = input.measures.map((planned) => this.measure(planned, question, run.id, caller));
    const tracking = trackingColumns({
      row,
      status: facts.status,
      measures: facts.measures,
      members: parts.members,
      rules,
      on: input.on,
    });
    const place = casePlace(basis);
    const { blindIndex } = this.needs;
    return {
      set: { dueOn: earliestDue(run), ...tracking },
      action: 'planSupport',
      occurredOn: input.on,
      change: {
        procedure: run.kind,
        configVersion: rules.configVersion,
        measures: measures.map((measure, at) => ({
          ...told(measure),
          provider: providerTrace(blindIndex, measure.id, textOrNull(input.measures[at]!.provider)),
        })),
        override: question.overrideReason !== null,
        sealed: question.overrideReason === null ? [] : ['overrideReason'],
        ...tracking,
      },
      writes: [
        insertRun(basis.tx, place, run, rules.procedures.SUPPORT, facts.runs.length + 1),
        insertMeasures(basis.tx, place, measures),
      ],
    };
  }

  private question(
    { row, parts, facts, caller }: CaseChangeBasis,
    household: HouseholdFacts,
    rules: ProvinceRules,
    { on, measures, overrideReason }: PlanSupportAct,
  ): PlanQuestion {
    const check = guaranteesOn(household.guarantees, on);
    const verified = verifiedFacts(parts, this.needs.cipher);
    const { members } = household;
    const codes = measures.map(({ instrument }) => instrument);
    return {
      on,
      today: caller.today,
      identifiedOn: row.identifiedOn,
      risks: facts.risks,
      guaranteesNotSecure: check === null ? [] : notSecure(check),
      needs: verified.needs,
      labour: {
        hasLabour: hasLabourCapacity(members),
        partlyLost: hasOnlyWeakLabour(members),
        stableIncomeFromWork: verified.stableIncomeFromWork,
      },
      weakDrive: verified.weakDrive,
      safetyNetGranted: members.some(({ safetyNet }) => safetyNet !== 'NONE'),
      measures,
      standing: facts.measures,
      overrideReason: textOrNull(overrideReason),
      rules: {
        instruments: instrumentsNamed(this.needs.provinces, row.regionCode, rules, codes),
        riskTypes: rules.riskTypes,
        socialSecurityInstruments: rules.socialSecurityInstruments,
      },
    };
  }

  private measure(planned: PlannedMeasureAct, question: PlanQuestion, runId: string, caller: Caller): NewMeasure {
    const id = uuidv7();
    const { family, nature } = instrumentOf(question.rules, planned.instrument)!;
    const reason = question.overrideReason;
    return {
      id,
      runId,
      instrument: planned.instrument,
      family,
      nature,
      addresses: [...new Set(planned.addresses)],
      status: 'PLANNED',
      timing: planned.timing,
      fundingSource: planned.fundingSource,
      fundingLevel: planned.fundingLevel ?? null,
      provider: sealText(this.needs.cipher, textOrNull(planned.provider), 'support_measure', 'provider', id),
      budget: planned.budget ?? null,
      delivered: ZERO_FEN,
      startsOn: planned.startsOn ?? null,
      endsOn: planned.endsOn ?? null,
      firstDeliveredOn: null,
      urgent: false,
      plannedOn: question.on,
      overrideReasonSealed: sealText(this.needs.cipher, reason, 'support_measure', 'override_reason_sealed', id),
      at: caller.now.toISOString(),
    };
  }
}

/** What the trail says of a measure in the open; who provides it is a text, and told as a digest. */
function told({
  id,
  instrument,
  addresses,
  timing,
  fundingSource,
  fundingLevel,
  budget,
  startsOn,
  endsOn,
}: NewMeasure) {
  const yuan = budget === null ? null : formatYuan(budget);
  return { measureId: id, instrument, addresses, timing, fundingSource, fundingLevel, budget: yuan, startsOn, endsOn };
}

function textsOf({ measures, overrideReason }: PlanSupportAct) {
  return textFaults([
    { text: overrideReason, path: ['overrideReason'], longest: LONGEST.note },
    ...measures.map(({ provider }, index) => ({
      text: provider,
      path: ['measures', String(index), 'provider'],
      longest: LONGEST.name,
    })),
  ]);
}
