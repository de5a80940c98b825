import { z } from 'zod';
import { GUARANTEES } from '../domain/guarantee/guarantee-check.js';
import { HAZARD_KINDS } from '../domain/hazard/hazard-kind.js';
import { INCOME_SOURCES } from '../domain/hazard/hazard-rule.js';
import { FORMER_STATUSES, SPECIAL_GROUPS } from '../domain/household/household.js';
import { INCOME_CONCEPTS } from '../domain/income/income-concept.js';
import { JUDGEMENT_SUBJECTS } from '../domain/judgement/judgement.js';
import { isArticle } from '../domain/kernel/article.js';
import { parseDate } from '../domain/kernel/calendar-date.js';
import { REGION_LEVELS } from '../domain/kernel/region-code.js';
import {
  DEADLINE_STOPS,
  PROCEDURE_KINDS,
  STEP_KINDS,
  STEP_OUTCOMES,
} from '../domain/procedure/procedure-definition.js';
import { ALERT_GRADES, ALERT_PERIODS } from '../domain/province/alert-kind.js';
import { WINDOW_SHAPES } from '../domain/province/income-window.js';
import { BAND_RESPONSES } from '../domain/province/monitoring-band.js';
import { FREEDOMS, MARKED_FIELDS, OPEN_PARAMETERS } from '../domain/province/province-config.js';
import { TIME_UNITS } from '../domain/province/time-limit.js';
import { COMPARISONS } from '../domain/quality/quality-condition.js';
import { QUALITY_FACTS } from '../domain/quality/quality-fact.js';
import { SEVERITIES } from '../domain/risk/finding.js';
import { RISK_GROUPS } from '../domain/risk/risk-type.js';
import {
  DEPARTMENTS,
  FUNDING_SOURCES,
  INSTRUMENT_FAMILIES,
  INSTRUMENT_NATURES,
} from '../domain/support/policy-instrument.js';

const text = z.string('a text').trim().min(1, 'a text that is not empty');
const day = z.string('a day YYYY-MM-DD').refine((value) => parseDate(value) !== null, 'a day that exists, YYYY-MM-DD');
const fen = z.int('an amount in yuan with at most two decimals, as text').min(0, 'an amount that is not negative');
const count = (least: number) => z.int('a whole number').min(least, `a whole number of at least ${least}`);
const percent = z.number('a number of per cent').gt(0, 'more than 0 %').max(100, 'at most 100 %');
const kebab = z.string('a code').regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a code in kebab-case, e.g. village-notice');
const screaming = z.string('a code').regex(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/, 'a code in capitals, e.g. ILLNESS');
const localized = z.strictObject({ zh: text, en: text }, 'a name in Chinese and English: { zh, en }');

const source = z.strictObject(
  {
    id: kebab,
    title: text,
    issuedOn: day.optional(),
    url: text.optional(),
    standing: z.enum(['document', 'county-practice', 'derived', 'inferred', 'national-default']),
  },
  'a source: { id, title, standing }',
);

const county = z
  .string()
  .regex(/^\d{6}$/, 'a county code of 6 digits')
  .nullable();
const entry = <T extends z.ZodType>(value: T) =>
  z.strictObject({ from: day, vouchedTo: day.nullable(), county, value, source });
const entries = <T extends z.ZodType>(value: T) => z.array(entry(value), 'a list of dated entries');

const timeLimit = z.strictObject({ amount: count(1), unit: z.enum(TIME_UNITS) });

const line = z.strictObject({
  perCapitaIncome: fen,
  concept: z.enum(INCOME_CONCEPTS),
  windowMonths: count(1),
  priceIndex: z.number().positive('a price index over 0').nullable(),
  disposableIncomeGrowth: z.number().nullable(),
  subsistenceAllowance: fen.nullable(),
  window: z.strictObject({ atIdentification: z.enum(WINDOW_SHAPES), whileMonitored: z.enum(WINDOW_SHAPES) }).optional(),
  formula: z
    .strictObject({
      kind: z.literal('TIMES_RURAL_SUBSISTENCE_ALLOWANCE'),
      times: z.number('a number of times').positive('more than 0 times'),
      monthlyAllowance: fen,
      months: count(1),
    })
    .optional(),
});

