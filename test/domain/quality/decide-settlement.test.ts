import { describe, expect, it } from 'vitest';
import { decideSettlement } from '../../../src/domain/quality/decide-settlement.js';

describe('R29 decideSettlement', () => {
  it('takes an open finding to each of three ends, with a note', () => {
    for (const status of ['EXPLAINED', 'RECTIFIED', 'REFERRED'] as const)
      expect(decideSettlement('OPEN', status, '已核实'), status).toEqual([]);
    expect(decideSettlement('OPEN', 'EXPLAINED', ' ')).toMatchObject([{ code: 'BAD_VALUE', article: '5.3' }]);
  });

  it('opens nothing by hand, and settles nothing twice', () => {
    expect(decideSettlement('OPEN', 'OPEN', '再开')).toMatchObject([{ code: 'BAD_VALUE' }]);
    expect(decideSettlement('REFERRED', 'EXPLAINED', '说明')).toMatchObject([{ code: 'INVALID_STATE' }]);
  });
});
