import { NATION } from './domain/kernel/region-code.js';
import { AnchorKeeper, type RefusalTrail, readAnchorKey } from './features/audit/index.js';
import { tellDueDays } from './features/case/index.js';
import { forgetExpiredKeys } from './features/change/index.js';
import { mirrorIdentityReviews } from './features/household/index.js';
import type { Clock } from './platform/clock.js';
import type { Env } from './platform/config/env.js';
import type { Engine } from './platform/database/engine.js';
import type { Upkeep } from './platform/upkeep.js';
import type { Ground } from './rooms.js';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** 定时工作所需 · What the rounds are made with. @article none — technical */
export interface RoundParts {
  readonly ground: Ground;
  readonly env: Env;
  readonly clock: Clock;
  /** The owner's way into the database. */
  readonly engine: Engine;
  readonly refusals: RefusalTrail;
}

/**
 * 开始定时工作 · All that the rooms do by themselves while the server runs.
 *
 * @article none — technical
 */
export function beginRounds(upkeep: Upkeep, { ground, env, clock, engine, refusals }: RoundParts): void {
  const { database, tree } = ground;
  upkeep.every({
    failure: 'what has expired was not forgotten',
    everyMs: HOUR_MS,
    atStart: true,
    work: () => Promise.all([forgetExpiredKeys(database, clock.now()), refusals.settleAll(clock.now())]),
  });
  upkeep.every({
    failure: 'a county was not told of an identity number that was entered twice',
    everyMs: MINUTE_MS,
    work: () => mirrorIdentityReviews(database),
  });
  upkeep.every({
    failure: 'deadlines that the calendar tells by now were not told',
    everyMs: DAY_MS,
    atStart: true,
    work: (stopping) => tellDueDays(ground, tree.countiesUnder(NATION), clock.today(), stopping),
  });
  const { auditAnchors, production } = env;
  if (auditAnchors === null || auditAnchors.everyMinutes === 0) return;
  const keeper = new AnchorKeeper({
    engine,
    file: auditAnchors.file,
    key: readAnchorKey(auditAnchors.keyFile, !production),
  });
  upkeep.every({
    failure: 'the audit chains were not anchored',
    everyMs: auditAnchors.everyMinutes * MINUTE_MS,
    atStart: true,
    work: () => keeper.take(clock.now()),
  });
}
