import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Principal } from './principal.js';

/** 调用者 · Who asks and when, as services need it; a request's context is one. @article none — technical */
export interface Caller {
  /** Null without a token. */
  readonly principal: Principal | null;
  /**
   * Address that the front door vouches for, whatever the request says of itself; absent for callers that came by no door.
   * For counting how often somebody comes, and for nothing else: it is never kept or logged.
   */
  readonly address?: string;
  readonly requestId: string;
  /** The product's day, China Standard Time. */
  readonly today: CalendarDate;
  readonly now: Date;
}
