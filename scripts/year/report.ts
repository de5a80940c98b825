import { markdownTable } from '../province/markdown-table.js';
import type { YearPlayed } from './play-year.js';

const HEADING = ['what', 'planted', 'found', ''];

/** 对照表 · What was planted and found, as a Markdown table, and whether all of it agrees. */
export function reportOf({ lines }: Pick<YearPlayed, 'lines'>): string {
  const rows = lines.map(({ what, planted, found, agrees }) => [what, planted, found, agrees ? '✓' : '✗']);
  const wrong = lines.filter(({ agrees }) => !agrees).length;
  const verdict = wrong === 0 ? `All ${lines.length} lines agree.` : `${wrong} of ${lines.length} lines do not agree.`;
  return `${markdownTable(HEADING, rows)}\n\n${verdict}`;
}
