import { z } from 'zod';
import { SPECIAL_GROUPS } from '../domain/household/household.js';
import { INCOME_CONCEPTS } from '../domain/income/income-concept.js';
import { FREEDOMS, MARKED_FIELDS, OPEN_PARAMETERS } from '../domain/province/province-config.js';
import { judgement } from './shapes/judgements.js';
import { band, line } from './shapes/lines.js';
import { deadlineStops, procedure } from './shapes/procedures.js';
import { quality } from './shapes/quality.js';
import { instrument, riskType } from './shapes/support.js';
import { count, day, entries, fen, kebab, localized, percent, source, text, timeLimit } from './shapes/values.js';
import { alertKind, escalationStep, hazardRule, overdueWarning } from './shapes/warnings.js';

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
