import { NATION } from './domain/kernel/region-code.js';
import { isPublicationDue } from './domain/statistics/disclosure/publication-due.js';
import { AccessService } from './features/access/index.js';
import { MatchWaitingAlerts } from './features/alert/index.js';
import { AnchorKeeper, type RefusalTrail, readAnchorKey } from './features/audit/index.js';
import { forgetExpiredKeys } from './features/change/index.js';
import { HazardScreening } from './features/hazard/index.js';
import { findHouseholdFacts } from './features/household/index.js';
import { mirrorIdentityReviews } from './features/identity-review/index.js';
import { tellDueDays, tellIdentificationDays } from './features/procedure/index.js';
import { newestPublication, PUBLICATION_PARTS, publishFigures } from './features/publication/index.js';
import { DailyQuality } from './features/quality/index.js';
import { MonthlyWatch } from './features/regional-risk/index.js';
import { keepScores } from './features/scorecard/index.js';
import { DailyScreening } from './features/screening/index.js';
import { countRegister, foldChanges, reconcileTallies, talliesUnder, tellDrift } from './features/tally/index.js';
import { type Clock, chinaHour } from './platform/clock.js';
import type { Env } from './platform/config/env.js';
import { Database } from './platform/database/database.js';
import type { Engine } from './platform/database/engine.js';
import { WHOLE_REGISTER } from './platform/database/scope.js';
import type { Logger } from './platform/logging/logger.js';
import type { Upkeep } from './platform/upkeep.js';
import type { Ground } from './rooms.js';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** What waits is counted beside the tallies: the fewer, the faster. */
const FOLDING_MS = 2_000;
/** In China, when few work. */
const RECONCILE_HOUR = 3;
/** Whoever asked for a screening looks a few seconds later. */
const HAZARDS_MS = 5_000;
/** Whoever is registered meets the alerts that waited for them soon after. */
const WAITING_MS = MINUTE_MS;
const SCREENING_MS = 10 * MINUTE_MS;
/** For statements over some fifty thousand households, which nobody waits for. */
const UNHURRIED = { readMs: 300_000, writeMs: 60_000 };

/** 定时工作所需 · What the rounds are made with. @article none — technical */
export interface RoundParts {
  readonly ground: Ground;
  readonly env: Env;
  readonly clock: Clock;
  /** The owner's way into the database. */
  readonly engine: Engine;
  readonly refusals: RefusalTrail;
  readonly logger: Pick<Logger, 'warn'>;
}

/**
 * 开始定时工作 · All that the rooms do by themselves while the server runs.
 *
 * @article none — technical
 */
export function beginRounds(upkeep: Upkeep, parts: RoundParts): void {
  const { ground, env, clock, engine, refusals, logger } = parts;
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
    work: () => mirrorIdentityReviews(ground),
  });
  upkeep.every({
    failure: 'deadlines that the calendar tells by now were not told',
    everyMs: DAY_MS,
    atStart: true,
    work: (stopping) => tellDueDays(ground, tree.countiesUnder(NATION), clock.today(), stopping),
  });
  upkeep.every({
    failure: 'last days of identifications that are known by now were not told',
    everyMs: DAY_MS,
    atStart: true,
    work: (stopping) => tellIdentificationDays(ground, tree.countiesUnder(NATION), stopping),
  });
  keepTallies(upkeep, parts);
  if (env.publishHour !== null) keepPublishing(upkeep, env.publishHour, parts);
  keepScreening(upkeep, parts);
  if (env.dailyScreening) keepWatching(upkeep, parts);
  const { auditAnchors, production } = env;
  if (auditAnchors === null || auditAnchors.everyMinutes === 0) return;
  const keeper = new AnchorKeeper({
    engine,
    file: auditAnchors.file,
    key: readAnchorKey(auditAnchors.keyFile, !production),
    onTorn: (bytes) => logger.warn({ bytes }, 'the last anchor was cut off while it was written; it was taken away'),
  });
  upkeep.every({
    failure: 'the audit chains were not anchored',
    everyMs: auditAnchors.everyMinutes * MINUTE_MS,
    atStart: true,
    work: () => keeper.take(clock.now()),
  });
}

