import type { Logger } from '../logging/logger.js';

/**
 * 游离的拒绝 · Logs rejections that nobody awaits, instead of letting them end the process.
 *
 * graphql-js 16 makes them: where two items of a list fail, one at once and one later, the later one is left without a
 * handler, though the caller has its answer already. Two bad rows on a page must not take the server down.
 *
 * @param source  the process, or what a test puts in its place
 * @returns takes the handler off again
 * @article none — technical
 */
export function catchStrayRejections(logger: Pick<Logger, 'error'>, source: NodeJS.EventEmitter = process): () => void {
  const note = (reason: unknown): void => logger.error({ err: reason }, 'a rejection that nobody awaited');
  source.on('unhandledRejection', note);
  return () => void source.off('unhandledRejection', note);
}
