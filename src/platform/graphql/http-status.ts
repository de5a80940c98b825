import type { ApiErrorCode } from '../errors/api-error.js';

/** 状态码 · The HTTP status of each code where nothing else was answered; its keys are the closed list at run time. */
export const HTTP_STATUS: Readonly<Record<ApiErrorCode, number>> = {
  BAD_REQUEST: 400,
  BAD_USER_INPUT: 400,
  INVALID_CURSOR: 400,
  COMPLEXITY_LIMIT: 400,
  DEPTH_LIMIT: 400,
  ALIAS_LIMIT: 400,
  FIELD_LIMIT: 400,
  DIRECTIVE_LIMIT: 400,
  OPERATION_LIMIT: 400,
  TOKEN_LIMIT: 400,
  FRAGMENT_LIMIT: 400,
  PROVINCE_CONFIG_INVALID: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  INTERNAL_SERVER_ERROR: 500,
  SERVICE_UNAVAILABLE: 503,
};

/** Where several errors meet, the first of these decides. */
const GRAVITY = [503, 500, 429, 401, 403, 400];

/** Told even where a part was answered: the caller is to come again. */
const COME_AGAIN = [503, 429];

/**
 * 答复状态 · The HTTP status of an answer with errors.
 *
 * @param answered  whether any root field has a value: such an answer is 200, unless the caller is to come again
 * @article none — technical
 * @example statusOf(['BAD_USER_INPUT'], false) // 400
 */
export function statusOf(codes: readonly ApiErrorCode[], answered: boolean): number {
  const statuses = new Set(codes.map((code) => HTTP_STATUS[code]));
  return (answered ? COME_AGAIN : GRAVITY).find((status) => statuses.has(status)) ?? 200;
}
