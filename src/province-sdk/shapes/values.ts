import { z } from 'zod';
import { parseDate } from '../../domain/kernel/calendar-date.js';
import { TIME_UNITS } from '../../domain/province/time-limit.js';

/** 非空文字 · A text that says something. @article none — technical */
export const text = z.string('a text').trim().min(1, 'a text that is not empty');

/** 日期 · A calendar day. @article none — technical */
export const day = z
  .string('a day YYYY-MM-DD')
  .refine((value) => parseDate(value) !== null, 'a day that exists, YYYY-MM-DD');

/** 金额 · An amount, in fen. @article none — technical */
export const fen = z
  .int('an amount in yuan with at most two decimals, as text')
  .min(0, 'an amount that is not negative');

/** 计数 · A whole number of at least so many. @article none — technical */
export const count = (least: number) => z.int('a whole number').min(least, `a whole number of at least ${least}`);

/** 百分比 · A share of something, over 0 % and up to 100 %. @article none — technical */
export const percent = z.number('a number of per cent').gt(0, 'more than 0 %').max(100, 'at most 100 %');

/** 短横线代码 · A code such as `village-notice`. @article none — technical */
export const kebab = z.string('a code').regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a code in kebab-case, e.g. village-notice');

/** 大写代码 · A code such as `ILLNESS`. @article none — technical */
export const screaming = z.string('a code').regex(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/, 'a code in capitals, e.g. ILLNESS');

/** 双语名称 · A name in both languages. @article none — technical */
export const localized = z.strictObject({ zh: text, en: text }, 'a name in Chinese and English: { zh, en }');

/** 来源 · Where a value comes from, and how sure it is. @article none — technical */
export const source = z.strictObject(
  {
    id: kebab,
    title: text,
    issuedOn: day.optional(),
    url: text.optional(),
    standing: z.enum(['document', 'county-practice', 'derived', 'inferred', 'national-default']),
  },
  'a source: { id, title, standing }',
);

/** 县 · The county that an entry is of; null for the whole province. @article none — technical */
export const county = z
  .string()
  .regex(/^\d{6}$/, 'a county code of 6 digits')
  .nullable();

const entry = <T extends z.ZodType>(value: T) =>
  z.strictObject({ from: day, vouchedTo: day.nullable(), county, value, source });

/** 分期条目 · Values by the day from which they hold. @article none — technical */
export const entries = <T extends z.ZodType>(value: T) => z.array(entry(value), 'a list of dated entries');

/** 时限 · So many days, working days or months. @article none — technical */
export const timeLimit = z.strictObject({ amount: count(1), unit: z.enum(TIME_UNITS) });

/** 数据参数 · What goes through JSON unchanged. @article none — technical */
export const data = z.record(z.string(), z.json(), 'parameters that are data');
