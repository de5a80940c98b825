import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BASELINE, PROVINCES } from '../provinces/index.js';
import { forgetExpiredKeys } from './features/change/index.js';
import { fillDemonstration } from './features/demonstration/index.js';
import {
  chineseHolidayCalendar,
  importModule,
  listConfigurations,
  loadProvinces,
  type ProvinceCatalogue,
  type ProvinceHealth,
  ProvinceReloader,
  ProvinceService,
  provinceHealth,
  type ReloadReport,
  registerConfigurations,
  tellFault,
} from './features/province/index.js';
import { fillRegionTable, loadRegionTree } from './features/region/index.js';
import { createTokenVerifier } from './platform/auth/verify-token.js';
import { type Clock, systemClock } from './platform/clock.js';
import type { Env } from './platform/config/env.js';
import { createFieldCipher } from './platform/crypto/aes-field-cipher.js';
import { createCursorSeal, cursorKey } from './platform/crypto/cursor-seal.js';
import { createBlindIndex } from './platform/crypto/keyed-blind-index.js';
import { loadPiiKeys } from './platform/crypto/load-pii-keys.js';
import { Database } from './platform/database/database.js';
import { migrateDatabase } from './platform/database/migrate.js';
import { openEngines } from './platform/database/open-engine.js';
import { refuseUnsafeUser } from './platform/database/safe-user.js';
import { WHOLE_REGISTER } from './platform/database/scope.js';
import { createGraphqlHandler } from './platform/graphql/apollo.js';
import type { GraphqlHandler } from './platform/graphql/graphql-handler.js';
import { createRateLimits } from './platform/http/rate-limit.js';
import type { Logger } from './platform/logging/logger.js';
import { assembleRooms, type Ground } from './rooms.js';
import { buildAppSchema } from './schema.js';

/** Between two rounds of housekeeping. */
const HOUR_MS = 3_600_000;

/** 应用设置 · What may differ between a server and a test. */
export interface AppOptions {
  readonly env: Env;
  readonly logger: Logger;
  readonly clock?: Clock;
  /** True keeps the embedded database in memory. */
  readonly inMemory?: boolean;
  /** Every statement as it is sent. */
  readonly onStatement?: (text: string, parameters: readonly unknown[]) => void;
  /** Said while the first start fills the register. */
  readonly onProgress?: (what: string, done: number, total: number) => void;
}

/** 应用 · The whole product but its front door. */
export interface App {
  readonly handler: GraphqlHandler;
  readonly ground: Ground;
  /** Whether it can serve now, and which province modules were refused. */
  health(): Promise<{ readonly ready: boolean; readonly detail: Readonly<Record<string, unknown>> }>;
  /** Which provinces are served, which modules were refused, and what came of the last time that they were loaded anew. */
  provinces(): ProvinceHealth & { readonly reload: ReloadReport | null };
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
  const keys = loadPiiKeys(env);
  const engines = await openEngines({
    ...env,
    dataDir: options.inMemory ? null : env.dataDir,
    onStatement: options.onStatement,
  });
  try {
    await migrateDatabase(engines.owner, join(packageRoot(), 'migrations'));
    if (env.production) await refuseUnsafeUser(engines.serving);
    const database = new Database(engines.serving);
    const { rows } = await fillRegionTable(engines.owner, undefined, (done, total) =>
      options.onProgress?.('divisions', done, total),
    );
    const build = () => buildCatalogue(database, env);
    const keep = (catalogue: ProvinceCatalogue) => keepConfigurations(database, clock, catalogue);
    const provinces = new ProvinceService(await firstCatalogue(build, keep, logger));
    const reloader = new ProvinceReloader({ provinces, build, keep, logger, now: () => clock.now() });
    const tell = () => ({ ...provinceHealth(provinces), reload: reloader.last() });
    const blindIndex = createBlindIndex(keys);
    const ground: Ground = {
      database,
      tree: loadRegionTree(rows),
      provinces,
      holidays: chineseHolidayCalendar(),
      cipher: createFieldCipher(keys),
      blindIndex,
      rateLimits: createRateLimits(database, blindIndex),
      cursorSeal: createCursorSeal(cursorKey(keys)),
    };
    if (env.demo)
      await fillDemonstration({
        ...ground,
        engine: engines.owner,
        today: clock.today(),
        onProgress: (done, total) => options.onProgress?.('demonstration register', done, total),
      });
    const handler = await createHandler(ground, options, clock);
    const keeping = keepHouse(database, clock, logger);
    return {
      handler,
      ground,
      async health() {
        const answers = await database.answers();
        return { ready: answers, detail: { database: answers ? 'ok' : 'unavailable', provinces: tell() } };
      },
      provinces: tell,
      reloadProvinces: () => reloader.reload(),
      async stop() {
        clearInterval(keeping);
        await handler.stop();
        await engines.close();
      },
    };
  } catch (error) {
    await engines.close();
    throw error;
  }
}

