import type { DiscoveryChannel } from '../../domain/case/monitoring-case.js';
import type { FormerStatus } from '../../domain/household/household.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { LeadArrival } from '../../domain/lead/join-lead.js';
import type { RegisterRows } from './register-rows.js';
import type { SeededRandom } from './seeded-random.js';
import type { World } from './world.js';

/** 农户登记 · What a household is registered with. */
export interface HouseholdOpening {
  readonly number: number;
  readonly countyCode: RegionCode;
  readonly regionCode: RegionCode;
  readonly address: string;
  readonly formerStatus: FormerStatus;
  readonly resettled: boolean;
  readonly registeredOn: CalendarDate;
}

/** 农户过程所需 · What a household's course is written with. */
export interface HouseholdParts {
  readonly world: World;
  readonly rows: RegisterRows;
  readonly random: SeededRandom;
  readonly until: CalendarDate;
}

/** 上报线索 · A lead as it is reported. */
export interface LeadReport {
  readonly channel: DiscoveryChannel;
  readonly reportedOn: CalendarDate;
  readonly statement: string;
  /** Who told, where the household itself is not registered. */
  readonly contact?: { readonly name: string; readonly phone: string };
  /** What is under way for the household then. */
  readonly meets: LeadArrival;
  readonly note?: string;
}
