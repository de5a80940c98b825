import type { CaseFacts, EliminationMode } from '../../domain/case/monitoring-case.js';
import type { DecidedAnew } from '../../domain/correction/decided-anew.js';
import type { HouseholdFacts } from '../../domain/household/household-facts.js';
import { hasLabourCapacity, hasOnlyWeakLabour } from '../../domain/household/labour.js';
import type { Judges } from '../../domain/judgement/judges.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { LocalizedText } from '../../domain/province/localized-text.js';
import { assessHousehold } from '../../domain/risk/assess-household.js';
import { unservedAsks } from '../../domain/support/rules/r17-labour-and-safety-net.js';
import type { CaseRow, VerifiedFacts } from '../case/index.js';
import type { EliminationGates } from '../elimination/index.js';
import type { ProvinceService } from '../province/index.js';

/** 所需服务 · By what decisions are made anew: the same that made them, the province's own functions among them. */
export interface DecideAnewNeeds {
  readonly provinces: ProvinceService;
  readonly judgements: Pick<Judges, 'range'>;
  readonly gates: Pick<EliminationGates, 'decide' | 'reasonOf'>;
}

/** 决定的依据 · A household and the case whose decisions read it, as they are recorded or as they would be. */
export interface DecisionBasis {
  readonly household: HouseholdFacts;
  /** The newest case that was not given up; null for none. */
  readonly own: { readonly row: CaseRow; readonly facts: CaseFacts; readonly verified: VerifiedFacts } | null;
}

/** 重新判定 · What the rules say of a basis today, and on the days of the decisions that were made upon it. @article 5.3 */
export async function decideAnew(
  needs: DecideAnewNeeds,
  basis: DecisionBasis,
  today: CalendarDate,
): Promise<DecidedAnew> {
  const { household, own } = basis;
  const identifiedOn = own?.facts.identifiedOn ?? null;
  return {
    withinRange: await withinRange(needs, household, today),
    atIdentification:
      identifiedOn === null
        ? null
        : { on: identifiedOn, withinRange: await withinRange(needs, household, identifiedOn) },
    atElimination: own === null ? null : await gatesShut(needs, household, own),
    unserved: own === null ? [] : unserved(needs, household, own, today),
    late: own === null ? [] : lateOnes(needs, own),
  };
}

async function withinRange(
  { provinces, judgements }: DecideAnewNeeds,
  household: HouseholdFacts,
  on: CalendarDate,
): Promise<boolean | null> {
  const rules = provinces.rulesOn(household.regionCode as RegionCode, on);
  const [judged = []] = await judgements.range(rules, [household], on);
  return assessHousehold(household, rules, on, judged).withinRange;
}

type OwnCase = NonNullable<DecisionBasis['own']>;

async function gatesShut({ gates: own }: DecideAnewNeeds, household: HouseholdFacts, { row, facts }: OwnCase) {
  const requested = facts.runs.find(({ kind, endedOn }) => kind === 'ELIMINATION' && endedOn === null)?.startedOn;
  const on = facts.eliminatedOn ?? requested ?? null;
  if (on === null) return null;
  const mode = (row.eliminationMode ?? 'SUPPORTED') as EliminationMode;
  const gates = await own.decide(row, facts, household, { on, mode, reason: own.reasonOf(row) });
  return { on, shut: gates.filter(({ passed }) => !passed).map(({ code }) => code) };
}

/** Of a case with support under way; before any is planned nothing was decided that could differ. */
function unserved(
  { provinces }: DecideAnewNeeds,
  { members }: HouseholdFacts,
  { row, facts, verified }: OwnCase,
  today: CalendarDate,
): string[] {
  if (facts.status !== 'MONITORED' && facts.status !== 'UNDER_ELIMINATION') return [];
  if (!facts.measures.some(({ urgent, status }) => !urgent && status !== 'CANCELLED')) return [];
  return unservedAsks({
    labour: {
      hasLabour: hasLabourCapacity(members),
      partlyLost: hasOnlyWeakLabour(members),
      stableIncomeFromWork: verified.stableIncomeFromWork,
    },
    weakDrive: verified.weakDrive,
    needs: verified.needs,
    safetyNetGranted: members.some(({ safetyNet }) => safetyNet !== 'NONE'),
    measures: [],
    standing: facts.measures.map((measure) =>
      measure.status === 'PLANNED' || measure.status === 'COMPLETED' ? { ...measure, status: 'APPROVED' } : measure,
    ),
    overrideReason: null,
    rules: provinces.rulesOn(row.regionCode, today),
  });
}

/** Steps and runs that were over after their last day. */
function lateOnes({ provinces }: DecideAnewNeeds, { row, facts }: OwnCase): LocalizedText[] {
  const { identifiedOn } = facts;
  const isLate = identifiedOn !== null && row.identificationDueOn !== null && identifiedOn > row.identificationDueOn;
  const identification = {
    zh: '识别认定(自发现之日起)',
    en: 'the identification, from the day the household was found',
  };
  const ofRuns = facts.runs.flatMap((run) => {
    const { steps } = provinces.definitionOf(run, row.regionCode);
    const tell = (code: string, attempt: number): LocalizedText => {
      const { name = code, nameEn = code } = steps.find((step) => step.code === code) ?? {};
      return { zh: `${name}(第${attempt}次)`, en: `${nameEn} (attempt ${attempt})` };
    };
    const done = run.steps.filter(
      ({ completedOn, dueOn }) => completedOn !== null && dueOn !== null && completedOn > dueOn,
    );
    const isLate = run.endedOn !== null && run.dueOn !== null && run.endedOn > run.dueOn;
    const whole = { zh: `${run.startedOn}启动的程序`, en: `the run that began on ${run.startedOn}` };
    return [...done.map(({ code, attempt }) => tell(code, attempt)), ...(isLate ? [whole] : [])];
  });
  return [...(isLate ? [identification] : []), ...ofRuns];
}
