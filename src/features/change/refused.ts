import { type Refusal, refuse } from '../../domain/kernel/verdict.js';
import { ApiError } from '../../platform/errors/api-error.js';

/** 拒绝 · Thrown inside a change so that the transaction is rolled back and nothing is written; answered as userErrors. */
export class Refused extends Error {
  constructor(readonly refusals: readonly Refusal[]) {
    super('refused');
    this.name = 'Refused';
  }
}

/** 如有拒绝则中止 · Ends the change when there is any refusal. @throws Refused */
export function refuseAny(refusals: readonly Refusal[]): void {
  if (refusals.length > 0) throw new Refused(refusals);
}

/**
 * 何以拒绝 · The reasons for which something was refused. A configuration that is not there is one of them: those of others are.
 *
 * @param path  of what in the input follows the configuration
 * @throws whatever else was thrown
 */
export function reasonsOf(error: unknown, path: readonly string[]): readonly Refusal[] {
  if (error instanceof Refused) return error.refusals;
  if (error instanceof ApiError && error.code === 'PROVINCE_CONFIG_INVALID')
    return [refuse('PROVINCE_CONFIG_INVALID', error.message, path, '5.1')];
  throw error;
}

/** 否则拒绝 · What a configuration says. @throws Refused where it is not there, see `reasonsOf` */
export function orRefused<T>(path: readonly string[], ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    throw new Refused(reasonsOf(error, path));
  }
}
