// Migrates the database of DATABASE_URL and fills it with a synthetic register of a size and seed: one province, so many counties.
import 'reflect-metadata';
import { createApp } from '../dist/src/app.js';
import { loadRegister } from '../dist/src/features/demonstration/index.js';
import { readEnv } from '../dist/src/platform/config/env.js';
import { openEngines } from '../dist/src/platform/database/open-engine.js';
import { createLogger } from '../dist/src/platform/logging/logger.js';

/**
 * @param {{ households: number, counties: number, province: string, seed: number, onProgress: (done: number) => void }} order
 * @returns how much was written
 */
export async function fillRegister({ households, counties, province, seed, onProgress }) {
  const env = readEnv();
  const app = await createApp({ env, logger: createLogger(env) });
  const engines = await openEngines({ ...env, databasePool: 1 });
  try {
    const { tree, provinces, holidays, cipher, blindIndex } = app.ground;
    const withTownships = tree.countiesUnder(province).filter((county) => tree.childrenOf(county).length > 0);
    return await loadRegister({
      engine: engines.owner,
      tree,
      provinces,
      holidays,
      cipher,
      blindIndex,
      today: env.today,
      counties: withTownships.slice(0, counties),
      households,
      seed,
      onProgress,
    });
  } finally {
    await engines.close();
    await app.stop();
  }
}
