// Migrates the database of DATABASE_URL and fills it with a synthetic register of a size and seed, in some counties.
import 'reflect-metadata';
import { createApp } from '../dist/src/app.js';
import { loadRegister } from '../dist/src/features/demonstration/index.js';
import { readEnv } from '../dist/src/platform/config/env.js';
import { openEngines } from '../dist/src/platform/database/open-engine.js';
import { createLogger } from '../dist/src/platform/logging/logger.js';

/**
 * @param {{ households: number, counties: (tree: object) => string[], seed: number, onProgress: (done: number) => void }} order
 * @returns how much was written
 */
export async function fillRegister({ households, counties, seed, onProgress }) {
  const env = readEnv();
  const app = await createApp({ env, logger: createLogger(env) });
  const engines = await openEngines({ ...env, databasePool: 1 });
  try {
    const { tree, provinces, holidays, cipher, blindIndex } = app.ground;
    return await loadRegister({
      engine: engines.owner,
      tree,
      provinces,
      holidays,
      cipher,
      blindIndex,
      today: env.today,
      counties: counties(tree),
      households,
      seed,
      onProgress,
    });
  } finally {
    await engines.close();
    await app.stop();
  }
}

/** The first counties of a region that have townships, as many at most. */
export function countiesOf(tree, region, most) {
  return tree
    .countiesUnder(region)
    .filter((county) => tree.childrenOf(county).length > 0)
    .slice(0, most);
}
