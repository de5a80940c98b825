import { z } from 'zod';
import { CASE_CATEGORIES, ELIMINATION_MODES } from '../../domain/case/monitoring-case.js';
import { GUARANTEE_STATUSES } from '../../domain/guarantee/guarantee-check.js';
import {
  FORMER_STATUSES,
  HEALTH_CONDITIONS,
  LABOUR_CAPACITIES,
  RELATIONSHIPS,
  SAFETY_NET_STATUSES,
  SELF_CARES,
} from '../../domain/household/household.js';
import { parseDate } from '../../domain/kernel/calendar-date.js';
import { parseYuan, ZERO_FEN } from '../../domain/kernel/money.js';
import { DEADLINE_STOPS } from '../../domain/procedure/procedure-definition.js';
import { ALERT_GRADES } from '../../domain/province/alert-kind.js';

const day = z.string('a day YYYY-MM-DD').transform((text, context) => {
  const read = parseDate(text);
  if (read !== null) return read;
  context.addIssue({ code: 'custom', message: 'a day that exists, YYYY-MM-DD' });
  return z.NEVER;
});
/** YAML reads 7499.99 as a number; its shortest text is the amount as written. */
const yuan = z.union([z.string(), z.number()], 'an amount in yuan').transform((written, context) => {
  const read = parseYuan(String(written));
  if (read !== null) return read;
  context.addIssue({ code: 'custom', message: 'an amount in yuan with at most two decimals' });
  return z.NEVER;
});
const amount = yuan.default(ZERO_FEN);
const code = z.union([z.string(), z.number()]).transform(String);

const member = z.strictObject({
  relationship: z.enum(RELATIONSHIPS).default('OTHER'),
  birthDate: day.nullable().default(null),
  health: z.array(z.enum(HEALTH_CONDITIONS)).default([]),
  disabilityGrade: z.int().min(1).max(4).nullable().default(null),
  selfCare: z.enum(SELF_CARES).default('FULL'),
  labour: z.enum(LABOUR_CAPACITIES).default('ORDINARY'),
  medicalInsurance: z.boolean().default(true),
  safetyNet: z.enum(SAFETY_NET_STATUSES).default('NONE'),
});

const rigid = z.strictObject({
  medical: amount,
  education: amount,
  disaster: amount,
  accident: amount,
  housing: amount,
  other: amount,
});

const income = z.strictObject({
  /** Both left out: the months of the line's window up to the day before. */
  from: day.optional(),
  to: day.optional(),
  /** Net income a head, as wages; or the four incomes of the household. */
  perCapita: yuan.optional(),
  wages: amount,
  business: amount,
  property: amount,
  transfers: amount,
  businessExpenses: amount,
  claimsPaid: amount,
  compliantMedicalCost: amount,
  rigid: rigid.prefault({}),
});

const status = z.enum(GUARANTEE_STATUSES).default('SECURE');
const guarantees = z.strictObject({
  /** The day asked about where it is left out. */
  checkedOn: day.optional(),
  food: status,
  clothing: status,
  compulsoryEducation: status,
  basicMedicalCare: status,
  safeHousing: status,
  drinkingWater: status,
});

const household = z.strictObject({
  formerStatus: z.enum(FORMER_STATUSES).default('GENERAL'),
  members: z
    .array(member)
    .min(1, 'at least one member')
    .prefault([{ relationship: 'HEAD' }]),
  incomes: z.array(income).default([]),
  /** One check, everything SECURE but what is named; left out: no check. */
  guarantees: guarantees.optional(),
});

const elimination = z.strictObject({
  mode: z.enum(ELIMINATION_MODES).default('SUPPORTED'),
  reason: z.string().nullable().default(null),
  identifiedOn: day,
  /** Risk types of the case; all resolved the day before where `resolved` is true. */
  risks: z.array(z.string()).default([]),
  resolved: z.boolean().default(true),
  /** Codes of instruments that were delivered and completed. */
  delivered: z.array(z.string()).default([]),
});

const span = z.strictObject({ from: day, to: day });
const expected = z.strictObject({
  line: yuan.nullable().optional(),
  lineOutdated: z.boolean().optional(),
  withinRange: z.boolean().nullable().optional(),
  band: z.string().nullable().optional(),
  category: z.enum(CASE_CATEGORIES).nullable().optional(),
  /** Rules that found something; `notAssessable` where a fact is missing. */
  findings: z.array(z.string()).optional(),
  noFindings: z.array(z.string()).optional(),
  notAssessable: z.array(z.string()).optional(),
  instruments: z.array(z.string()).optional(),
  noInstruments: z.array(z.string()).optional(),
  gates: z.record(z.string(), z.boolean()).optional(),
  /** `lead`, `identification`, `support`, a procedure, or `IDENTIFICATION/household-verification`. */
  deadlines: z.record(z.string(), day.nullable()).optional(),
  /** For what the count of each named deadline stops: a procedure, or `IDENTIFICATION/data-comparison`. */
  deadlineStops: z.record(z.string(), z.array(z.enum(DEADLINE_STOPS))).optional(),
  /** Which steps each named step waits for, e.g. `IDENTIFICATION/data-comparison`. */
  after: z.record(z.string(), z.array(z.string())).optional(),
  /** Days of the notice, by procedure. */
  noticeDays: z.record(z.string(), z.int()).optional(),
  window: span.optional(),
  windowWhileMonitored: span.optional(),
  alertKinds: z.array(z.string()).optional(),
  overdueGrade: z.enum(ALERT_GRADES).nullable().optional(),
});

/** 情形形状 · One scenario as it is written. @article none — technical */
export const SCENARIO_SHAPE = z.strictObject({
  name: z.string('a name that an officer can read').min(1),
  on: day,
  /** County whose overrides count; the whole province where it is left out. */
  county: code.optional(),
  household: household.prefault({}),
  elimination: elimination.optional(),
  /** What happens while the deadlines of procedures and steps run: notices that hang, and papers that are returned. */
  notices: z.array(z.strictObject({ opensOn: day, closesOn: day })).default([]),
  /** `backOn`: the day on which they come back; left out while they are away. */
  returns: z.array(z.strictObject({ on: day, backOn: day.optional() })).default([]),
  expect: expected,
});
export type Scenario = z.output<typeof SCENARIO_SHAPE>;
export type ExpectedAnswer = Scenario['expect'];

/** 情形文件 · A file of scenarios; each is read by itself, so that one that is badly written hides no other. @article none — technical */
export const SCENARIO_FILE_SHAPE = z.strictObject({
  scenarios: z.array(z.unknown(), 'a list of scenarios').min(1, 'at least one scenario'),
});
