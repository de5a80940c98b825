import { z } from 'zod';
import { INCOME_CONCEPTS } from '../../domain/income/income-concept.js';
import { WINDOW_SHAPES } from '../../domain/province/income-window.js';
import { BAND_RESPONSES } from '../../domain/province/monitoring-band.js';
import { count, fen, kebab, localized } from './values.js';

/** 监测线 · A monitoring line and how it is reckoned. @article none — technical */
export const line = z.strictObject({
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

/** 监测档 · A band of incomes and what answers it. @article none — technical */
export const band = z.strictObject({
  code: kebab,
  name: localized,
  rank: count(1),
  fromPercentOfLine: z.number().min(0).nullable(),
  toPercentOfLine: z.number().positive().nullable(),
  response: z.enum(BAND_RESPONSES),
});
