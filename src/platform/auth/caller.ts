import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Principal } from './principal.js';

/** 调用者 · Who asks and when, as services need it; a request's context is one. @article none — technical */
export interface Caller {
  /** Null without a token. */
  readonly principal: Principal | null;
  readonly requestId: string;
  /** The product's day, China Standard Time. */
  readonly today: CalendarDate;
  readonly now: Date;
}
