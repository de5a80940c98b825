import { acceptedRanges, namesJson } from '../graphql/answer-type.js';
import { type ChosenFormat, TABLE_FORMATS, tableOptions } from './table-formats.js';

const NAMES_A_TABLE = /csv|spreadsheetml|arrow/i;

/**
 * 所求格式 · The table format that `Accept` names, unless it would rather have JSON. A range such as anything names none.
 *
 * @returns null where the answer is JSON, or nothing that is there
 * @article none — technical
 * @example askedFormat('text/csv; labels=zh')?.format.ending // 'csv'
 */
export function askedFormat(accept: string | undefined): ChosenFormat | null {
  if (accept === undefined || !NAMES_A_TABLE.test(accept)) return null;
  const ranges = acceptedRanges(accept).toSorted((a, b) => b.quality - a.quality || a.place - b.place);
  for (const named of ranges) {
    if (named.quality === 0) return null;
    if (namesJson(named)) return null;
    const format = TABLE_FORMATS.find(({ mediaType }) => mediaType === named.range);
    if (format !== undefined) return { format, options: tableOptions(named.parameters) };
  }
  return null;
}