/** The modules of the tree, those of PROVINCE_MODULES as their files are now, and every configuration of the registry. */
async function buildCatalogue(database: Database, { provinceModules }: Env): Promise<ProvinceCatalogue> {
  const [history, outside] = await Promise.all([
    database.read(WHOLE_REGISTER, listConfigurations),
    Promise.all(provinceModules.map((place) => importModule(place, BASELINE))),
  ]);
  const modules = [...PROVINCES, ...outside.filter(({ faults }) => faults.length === 0).map(({ module }) => module)];
  const unreadable = outside.filter(({ faults }) => faults.length > 0);
  return loadProvinces({ national: BASELINE, modules, unreadable, history });
}

async function firstCatalogue(
  build: () => Promise<ProvinceCatalogue>,
  keep: (catalogue: ProvinceCatalogue) => Promise<void>,
  logger: Logger,
): Promise<ProvinceCatalogue> {
  const catalogue = await build();
  for (const [province, faults] of catalogue.refused)
    logger.error({ province, faults: faults.map(tellFault) }, 'a province module was refused');
  for (const configVersion of catalogue.altered)
    logger.error({ configVersion }, 'a stored configuration does not match its hash; runs that follow it cannot go on');
  await keep(catalogue);
  return catalogue;
}

async function keepConfigurations(database: Database, clock: Clock, { provinces }: ProvinceCatalogue): Promise<void> {
  const at = clock.now().toISOString();
  await database.write(WHOLE_REGISTER, (tx) => registerConfigurations(tx, [...provinces.values()], at));
}

async function createHandler(ground: Ground, { env, logger }: AppOptions, clock: Clock): Promise<GraphqlHandler> {
  const verifier = await createTokenVerifier(env, logger, clock);
  return createGraphqlHandler({
    schema: buildAppSchema(assembleRooms(ground)),
    logger,
    production: env.production,
    introspectionFor: ({ principal }) => !env.production || principal !== null,
    async contextFor({ authorization, language, requestId, address }) {
      const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
      const principal = authorization === undefined ? null : await verifier.verify(token ?? '');
      return { principal, requestId, address, language, today: clock.today(), now: clock.now(), loaders: new Map() };
    },
  });
}

/** Forgets what has expired, every hour and once at the start. */
function keepHouse(database: Database, clock: Clock, logger: Logger): NodeJS.Timeout {
  const keep = (): void =>
    void forgetExpiredKeys(database, clock.now()).catch((err: unknown) => logger.warn({ err }, 'housekeeping failed'));
  keep();
  return setInterval(keep, HOUR_MS).unref();
}

/** 包根目录 · Where package.json is, from the sources and from what they compile to alike. */
export function packageRoot(from = dirname(fileURLToPath(import.meta.url))): string {
  return existsSync(join(from, 'package.json')) ? from : packageRoot(dirname(from));
}
