import { COUNTY_DIGITS, DIGITS_OF_LEVEL, subtreePrefix, type RegionCode } from '../../kernel/region-code.js';
import type { StatSubject } from '../definition.js';
import type { GroupingPlan, PlannedDimension } from '../stat-plan.js';
import { type FilterUse, filteredBy } from './filtered-by.js';
import { ROLLUPS, type Rollup } from './rollup.js';

/** 汇总级别 · Whose rows are read: each county's, or each province's. @article none — technical */
export type RollupRows = 'COUNTY' | 'PROVINCE';

/** 所选来源 · The rollup that a grouping is answered from, or why it is counted from the register. @article 5.2 */
export type ChosenSource =
  | { readonly rollup: Rollup; readonly rows: RollupRows }
  | { readonly rollup: null; readonly because: string };

/** 来源所依 · What of a question decides where it can be answered from. @article none — technical */
export interface SourceQuestion {
  readonly subject: StatSubject;
  /** Whether the day that is asked about is past, or the rules of another day are to be followed. */
  readonly past: boolean;
  /** The filter as it was given; null for none. */
  readonly where: object | null;
  /** Digits that every region of the reach starts with. */
  readonly prefixes: readonly string[];
  /** Whether one household's own rows are all that is seen. */
  readonly ofHousehold: boolean;
  /** Whether every county's tallies have been counted once. */
  readonly counted: boolean;
}

const LEVELS: Readonly<Record<RollupRows, readonly string[]>> = {
  COUNTY: ['NATION', 'PROVINCE', 'CITY', 'COUNTY'],
  PROVINCE: ['NATION', 'PROVINCE'],
};

/**
 * 选择来源 · Where a grouping is answered from: the first rollup that answers it exactly, of provinces where it speaks of whole
 * provinces and of counties otherwise; else the register, which answers everything.
 *
 * @article 5.2
 */
export function chooseSource(
  grouping: Pick<GroupingPlan, 'dimensions' | 'measures' | 'changes' | 'totals'>,
  question: SourceQuestion,
): ChosenSource {
  const looksBack = grouping.changes.some(({ against }) => against.kind === 'DAY');
  const never = neverBecause({ ...question, past: question.past || looksBack });
  if (never !== null) return scan(never);
  const used = filteredBy(question.where);
  const finest = Math.max(
    ...question.prefixes.map(({ length }) => length),
    ...used.regions.map((code) => subtreePrefix(code as RegionCode).length),
  );
  if (finest > COUNTY_DIGITS) return scan('it asks of a part of a county');
  const own = ROLLUPS.filter(({ subject }) => subject === question.subject);
  if (own.length === 0) return scan(`no tallies are kept of ${question.subject.toLowerCase()}`);
  const lacking = own.map((rollup) => lacks(rollup, grouping, used));
  const fits = own[lacking.indexOf(null)];
  if (fits === undefined) return scan(lackedByAll(own, lacking));
  return { rollup: fits, rows: rowsFor(grouping, finest) };
}

function neverBecause({ past, ofHousehold, counted }: SourceQuestion): string | null {
  if (past) return 'it asks of a past day, and tallies tell how things stand';
  if (ofHousehold) return "it asks of one household's own records";
  return counted ? null : 'the tallies of some counties have not been counted yet';
}

const scan = (because: string): ChosenSource => ({ rollup: null, because });

/** What a rollup lacks for a grouping; null for nothing. */
function lacks(
  rollup: Rollup,
  { dimensions, measures, totals }: Pick<GroupingPlan, 'dimensions' | 'measures' | 'totals'>,
  { fields, withinMonths }: FilterUse,
): string | null {
  const measure = measures.find(({ definition }) => !rollup.measures.includes(definition.name));
  if (measure !== undefined) return `the measure ${measure.definition.name}`;
  const dimension = dimensions.find((one) => !keeps(rollup, one));
  if (dimension !== undefined) return dimensionAsked(dimension);
  const { households } = rollup;
  if (households !== undefined && measures.some(({ definition: { name } }) => name === households.measure)) {
    const over = households.by.filter((name) => dimensions.every(({ definition }) => definition.name !== name));
    if (over.length > 0) return `different households over every ${over.join(' and ')}`;
    if (totals) return 'different households in totals';
  }
  const field = fields.find((name) => !rollup.filters.includes(name) && name !== rollup.monthFilter);
  if (field !== undefined) return `the filter on ${field}`;
  const cut = withinMonths.find((name) => name === rollup.monthFilter);
  return cut === undefined ? null : `the filter on ${cut} by parts of a month`;
}

function keeps(rollup: Rollup, { definition: { name }, level, bucket }: PlannedDimension): boolean {
  if (name === 'region') return LEVELS.COUNTY.includes(level ?? 'COUNTY');
  const kept = rollup.dimensions.find((one) => one.name === name);
  if (kept === undefined) return false;
  return kept.by === 'VALUE' || (bucket !== null && bucket !== 'DAY');
}

function dimensionAsked({ definition: { name }, level, bucket }: PlannedDimension): string {
  return `the dimension ${name}${level === null ? '' : ` at ${level}`}${bucket === null ? '' : ` by ${bucket}`}`;
}

/** What no rollup has at all, or that none has everything together. */
function lackedByAll(rollups: readonly Rollup[], lacking: readonly (string | null)[]): string {
  const [first] = lacking;
  if (rollups.length > 0 && lacking.every((one) => one === first)) return `no rollup has ${first}`;
  return `no rollup has all of it together: ${rollups.map(({ name }, at) => `${name} lacks ${lacking[at]}`).join('; ')}`;
}

function rowsFor({ dimensions }: Pick<GroupingPlan, 'dimensions'>, finest: number): RollupRows {
  const ofProvinces = dimensions.every(
    ({ definition: { name }, level }) => name !== 'region' || LEVELS.PROVINCE.includes(level ?? 'COUNTY'),
  );
  return ofProvinces && finest <= DIGITS_OF_LEVEL.PROVINCE ? 'PROVINCE' : 'COUNTY';
}
