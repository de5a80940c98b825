import { DIGITS_OF_LEVEL } from '../../kernel/region-code.js';
import type { MeasureDefinition, StatSubject, TimeBucket } from '../definition.js';
import { type RollupName, ROLLUPS, type TalliedSubject } from '../rollup/rollup.js';
import type { PublishedAttribute } from './published-attribute.js';

/** 常备单元表 · Cells that are kept of each province with a publication, by the attributes that tell them apart. @article 5.3 */
export interface KeptCells {
  readonly name: RollupName;
  readonly subject: StatSubject;
  readonly attributes: readonly KeptAttribute[];
  /** Measures of the catalogue that are kept of each cell. */
  readonly measures: readonly string[];
}

/** 常备属性 · What tells kept cells apart: a value, or the month of a day. @article none — technical */
export type KeptAttribute = Extract<PublishedAttribute, { kind: 'plain' | 'bucket' }>;

/** 单元所问 · What is asked of a publication, as far as it decides whether kept cells answer it. @article none — technical */
export interface CellsQuestion {
  readonly subject: string;
  readonly attributes: readonly PublishedAttribute[];
  readonly measures: readonly { readonly definition: Pick<MeasureDefinition, 'name'> }[];
  /** Digits that every region of the reach starts with, and those of the one that is asked about; null for all of the reach. */
  readonly prefixes: readonly string[];
  readonly regionPrefix: string | null;
}

const MEASURES: Readonly<Record<TalliedSubject, readonly string[]>> = {
  HOUSEHOLDS: ['households', 'persons', 'labourers', 'perCapitaMean', 'rigidExpenditure'],
  CASES: ['cases', 'persons', 'perCapitaMean', 'overdue', 'relapsed', 'withoutSupport'],
  MEASURES: ['measures', 'households', 'budget', 'delivered'],
};

/**
 * 常备单元表 · By what tallies are told apart, cells are kept. Units add up, and so do their keys, so that cells of these are put together to
 * those of fewer attributes and of the nation, with the very keys that their units give. Not so households behind measures: these are
 * of cells by exactly the attributes that are kept.
 *
 * @article 5.3
 */
export const KEPT_CELLS: readonly KeptCells[] = ROLLUPS.map(({ name, subject, dimensions }) => ({
  name,
  subject,
  attributes: dimensions.map((one) =>
    one.by === 'MONTH' ? { kind: 'bucket', name: one.name, bucket: 'MONTH' } : { kind: 'plain', name: one.name },
  ),
  measures: MEASURES[subject],
}));

/** 多件一户的对象 · Subjects of which several units may be one household's, in cells side by side. @article 5.3 */
export const SEVERAL_OF_HOUSEHOLDS: ReadonlySet<string> = new Set<StatSubject>(['MEASURES', 'ALERTS']);

/**
 * 选择常备单元 · The kept cells that a question is answered from, exactly as from the units; null where these have to be looked at: of parts
 * of a province, by other attributes, of other measures.
 *
 * @article 5.3
 */
export function keptCellsFor(question: CellsQuestion): KeptCells | null {
  const { subject, attributes, measures, prefixes, regionPrefix } = question;
  const ofProvinces = [...prefixes, regionPrefix ?? ''].every(({ length }) => length <= DIGITS_OF_LEVEL.PROVINCE);
  if (!ofProvinces) return null;
  const found = KEPT_CELLS.find(
    (kept) =>
      kept.subject === subject &&
      measures.every(({ definition: { name } }) => kept.measures.includes(name)) &&
      attributes.every((one) => isKept(kept, one)) &&
      (!SEVERAL_OF_HOUSEHOLDS.has(subject) ||
        kept.attributes.every((own) => attributes.some((one) => isSame(own, one)))),
  );
  return found ?? null;
}

function isKept(kept: KeptCells, asked: PublishedAttribute): boolean {
  if (asked.kind === 'region') return asked.level === 'NATION' || asked.level === 'PROVINCE';
  return asked.kind === 'bucket' && asked.bucket === 'DAY' ? false : kept.attributes.some((own) => isSame(own, asked));
}

/** Whether a kept attribute tells the one that is asked about: longer times are told by their months. */
function isSame(own: KeptAttribute, asked: PublishedAttribute): boolean {
  return asked.kind === own.kind && asked.name === own.name;
}

const MONTHS: Readonly<Record<Exclude<TimeBucket, 'DAY'>, number>> = { MONTH: 1, QUARTER: 3, YEAR: 12 };

/**
 * 归入时段 · The first day of the time that a month lies in.
 *
 * @param month  its first day
 * @article none — technical
 */
export function periodOf(month: string, bucket: TimeBucket): string {
  if (bucket === 'DAY') throw new RangeError('days are not told by months');
  const [year, number] = month.split('-').map(Number) as [number, number];
  const first = number - ((number - 1) % MONTHS[bucket]);
  return `${String(year).padStart(4, '0')}-${String(first).padStart(2, '0')}-01`;
}
