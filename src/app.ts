import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { recognizeCallers } from './callers.js';
import { buildCatalogue, firstCatalogue, keepConfigurations } from './catalogue.js';
import { AccessService } from './features/access/index.js';
import { RefusalTrail, recordExport } from './features/audit/index.js';
import { fillDemonstration } from './features/demonstration/index.js';
import { ChangeFeed } from './features/live/index.js';
import {
  chineseHolidayCalendar,
  JudgementRunner,
  type ProvinceCatalogue,
  type ProvinceHealth,
  ProvinceReloader,
  ProvinceService,
  provinceHealth,
  type ReloadReport,
} from './features/province/index.js';
import { fillRegionTable, loadRegionTree, type RegionTree } from './features/region/index.js';
import { type Clock, systemClock } from './platform/clock.js';
import type { Env } from './platform/config/env.js';
import { createFieldCipher } from './platform/crypto/aes-field-cipher.js';
import { createCursorSeal, cursorKey } from './platform/crypto/cursor-seal.js';
import { createBlindIndex } from './platform/crypto/keyed-blind-index.js';
import { createKeyedDraw, drawKey } from './platform/crypto/keyed-draw.js';
import { loadPiiKeys } from './platform/crypto/load-pii-keys.js';
import { Database } from './platform/database/database.js';
import type { Engine } from './platform/database/engine.js';
import { migrateDatabase } from './platform/database/migrate.js';
import { openEngines } from './platform/database/open-engine.js';
import { createReplica, NO_REPLICA, type Replica } from './platform/database/replica-lag.js';
import { refuseUnsafeUser } from './platform/database/safe-user.js';
import { createGraphqlHandler } from './platform/graphql/apollo.js';
import type { GraphqlParts, TableHandler } from './platform/graphql/graphql-handler.js';
import { createCallerBudget } from './platform/http/caller-budget.js';
import { createRateLimits } from './platform/http/rate-limit.js';
import type { Logger } from './platform/logging/logger.js';
import { Sandbox } from './platform/sandbox/sandbox.js';
import { createLiveSockets, type LiveSockets } from './platform/socket/live-socket.js';
import { Upkeep } from './platform/upkeep.js';
import { assembleRooms, type Ground } from './rooms.js';
import { beginRounds } from './rounds.js';
import { buildAppSchema } from './schema.js';

/** Of one statement of a long question: whoever waits longer is told to ask for less. */
const ANALYSIS_TIMEOUTS = { readMs: 10_000, writeMs: 10_000 };

/** 应用设置 · What may differ between a server and a test. */
export interface AppOptions {
  readonly env: Env;
  readonly logger: Logger;
  readonly clock?: Clock;
  /** Keeps the embedded database in memory, beginning with a snapshot where one is given. */
  readonly inMemory?: { readonly snapshot?: Blob };
  /** The divisions, where it is known that the database holds these; otherwise they are filled in and read. */
  readonly tree?: RegionTree;
  /** Every statement as it is sent. */
  readonly onStatement?: (text: string, parameters: readonly unknown[]) => void;
  /** Whether it does by itself what comes round; a test that counts statements does not want it. */
  readonly rounds?: boolean;
  /** Said while the first start fills the register. */
  readonly onProgress?: (what: string, done: number, total: number) => void;
}

/** 应用 · The whole product but its front door. */
export interface App {
  readonly handler: TableHandler;
  /** Subscriptions, over sockets that the front door hands over. */
  readonly sockets: LiveSockets;
  readonly ground: Ground;
  /** The owner's way into the database, for upkeep. */
  readonly engine: Engine;
  /** Whether it can serve now, and which province modules were refused. */
  health(): Promise<{ readonly ready: boolean; readonly detail: Readonly<Record<string, unknown>> }>;
  /** Which provinces are served, which modules were refused, and what came of the last time that they were loaded anew. */
  provinces(): ProvinceHealth & { readonly reload: ReloadReport | null };
  /** How far behind the read replica was when it was last asked; null where there is none. */
  replica(): ReturnType<Replica['last']>;
  /** Loads the modules of PROVINCE_MODULES anew; with any fault what ruled before rules on. */
  reloadProvinces(): Promise<ReloadReport>;
  stop(): Promise<void>;
}

/**
 * 启动应用 · Opens the database, brings it up to date, loads the divisions and the provinces, and builds the API.
 *
 * @throws Error when the database cannot be opened or the baseline is unsound
 * @article none — technical
 */
