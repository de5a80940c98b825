import { describe, expect, it } from 'vitest';
import { faultOfText } from '../../../src/domain/kernel/entered-text.js';

describe('faultOfText', () => {
  it('takes 60 characters and refuses 61, a rare character counting once', () => {
    expect(faultOfText('𠮷'.repeat(60), 60)).toBeNull();
    expect(faultOfText('𠮷'.repeat(61), 60)).toBe('has 61 characters; at most 60 are kept');
  });

  it.each(['', ' ', '\n\t'])('finds nothing in %j', (text) => {
    expect(faultOfText(text, 60)).toBe('is empty');
  });

  it.each(['甲\u0000乙', '甲\u001b乙', '甲\ud800乙', '甲\u007f乙', '甲\u202e乙', '甲\u2066乙'])(
    'refuses what no document has: %j',
    (text) => {
      expect(faultOfText(text, 60)).toBe('holds a character that cannot be written');
    },
  );

  it('takes lines and tabs', () => {
    expect(faultOfText('一\r\n\t二', 60)).toBeNull();
  });
});