const alertKind = z.strictObject({
  code: kebab,
  name: localized,
  department: z.enum(DEPARTMENTS),
  grade: z.enum(ALERT_GRADES).nullable(),
  grades: z.array(z.strictObject({ grade: z.enum(ALERT_GRADES), from: fen })).optional(),
  formerStatus: z.enum(FORMER_STATUSES).optional(),
  threshold: z.strictObject({ amount: fen, per: z.enum(ALERT_PERIODS) }).nullable(),
  everyMonths: count(1).nullable(),
  payload: z.record(z.string(), z.unknown()).optional(),
});

const yes = z.literal(true, 'true, or left out');

const hazardRule = z.strictObject({
  code: kebab,
  name: localized,
  kinds: z.array(z.enum(HAZARD_KINDS)),
  fromSeverity: z.enum(SEVERITIES).optional(),
  households: z.strictObject({
    specialGroup: yes.optional(),
    formerlyPoor: yes.optional(),
    resettled: yes.optional(),
    withoutLabour: yes.optional(),
    notSecure: z.array(z.enum(GUARANTEES)).optional(),
    incomeShare: z.strictObject({ source: z.enum(INCOME_SOURCES), percent }).optional(),
    underPercentOfLine: z.number('a number of per cent').positive('more than 0 %').optional(),
  }),
});

const escalationStep = z.strictObject({ level: z.enum(['COUNTY', 'CITY', 'PROVINCE']), after: timeLimit });

const overdueWarning = z.strictObject({
  grade: z.enum(ALERT_GRADES),
  followedUpBy: z.enum(['PROVINCE', 'CITY', 'COUNTY']),
});

const band = z.strictObject({
  code: kebab,
  name: localized,
  rank: count(1),
  fromPercentOfLine: z.number().min(0).nullable(),
  toPercentOfLine: z.number().positive().nullable(),
  response: z.enum(BAND_RESPONSES),
});

const deadlineStops = z.array(z.enum(DEADLINE_STOPS));

const step = z.strictObject({
  code: kebab,
  name: text,
  nameEn: text,
  kind: z.enum(STEP_KINDS),
  level: z.enum(REGION_LEVELS),
  after: z.array(kebab),
  deadlineDays: count(1).nullable(),
  workingDays: z.boolean(),
  deadlineStops: deadlineStops.optional(),
  minimumNoticeDays: count(1).nullable(),
  quorumPercent: percent.nullable(),
  majorityPercent: percent.nullable(),
  outcomes: z.array(z.enum(STEP_OUTCOMES)).min(1, 'at least one outcome'),
  requiredEvidence: z.array(kebab),
  extraForm: z.record(z.string(), z.unknown()).nullable(),
  article: z.string().refine(isArticle, 'an article of 中农组发〔2021〕7号 such as 3.2, or G').nullable(),
});

const procedure = z.strictObject({
  kind: z.enum(PROCEDURE_KINDS),
  name: text,
  nameEn: text,
  limitDays: count(1).nullable(),
  limitInWorkingDays: z.boolean(),
  limitStops: deadlineStops.optional(),
  steps: z.array(step).min(1, 'at least one step'),
});

const riskType = z.strictObject({
  code: screaming,
  name: text,
  nameEn: text,
  group: z.enum(RISK_GROUPS),
  from: day,
  to: day.nullable(),
  source,
});

const instrument = z.strictObject({
  code: kebab,
  name: text,
  nameEn: text,
  family: z.enum(INSTRUMENT_FAMILIES),
  nature: z.enum(INSTRUMENT_NATURES),
  addresses: z.array(screaming),
  requiresLabour: z.boolean(),
  statutory: z.boolean(),
  fundingSources: z.array(z.enum(FUNDING_SOURCES)).min(1, 'at least one source of funds'),
  cap: fen.nullable(),
  department: z.enum(DEPARTMENTS).nullable(),
  from: day,
  to: day.nullable(),
  source,
});

/** What goes through JSON unchanged. */
const data = z.record(z.string(), z.json(), 'parameters that are data');

const judgement = z.strictObject({
  code: kebab,
  name: localized,
  decides: z.enum(JUDGEMENT_SUBJECTS),
  article: z.string().refine(isArticle, 'an article of 中农组发〔2021〕7号 such as 2.1, or G'),
  from: day,
  to: day.nullable(),
  county,
  parameters: data,
  judge: z.string('a function (facts, rules, parameters) => answer'),
  form: count(1),
  source,
});

