import { ApiError } from '../../platform/errors/api-error.js';

/**
 * 配置在则 · What a configuration says; null where it is not there, because its module was refused or it left the registry.
 *
 * @throws whatever else was thrown
 * @article none — technical
 */
export function ifConfigured<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch (error) {
    if (error instanceof ApiError && error.code === 'PROVINCE_CONFIG_INVALID') return null;
    throw error;
  }
}