export async function createApp(options: AppOptions): Promise<App> {
  const { env, logger, clock = systemClock(env.today) } = options;
  const keys = await loadPiiKeys(env);
  if (keys.figures === null)
    logger.info(
      { event: 'figures-key-derived' },
      'published figures are perturbed by a key derived from the first one, and anew with each rotation; to keep them, repeat its bytes as the entry "figures" before the next',
    );
  const engines = await openEngines({
    ...env,
    dataDir: options.inMemory === undefined ? env.dataDir : null,
    snapshot: options.inMemory?.snapshot,
    onStatement: options.onStatement,
  });
  const sandbox = new Sandbox();
  try {
    await migrateDatabase(engines.owner, join(packageRoot(), 'migrations'));
    if (env.production) await Promise.all([engines.serving, engines.analysis].map(refuseUnsafeUser));
    const database = new Database(engines.serving);
    const analysis = new Database(engines.analysis, ANALYSIS_TIMEOUTS);
    const replica = env.databaseReadUrl === null ? NO_REPLICA : createReplica(engines.analysis);
    const tree = options.tree ?? (await fillDivisions(engines.owner, options));
    const judgements = new JudgementRunner({ sandbox, logger });
    const build = () => buildCatalogue(database, env, judgements);
    const keep = (catalogue: ProvinceCatalogue) => keepConfigurations(database, clock, catalogue);
    const provinces = new ProvinceService(await firstCatalogue(build, keep, logger));
    const reloader = new ProvinceReloader({ provinces, build, keep, logger, now: () => clock.now() });
    const tell = () => ({ ...provinceHealth(provinces), reload: reloader.last() });
    const blindIndex = createBlindIndex(keys);
    const rateLimits = createRateLimits(database, blindIndex);
    const ground: Ground = {
      database,
      analysis,
      replica,
      tree,
      provinces,
      judgements,
      holidays: chineseHolidayCalendar(),
      cipher: createFieldCipher(keys, env.piiSuite),
      blindIndex,
      rateLimits,
      budget: createCallerBudget(rateLimits, env),
      cursorSeal: createCursorSeal(cursorKey(keys)),
      draw: createKeyedDraw(drawKey(keys)),
    };
    if (env.demo)
      await fillDemonstration({
        ...ground,
        engine: engines.owner,
        today: clock.today(),
        onProgress: (done, total) => options.onProgress?.('demonstration register', done, total),
      });
    const onFault = (err: unknown): void => logger.error({ err }, 'a refusal was not recorded');
    const refusals = new RefusalTrail({ database, onFault });
    const { handler, sockets, feed } = await createHandlers(ground, options, clock, refusals);
    const upkeep = new Upkeep(logger);
    if (options.rounds !== false) beginRounds(upkeep, { ground, env, clock, engine: engines.owner, refusals, logger });
    return {
      handler,
      sockets,
      ground,
      engine: engines.owner,
      async health() {
        const answers = await database.answers();
        // A replica that hangs does not make the server unready: officers are served without it.
        void replica.behindSeconds();
        return { ready: answers, detail: { database: answers ? 'ok' : 'unavailable', provinces: tell() } };
      },
      replica: () => replica.last(),
      provinces: tell,
      reloadProvinces: () => reloader.reload(),
      async stop() {
        await upkeep.stop();
        sockets.stop();
        await feed.stop();
        await handler.stop();
        await refusals.settleAll(clock.now(), true);
        await sandbox.close();
        await engines.close();
      },
    };
  } catch (error) {
    await sandbox.close();
    await engines.close();
    throw error;
  }
}

async function fillDivisions(owner: Engine, { onProgress }: AppOptions): Promise<RegionTree> {
  const { rows } = await fillRegionTable(owner, undefined, (done, total) => onProgress?.('divisions', done, total));
  return loadRegionTree(rows);
}

async function createHandlers(
  ground: Ground,
  { env, logger }: AppOptions,
  clock: Clock,
  refusals: RefusalTrail,
): Promise<{ handler: TableHandler; sockets: LiveSockets; feed: ChangeFeed }> {
  const { database, tree } = ground;
  const parts: GraphqlParts = {
    ...(await recognizeCallers(ground, env, logger, clock)),
    schema: buildAppSchema(assembleRooms(ground)),
    logger,
    production: env.production,
    onRefused: (context, acts) => refusals.record(context, acts),
    onExport: (context, act) => recordExport(database, context, act),
    introspectionFor: ({ principal }) => !env.production || principal !== null,
  };
  const access = new AccessService(database, tree);
  const feed = new ChangeFeed({ database, access, logger, now: () => clock.now() });
  return { handler: await createGraphqlHandler(parts), sockets: createLiveSockets({ ...parts, source: feed }), feed };
}

/** 包根目录 · Where package.json is, from the sources and from what they compile to alike. */
export function packageRoot(from = dirname(fileURLToPath(import.meta.url))): string {
  return existsSync(join(from, 'package.json')) ? from : packageRoot(dirname(from));
}
