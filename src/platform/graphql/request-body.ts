import { ApiError } from '../errors/api-error.js';

/** 请求内容 · The parts of a GraphQL request's body. @article none — technical */
export interface RequestBody {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * 读请求 · Reads the parts that GraphQL over HTTP knows; others are ignored.
 *
 * @throws ApiError BAD_REQUEST naming the part that has another form
 * @article none — technical
 */
export function readRequestBody(body: Readonly<Record<string, unknown>>): RequestBody {
  const { query, operationName, variables, extensions } = body;
  if (typeof query !== 'string' || query.trim() === '')
    throw new ApiError('BAD_REQUEST', 'The body needs "query", a GraphQL document as a string.');
  if (operationName != null && typeof operationName !== 'string')
    throw new ApiError('BAD_REQUEST', '"operationName" is a string or null.');
  if (variables != null && !isObject(variables)) throw new ApiError('BAD_REQUEST', '"variables" is an object or null.');
  if (extensions != null && !isObject(extensions))
    throw new ApiError('BAD_REQUEST', '"extensions" is an object or null.');
  return { query, operationName: operationName ?? null, variables: variables ?? {} };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
