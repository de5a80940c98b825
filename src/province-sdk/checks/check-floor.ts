import { checkLineFloor } from '../../domain/income/rules/r01-line-floor.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { inForce } from '../../domain/kernel/dated.js';
import { formatYuan } from '../../domain/kernel/money.js';
import type { MonitoringLineValue } from '../../domain/province/monitoring-line.js';
import type { ProvinceConfig } from '../../domain/province/province-config.js';
import type { RuleEntry } from '../../domain/province/rule-entry.js';
import type { Fault } from '../fault.js';
import { soundParts } from '../sound-parts.js';
import { type CheckContext, faultOf } from './check-context.js';

/**
 * R01 底线检查 · Every line, county overrides included, is at or over the national floor: on its first day, and on the day
 * of any newer floor that its source still vouches for.
 *
 * @article 2.2
 */
export function checkFloor({ module, baseline }: CheckContext): readonly Fault[] {
  return soundParts(module, 'monitoringLines').flatMap(({ index, part }) => {
    const place = part.county === null ? module.name.zh : `${module.name.zh}${part.county}`;
    return daysToCheck(part, baseline).flatMap((day): Fault[] => {
      const floor = inForce(baseline.nationalFloor, day)?.value ?? null;
      const reason = checkLineFloor({ place, from: day, perCapitaIncome: part.value.perCapitaIncome }, floor);
      if (reason === null) return [];
      const path = ['monitoringLines', index, 'value', 'perCapitaIncome'];
      const expected =
        floor === null ? 'a day from which a national floor is known' : `${formatYuan(floor)} yuan or more`;
      return [faultOf(reason, { module, path, day }, expected)];
    });
  });
}

function daysToCheck(line: RuleEntry<MonitoringLineValue>, { nationalFloor }: ProvinceConfig): CalendarDate[] {
  const newer = nationalFloor
    .map((floor) => floor.from)
    .filter((from) => from > line.from && (line.vouchedTo === null || from <= line.vouchedTo));
  return [line.from, ...newer];
}
