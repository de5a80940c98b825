import { describe, expect, it } from 'vitest';
import { shown } from '../../../src/domain/kernel/shown.js';

describe('shown', () => {
  it('repeats a code of 10 characters, and of 11, which a phone has, only how many', () => {
    expect(shown('1381234567')).toBe('"1381234567"');
    expect(shown('13812345678')).toBe('a text of 11 characters');
  });
  it.each(['张三', '430121196803151113', 'line\nbreak'])('does not repeat %j', (text) => {
    expect(shown(text)).toBe(`a text of ${[...text].length} characters`);
  });
});
