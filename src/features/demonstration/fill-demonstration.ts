import { DEMONSTRATION_COUNTIES } from '../region/index.js';
import { beginLoading, type LoadedRegister, type LoadOrder } from './load-register.js';
import { isRegisterEmpty, lockFilling } from './register-state.repository.js';
import { analyzeRegister } from './register-tables.repository.js';

/** 填充演示登记簿 · As a load, in the demonstration's own counties unless others are named. */
export interface DemonstrationOrder extends Omit<LoadOrder, 'counties' | 'households' | 'seed'> {
  readonly counties?: LoadOrder['counties'];
  readonly households?: number;
  readonly seed?: number;
}

const HOUSEHOLDS = 2_000;
const SEED = 7;

/**
 * 填充演示登记簿 · Fills an empty register with the synthetic one of the demonstration, all in one transaction: all of it is
 * there or none, and two processes that start at once fill it once.
 *
 * @returns null where the register has households already, as on every start but the first
 * @article none — technical
 */
export async function fillDemonstration(order: DemonstrationOrder): Promise<LoadedRegister | null> {
  const { engine, counties = DEMONSTRATION_COUNTIES, households = HOUSEHOLDS, seed = SEED } = order;
  if (!(await engine.transaction(['BEGIN READ ONLY'], false, isRegisterEmpty))) return null;
  return await engine.transaction(['BEGIN'], true, async (connection) => {
    await lockFilling(connection);
    if (!(await isRegisterEmpty(connection))) return null;
    const loader = await beginLoading(connection, { ...order, counties, households, seed });
    for (const chunk of loader.chunks) await loader.add(connection, chunk);
    await analyzeRegister(connection);
    return loader.loaded();
  });
}
