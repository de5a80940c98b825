import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import type { Caller } from '../../src/platform/auth/caller.js';
import { systemClock } from '../../src/platform/clock.js';
import type { Env } from '../../src/platform/config/env.js';

/** 经办人 · Whoever sits at the server: the login, the instant and a request's id for the trail. */
export interface OperatorAct {
  readonly operator: string;
  readonly when: Omit<Caller, 'principal'>;
}

/** 经办 · One act of an operator, now. @article 5.3 */
export function operatorAct(env: Env): OperatorAct {
  const clock = systemClock(env.today);
  return {
    operator: userInfo().username,
    when: { now: clock.now(), today: clock.today(), requestId: randomUUID() },
  };
}
