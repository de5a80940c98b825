import type { Caller } from '../auth/caller.js';
import type { Env } from '../config/env.js';
import type { RateLimits } from './rate-limit.js';

/** 调用额度 · What each caller may ask for, in points. @article none — technical */
export interface CallerBudget {
  /** On this process; null for as many as wanted. */
  readonly perMinute: number | null;
  /** That the figures of one operation may cost; never more than a caller has in a minute. */
  readonly forFigures: number;
  /**
   * 计点 · Takes points from whoever calls; counted in every process for itself, since it happens at every request.
   *
   * @throws ApiError RATE_LIMITED
   */
  spend(caller: Pick<Caller, 'principal' | 'address'>, points: number): Promise<void>;
}

/** 调用额度 · One count of a minute, from which requests, their fields and their figures are paid. @article none — technical */
export function createCallerBudget(
  rateLimits: RateLimits,
  { rateLimit: perMinute, figuresLimit }: Pick<Env, 'rateLimit' | 'figuresLimit'>,
): CallerBudget {
  if (perMinute === null) return { perMinute, forFigures: figuresLimit, spend: () => Promise.resolve() };
  const limiter = rateLimits({ name: 'request', points: perMinute, seconds: 60, counted: 'each' });
  return {
    perMinute,
    forFigures: Math.min(figuresLimit, perMinute),
    spend: (caller, points) => limiter.spend(caller, points),
  };
}
