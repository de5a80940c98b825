import { addDays, addMonths, type CalendarDate } from '../../domain/kernel/calendar-date.js';
import { levelOf, type RegionCode } from '../../domain/kernel/region-code.js';
import {
  type AttributeTest,
  type AttributeValue,
  attributesOf,
  type CellSelection,
} from '../../domain/statistics/disclosure/selection.js';
import type { Nested, Operators } from '../../platform/database/filter-condition.js';
import type { RiskGroup } from '../../domain/risk/risk-type.js';
import { ApiError } from '../../platform/errors/api-error.js';
import { attributeName, type PublishedAttribute } from '../../domain/statistics/disclosure/published-attribute.js';
import type { StatFilter } from '../stat-source/index.js';

/** 发布数据的筛选 · Which cells a filter picks, and the attributes that its conditions are about. */
export interface PublishedFilter {
  readonly selection: CellSelection;
  readonly attributes: ReadonlyMap<string, PublishedAttribute>;
}

type Values = Nested<Values> & Readonly<Record<string, unknown>>;

const LISTS = new Set([
  'formerStatus',
  'status',
  'category',
  'channel',
  'family',
  'instrument',
  'nature',
  'timing',
  'fundingSource',
  'department',
  'grade',
]);
const YES_NO = new Set([
  'resettled',
  'withinRange',
  'monitored',
  'guaranteesSecure',
  'overdue',
  'trackingOnly',
  'withoutSupport',
]);
const DAYS: Readonly<Record<string, string>> = {
  openedOn: 'openedIn',
  identifiedOn: 'identifiedIn',
  eliminatedOn: 'eliminatedIn',
  startsOn: 'startedIn',
  raisedOn: 'raisedIn',
};
const NESTED = new Set(['and', 'or', 'not']);

/**
 * 最小地区 · Why a place is too small to be asked about, whatever is asked of it; null where it is large enough.
 *
 * @article 5.3
 */
export function tooSmallToTell(code: RegionCode): string | null {
  if (levelOf(code) !== 'VILLAGE') return null;
  return `by the village ${code}: townships are the smallest places that are published`;
}

/**
 * 读筛选 · A filter as a choice among the cells of a publication.
 *
 * @param riskCodes  of the national groups
 * @throws ApiError BAD_USER_INPUT for conditions that published figures have no cells for, naming each and what there is instead
 * @article 5.3
 */
export function publishedFilter(
  { where }: StatFilter,
  riskCodes: (groups: readonly RiskGroup[]) => readonly string[],
): PublishedFilter {
  const attributes = new Map<string, PublishedAttribute>();
  const faults: string[] = [];
  const test = (attribute: PublishedAttribute, samples: readonly AttributeValue[], holds: AttributeTest['holds']) => {
    attributes.set(attributeName(attribute), attribute);
    return { attribute: attributeName(attribute), samples, holds };
  };
  const reader = new Reader(test, faults, riskCodes);
  const { region: whole, ...rest } = (where ?? {}) as Values;
  const selection = reader.read(rest as Values, []);
  // The region of the whole question is no condition of its cells, since nothing outside is read; it has to be large enough alike.
  if (whole !== null && whole !== undefined) reader.place(whole as RegionCode);
  if (faults.length > 0)
    throw new ApiError('BAD_USER_INPUT', `Published figures cannot be filtered so: ${faults.join('; ')}.`, {
      path: ['where'],
    });
  return { selection, attributes };
}

/**
 * 不可发布的筛选 · Why published figures cannot be filtered so, by anybody; null where they can.
 *
 * @article 5.3
 */
export function whyUnpublished(
  filter: StatFilter,
  riskCodes: (groups: readonly RiskGroup[]) => readonly string[],
): string | null {
  try {
    const filteredBy = attributesOf(publishedFilter(filter, riskCodes).selection);
    return filteredBy === null ? 'The filter is too involved for published figures.' : null;
  } catch (error) {
    if (error instanceof ApiError) return error.message;
    throw error;
  }
}

type MakeTest = (
  attribute: PublishedAttribute,
  samples: readonly AttributeValue[],
  holds: AttributeTest['holds'],
) => AttributeTest;

class Reader {
  constructor(
    private readonly test: MakeTest,
    private readonly faults: string[],
    private readonly riskCodes: (groups: readonly RiskGroup[]) => readonly string[],
  ) {}

  read(filter: Values, path: readonly string[]): CellSelection {
    const own = Object.entries(filter).flatMap(([name, value]) =>
      value === null || value === undefined || NESTED.has(name) ? [] : [this.condition(name, value, path)],
    );
    const all: CellSelection[] = [...own, ...(filter.and ?? []).map((one) => this.read(one, path))];
    if (filter.or) all.push({ any: filter.or.map((one) => this.read(one, path)) });
    if (filter.not) all.push({ not: this.read(filter.not, path) });
    return { all };
  }

