import { type CalendarDate, parseDate } from '../kernel/calendar-date.js';
import { faultOfText } from '../kernel/entered-text.js';
import { type RegionCode, readRegionCode } from '../kernel/region-code.js';
import { type Refusal, refuse } from '../kernel/verdict.js';
import { INDICATORS, type Indicator, indicatorOf } from './indicator.js';

/** 指标上报 · One monthly figure as it comes in. @article 2.3 */
export interface IndicatorRow {
  readonly region: string;
  readonly indicator: string;
  readonly subject?: string | null;
  /** `2023-10`. */
  readonly month: string;
  readonly value: number;
  readonly source: string;
}

/** 已读指标 · A figure that was read: its region, the first day of its month, its subject trimmed. @article 2.3 */
export interface IndicatorValue {
  readonly region: RegionCode;
  readonly indicator: Indicator;
  /** Empty where the indicator has one figure a month. */
  readonly subject: string;
  readonly month: CalendarDate;
  readonly value: number;
  readonly source: string;
}

const LONGEST = { subject: 60, source: 300 } as const;
const MONTH = /^\d{4}-\d{2}$/;
const KNOWN = INDICATORS.filter(({ origin }) => origin === 'SUBMITTED').map(({ code }) => code);

/**
 * 指标审查 · Reads one figure from outside: a known indicator that departments submit, a region by its code, a month that has
 * begun, a value that can be, and the source that says so; every fault is named.
 *
 * @article 2.3
 * @example readIndicator({ region: '430121', indicator: 'farm-price', subject: '生猪', month: '2023-10', value: 14.2, source: '县农业农村局价格监测月报' }, today)
 */
export function readIndicator(row: IndicatorRow, today: CalendarDate): IndicatorValue | { refusals: Refusal[] } {
  const indicator = indicatorOf(row.indicator);
  const region = readRegionCode(row.region);
  const month = MONTH.test(row.month) ? parseDate(`${row.month}-01`) : null;
  const refusals = [
    ...(typeof region === 'string' ? [] : [refuse('BAD_VALUE', region.fault, ['region'])]),
    ...faultsOfName(indicator),
    ...faultsOfMonth(row.month, month, today),
    ...faultsOfSubject(row.subject ?? '', indicator),
    ...faultsOfValue(row.value, indicator),
    ...faultsOfSource(row.source),
  ];
  if (refusals.length > 0 || typeof region !== 'string' || indicator === null || month === null) return { refusals };
  const subject = (row.subject ?? '').trim();
  return { region, indicator, subject, month, value: row.value, source: row.source.trim() };
}

function faultsOfName(indicator: Indicator | null): Refusal[] {
  if (indicator?.origin === 'SUBMITTED') return [];
  const message =
    indicator === null
      ? `no such indicator is known; departments submit ${KNOWN.join(', ')}`
      : `${indicator.code} is reckoned out of the register and is not submitted; departments submit ${KNOWN.join(', ')}`;
  return [refuse('BAD_VALUE', message, ['indicator'], '2.3')];
}

function faultsOfMonth(text: string, month: CalendarDate | null, today: CalendarDate): Refusal[] {
  if (month === null) return [refuse('BAD_VALUE', 'a month is written YYYY-MM, e.g. 2023-10', ['month'])];
  if (month > today) return [refuse('DATE_IN_FUTURE', `${text} has not begun; today is ${today}`, ['month'], '2.3')];
  return [];
}

function faultsOfSubject(subject: string, indicator: Indicator | null): Refusal[] {
  if (indicator === null) return [];
  const text = subject.trim();
  if (indicator.subject === null)
    return text === ''
      ? []
      : [refuse('BAD_VALUE', `${indicator.code} has one figure a month and no subject`, ['subject'])];
  if (text === '')
    return [
      refuse('BAD_VALUE', `say which ${indicator.subject} the figure of ${indicator.code} is about`, ['subject']),
    ];
  const fault = faultOfText(text, LONGEST.subject);
  return fault === null ? [] : [refuse('BAD_VALUE', `the subject ${fault}`, ['subject'])];
}

function faultsOfValue(value: number, indicator: Indicator | null): Refusal[] {
  if (!Number.isFinite(value)) return [refuse('BAD_VALUE', 'the value is no number', ['value'])];
  if (indicator === null) return [];
  const { code, unit, least, most, whole } = indicator;
  if ((least !== null && value < least) || (most !== null && value > most))
    return [refuse('BAD_VALUE', `${code} is ${least ?? ''} to ${most ?? 'any'} ${unit}; found ${value}`, ['value'])];
  return whole && !Number.isInteger(value)
    ? [refuse('BAD_VALUE', `${code} counts ${unit} and is a whole number; found ${value}`, ['value'])]
    : [];
}

function faultsOfSource(source: string): Refusal[] {
  const fault = faultOfText(source, LONGEST.source);
  if (fault === null) return [];
  return [
    refuse(
      'BAD_VALUE',
      `the source ${fault}: name the report or statement that the figure stands in`,
      ['source'],
      '2.3',
    ),
  ];
}
