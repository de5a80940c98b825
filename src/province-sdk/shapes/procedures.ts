import { z } from 'zod';
import { isArticle } from '../../domain/kernel/article.js';
import { REGION_LEVELS } from '../../domain/kernel/region-code.js';
import {
  DEADLINE_STOPS,
  PROCEDURE_KINDS,
  STEP_KINDS,
  STEP_OUTCOMES,
} from '../../domain/procedure/procedure-definition.js';
import { count, kebab, percent, text } from './values.js';

/** 停计事由 · What stops the count of days. @article none — technical */
export const deadlineStops = z.array(z.enum(DEADLINE_STOPS));

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

/** 程序 · A procedure and its steps. @article none — technical */
export const procedure = z.strictObject({
  kind: z.enum(PROCEDURE_KINDS),
  name: text,
  nameEn: text,
  limitDays: count(1).nullable(),
  limitInWorkingDays: z.boolean(),
  limitStops: deadlineStops.optional(),
  steps: z.array(step).min(1, 'at least one step'),
});
