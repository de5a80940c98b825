import type { CaseCategory } from '../../domain/case/monitoring-case.js';
import { addDays, type CalendarDate } from '../../domain/kernel/calendar-date.js';
import type {
  ProcedureDefinition,
  StepDefinition,
  StepKind,
  StepOutcome,
} from '../../domain/procedure/procedure-definition.js';
import type { ProcedureRun, ProcedureStep } from '../../domain/procedure/procedure-run.js';
import type { ProposedRisk } from '../../domain/procedure/step-act.js';
import { currentSteps, hasPassed, stepDefinition, stepsBefore } from '../../domain/procedure/step-graph.js';
import type { CaseCourse } from './case-course.js';
import type { CourseParts, FollowedRun } from './course-parts.js';
import { boardIn, officesAbove } from './place-words.js';
import { actOf, aPaper } from './step-acts.js';

/** 走程序 · How far a run is taken. */
export interface WalkOrder {
  /** What an identification proposes; null in other procedures. */
  readonly proposal: { readonly category: CaseCategory; readonly risks: readonly ProposedRisk[] } | null;
  /** The last step is left to be done. */
  readonly keepOpen?: boolean;
  /** Step that is left to be done, with all that stand after it. */
  readonly stopAt?: string;
  /** Step that ends the run as REJECTED. */
  readonly rejectAt?: string;
  /** The first review by an office sends the run back once. */
  readonly returnOnce?: boolean;
}

/** Days from when a step is current to when it happens, from and to. */
const PACE: Readonly<Record<StepKind, readonly [number, number]>> = {
  HOUSEHOLD_VERIFICATION: [0, 2],
  COMMITMENT_AUTHORIZATION: [0, 1],
  DATA_COMPARISON: [1, 3],
  DEMOCRATIC_REVIEW: [0, 2],
  PUBLIC_NOTICE: [0, 1],
  TOWNSHIP_REVIEW: [1, 2],
  COUNTY_DECISION: [1, 3],
  RESULT_ANNOUNCEMENT: [0, 2],
  CUSTOM: [0, 2],
};

interface NextAct {
  readonly step: ProcedureStep;
  readonly own: StepDefinition;
  readonly day: CalendarDate;
}

/**
 * 走程序 · Takes the run under way through its steps as days go by, until it ends, the last day comes, or the order says so.
 *
 * @article 3.2
 */
export function walkRun(course: CaseCourse, parts: CourseParts, order: WalkOrder): void {
  const { random } = parts;
  const days = new Map<string, CalendarDate>();
  const left = new Set<string>(order.stopAt === undefined ? [] : [order.stopAt]);
  let returns = order.returnOnce === true ? 1 : 0;
  const dayOf = (key: string, plan: () => CalendarDate): CalendarDate => {
    const day = days.get(key) ?? plan();
    days.set(key, day);
    return day;
  };

  for (let following = course.running; following !== null; following = course.running) {
    const { run, definition } = following;
    const next = nextAct(following, left, (step, own) => {
      const [least, most] = PACE[own.kind];
      const from = step.notice === null ? step.startedOn! : addDays(step.notice.closesOn, 1);
      return dayOf(`${step.id}/${step.notice === null}`, () => addDays(from, random.integer(least, most)));
    });
    if (next === null || next.day > parts.until) return;
    const { step, own, day } = next;
    if (own.kind === 'PUBLIC_NOTICE' && step.notice === null) {
      const closesOn = addDays(day, Math.max(1, own.minimumNoticeDays ?? 1) + random.integer(0, 1));
      course.publish(own.code, day, closesOn, boardIn(parts.world.tree, parts.household.regionCode));
    } else if (order.keepOpen === true && isLastStep(run, definition)) left.add(own.code);
    else {
      const target = returns > 0 ? returnTarget(own, definition) : null;
      const outcome: StepOutcome = target !== null ? 'RETURNED' : own.code === order.rejectAt ? 'REJECTED' : 'PASSED';
      if (target !== null) returns -= 1;
      if (!completes(course, parts, order, next, outcome, target)) left.add(own.code);
    }
  }
}

function nextAct(
  { run, definition }: FollowedRun,
  left: ReadonlySet<string>,
  dayOf: (step: ProcedureStep, own: StepDefinition) => CalendarDate,
): NextAct | null {
  let next: NextAct | null = null;
  for (const step of currentSteps(run)) {
    if (left.has(step.code)) continue;
    const own = stepDefinition(definition, step.code)!;
    const day = dayOf(step, own);
    if (next === null || day < next.day) next = { step, own, day };
  }
  return next;
}

function completes(
  course: CaseCourse,
  parts: CourseParts,
  { proposal }: WalkOrder,
  { step, own, day }: NextAct,
  outcome: StepOutcome,
  returnTo: string | null,
): boolean {
  const { random, household, world } = parts;
  const offices = officesAbove(world.tree, household.regionCode);
  const back = returnTo === null ? {} : { returnTo };
  const act = actOf(
    { step: own, occurredOn: day, outcome, proposal, headName: household.headName, offices, ...back },
    random,
  );
  if (act === null) return false;
  const { notice } = step;
  const isLate = notice !== null && (notice.enteredOn ?? notice.opensOn) > notice.closesOn;
  const evidence =
    isLate || (own.kind === 'PUBLIC_NOTICE' && random.chance(0.3)) ? [aPaper('notice-photograph', random)] : [];
  course.complete({ ...act, evidence: [...(act.evidence ?? []), ...evidence] });
  return true;
}

function isLastStep(run: ProcedureRun, definition: ProcedureDefinition): boolean {
  return definition.steps.filter(({ code }) => !hasPassed(run, code)).length === 1;
}

/** Offices send back to the review; it is nearest to what they find missing. */
function returnTarget(own: StepDefinition, definition: ProcedureDefinition): string | null {
  if (own.kind !== 'TOWNSHIP_REVIEW' && own.kind !== 'COUNTY_DECISION') return null;
  if (!own.outcomes.includes('RETURNED')) return null;
  const before = stepsBefore(definition, own.code);
  return before.findLast((code) => stepDefinition(definition, code)?.kind === 'DEMOCRATIC_REVIEW') ?? null;
}
