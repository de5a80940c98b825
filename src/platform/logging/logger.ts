import { createSecretKey, randomBytes } from 'node:crypto';
import { type DestinationStream, type LoggerOptions, pino } from 'pino';
import type { Env } from '../config/env.js';
import { deriveKey } from '../crypto/derive-key.js';
import { developmentLines } from './development-lines.js';
import { readLogFields } from './log-fields.js';
import { scrubText } from './scrub-text.js';

/** 日志 · pino's logger; what it lets through is the list in log-fields.ts. @article none — technical */
export type Logger = pino.Logger;

type Fields = Record<string, unknown>;

/**
 * 创建日志 · Structured lines without personal data: fields by allow-list, errors without rows, messages as written in
 * code. Values are fields, never parts of a message: what follows the message is dropped.
 *
 * JSON on standard output in production and under test, lines to read on standard error in development.
 *
 * @param destination  for tests
 * @article none — technical
 * @example logger.info({ requestId, operationName, ms, status }, 'request served')
 */
export function createLogger(env: Env, destination?: DestinationStream): Logger {
  const secret = env.piiKeys?.index ?? createSecretKey(randomBytes(32));
  const subjectKey = deriveKey(secret, 'log-subject');
  const keep = (fields: Fields): Fields => readLogFields(fields, subjectKey);

  const options: LoggerOptions = {
    level: env.logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }), bindings: keep, log: keep },
    // Errors are described by `keep`; pino's own serializer would write every property of theirs.
    serializers: { err: (described) => described },
    hooks: {
      logMethod([first, second], method) {
        const [fields, message] = readArguments(first, second);
        method.apply(this, [fields, message]);
      },
    },
  };
  return withFilteredBindings(pino(options, destination ?? outputOf(env)), keep);
}

/** pino takes an error's message for the line's when there is none: here a line without a message stays without. */
function readArguments(first: unknown, second: unknown): [fields: Fields, message: string] {
  if (typeof first === 'string') return [{}, scrubText(first)];
  const message = typeof second === 'string' ? scrubText(second) : '';
  return [first instanceof Error ? { err: first } : ((first ?? {}) as Fields), message];
}

/** A child's bindings pass no formatter of pino's, so they are filtered on their way in, in children of children too. */
function withFilteredBindings(logger: Logger, keep: (fields: Fields) => Fields): Logger {
  const { child, setBindings } = logger;
  Object.assign(logger, {
    child(this: Logger, bindings: Fields) {
      return child.call(this, keep(bindings));
    },
    setBindings(this: Logger, bindings: Fields) {
      setBindings.call(this, keep(bindings));
    },
  });
  return logger;
}

function outputOf(env: Env): DestinationStream {
  return env.mode === 'development' ? developmentLines(process.stderr) : pino.destination({ dest: 1, sync: true });
}
