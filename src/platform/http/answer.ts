import type { Readable } from 'node:stream';
import type { ApiErrorCode } from '../errors/api-error.js';

/** 答复 · One HTTP answer, whole. @article none — technical */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** Instead of a body: bytes that are made as they are taken. */
  readonly stream?: Readable;
  /** After a stream's last byte; named in the header `trailer`. */
  trailers?(): Readonly<Record<string, string>>;
}

/** What every answer says about itself: data, for the caller's eyes only, not to be framed, guessed at or kept. */
const DATA_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

const JSON_TYPE = 'application/json; charset=utf-8';

/** 数据答复 · An answer that is data. @article none — technical */
export function dataAnswer(
  status: number,
  contentType: string,
  body: string | Buffer,
  headers: Answer['headers'] = {},
): Answer {
  return { status, headers: { ...DATA_HEADERS, 'content-type': contentType, ...headers }, body };
}

/** JSON 答复 · A value as JSON. @article none — technical */
export function jsonAnswer(status: number, value: unknown): Answer {
  return dataAnswer(status, JSON_TYPE, JSON.stringify(value));
}

/**
 * 拒绝答复 · A refusal in the shape of a GraphQL answer, so that a client reads every error in one way.
 *
 * @article none — technical
 */
export function refusalAnswer(
  status: number,
  message: string,
  headers: Answer['headers'] = {},
  code: ApiErrorCode = 'BAD_REQUEST',
): Answer {
  return dataAnswer(status, JSON_TYPE, JSON.stringify({ errors: [{ message, extensions: { code } }] }), headers);
}

/**
 * 页面答复 · A file of the explorer. Its page may load its own scripts, workers and fonts and ask this server, and nothing
 * else; Monaco writes its styles into the page, and its workers may start from a blob.
 *
 * @param kept  whether the file never changes under its name
 * @article none — technical
 */
export function pageAnswer(contentType: string, body: Buffer, kept: boolean): Answer {
  return {
    status: 200,
    headers: {
      'cache-control': kept ? 'public, max-age=31536000, immutable' : 'no-store',
      'content-security-policy': [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "worker-src 'self' blob:",
        "style-src 'self' 'unsafe-inline'",
        "font-src 'self' data:",
        "img-src 'self' data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ].join('; '),
      'content-type': contentType,
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
    body,
  };
}
