import { describe, expect, it } from 'vitest';
import { checkDeliveryEvidence } from '../../../src/domain/support/delivery-evidence.js';
import { said } from '../case/a-case.js';

const of = (sha256: string | null, kind = 'receipt') => said(checkDeliveryEvidence([{ kind, sha256 }]));

describe('checkDeliveryEvidence', () => {
  it('takes a digest of 64 hexadecimal digits or none, and not 63, 65 or a letter beyond f', () => {
    expect(of('a'.repeat(64))).toEqual([]);
    expect(of(null)).toEqual([]);
    for (const digest of ['a'.repeat(63), 'a'.repeat(65), 'g'.repeat(64), ''])
      expect(of(digest)).toEqual(['BAD_VALUE evidence.0.sha256']);
  });

  it('asks for the kind', () => {
    expect(of(null, ' ')).toEqual(['BAD_VALUE evidence.0.kind']);
  });
});
