import { type SQL, sql } from 'drizzle-orm';
import { KEY_SPACE } from '../../domain/statistics/disclosure/cell.js';
import type { PlannedMeasure } from '../../domain/statistics/stat-plan.js';

/**
 * 汇总所需 · How many attributes tell the cells apart (columns `a0` and on), which measures (`v` and their slot) are folded, and how many cells at most.
 * Each unit has the record key of its household (column `k`).
 */
export interface CellsFolded {
  readonly attributes: readonly unknown[];
  readonly measures: readonly PlannedMeasure[];
  readonly limit: number;
  /** Whether several units may be one household's, so that cells tell of how many they are. */
  readonly owned?: boolean;
}

/** 汇总语句 · Folds a statement of units into one of cells. @article none — technical */
export type Folded = (units: SQL) => SQL;

const namesOf = ({ attributes }: CellsFolded): string[] => attributes.map((_, at) => `a${at}`);
const groupedBy = (names: readonly string[]): string => (names.length === 0 ? '' : `GROUP BY ${names.join(', ')}`);

/** 按单元汇总 · Each unit by itself, and with it whether it is the first of its values of an attribute. @article none — technical */
export function foldedByUnit(wanted: CellsFolded, several: readonly { readonly at: number }[]): Folded {
  const owned = wanted.owned === true;
  const names = namesOf(wanted);
  const firsts = several.map(({ at }) => `${counted(` FILTER (WHERE f${at})`)} AS f${at}`);
  const folded = wanted.measures.map(
    ({ definition: { fold }, slot }) => `${(owned ? FOLDED_OWNED[fold] : FOLDED[fold])(`v${slot}`)} AS ${slot}`,
  );
  const owners = owned ? [`${ownersOf('')} AS owners`] : [];
  const outer = [...names, 'count(*) AS n', `${keySum('k')} AS key`, ...owners, ...firsts, ...folded].join(', ');
  return (units) =>
    sql`SELECT ${sql.raw(outer)} FROM (${units}) u ${sql.raw(`${groupedBy(names)} LIMIT ${wanted.limit}`)}`;
}

/** 按户汇总 · What is one household's is put together first, so that it is one of those whose amounts are looked at. @article 5.3 */
export function foldedByHousehold(wanted: CellsFolded): Folded {
  const names = namesOf(wanted);
  const amounts = wanted.measures.filter(({ definition: { fold } }) => fold === 'SUM' || fold === 'MEAN');
  const owned = amounts.map(
    ({ slot: s }) => `count(v${s}) AS c${s}, sum(k) FILTER (WHERE v${s} IS NOT NULL) AS k${s}, sum(v${s}) AS s${s}`,
  );
  const inner = [...names, 'k', 'count(*) AS n', 'sum(k) AS units', ...owned].join(', ');
  const households = `json_build_array(count(*), ${keySum('k')})`;
  const folded = wanted.measures.map(({ definition: { fold, name }, slot: s }) => {
    if (fold === 'COUNT') return `NULL::json AS ${s}`;
    if (fold === 'DISTINCT') return `${households} AS ${s}`;
    if (fold !== 'SUM' && fold !== 'MEAN') throw new RangeError(`${name} is not put together by households`);
    return `json_build_array(sum(c${s}), ${keySum(`k${s}`)}, coalesce(sum(s${s}), 0), coalesce(max(abs(s${s})), 0)) AS ${s}`;
  });
  const outer = [...names, 'sum(n) AS n', `${keySum('units')} AS key`, `${households} AS owners`, ...folded].join(', ');
  return (units) => sql`SELECT ${sql.raw(outer)} FROM (
      SELECT ${sql.raw(inner)} FROM (${units}) u ${sql.raw(groupedBy([...names, 'k']))}
    ) o ${sql.raw(`${groupedBy(names)} LIMIT ${wanted.limit}`)}`;
}

const keySum = (key: string, filter = ''): string => `(coalesce(sum(${key})${filter}, 0) % ${KEY_SPACE})::bigint`;

const counted = (filter: string): string => `json_build_array(count(*)${filter}, ${keySum('k', filter)})`;

/** Each as a list, so that one measure is one column. */
const FOLDED: Readonly<Record<PlannedMeasure['definition']['fold'], (value: string) => string>> = {
  COUNT: () => 'NULL::json',
  COUNT_IF: (value) => counted(` FILTER (WHERE ${value})`),
  DISTINCT: (value) =>
    `json_build_array(count(DISTINCT ${value}), (coalesce(sum(DISTINCT ${value}), 0) % ${KEY_SPACE})::bigint)`,
  SUM: amounts,
  MEAN: amounts,
  MEDIAN: (value) =>
    `json_build_array(count(${value}), ${keySum('k', ` FILTER (WHERE ${value} IS NOT NULL)`)}, percentile_cont(0.5) WITHIN GROUP (ORDER BY ${value}))`,
};

const distinct = (filter: string): string =>
  `count(DISTINCT k)${filter}, (coalesce(sum(DISTINCT k)${filter}, 0) % ${KEY_SPACE})::bigint`;
const ownersOf = (filter: string): string => `json_build_array(${distinct(filter)})`;

/** With the households of those that count, after what the others are folded to. */
const FOLDED_OWNED: typeof FOLDED = {
  ...FOLDED,
  COUNT_IF: (value) => {
    const filter = ` FILTER (WHERE ${value})`;
    return `json_build_array(count(*)${filter}, ${keySum('k', filter)}, NULL, NULL, ${distinct(filter)})`;
  },
  MEDIAN: (value) => {
    const filter = ` FILTER (WHERE ${value} IS NOT NULL)`;
    return `json_build_array(count(${value}), ${keySum('k', filter)}, percentile_cont(0.5) WITHIN GROUP (ORDER BY ${value}), NULL, ${distinct(filter)})`;
  },
};

function amounts(value: string): string {
  return `json_build_array(count(${value}), ${keySum('k', ` FILTER (WHERE ${value} IS NOT NULL)`)}, coalesce(sum(${value}), 0), coalesce(max(abs(${value})), 0))`;
}
