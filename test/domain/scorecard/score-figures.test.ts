import { describe, expect, it } from 'vitest';
import { share } from '../../../src/domain/scorecard/score-figures.js';

describe('share', () => {
  it('is a quarter for 1 of 4, and nothing for none of none', () => {
    expect(share(1, 4)).toEqual({ value: 0.25, of: 4 });
    expect(share(0, 0)).toBeNull();
    expect(share(undefined, 4)).toBeNull();
  });
});
