import { addDays, addMonths, type CalendarDate, date } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import { windowMonthsOf } from '../../domain/risk/situation.js';
import type { ProvinceService } from '../province/index.js';
import type { FallRule, Period } from './register-figures.repository.js';

/**
 * 各月收入骤减规定 · From which a fall of income is sharp in a county, month by month, each by the rules of its own last day; a month
 * whose rules do not say is left out.
 *
 * @param period  whole months
 * @article 2.1
 */
export function fallRules(
  provinces: Pick<ProvinceService, 'rulesOn'>,
  county: RegionCode,
  { from, to }: Period,
): FallRule[] {
  // A county of Xinjiang may hold regiments of the Corps.
  const parts = [{ region: county, corps: false }];
  if (county.startsWith('65')) parts.push({ region: `${county}500` as RegionCode, corps: true });
  const falls: FallRule[] = [];
  for (let month: CalendarDate = date(`${from.slice(0, 7)}-01`); month <= to; month = addMonths(month, 1)) {
    const on = addDays(addMonths(month, 1), -1);
    for (const { region, corps } of parts) {
      const rules = provinces.rulesOn(region, on);
      const percent = rules.thresholds.incomeFallPercent?.value;
      if (percent !== undefined) falls.push({ month, on, corps, months: windowMonthsOf(rules), percent });
    }
  }
  return falls;
}
