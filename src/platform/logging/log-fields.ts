import { createHmac, type KeyObject } from 'node:crypto';
import { describeError } from './describe-error.js';
import { scrubText } from './scrub-text.js';

type Reader = (value: unknown) => unknown;

const matching =
  (form: RegExp): Reader =>
  (value) =>
    typeof value === 'string' && form.test(value) ? value : undefined;
const number: Reader = (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined);
const flag: Reader = (value) => (typeof value === 'boolean' ? value : undefined);
const text: Reader = (value) => (typeof value === 'string' ? scrubText(value) : undefined);
const MOST_TEXTS = 50;
const texts: Reader = (value) =>
  Array.isArray(value) ? value.slice(0, MOST_TEXTS).map((one) => scrubText(String(one))) : undefined;
const word = matching(/^[A-Za-z][\w.-]{0,79}$/);
const id = matching(/^[\w-]{1,64}$/);
const regionCode = matching(/^(\d{6}|\d{9}|\d{12})$/);

/**
 * 日志字段 · Every field that a log line may carry, and how it is read. What is not named here does not pass: no
 * variables, no headers, no bodies, no rows. A new field is added here, with a reader that cannot let a value through.
 *
 * @article none — technical
 */
const READERS: Readonly<Record<string, Reader>> = {
  // one request
  requestId: id,
  method: matching(/^[A-Z]{1,10}$/),
  path: (value) => (typeof value === 'string' ? scrubText(value.split('?', 1)[0]?.slice(0, 80) ?? '') : undefined),
  status: number,
  ms: number,
  bytes: number,
  operationName: word,
  operationKind: word,
  cost: number,
  statements: number,
  code: word,
  reason: word,
  // who and where, as far as it names nobody
  role: word,
  region: regionCode,
  // the place of a module stands for its province where it names none
  province: text,
  county: regionCode,
  // configurations, which hold no personal data
  faults: texts,
  configVersion: matching(/^[0-9a-f]{64}$/),
  // the process
  event: word,
  signal: word,
  address: text,
  database: word,
  migration: matching(/^[\w.-]{1,120}$/),
  version: text,
  node: text,
  pid: number,
  port: number,
  attempt: number,
  attempts: number,
  waitMs: number,
  driftMs: number,
  count: number,
  rows: number,
  size: number,
  ready: flag,
};

/** Fields that are written another way than they come. */
const SUBJECT = 'subject';
const ERRORS = ['err', 'error'] as const;

/**
 * 过滤日志字段 · Keeps what is named above; counts the rest as `unlisted`, so that a field that is missing is noticed.
 *
 * @param subjectKey  `subject` is written as 12 characters of a keyed digest: lines of one caller can be told together,
 *                    the caller cannot be told from them
 * @article none — technical
 */
export function readLogFields(
  fields: Readonly<Record<string, unknown>>,
  subjectKey: KeyObject,
): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  let unlisted = 0;
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || value === null) continue;
    const read = readField(name, value, subjectKey);
    if (read === undefined) unlisted += 1;
    else kept[ERRORS[1] === name ? ERRORS[0] : name] = read;
  }
  return unlisted === 0 ? kept : { ...kept, unlisted };
}

function readField(name: string, value: unknown, subjectKey: KeyObject): unknown {
  if (name === ERRORS[0] || name === ERRORS[1]) return describeError(value);
  if (name === SUBJECT && typeof value === 'string')
    return createHmac('sha256', subjectKey).update(value, 'utf8').digest('base64url').slice(0, 12);
  return Object.hasOwn(READERS, name) ? READERS[name]?.(value) : undefined;
}
