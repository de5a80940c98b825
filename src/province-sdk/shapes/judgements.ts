import { z } from 'zod';
import { JUDGEMENT_SUBJECTS } from '../../domain/judgement/judgement.js';
import { isArticle } from '../../domain/kernel/article.js';
import { count, county, data, day, kebab, localized, source } from './values.js';

/** 省级判定 · A function that a province decides by. @article none — technical */
export const judgement = z.strictObject({
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
