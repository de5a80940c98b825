import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Principal } from '../auth/principal.js';

/** 请求上下文 · What every resolver gets: who asks, which day it is, one request's loaders. @article none — technical */
export interface RequestContext {
  readonly principal: Principal | null;
  readonly requestId: string;
  /** The product's day, China Standard Time. */
  readonly today: CalendarDate;
  readonly now: Date;
  readonly language: 'zh' | 'en';
  /** One dataloader a key, made on first use, gone with the request. */
  readonly loaders: Map<unknown, unknown>;
}
