import { z } from 'zod';
import { GUARANTEES } from '../../domain/guarantee/guarantee-check.js';
import { HAZARD_KINDS } from '../../domain/hazard/hazard-kind.js';
import { INCOME_SOURCES } from '../../domain/hazard/hazard-rule.js';
import { FORMER_STATUSES } from '../../domain/household/household.js';
import { ALERT_GRADES, ALERT_PERIODS } from '../../domain/province/alert-kind.js';
import { SEVERITIES } from '../../domain/risk/finding.js';
import { DEPARTMENTS } from '../../domain/support/policy-instrument.js';
import { count, fen, kebab, localized, percent, timeLimit } from './values.js';

/** 预警类别 · A kind of alert that departments send. @article none — technical */
export const alertKind = z.strictObject({
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

/** 灾害规则 · Whom a hazard concerns. @article none — technical */
export const hazardRule = z.strictObject({
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

/** 逐级提醒 · After how long a lead is told to a level above. @article none — technical */
export const escalationStep = z.strictObject({ level: z.enum(['COUNTY', 'CITY', 'PROVINCE']), after: timeLimit });

/** 超期警示 · The warning of what is overdue. @article none — technical */
export const overdueWarning = z.strictObject({
  grade: z.enum(ALERT_GRADES),
  followedUpBy: z.enum(['PROVINCE', 'CITY', 'COUNTY']),
});
