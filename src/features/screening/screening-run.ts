import type { Judges } from '../../domain/judgement/judges.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Database } from '../../platform/database/database.js';
import type { DatabaseScope } from '../../platform/database/scope.js';
import type { HouseholdService } from '../household/index.js';
import type { NewLeadParts } from '../lead/index.js';
import type { RegionTree } from '../region/index.js';

/** 规则筛查所需 · What it stands on. */
export interface ScreeningParts extends NewLeadParts {
  /** With time enough for a statement over some fifty thousand households. */
  readonly database: Database;
  readonly tree: RegionTree;
  readonly households: Pick<HouseholdService, 'factsOf'>;
  readonly judgements: Pick<Judges, 'range'>;
}

/** 规则筛查请求 · Where, as of which day, and until when it may go on. */
export interface ScreeningRequest {
  readonly region: RegionCode;
  readonly on: CalendarDate;
  readonly now: Date;
  readonly today: CalendarDate;
  readonly requestId: string;
  /** Told after each step: households that were looked at, of how many. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Leaves out what was screened on the day already. */
  readonly onlyUnfinished?: boolean;
  /** Ends it at the next county; run again, it goes on from there. */
  readonly stopping?: AbortSignal;
}

/** 一次规则筛查 · A screening that is under way: over which region, and by which subject its parts are known. @article none — technical */
export interface ScreeningRun {
  readonly parts: ScreeningParts;
  readonly request: ScreeningRequest;
  readonly caller: Caller;
  readonly subject: string;
  readonly scope: DatabaseScope;
  readonly prefix: string;
}
