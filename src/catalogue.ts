import { BASELINE, PROVINCES } from '../provinces/index.js';
import { recordConfigurations } from './features/audit/index.js';
import {
  failingModules,
  importModule,
  type JudgementRunner,
  listConfigurations,
  loadProvinces,
  type ProvinceCatalogue,
  registerConfigurations,
  tellFault,
} from './features/province/index.js';
import type { Clock } from './platform/clock.js';
import type { Env } from './platform/config/env.js';
import type { Database } from './platform/database/database.js';
import { WHOLE_REGISTER } from './platform/database/scope.js';
import type { Logger } from './platform/logging/logger.js';

/**
 * 省级目录 · The modules of the tree, those of PROVINCE_MODULES as their files are now, and every configuration of the registry.
 *
 * @article none — technical
 */
export async function buildCatalogue(
  database: Database,
  { provinceModules }: Pick<Env, 'provinceModules'>,
  judgements: JudgementRunner,
): Promise<ProvinceCatalogue> {
  const [history, outside] = await Promise.all([
    database.read(WHOLE_REGISTER, listConfigurations),
    Promise.all(provinceModules.map((place) => importModule(place, BASELINE))),
  ]);
  const modules = [...PROVINCES, ...outside.filter(({ faults }) => faults.length === 0).map(({ module }) => module)];
  const unreadable = outside.filter(({ faults }) => faults.length > 0);
  const failing = await failingModules(modules, BASELINE, judgements);
  return loadProvinces({ national: BASELINE, modules, unreadable: [...unreadable, ...failing], history });
}

/** 首次加载 · The catalogue of a start: what was refused and what was altered is logged, what is served is kept. @article none — technical */
export async function firstCatalogue(
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

/** 保存配置 · Keeps the configurations that are served, each once, with the events of those that are new. @article none — technical */
export async function keepConfigurations(
  database: Database,
  clock: Clock,
  { provinces }: ProvinceCatalogue,
): Promise<void> {
  const at = clock.now().toISOString();
  const loaded = [...provinces.values()];
  const when = { now: new Date(at), today: clock.today() };
  await database.write(WHOLE_REGISTER, async (tx) => {
    await registerConfigurations(tx, loaded, at);
    await recordConfigurations(tx, when, loaded);
  });
}
