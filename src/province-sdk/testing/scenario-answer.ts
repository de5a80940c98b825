import { decideElimination } from '../../domain/elimination/decide-elimination.js';
import type { Judges } from '../../domain/judgement/judges.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import type { StoppedDays } from '../../domain/procedure/deadline-stops.js';
import { dueDate } from '../../domain/procedure/due-date.js';
import type { DeadlineStop, ProcedureDefinition, StepDefinition } from '../../domain/procedure/procedure-definition.js';
import { type WindowDays, windowDays } from '../../domain/province/income-window.js';
import type { ProvinceRules } from '../../domain/province/province-rules.js';
import { limitDueDate } from '../../domain/province/time-limit.js';
import { assessHousehold, type HouseholdAssessment } from '../../domain/risk/assess-household.js';
import { eliminationOf, factsOf } from './scenario-facts.js';
import type { Scenario } from './scenario-shape.js';

/** 情形答案 · What the rules of the day answer to a scenario. @article 5.1 */
export interface ScenarioAnswer {
  readonly rules: ProvinceRules;
  readonly assessment: HouseholdAssessment;
  /** By the gate's code; empty where the scenario asks for no elimination. */
  readonly gates: Readonly<Record<string, boolean>>;
  readonly deadlineOf: (name: string) => CalendarDate | null | undefined;
  /** For what a named deadline stops; undefined for a name that means none. */
  readonly stopsOf: (name: string) => readonly DeadlineStop[] | undefined;
  readonly stepOf: (name: string) => StepDefinition | undefined;
  readonly noticeDaysOf: (kind: string) => number | null | undefined;
  readonly window: (use: 'atIdentification' | 'whileMonitored') => WindowDays | null;
}

/** 情形作答 · Runs the rules of a day on a scenario. @param rules  of its day and county @article 5.1 */
export async function answerScenario(
  scenario: Scenario,
  rules: ProvinceRules,
  { holidays, judges }: { readonly holidays: HolidayCalendar; readonly judges?: Judges },
): Promise<ScenarioAnswer> {
  const { on } = scenario;
  const facts = factsOf(scenario, rules);
  const question = eliminationOf(scenario, facts, rules);
  const [judged = []] = (await judges?.range(rules, [facts], on)) ?? [];
  const gatesJudged = question === null ? [] : await judges?.gates(rules, facts, question, on);
  const procedureOf = (kind: string): ProcedureDefinition | undefined =>
    (rules.procedures as Readonly<Record<string, ProcedureDefinition>>)[kind];
  const stepOf = (name: string): StepDefinition | undefined => {
    const [kind = '', code = ''] = name.split('/');
    return procedureOf(kind)?.steps.find((step) => step.code === code);
  };
  const stopped: readonly StoppedDays[] = [
    ...scenario.notices.map(({ opensOn, closesOn }) => ({ after: opensOn, until: closesOn, stop: 'NOTICE' as const })),
    ...scenario.returns.map(({ on, backOn = null }) => ({ after: on, until: backOn, stop: 'RETURN' as const })),
  ];
  const stoppedFor = (stops: readonly DeadlineStop[] = []) => stopped.filter(({ stop }) => stops.includes(stop));
  const limits = {
    lead: rules.leadVerificationLimit,
    identification: rules.identificationLimit,
    support: rules.supportLimit,
  };
  return {
    rules,
    assessment: assessHousehold(facts, rules, on, judged),
    gates: Object.fromEntries(
      (question === null ? [] : decideElimination({ ...question, judged: gatesJudged ?? [] })).map((gate) => [
        gate.code,
        gate.passed,
      ]),
    ),
    deadlineOf: (name) => {
      if (Object.hasOwn(limits, name)) {
        const limit = limits[name as keyof typeof limits];
        return limit === null ? null : limitDueDate(on, limit.value, holidays).dueOn;
      }
      const step = stepOf(name);
      if (step !== undefined) {
        const { deadlineDays, workingDays, deadlineStops } = step;
        return dueDate(on, deadlineDays, workingDays, holidays, stoppedFor(deadlineStops)).dueOn;
      }
      const whole = procedureOf(name);
      if (whole === undefined) return undefined;
      const { limitDays, limitInWorkingDays, limitStops } = whole;
      return dueDate(on, limitDays, limitInWorkingDays, holidays, stoppedFor(limitStops)).dueOn;
    },
    stopsOf: (name) => stepOf(name)?.deadlineStops ?? procedureOf(name)?.limitStops,
    stepOf,
    noticeDaysOf: (kind) => procedureOf(kind)?.steps.find((step) => step.kind === 'PUBLIC_NOTICE')?.minimumNoticeDays,
    window: (use) => {
      if (rules.line === null) return null;
      return windowDays(rules.line.window?.[use] ?? 'MONTHS_BEFORE', rules.line.windowMonths, on);
    },
  };
}
