import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type {
  ProcedureDefinition,
  ProcedureKind,
  StepDefinition,
} from '../../domain/procedure/procedure-definition.js';
import type { LocalizedText } from '../../domain/province/localized-text.js';
import type { ProvinceConfig } from '../../domain/province/province-config.js';
import { ruleDay } from '../../domain/province/rule-day.js';
import { ruleInForce } from '../../domain/province/rule-entry.js';
import { daysOf, type StepDraft, step } from './procedure.js';
import type { Deadline } from './time-limit.js';

/** 环节改动 · What is different of one step; the rest stays as in the baseline. @article 3.2 */
export type StepChange = Partial<Omit<StepDraft, 'code' | 'kind'>>;

/** 程序改动 · What is different of a procedure. @article 3.2 */
export interface ProcedureChange {
  readonly name?: LocalizedText;
  readonly limit?: Deadline;
  /** By the code of the step. */
  readonly steps?: Readonly<Record<string, StepChange>>;
  /** Steps of the province's own; say in `steps` which others wait for them. */
  readonly add?: readonly StepDefinition[];
}

/**
 * 国家程序 · The baseline's procedure of a kind in force on a day, for `adaptProcedure`.
 *
 * @throws RangeError when the baseline has none
 * @article 3.2
 * @example nationalProcedure(national, 'IDENTIFICATION', '2023-01-01')
 */
export function nationalProcedure(baseline: ProvinceConfig, kind: ProcedureKind, on: string): ProcedureDefinition {
  const entries = baseline.procedures.filter(({ value }) => value.kind === kind);
  const entry = ruleInForce(entries, ruleDay(baseline, on as CalendarDate), null);
  if (entry === null) throw new RangeError(`the baseline has no ${kind} procedure on ${on}`);
  return entry.value;
}

/**
 * 改编程序 · A procedure like another one but for what is said: the shortest way to write a province's.
 *
 * Steps are listed in an order in which they can be done, the other's order where that is free.
 *
 * @throws RangeError when a change names a step that is not there
 * @article 3.2
 * @example adaptProcedure(nationalProcedure(national, 'IDENTIFICATION', '2023-01-01'), { limit: workingDays(20), steps: { 'public-notice': { minimumNoticeDays: 7 } } })
 */
export function adaptProcedure(like: ProcedureDefinition, change: ProcedureChange): ProcedureDefinition {
  const changes = new Map(Object.entries(change.steps ?? {}));
  const steps = like.steps.map((one) => changeStep(one, changes.get(one.code)));
  for (const code of changes.keys())
    if (!like.steps.some((one) => one.code === code)) throw new RangeError(`"${code}" is no step of ${like.kind}`);
  return {
    kind: like.kind,
    name: change.name?.zh ?? like.name,
    nameEn: change.name?.en ?? like.nameEn,
    ...limitOf(like, change.limit),
    steps: inOrder([...steps, ...(change.add ?? [])]),
  };
}

/** A new limit says anew for what it stops. */
function limitOf(like: ProcedureDefinition, limit: Deadline | undefined) {
  if (limit !== undefined) {
    const { stopsFor } = limit;
    const limitInWorkingDays = limit.unit === 'WORKING_DAYS';
    return {
      limitDays: daysOf(limit),
      limitInWorkingDays,
      ...(stopsFor === undefined ? {} : { limitStops: stopsFor }),
    };
  }
  const { limitDays, limitInWorkingDays, limitStops } = like;
  return { limitDays, limitInWorkingDays, ...(limitStops === undefined ? {} : { limitStops }) };
}

/** Steps that wait for each other, which the check names, stay at the end. */
function inOrder(steps: readonly StepDefinition[]): StepDefinition[] {
  const left = [...steps];
  const codes = new Set(steps.map((one) => one.code));
  const placed = new Set<string>();
  const ordered: StepDefinition[] = [];
  for (;;) {
    const next = left.findIndex((one) => one.after.every((code) => placed.has(code) || !codes.has(code)));
    const one = left[next];
    if (one === undefined) return [...ordered, ...left];
    left.splice(next, 1);
    placed.add(one.code);
    ordered.push(one);
  }
}

function changeStep(one: StepDefinition, change: StepChange | undefined): StepDefinition {
  if (change === undefined) return one;
  const { code, kind } = one;
  const name = { zh: one.name, en: one.nameEn };
  const written = step({ code, kind, name, level: one.level, ...change });
  const changed = Object.keys(change).flatMap((key) => FIELDS_OF[key as keyof StepChange]);
  return { ...one, ...Object.fromEntries(changed.map((field) => [field, written[field]])) };
}

/** Which fields of a step each field of a draft sets. */
const FIELDS_OF: Readonly<Record<keyof StepChange, readonly (keyof StepDefinition)[]>> = {
  name: ['name', 'nameEn'],
  level: ['level'],
  after: ['after'],
  deadline: ['deadlineDays', 'workingDays', 'deadlineStops'],
  minimumNoticeDays: ['minimumNoticeDays'],
  quorumPercent: ['quorumPercent'],
  majorityPercent: ['majorityPercent'],
  outcomes: ['outcomes'],
  requiredEvidence: ['requiredEvidence'],
  extraForm: ['extraForm'],
  article: ['article'],
};
