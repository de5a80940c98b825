import type { DestinationStream } from 'pino';

/** Anything that takes text, e.g. standard error. */
export interface TextOutput {
  write(text: string): unknown;
}

/**
 * 开发日志 · Turns a JSON line into one that is read at a glance: time, level, message, fields, and an error's frames.
 *
 * @article none — technical
 * @example '09:30:00 info  request served  status=200 ms=3'
 */
export function developmentLines(output: TextOutput): DestinationStream {
  return {
    write(line) {
      const { time, level, msg, err, ...fields } = JSON.parse(line) as Record<string, unknown>;
      const head = `${String(time).slice(11, 19)} ${String(level).padEnd(5)} ${msg ?? ''}`;
      const pairs = Object.entries(fields).map(([name, value]) => `${name}=${String(value)}`);
      output.write(`${[head, ...pairs].join('  ').trimEnd()}\n${errorLines(err, '  ')}`);
    },
  };
}

function errorLines(error: unknown, indent: string): string {
  if (typeof error !== 'object' || error === null) return '';
  const { name, message, stack, cause, ...places } = error as Record<string, unknown>;
  const pairs = Object.entries(places).map(([place, value]) => `${place}=${String(value)}`);
  const head = [`${indent}${String(name)}`, ...(message === undefined ? [] : [String(message)]), ...pairs].join('  ');
  const frames = Array.isArray(stack) ? stack.map((frame) => `${indent}  at ${String(frame)}\n`).join('') : '';
  return `${head}\n${frames}${errorLines(cause, `${indent}  `)}`;
}
