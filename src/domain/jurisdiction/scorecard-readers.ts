import type { ScorecardFigure } from '../scorecard/scorecard-figure.js';
import { OPERATIONS } from './operations.js';
import type { Role } from './role.js';

/** Lists of the same records that have fewer readers than scorecards. */
const OWN_LIST: Readonly<Partial<Record<ScorecardFigure, string>>> = {
  ALERTS_VERIFIED_ON_TIME: 'Query.departmentAlerts',
  DATA_QUALITY_FLAGS: 'Query.qualityFindings',
};

/**
 * 可追溯者 · Who reads the records behind a figure of a scorecard: whoever may trace figures at all, and reads the list of those records
 * too. Analysts read none.
 *
 * @article 5.3
 */
export function readersBehind(figure: ScorecardFigure): readonly Role[] {
  const rolesOf = (operation: string): readonly Role[] => {
    const roles = OPERATIONS[operation];
    return roles === undefined || roles === 'open' ? [] : roles;
  };
  const tracing = rolesOf('Query.scorecardRecords');
  const list = OWN_LIST[figure];
  return list === undefined ? tracing : tracing.filter((role) => rolesOf(list).includes(role));
}
