import { subtreePrefix, type RegionCode } from '../../kernel/region-code.js';
import type { MeasureDefinition, StatSubject, TimeBucket } from '../definition.js';
import type { PublishedAttribute } from './published-attribute.js';

/** 常备单元表 · Cells that are kept of each province with a publication, by the attributes that tell them apart. @article 5.3 */
export interface KeptCells {
  readonly name:
    | 'CASE_STANDING'
    | 'CASE_OPENING'
    | 'CASE_IDENTIFICATION'
    | 'CASE_ELIMINATION'
    | 'HOUSEHOLD_STANDING'
    | 'MEASURE_HELP';
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

const OF_CASES = ['cases', 'persons', 'perCapitaMean', 'overdue', 'relapsed', 'withoutSupport'] as const;
const plain = (...names: readonly string[]): KeptAttribute[] => names.map((name) => ({ kind: 'plain', name }));
const ofMonth = (name: KeptCells['name'], day: string): KeptCells => ({
  name,
  subject: 'CASES',
  attributes: [{ kind: 'bucket', name: day, bucket: 'MONTH' }],
  measures: OF_CASES,
});

/**
 * 常备单元表 · Units add up, and so do their keys, so that cells of these are put together to those of fewer attributes and of the nation, with
 * the very keys that their units give. Not so households behind measures: these are of cells by exactly the attributes that are kept.
 *
 * @article 5.3
 */
export const KEPT_CELLS: readonly KeptCells[] = [
  {
    name: 'CASE_STANDING',
    subject: 'CASES',
    attributes: plain('category', 'status', 'trackingOnly'),
    measures: OF_CASES,
  },
  ofMonth('CASE_OPENING', 'openedIn'),
  ofMonth('CASE_IDENTIFICATION', 'identifiedIn'),
  ofMonth('CASE_ELIMINATION', 'eliminatedIn'),
  {
    name: 'HOUSEHOLD_STANDING',
    subject: 'HOUSEHOLDS',
    attributes: plain('formerStatus', 'resettled', 'monitored'),
    measures: ['households', 'persons', 'labourers', 'perCapitaMean', 'rigidExpenditure'],
  },
  {
    name: 'MEASURE_HELP',
    subject: 'MEASURES',
    attributes: plain('family', 'timing', 'status'),
    measures: ['measures', 'households', 'budget', 'delivered'],
  },
];

/** A household may have several of them, in cells side by side. */
const OF_HOUSEHOLDS: ReadonlySet<string> = new Set<StatSubject>(['MEASURES', 'ALERTS']);
const PROVINCE_DIGITS = subtreePrefix('430000' as RegionCode).length;

/**
 * 选择常备单元 · The kept cells that a question is answered from, exactly as from the units; null where these have to be looked at: of parts
 * of a province, by other attributes, of other measures.
 *
 * @article 5.3
 */
export function keptCellsFor(question: CellsQuestion): KeptCells | null {
  const { subject, attributes, measures, prefixes, regionPrefix } = question;
  const ofProvinces = [...prefixes, regionPrefix ?? ''].every(({ length }) => length <= PROVINCE_DIGITS);
  if (!ofProvinces) return null;
  const found = KEPT_CELLS.find(
    (kept) =>
      kept.subject === subject &&
      measures.every(({ definition: { name } }) => kept.measures.includes(name)) &&
      attributes.every((one) => isKept(kept, one)) &&
      (!OF_HOUSEHOLDS.has(subject) || kept.attributes.every((own) => attributes.some((one) => isSame(own, one)))),
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
