import { describe, expect, it } from 'vitest';
import { developmentLines } from '../../../src/platform/logging/development-lines.js';

const written = (line: unknown): string => {
  const parts: string[] = [];
  developmentLines({ write: (part) => parts.push(part) }).write(`${JSON.stringify(line)}\n`);
  return parts.join('');
};

describe('developmentLines', () => {
  it('writes time, level, message and fields on one line', () => {
    const line = { level: 'info', time: '2023-11-30T09:30:00.123Z', status: 200, ms: 3, msg: 'request served' };
    expect(written(line)).toBe('09:30:00 info  request served  status=200  ms=3\n');
  });

  it('writes an error below, with its places, frames and cause', () => {
    const err = {
      name: 'Error',
      message: 'x',
      stack: ['run (a.js:1:2)'],
      cause: { name: 'PostgresError', code: '23505' },
    };
    expect(written({ level: 'error', time: '2023-11-30T09:30:00.123Z', err, msg: 'failed' })).toBe(
      '09:30:00 error failed\n  Error  x\n    at run (a.js:1:2)\n    PostgresError  code=23505\n',
    );
  });
});
