import type { GraphQLError } from 'graphql';
import type { GraphqlAnswer } from './graphql-handler.js';
import { statusOf } from './http-status.js';
import { codeOf } from './public-error.js';

/** JSON 类型 · What refusals are, whatever was asked for. */
export const JSON_TYPE = 'application/json; charset=utf-8';

/**
 * 拒绝 · The answer to a request of which nothing is answered.
 *
 * @article none — technical
 */
export function refusal(errors: readonly GraphQLError[], contentType = JSON_TYPE): GraphqlAnswer {
  return {
    status: statusOf(errors.map(codeOf), false),
    contentType,
    retryAfterSeconds: retryAfterSeconds(errors),
    body: JSON.stringify({ errors }),
  };
}

/** 重试间隔 · Seconds after which to come again, where an error says so. @article none — technical */
export function retryAfterSeconds(errors: readonly GraphQLError[]): number | undefined {
  const waits = errors.map(({ extensions }) => extensions.retryAfterSeconds);
  return waits.find((seconds) => typeof seconds === 'number');
}