/** A county of a great city takes its time. */
const PUBLISHING = { readMs: 600_000, writeMs: 600_000 };

/** Publishes the figures of the day for analysts once it is late enough, and within the hour after an upgrade, see `isPublicationDue`. */
function keepPublishing(upkeep: Upkeep, hour: number, { ground, env, clock, engine }: RoundParts): void {
  upkeep.every({
    failure: 'the figures of the day were not published',
    everyMs: HOUR_MS,
    work: async (stopping) => {
      const today = clock.today();
      const isLate = chinaHour(clock.now()) >= hour;
      const newest = await ground.database.read(WHOLE_REGISTER, newestPublication);
      const alongside = [keepScores(ground)];
      const kept = [...PUBLICATION_PARTS, ...alongside.map(({ part }) => part)];
      if (!isPublicationDue(newest, today, isLate, kept)) return;
      const database = new Database(engine, PUBLISHING);
      const parts = { ...ground, database, parameters: env.disclosure, alongside };
      await publishFigures(parts, { today, now: () => clock.now() }, undefined, stopping);
    },
  });
}

/** Counts a register that is older than its tallies once, folds what changes, and holds the tallies against a full count every night. */
function keepTallies(upkeep: Upkeep, { ground: { tree, database }, clock, engine, logger }: RoundParts): void {
  const counties = tree.countiesUnder(NATION);
  upkeep.every({
    failure: 'the register was not counted for its tallies',
    everyMs: HOUR_MS,
    atStart: true,
    work: (stopping) => countRegister(new Database(engine, UNHURRIED), counties, () => clock.now(), stopping),
  });
  upkeep.every({
    failure: 'changes were not folded into the tallies',
    everyMs: FOLDING_MS,
    work: (stopping) => foldChanges(database, counties, stopping),
  });
  upkeep.every({
    failure: 'the tallies were not held against the register',
    everyMs: HOUR_MS,
    work: async (stopping) => {
      if (chinaHour(clock.now()) !== RECONCILE_HOUR) return;
      const order = { ...talliesUnder(tree, NATION), repair: true, today: clock.today(), now: () => clock.now() };
      const drifts = await reconcileTallies(new Database(engine, UNHURRIED), order, stopping);
      for (const drift of drifts) logger.warn({ drift: tellDrift(drift) }, 'a tally was off and was put right');
    },
  });
}

/** Regional risk, once a month. */
function keepWatching(upkeep: Upkeep, { ground, clock, engine }: RoundParts): void {
  const watch = new MonthlyWatch({ ...ground, database: new Database(engine, UNHURRIED) });
  upkeep.every({
    failure: 'regional risk was not watched in every province',
    everyMs: HOUR_MS,
    work: (stopping) => watch.take({ now: clock.now(), today: clock.today() }, stopping),
  });
}

/** Hazards that were to be screened in the background, and the register once a day. */
function keepScreening(upkeep: Upkeep, { ground, env, clock, engine }: RoundParts): void {
  const database = new Database(engine, UNHURRIED);
  const parts = { ...ground, database, households: { factsOf: findHouseholdFacts } };
  const moment = () => ({ now: clock.now(), today: clock.today() });
  const hazards = new HazardScreening(parts);
  upkeep.every({
    failure: 'a hazard was not screened to its end',
    everyMs: HAZARDS_MS,
    work: (stopping) => hazards.goOn(moment, null, stopping),
  });
  const waiting = new MatchWaitingAlerts({ ...parts, access: new AccessService(database, ground.tree) });
  upkeep.every({
    failure: 'alerts that found nobody were not looked for again',
    everyMs: WAITING_MS,
    work: (stopping) => waiting.take(moment(), stopping),
  });
  if (!env.dailyScreening) return;
  const quality = new DailyQuality(parts);
  upkeep.every({
    failure: 'the register was not looked through for faults of data quality',
    everyMs: HOUR_MS,
    work: (stopping) => quality.take(moment(), stopping),
  });
  const screening = new DailyScreening(parts);
  upkeep.every({
    failure: 'the register was not screened',
    everyMs: SCREENING_MS,
    atStart: true,
    work: (stopping) => screening.take(moment(), stopping),
  });
}
