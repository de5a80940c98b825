import { GraphQLError } from 'graphql';
import { ApiError, type ApiErrorCode } from '../errors/api-error.js';
import { HTTP_STATUS } from './http-status.js';

/** Told of faults of ours: the error as it was thrown, and its response path as text. */
export type ReportFault = (error: unknown, path: string) => void;

/**
 * 对外错误 · What the caller is told of an error: an ApiError with its code and extras, a bad argument as BAD_USER_INPUT,
 * anything else as INTERNAL_SERVER_ERROR with the request's id and not a word of its own.
 *
 * @param report  called for faults of ours only
 * @article none — technical
 */
export function toPublicError(error: unknown, requestId: string, report: ReportFault): GraphQLError {
  const place = placeOf(error);
  const source = originOf(error);
  if (source instanceof ApiError) return shown(source.message, source.code, source.extra, place);
  if (source instanceof GraphQLError) {
    const { code } = source.extensions ?? {};
    if (isApiErrorCode(code)) return shown(source.message, code, source.extensions, place);
    // What graphql itself says of a variable that is null where an argument cannot be.
    if (source.message.startsWith('Argument "')) return shown(source.message, 'BAD_USER_INPUT', {}, place);
  }
  report(source, place.path?.join('.') ?? '');
  return shown('Internal server error', 'INTERNAL_SERVER_ERROR', { requestId }, place);
}

/** 接口错误转换 · An ApiError as GraphQL carries it, with no place in the document. @article none — technical */
export function fromApiError(error: ApiError): GraphQLError {
  return shown(error.message, error.code, error.extra, { path: undefined, locations: undefined });
}

/** 错误代码 · The code of an error made by this file. @article none — technical */
export function codeOf(error: GraphQLError): ApiErrorCode {
  const { code } = error.extensions;
  return isApiErrorCode(code) ? code : 'INTERNAL_SERVER_ERROR';
}

type Place = Pick<GraphQLError, 'path' | 'locations'>;

function placeOf(error: unknown): Place {
  const { path, locations } = error instanceof GraphQLError ? error : ({} as Partial<Place>);
  return { path, locations };
}

function originOf(error: unknown): unknown {
  let origin = error;
  while (origin instanceof GraphQLError && origin.originalError !== undefined) origin = origin.originalError;
  return origin;
}

function isApiErrorCode(code: unknown): code is ApiErrorCode {
  return typeof code === 'string' && Object.hasOwn(HTTP_STATUS, code);
}

function shown(
  message: string,
  code: ApiErrorCode,
  extra: Readonly<Record<string, unknown>>,
  place: Place,
): GraphQLError {
  const error = new GraphQLError(message, { path: place.path, extensions: { ...extra, code } });
  // The compiled executor gives places without the document that they are places in.
  if (place.locations) Object.defineProperty(error, 'locations', { value: place.locations, enumerable: true });
  return error;
}
