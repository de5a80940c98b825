import { EnvError } from '../config/env-error.js';
import { ApiError } from '../errors/api-error.js';
import { scrubForeignText, scrubText } from './scrub-text.js';

/**
 * 日志中的错误 · What the log keeps of an error. Never `detail`, `parameters`, `query`, `hint` or `where`, in which
 * PostgreSQL and its drivers repeat the row.
 *
 * @article none — technical
 */
export interface DescribedError {
  readonly name: string;
  readonly code?: string;
  readonly message?: string;
  readonly schema?: string;
  readonly table?: string;
  readonly column?: string;
  readonly constraint?: string;
  readonly stack?: readonly string[];
  readonly cause?: DescribedError;
}

const IDENTIFIER = /^[A-Za-z_][\w$-]{0,79}$/;
const CODE = /^\w{1,40}$/;
/** The two forms of a stack's line; a message can bring lines of its own, but none of this form with a name in it. */
const FRAME = /^ {4}at (?:[\w$.<>[\] ]{1,120} \()?(?:async )?(?:file:\/\/|node:|\/)[\w./@+:-]+:\d+:\d+\)?$/;
const DATABASE_MARKS = ['query', 'params', 'parameters', 'detail', 'severity', 'routine'];
const MOST_FRAMES = 12;
const MOST_CAUSES = 4;

/** One name of the log, and what postgres.js and the embedded database call it. */
const PLACES = {
  schema: ['schema_name', 'schema'],
  table: ['table_name', 'table'],
  column: ['column_name', 'column'],
  constraint: ['constraint_name', 'constraint'],
} as const;

/**
 * 错误入日志 · Describes an error for the log by an allow-list: name, code, place in the schema, frames, causes, and
 * the message unless a database wrote it.
 *
 * @throws never, whatever was thrown
 * @article none — technical
 */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (typeof error !== 'object' || error === null) return { name: `thrown ${typeof error}` };
  const fields = error as Record<string, unknown>;
  const described: Record<string, unknown> = { name: textOf(fields, 'name', IDENTIFIER) ?? 'Error' };
  const code = textOf(fields, 'code', CODE);
  if (code !== undefined) described.code = code;
  const message = messageOf(error, fields);
  if (message !== undefined) described.message = message;
  for (const [name, spellings] of Object.entries(PLACES)) {
    const value = spellings.map((spelling) => textOf(fields, spelling, IDENTIFIER)).find((text) => text !== undefined);
    if (value !== undefined) described[name] = value;
  }
  const stack = framesOf(fields);
  if (stack.length > 0) described.stack = stack;
  const cause = readProperty(fields, 'cause');
  if (cause != null && depth < MOST_CAUSES) described.cause = describeError(cause, depth + 1);
  return described as unknown as DescribedError;
}

/** An error that carries a statement, its values or a row quotes them in its message too. */
function messageOf(error: object, fields: Record<string, unknown>): string | undefined {
  const message = readProperty(fields, 'message');
  if (typeof message !== 'string') return undefined;
  if (DATABASE_MARKS.some((name) => readProperty(fields, name) !== undefined)) return undefined;
  return error instanceof ApiError || error instanceof EnvError ? scrubText(message) : scrubForeignText(message);
}

function framesOf(fields: Record<string, unknown>): string[] {
  const stack = readProperty(fields, 'stack');
  if (typeof stack !== 'string') return [];
  const frames = stack
    .slice(-8000)
    .split('\n')
    .filter((line) => FRAME.test(line) && !/\d{7}/.test(line));
  return frames.slice(0, MOST_FRAMES).map((line) => line.trim().slice(3));
}

function textOf(fields: Record<string, unknown>, name: string, form: RegExp): string | undefined {
  const value = readProperty(fields, name);
  return typeof value === 'string' && form.test(value) && !/\d{7}/.test(value) ? value : undefined;
}

/** A getter may throw; the log goes on. */
function readProperty(fields: Record<string, unknown>, name: string): unknown {
  try {
    return fields[name];
  } catch {
    return undefined;
  }
}
