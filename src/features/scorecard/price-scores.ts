import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode, RegionLevel } from '../../domain/kernel/region-code.js';
import { UNGROUPED } from '../../domain/statistics/stat-plan.js';
import { type CheckedQuestion, tellWholeSource } from '../stat-desk/index.js';
import type { ScoreScope } from './score-scope.repository.js';

/** 评分的提问 · Of which regions, in which days. */
export interface ScoreQuestion {
  readonly region: RegionCode;
  readonly level: RegionLevel;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** Why officers' are read there. */
const AS_IT_STANDS = 'each figure is judged by the records as they stand';

/**
 * 评分的计价 · What the desk has to know of scorecards to reckon them: officers' look at the records of the register, analysts' at the cells
 * that were published.
 *
 * @article 5.3
 */
export function pricedScores(
  { region, level, from, to }: ScoreQuestion,
  { reach, counties }: ScoreScope,
  source: 'REGISTER' | 'PUBLICATION',
): Omit<CheckedQuestion<unknown>, 'read'> {
  return {
    subject: null,
    counted: 'SCORES',
    ...tellWholeSource(source === 'PUBLICATION', AS_IT_STANDS),
    groupings: [UNGROUPED],
    past: false,
    reach,
    counties,
    key: ['scorecards', region, level, from, to],
  };
}
