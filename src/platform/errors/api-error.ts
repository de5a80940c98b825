/**
 * 接口错误代码 · The closed list of top-level error codes (`errors[].extensions.code`).
 *
 * @article none — technical
 */
export type ApiErrorCode =
  | 'BAD_REQUEST'
  | 'BAD_USER_INPUT'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'INVALID_CURSOR'
  | 'COMPLEXITY_LIMIT'
  | 'DEPTH_LIMIT'
  | 'ALIAS_LIMIT'
  | 'FIELD_LIMIT'
  | 'DIRECTIVE_LIMIT'
  | 'OPERATION_LIMIT'
  | 'TOKEN_LIMIT'
  | 'FRAGMENT_LIMIT'
  | 'RATE_LIMITED'
  | 'SERVICE_UNAVAILABLE'
  | 'PROVINCE_CONFIG_INVALID'
  | 'INTERNAL_SERVER_ERROR';

/**
 * 接口错误 · A failure that the caller is told about with a code; everything else becomes INTERNAL_SERVER_ERROR.
 *
 * @param extra  shown in `extensions`; never personal data, never internals
 * @article none — technical
 */
export class ApiError extends Error {
  constructor(
    readonly code: ApiErrorCode,
    message: string,
    readonly extra: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'ApiError';
  }
}