const quality = z.strictObject({
  thresholds: z.record(z.string(), z.record(z.string(), z.int('a whole number'))).optional(),
  severities: z.record(z.string(), z.enum(SEVERITIES)).optional(),
  rules: z
    .array(
      z.strictObject({
        code: kebab,
        name: localized,
        severity: z.enum(SEVERITIES),
        when: z.array(
          z.strictObject({
            fact: z.enum(QUALITY_FACTS),
            is: z.enum(COMPARISONS),
            value: z.union([text, z.number(), z.boolean()], 'a text, a number, true or false'),
          }),
        ),
      }),
    )
    .optional(),
});

/** 模块形状 · The form of what a province's module says; `shapeFaults` turns its issues into faults. @article 5.1 */
export const PROVINCE_SHAPE = z.strictObject({
  code: z.string().regex(/^\d{2}0000$/, 'the 6-digit code of a province, e.g. 430000'),
  name: localized,
  sdk: text.optional(),
  monitoringLines: entries(line),
  bands: entries(z.array(band).min(1, 'at least one band')),
  incomeFallPercent: entries(percent),
  medicalSharePercent: entries(percent),
  specialGroupPriority: entries(z.array(z.enum(SPECIAL_GROUPS))),
  riskTypes: z.array(riskType),
  procedures: entries(procedure),
  instruments: z.array(instrument),
  socialSecurityInstruments: entries(z.array(kebab)),
  leadVerificationLimit: entries(timeLimit),
  identificationLimit: entries(timeLimit),
  supportLimit: entries(timeLimit),
  developmentalMonths: entries(count(1)),
  eliminationMonths: entries(count(1)),
  eliminationConcept: entries(z.enum(INCOME_CONCEPTS)).optional(),
  trackingVisitMonths: entries(count(1)),
  rollbackLimit: entries(timeLimit),
  alertKinds: entries(z.array(alertKind)).optional(),
  overdueWarning: entries(overdueWarning).optional(),
  leadEscalation: entries(z.array(escalationStep)).optional(),
  riskStudyMonths: entries(count(1)).optional(),
  deadlineStops: entries(deadlineStops).optional(),
  inspectionCoveragePercent: entries(percent).optional(),
  hazardRules: entries(z.array(hazardRule)).optional(),
  recordRetentionMonths: entries(count(1)).optional(),
  quality: entries(quality).optional(),
  judgements: z.array(judgement, 'a list of judgements').optional(),
});

/** 列表形状 · The form of each list of a module, whether it may be left out or not. @article none — technical */
export const LIST_SHAPES = (() => {
  const { code, name, sdk, ...parts } = PROVINCE_SHAPE.shape;
  const { alertKinds, overdueWarning, deadlineStops, inspectionCoveragePercent, hazardRules, ...others } = parts;
  const { eliminationConcept, leadEscalation, recordRetentionMonths, riskStudyMonths, ...more } = others;
  const { quality, judgements, ...lists } = more;
  return {
    ...lists,
    eliminationConcept: eliminationConcept.unwrap(),
    alertKinds: alertKinds.unwrap(),
    overdueWarning: overdueWarning.unwrap(),
    leadEscalation: leadEscalation.unwrap(),
    riskStudyMonths: riskStudyMonths.unwrap(),
    deadlineStops: deadlineStops.unwrap(),
    inspectionCoveragePercent: inspectionCoveragePercent.unwrap(),
    hazardRules: hazardRules.unwrap(),
    recordRetentionMonths: recordRetentionMonths.unwrap(),
    quality: quality.unwrap(),
    judgements: judgements.unwrap(),
  };
})();

/** 基线形状 · The form of the national baseline. @article 5.1 */
export const BASELINE_SHAPE = PROVINCE_SHAPE.extend({
  firstDay: day,
  openToProvinces: z.array(z.enum(OPEN_PARAMETERS)),
  marks: z.partialRecord(z.enum(MARKED_FIELDS), z.enum(FREEDOMS)).optional(),
  nationalFloor: z.array(z.strictObject({ from: day, vouchedTo: day.nullable(), value: fen, source })).min(1),
});
