import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../src/platform/errors/api-error.js';
import { describeError } from '../../../src/platform/logging/describe-error.js';

describe('describeError', () => {
  it('keeps the message of an error of ours and of the runtime, without what is quoted', () => {
    expect(describeError(new ApiError('BAD_USER_INPUT', 'first is at most 200')).message).toBe('first is at most 200');
    expect(describeError(new TypeError("Cannot read properties of null (reading 'write')")).message).toBe(
      'Cannot read properties of null (reading "#")',
    );
    const parsing = (() => {
      try {
        return JSON.parse('{"name": Zhang Sanfeng}');
      } catch (error) {
        return describeError(error);
      }
    })();
    expect(parsing).toMatchObject({ name: 'SyntaxError' });
    expect(parsing.message).not.toContain('Zhang');
  });

  it('keeps the code and address of a refused connection', () => {
    const error = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });
    expect(describeError(error)).toMatchObject({
      code: 'ECONNREFUSED',
      message: 'connect ECONNREFUSED 127.0.0.1:5432',
    });
  });

  it('keeps at most 12 frames, and no line of the message that poses as one', () => {
    const error = new Error('x');
    const frame = '    at run (file:///work/app.js:1:2)';
    error.stack = `Error: x\n    at Zhang Sanfeng\n    at 13812341234 (file:///a.js:1:1)\n${Array(20).fill(frame).join('\n')}`;
    const { stack } = describeError(error);
    expect(stack).toHaveLength(12);
    expect(new Set(stack)).toEqual(new Set(['run (file:///work/app.js:1:2)']));
  });

  it('follows 4 causes and no further, also in a circle', () => {
    const error = new Error('x');
    error.cause = error;
    let depth = 0;
    for (let at = describeError(error); at.cause !== undefined; at = at.cause) depth += 1;
    expect(depth).toBe(4);
  });

  it.each([
    ['a string', '张三', 'thrown string'],
    ['undefined', undefined, 'thrown undefined'],
    ['null', null, 'thrown object'],
    ['an object', { detail: '张三' }, 'Error'],
  ])('names %s that was thrown by its type alone', (_, thrown, name) => {
    expect(describeError(thrown)).toEqual({ name });
  });

  it('goes on when a property throws', () => {
    const error = new Error('x');
    Object.defineProperty(error, 'code', {
      get() {
        throw new Error('no');
      },
    });
    expect(describeError(error)).toMatchObject({ name: 'Error', message: 'x' });
  });
});
