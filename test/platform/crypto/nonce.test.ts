import { describe, expect, it } from 'vitest';
import { writeNonce } from '../../../src/platform/crypto/nonce.js';

describe('writeNonce', () => {
  it('gives 3,000 different nonces across refills and touches 12 bytes only', () => {
    const seen = new Set<string>();
    const target = Buffer.alloc(14, 0xee);
    for (let count = 0; count < 3000; count += 1) {
      writeNonce(target);
      seen.add(target.toString('hex', 0, 12));
    }
    expect(seen.size).toBe(3000);
    expect(target.toString('hex', 12)).toBe('eeee');
  });
});
