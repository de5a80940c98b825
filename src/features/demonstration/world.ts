import type { FormerStatus, MemberFacts, SpecialGroup } from '../../domain/household/household.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { Refusal } from '../../domain/kernel/verdict.js';
import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import type { ProvinceService } from '../province/index.js';
import type { RegionTree } from '../region/index.js';

/** 世界 · What every household of the register lives in. */
export interface World {
  readonly provinces: Pick<ProvinceService, 'rulesOn'>;
  readonly tree: RegionTree;
  readonly holidays: HolidayCalendar;
  /** The product's day; nothing happened on it yet. */
  readonly today: CalendarDate;
}

/** 建档农户 · A household as its cases need to know it. */
export interface CaseHousehold {
  readonly id: string;
  readonly countyCode: RegionCode;
  readonly regionCode: RegionCode;
  readonly formerStatus: FormerStatus;
  readonly members: readonly MemberFacts[];
  readonly specialGroups: readonly SpecialGroup[];
  /** Name of the head, for what the head signs. */
  readonly headName: string;
}

/** 合规 · Takes what the rules allow. @throws Error naming what they refuse: a fault of the generator */
export function allowed(refusals: readonly Refusal[], act: string): void {
  if (refusals.length > 0) throw refusedAct(act, refusals);
}

/** 被拒之举 · What the rules said against an act that the generator made up. */
export function refusedAct(act: string, refusals: readonly Refusal[]): Error {
  return new Error(`the demonstration breaks the rules (${act}): ${refusals.map(({ message }) => message).join('; ')}`);
}
