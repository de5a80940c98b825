import { addDays, type CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { CaseScenario } from './scenario.js';
import type { SeededRandom } from './seeded-random.js';

const DAYS_A_MONTH = 31;
/** From opening to identification at most, and from the end of support to the end of elimination. */
const [IDENTIFYING, ELIMINATING] = [30, 70];

/**
 * 建档日 · Days on which the household's cases were opened, oldest first, so that each scenario has the time it needs.
 *
 * @param until  last day on which anything happened
 * @param months  the province's months from identification to elimination
 * @article none — calibration
 */
export function openingDays(
  scenario: CaseScenario,
  until: CalendarDate,
  months: number,
  random: SeededRandom,
): readonly CalendarDate[] {
  const ago = (least: number, most: number): CalendarDate => addDays(until, -random.integer(least, most));
  const whole = months * DAYS_A_MONTH + IDENTIFYING + ELIMINATING;
  switch (scenario) {
    case 'IDENTIFYING':
      return [ago(0, 11)];
    case 'STUCK':
      return [ago(20, 45)];
    case 'NOT_IDENTIFIED':
      return [ago(25, 420)];
    case 'WITHDRAWN':
      return [ago(45, 420)];
    case 'UNSUPPORTED':
      return [random.chance(0.7) ? ago(18, 34) : ago(45, 80)];
    case 'SUPPORTED':
      return [ago(75, 340)];
    case 'CONTINUED':
      return [ago(230, 430)];
    case 'TRACKED':
      return [ago(80, 520)];
    case 'RELAPSED':
      return [ago(whole + 300, whole + 420), ago(60, 180)];
    case 'ELIMINATING':
      return [ago(whole - 20, whole + 120)];
    case 'ELIMINATED':
      return [ago(whole, whole + 420)];
    case 'ELIMINATED_NATURALLY':
      return [ago(160, 640)];
  }
}
