import { z } from 'zod';
import { CASE_CATEGORIES, DISCOVERY_CHANNELS } from '../../domain/case/monitoring-case.js';
import {
  type CaseCorrection,
  type HouseholdCorrection,
  inSet,
  type MeasureCorrection,
  type MemberCorrection,
  type RiskCorrection,
} from '../../domain/correction/correction.js';
import { GUARANTEE_STATUSES, GUARANTEES } from '../../domain/guarantee/guarantee-check.js';
import {
  FORMER_STATUSES,
  HEALTH_CONDITIONS,
  LABOUR_CAPACITIES,
  SAFETY_NET_STATUSES,
  SELF_CARES,
  SEXES,
} from '../../domain/household/household.js';
import { INCOME_AMOUNTS, RIGID_AMOUNTS } from '../../domain/income/income-amounts.js';
import { RECORD_SOURCES } from '../../domain/household/record-source.js';
import { type CalendarDate, parseDate } from '../../domain/kernel/calendar-date.js';
import { type Fen, parseYuan } from '../../domain/kernel/money.js';
import { PROCEDURE_KINDS } from '../../domain/procedure/procedure-definition.js';
import { FUNDING_SOURCES } from '../../domain/support/policy-instrument.js';
import { MEASURE_TIMINGS } from '../../domain/support/support-measure.js';
import { type Refusal, refuse } from '../../domain/kernel/verdict.js';

const MOST_REASONS = 20;

const day = z.string().transform((text, context): CalendarDate => {
  const read = parseDate(text);
  if (read === null) context.addIssue({ code: 'custom', message: 'a day is written YYYY-MM-DD' });
  return read as CalendarDate;
});
const amount = z.union([z.string(), z.number()]).transform((given, context): Fen => {
  const read = parseYuan(String(given));
  if (read === null) context.addIssue({ code: 'custom', message: 'an amount in yuan is written like "7500.00"' });
  return read as Fen;
});
const each = <Name extends string, Value extends z.ZodType>(names: readonly Name[], value: Value) =>
  Object.fromEntries(names.map((name) => [name, value.optional()])) as Record<Name, z.ZodOptional<Value>>;

const source = z.enum(RECORD_SOURCES).nullable();

const income = z.strictObject({
  from: day,
  to: day,
  window: z.strictObject({ from: day, to: day }).optional(),
  heads: z.int().min(1).max(100).optional(),
  source: source.optional(),
  ...each(INCOME_AMOUNTS, amount),
  ...each(RIGID_AMOUNTS, amount),
});
const guarantees = z.strictObject({
  checkedOn: day,
  day: day.optional(),
  source: source.optional(),
  ...each(GUARANTEES, z.enum(GUARANTEE_STATUSES)),
});
const SETS = {
  Household: z.strictObject({
    formerStatus: z.enum(FORMER_STATUSES).optional(),
    source: source.optional(),
    income: income.optional(),
    guarantees: guarantees.optional(),
  }),
  Member: z.strictObject({
    birthDate: day.optional(),
    sex: z.enum(SEXES).optional(),
    health: z.array(z.enum(HEALTH_CONDITIONS)).max(HEALTH_CONDITIONS.length).optional(),
    disabilityGrade: z.int().min(1).max(4).nullable().optional(),
    selfCare: z.enum(SELF_CARES).optional(),
    labour: z.enum(LABOUR_CAPACITIES).optional(),
    schooling: z.string().trim().min(1).max(50).nullable().optional(),
    medicalInsurance: z.boolean().optional(),
    safetyNet: z.enum(SAFETY_NET_STATUSES).optional(),
  }),
  MonitoringCase: z.strictObject({
    category: z.enum(CASE_CATEGORIES).optional(),
    channel: z.enum(DISCOVERY_CHANNELS).optional(),
    openedOn: day.optional(),
    identifiedOn: day.optional(),
    step: z
      .strictObject({
        procedure: z.enum(PROCEDURE_KINDS).optional(),
        code: z.string().min(1).max(60),
        attempt: z.int().min(1).max(1_000).optional(),
        on: day,
      })
      .optional(),
  }),
  SupportMeasure: z.strictObject({
    addresses: z.array(z.string().min(1).max(60)).max(20).optional(),
    timing: z.enum(MEASURE_TIMINGS).optional(),
    fundingSource: z.enum(FUNDING_SOURCES).optional(),
    provider: z.string().nullable().optional(),
    budget: amount.optional(),
    startsOn: day.optional(),
    endsOn: day.optional(),
    delivery: z
      .strictObject({
        on: day,
        number: z.int().min(1).max(1_000).optional(),
        day: day.optional(),
        amount: amount.nullable().optional(),
        inKind: z.string().nullable().optional(),
      })
      .optional(),
  }),
  CaseRisk: z.strictObject({
    riskType: z.string().min(1).max(60).optional(),
    primary: z.boolean().optional(),
    identifiedOn: day.optional(),
  }),
} as const;

/** 更正对象 · What a correction may be of, and what it says then. */
export interface SetOf {
  readonly Household: HouseholdCorrection;
  readonly Member: MemberCorrection;
  readonly MonitoringCase: CaseCorrection;
  readonly CaseRisk: RiskCorrection;
  readonly SupportMeasure: MeasureCorrection;
}

/**
 * 读更正内容 · Reads the `set` of a correction; a field that cannot be corrected, or a value of the wrong form, is a refusal with
 * its path. The value itself is never repeated.
 */
export function readSet<Subject extends keyof SetOf>(
  subject: Subject,
  set: unknown,
): { readonly set: SetOf[Subject] } | { readonly refusals: readonly Refusal[] } {
  const read = SETS[subject].safeParse(set);
  if (read.success) return { set: read.data as SetOf[Subject] };
  const refusals = read.error.issues.slice(0, MOST_REASONS).map(({ code, path, message }) => {
    const known = Object.keys(SETS[subject].shape).join(', ');
    const said = code === 'unrecognized_keys' ? `${message}; of a ${subject} can be corrected: ${known}` : message;
    return refuse('BAD_VALUE', said, inSet(...path.map(String)));
  });
  return { refusals };
}