  private condition(name: string, value: unknown, path: readonly string[]): CellSelection {
    const { test } = this;
    if (name === 'household') return this.read(value as Values, [...path, name]);
    if (name === 'region') return this.region(value as RegionCode);
    if (LISTS.has(name)) {
      const values = value as readonly string[];
      return test({ kind: 'plain', name }, values, (own) => values.includes(String(own)));
    }
    if (YES_NO.has(name)) return test({ kind: 'plain', name }, [true, false], (own) => own === value);
    if (name === 'kind') return this.code(name, value as Operators, [...path, name]);
    if (name === 'size') return this.size(value as Operators);
    if (name === 'specialGroup') return this.has('specialGroup', value as readonly string[]);
    if (name === 'riskType') return this.has('openRiskType', value as readonly string[]);
    if (name === 'riskGroup') return this.has('openRiskType', this.riskCodes(value as readonly RiskGroup[]));
    if (DAYS[name] !== undefined) return this.days(DAYS[name], value as Operators, [...path, name]);
    this.faults.push(
      `by ${[...path, name].join('.')}, which would tell single households apart; income by \`withinRange\``,
    );
    return { all: [] };
  }

  /** Whether a place may be asked about; a village is a fault. */
  place(code: RegionCode): boolean {
    const fault = tooSmallToTell(code);
    if (fault !== null) this.faults.push(fault);
    return fault === null;
  }

  private region(code: RegionCode): CellSelection {
    const level = levelOf(code);
    if (level === 'NATION' || !this.place(code)) return { all: [] };
    return this.test({ kind: 'region', level }, [code], (own) => own === code);
  }

  private code(
    name: string,
    { eq, in: values, startsWith, isNull }: Operators,
    path: readonly string[],
  ): CellSelection {
    const given = (value: unknown): boolean => value !== null && value !== undefined;
    if (given(startsWith) || given(isNull))
      this.faults.push(`by parts of ${path.join('.')}: by whole codes, eq and in`);
    const wanted = [...(given(eq) ? [[String(eq)]] : []), ...(values ? [values.map(String)] : [])];
    const all = wanted.map((codes) => this.test({ kind: 'plain', name }, codes, (own) => codes.includes(String(own))));
    return { all };
  }

  private has(name: 'specialGroup' | 'openRiskType', values: readonly string[]): CellSelection {
    return {
      any: values.map((value) => this.test({ kind: 'has', name, value }, [true, false], (own) => own === true)),
    };
  }

  private size(operators: Operators): CellSelection {
    const numbers = [operators.eq, ...(operators.in ?? []), operators.lt, operators.lte, operators.gt, operators.gte]
      .filter((one) => typeof one === 'number')
      .flatMap((one) => [one - 1, one, one + 1]);
    return this.test({ kind: 'plain', name: 'size' }, numbers, (own) => holds(operators, own));
  }

  /** Months are the shortest times that are published. */
  private days(name: string, operators: Operators, path: readonly string[]): CellSelection {
    const { eq, lt, lte, gt, gte, isNull } = operators;
    const from = gte ?? (gt === undefined || gt === null ? null : addDays(gt as CalendarDate, 1));
    const to = lt ?? (lte === undefined || lte === null ? null : addDays(lte as CalendarDate, 1));
    const bounds = [from, to].filter((day): day is CalendarDate => day !== null && day !== undefined);
    if ((eq !== null && eq !== undefined) || bounds.some((day) => !day.endsWith('-01')))
      this.faults.push(`by parts of a month in ${path.join('.')}: from the first day of a month, to the last of one`);
    const samples = bounds.flatMap((day) => [addMonths(day, -1), day, addMonths(day, 1)]);
    return this.test({ kind: 'bucket', name, bucket: 'MONTH' }, [null, ...samples], (own) => {
      if (isNull === true && own !== null) return false;
      if (isNull === false && own === null) return false;
      if (bounds.length > 0 && own === null) return false;
      return (from === null || String(own) >= String(from)) && (to === null || String(own) < String(to));
    });
  }
}

function holds(operators: Operators, own: AttributeValue): boolean {
  const { eq, lt, lte, gt, gte, isNull } = operators;
  const value = Number(own);
  const given = (one: unknown): one is number => typeof one === 'number';
  return (
    (!given(eq) || value === eq) &&
    (!operators.in || operators.in.includes(value)) &&
    (!given(lt) || value < lt) &&
    (!given(lte) || value <= lte) &&
    (!given(gt) || value > gt) &&
    (!given(gte) || value >= gte) &&
    isNull !== true
  );
}
