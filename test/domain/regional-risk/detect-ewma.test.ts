import { describe, expect, it } from 'vitest';
import { detectEwma } from '../../../src/domain/regional-risk/detect-ewma.js';

const prices = [16.1, 15.8, 16.4, 15.6, 16.2, 15.9, 16.0, 16.3, 15.7, 16.1, 15.9, 16.2];

describe('detectEwma', () => {
  it('sees a price that fell from 16 to 12 yuan in a month, and no fall where a rise hurts', () => {
    expect(detectEwma([...prices, 16, 12], 'FALL')).toMatchObject({ departs: true });
    expect(detectEwma([...prices, 16, 12], 'RISE').departs).toBe(false);
  });

  it('leaves 15.8 yuan alone', () => {
    expect(detectEwma([...prices, 16, 15.8], 'FALL').departs).toBe(false);
  });

  it('takes a rate that never moved to move by a hundredth', () => {
    const flat = Array.from({ length: 14 }, () => 4);
    expect(detectEwma([...flat, 4.05, 4.05], 'RISE').departs).toBe(false);
    expect(detectEwma([...flat, 5, 5], 'RISE').departs).toBe(true);
  });
});
