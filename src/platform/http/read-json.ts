import { isUtf8 } from 'node:buffer';
import { ApiError } from '../errors/api-error.js';

/** Half of a pair of code units, or U+0000: no text that a database could keep. */
const NO_TEXT = /[\0\p{Surrogate}]/u;

/**
 * 读 JSON · Reads an object from bytes, strictly: UTF-8 without a mark, one JSON object, nesting within bounds, and every
 * string a text.
 *
 * @throws ApiError BAD_REQUEST saying what is wrong; BAD_USER_INPUT for a string that is no text
 * @article none — technical
 */
export function readJsonObject(bytes: Buffer, depth: number): Record<string, unknown> {
  if (!isUtf8(bytes)) throw new ApiError('BAD_REQUEST', 'The body is not UTF-8.');
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new ApiError('BAD_REQUEST', 'The body is not JSON.');
  }
  if (Array.isArray(value))
    throw new ApiError('BAD_REQUEST', 'One request at a time: the body is an object, not a list.');
  if (typeof value !== 'object' || value === null) throw new ApiError('BAD_REQUEST', 'The body is not a JSON object.');
  refuseNoText(value, depth);
  return value as Record<string, unknown>;
}

function refuseNoText(value: unknown, depth: number): void {
  if (typeof value === 'string') {
    if (NO_TEXT.test(value)) throw new ApiError('BAD_USER_INPUT', 'A string holds U+0000 or half of a surrogate pair.');
  } else if (typeof value === 'object' && value !== null) {
    if (depth === 0) throw new ApiError('BAD_REQUEST', 'The body nests values too deep.');
    for (const [key, inner] of Object.entries(value)) {
      refuseNoText(key, depth);
      refuseNoText(inner, depth - 1);
    }
  }
}
