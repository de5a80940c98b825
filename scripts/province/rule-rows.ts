import type { CalendarDate } from '../../src/domain/kernel/calendar-date.js';
import { type Fen, formatYuan } from '../../src/domain/kernel/money.js';
import { configurationKeyOf, type RegionCode } from '../../src/domain/kernel/region-code.js';
import type { PolicySource } from '../../src/domain/kernel/source.js';
import { articleOfParameter } from '../../src/domain/province/parameter-articles.js';
import type { ProvinceConfig } from '../../src/domain/province/province-config.js';
import { ruleDay } from '../../src/domain/province/rule-day.js';
import { type RuleEntry, ruleInForce } from '../../src/domain/province/rule-entry.js';
import { digestOf } from '../../src/platform/crypto/content-digest.js';
import { canonicalJson } from '../../src/province-sdk/index.js';

/** 规则行 · One value of the rules of a day, and where it comes from. @article 2.2 */
export interface RuleRow {
  /** Name of the list in a module, e.g. `monitoringLines`. */
  readonly parameter: string;
  /** Place of the value in its entry, e.g. `IDENTIFICATION.steps.village-notice.minimumNoticeDays`; empty for the entry itself. */
  readonly path: string;
  readonly value: string;
  readonly from: CalendarDate;
  /** Last day that the source vouches for; null where it is open. */
  readonly vouchedTo: CalendarDate | null;
  readonly outdated: boolean;
  readonly origin: 'national' | 'province' | 'county';
  /** The one county that it holds in; null for the whole province. */
  readonly county: string | null;
  readonly article: string;
  readonly source: PolicySource;
}

/** Lists in which every item has a code and days of its own. */
interface Offer {
  readonly code: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  /** Of a function that is one county's own. */
  readonly county?: string | null;
  readonly source: PolicySource;
}

/** Amounts are kept in fen, and shown in yuan. */
const AMOUNTS = /(^|\.)(perCapitaIncome|subsistenceAllowance|monthlyAllowance|cap|threshold\.amount)$/;
/** For what a count stops: a list that says much where it is empty. */
const STOPS = /(^|\.)(deadlineStops|limitStops)$/;
/** The line and the floor are those of the day itself; an earlier day is not served by the first of them. */
const OF_THE_DAY = ['monitoringLines', 'nationalFloor'];

/**
 * 当日规则表 · Every value that a configuration says on a day, each with its source, its standing and whose it is.
 *
 * Whatever list of dated entries a module knows is shown, so that a new one needs nothing here.
 *
 * @param national  the baseline, against which `origin` is told
 * @param county  6-digit code whose overrides are taken in; null for the whole province
 * @article 5.1
 */
export function ruleRows(
  config: ProvinceConfig,
  national: ProvinceConfig,
  on: CalendarDate,
  county: string | null,
): RuleRow[] {
  return Object.entries(config).flatMap(([parameter, list]) => {
    if (!Array.isArray(list) || !list.every(isDatedItem)) return [];
    const day = OF_THE_DAY.includes(parameter) ? on : ruleDay(config, on);
    const nationals = new Set((national[parameter as keyof ProvinceConfig] as unknown[] | undefined)?.map(identityOf));
    const isNational = (item: unknown): boolean => nationals.has(identityOf(item));
    if (list.every(isOffer))
      return list
        .filter((offer) => offer.from <= day && (offer.to === null || day <= offer.to))
        .map((offer) => ({ ...offer, county: offer.county ?? null }))
        .filter((offer) => offer.county === null || offer.county === county)
        .flatMap((offer) => rowsOf(parameter, on, offer, { ...offer, vouchedTo: null }, isNational(offer)));
    return groupsOf(list as RuleEntry<unknown>[]).flatMap((entries) => {
      const entry = ruleInForce(entries, day, county);
      return entry === null ? [] : rowsOf(parameter, on, entry.value, entry, isNational(entry));
    });
  });
}

/**
 * 自定规则表 · Every value that a configuration says of its own, of whatever day, in the order in which it is written.
 *
 * @param national  the baseline, whose entries are left out; null to take them all
 * @article 5.1
 */
