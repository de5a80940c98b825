import { earliestEnd } from '../../domain/income/income-in-window.js';
import { judgementsFor } from '../../domain/judgement/judgement.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { CORPS, configurationKeyOf, type RegionCode } from '../../domain/kernel/region-code.js';
import type { ProvinceRules } from '../../domain/province/province-rules.js';
import { windowMonthsOf } from '../../domain/risk/situation.js';
import type { ProvinceService } from '../province/index.js';

/** 县的监测线 · The line that a county's incomes are held against, fen; null where none is in force. @article 2.2 */
export interface CountyLine {
  readonly county: string;
  /** The regiments of the Corps inside a county of Xinjiang have the Corps' own rules. */
  readonly corps: boolean;
  readonly line: number | null;
  readonly months: number;
  /** First day on which an income window may end and still serve. */
  readonly from: CalendarDate;
}

/** 当日监测线 · The line of a county's rules on a day. @article 2.2 */
export function lineOf(county: string, corps: boolean, rules: ProvinceRules, on: CalendarDate): CountyLine {
  const months = windowMonthsOf(rules);
  return { county, corps, line: rules.line?.perCapitaIncome ?? null, months, from: earliestEnd(on, months) };
}

/** 分部规则 · The line of a part of a county, and whether a function of its province has a say. @article 2.1 */
export interface RulesOfPart {
  readonly line: CountyLine;
  readonly hasFunction: boolean;
}

/**
 * 各部规则 · The rules of a county: one part, but for a county of Xinjiang, which may hold regiments of the Corps with their own rules.
 *
 * @article 2.1
 */
export function rulesOf(provinces: Pick<ProvinceService, 'rulesOn'>, county: string, on: CalendarDate): RulesOfPart[] {
  const part = (region: string, corps: boolean): RulesOfPart => {
    const rules = provinces.rulesOn(region as RegionCode, on);
    return { line: lineOf(county, corps, rules, on), hasFunction: judgementsFor(rules, 'RANGE').length > 0 };
  };
  const own = part(county, false);
  if (!county.startsWith('65')) return [own];
  const regiment = `${county}500`;
  return [
    own,
    configurationKeyOf(regiment as RegionCode) === CORPS
      ? part(regiment, true)
      : { ...own, line: { ...own.line, corps: true } },
  ];
}
