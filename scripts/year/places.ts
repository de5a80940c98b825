import { date } from '../../src/domain/kernel/calendar-date.js';
import type { RegionCode } from '../../src/domain/kernel/region-code.js';

/** 演练之地 · Counties of the rehearsal: four of 湖南 and four of 云南; of the first three the villages are known. */
export const COUNTIES: readonly RegionCode[] = [
  '430121',
  '430626',
  '433122',
  '430524',
  '530524',
  '530302',
  '530627',
  '533325',
] as RegionCode[];
/** 演练之省 */
export const PROVINCES: readonly RegionCode[] = ['430000', '530000'] as RegionCode[];

/** 受灾县 · Where the flood comes. */
export const FLOODED = '430626' as RegionCode;
/** 跌价县 · Where the price of pigs falls. */
export const SLUMPED = '530524' as RegionCode;
/** 失业县 · Where work in the cities fails, from May to July. */
export const JOBLESS = '530627' as RegionCode;
/** 尾数集中之地 · A township whose incomes were rounded to ten yuan, before the year and in it. */
export const HEAPED = '533325202' as RegionCode;
/** 未排查县 · Which starts no campaign. */
export const WITHOUT_CAMPAIGN = '530302' as RegionCode;
/** 集中审定县 · Where one person decides five cases within a minute. */
export const HURRIED = '530627' as RegionCode;
/** 数据雷同县 · Where one income is entered for five households. */
export const COPIED = '533325' as RegionCode;
/** 漏管县 · Where a formerly poor household under the line has no case. */
export const OVERLOOKED = '430121' as RegionCode;

/** 演练年度 */
export const YEAR = 2025;
/** 演练首日 */
export const FIRST_DAY = date(`${YEAR}-01-01`);
/** 回顾之日 · The day on which the year is looked back on. */
export const LAST_DAY = date(`${YEAR + 1}-01-05`);

/** 当年某日 · A day of the year. @param month  from 1 */
export function dayIn(month: number, day: number) {
  return date(`${YEAR}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}