export function ownRuleRows(config: ProvinceConfig, national: ProvinceConfig | null): RuleRow[] {
  return Object.entries(config).flatMap(([parameter, list]) => {
    if (!Array.isArray(list) || !list.every(isDatedItem)) return [];
    const nationals = new Set(
      (national?.[parameter as keyof ProvinceConfig] as unknown[] | undefined)?.map(identityOf),
    );
    return list
      .filter((item) => !nationals.has(identityOf(item)))
      .flatMap((item) => {
        if (isOffer(item)) return rowsOf(parameter, item.from, item, { ...item, vouchedTo: null, county: null }, false);
        const entry = item as RuleEntry<unknown>;
        return rowsOf(parameter, entry.from, entry.value, { ...entry, county: entry.county ?? null }, false);
      });
  });
}

/** 省代码 · `43`, `430000` and `430121` all mean Hunan; null where a text means no province. @article none — technical */
export function provinceMeant(text: string): RegionCode | null {
  if (!/^\d{2}(\d{4})?$/.test(text)) return null;
  return configurationKeyOf(text.padEnd(6, '0') as RegionCode);
}

function rowsOf(
  parameter: string,
  on: CalendarDate,
  value: unknown,
  { from, vouchedTo, county, source }: Omit<RuleEntry<unknown>, 'value'>,
  isNational: boolean,
): RuleRow[] {
  const origin = county !== null ? 'county' : isNational ? 'national' : 'province';
  const article = articleOfParameter(parameter);
  const outdated = vouchedTo !== null && on > vouchedTo;
  return leavesOf(value, keyOf(value)).map(({ path, value: leaf }) => {
    const said = sayLeaf(parameter, path, leaf);
    return { parameter, path, value: said, from, vouchedTo, outdated, origin, county, article, source };
  });
}

/** Procedures are resolved kind by kind. */
function groupsOf(written: readonly RuleEntry<unknown>[]): RuleEntry<unknown>[][] {
  // Entries of the floor have no county at all.
  const entries = written.map((entry) => ({ ...entry, county: entry.county ?? null }));
  const groups = new Map<string, RuleEntry<unknown>[]>();
  for (const entry of entries) {
    const kind = (entry.value as { kind?: unknown } | null)?.kind;
    const key = typeof kind === 'string' ? kind : '';
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()];
}

function keyOf(value: unknown): string {
  const { kind, code } = (value ?? {}) as { kind?: unknown; code?: unknown };
  return typeof kind === 'string' && code === undefined ? kind : typeof code === 'string' ? code : '';
}

const HIDDEN = ['code', 'kind', 'from', 'to', 'county', 'source', 'nameEn'];

/** Values by their paths; items of a list under their own code, plain lists as one value, absent ones left out. */
function leavesOf(value: unknown, path: string): { path: string; value: unknown }[] {
  if (value === null || value === undefined) return [];
  if (typeof value !== 'object') return [{ path, value }];
  const under = (key: string): string => (path === '' ? key : `${path}.${key}`);
  if (Array.isArray(value)) {
    if (!value.some((item) => typeof item === 'object' && item !== null)) return [{ path, value }];
    return value.flatMap((item, index) => leavesOf(item, under(keyOf(item) || String(index))));
  }
  if (path.endsWith('extraForm')) return [{ path, value }];
  return Object.entries(value)
    .filter(([key]) => !HIDDEN.includes(key) || (key === 'kind' && 'level' in value))
    .flatMap(([key, field]) => leavesOf(field, under(key)));
}

function sayLeaf(parameter: string, path: string, value: unknown): string {
  if (parameter === 'judgements' && typeof value === 'number') return String(value);
  if (typeof value === 'number' && (AMOUNTS.test(path) || parameter === 'nationalFloor'))
    return formatYuan(value as Fen);
  if (Array.isArray(value)) return value.join(', ') || (STOPS.test(path || parameter) ? 'none: it runs on' : '—');
  if (parameter === 'judgements' && path.endsWith('judge'))
    return `function ${digestOf(value).slice(0, 12)}, ${String(value).length} characters`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function identityOf(value: unknown): string {
  try {
    if (typeof value === 'object' && value !== null && 'county' in value && value.county === null)
      return canonicalJson({ ...value, county: undefined });
    return canonicalJson(value);
  } catch {
    return '';
  }
}

function isDatedItem(item: unknown): item is { from: CalendarDate; source: PolicySource } {
  return typeof item === 'object' && item !== null && 'from' in item && 'source' in item;
}

function isOffer(item: unknown): item is Offer {
  return isDatedItem(item) && 'code' in item;
}
