import { describe, expect, it } from 'vitest';
import { scrubForeignText, scrubText } from '../../../src/platform/logging/scrub-text.js';

describe('scrubText', () => {
  it.each([
    ['listening on http://127.0.0.1:54321/graphql', 'listening on http://127.0.0.1:54321/graphql'],
    ['code 430121', 'code 430121'],
    ['code 4301210', 'code #'],
    ['number 11010519491231002X', 'number #'],
    ['张三 at 月亮村', '~ at ~'],
    ['two\nlines\tand\r\ntabs', 'two lines and tabs'],
    ['\u001b[31mred\u0000\u202e\u2028', '~[31mred~'],
  ])('writes %j as %j', (text, written) => {
    expect(scrubText(text)).toBe(written);
  });

  it('ends after 300 characters, and says so', () => {
    expect(scrubText('a'.repeat(300))).toHaveLength(300);
    expect(scrubText('a'.repeat(301))).toBe(`${'a'.repeat(300)}...`);
  });
});

describe('scrubForeignText', () => {
  it.each([
    ['invalid input syntax for type date: "Zhang"', 'invalid input syntax for type date: "#"'],
    ["unexpected token 'Z', `Zhang`", 'unexpected token "#", "#"'],
    ['Key (name)=(Zhang) exists', 'Key (name)"#" exists'],
  ])('writes %j as %j', (text, written) => {
    expect(scrubForeignText(text)).toBe(written);
  });
});
