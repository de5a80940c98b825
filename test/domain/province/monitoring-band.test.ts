import { describe, expect, it } from 'vitest';
import { yuan } from '../../../src/domain/kernel/money.js';
import { type BandDefinition, bandOf, bandOnLine } from '../../../src/domain/province/monitoring-band.js';

const band = (code: string, rank: number, from: number | null, to: number | null): BandDefinition => ({
  code,
  name: { zh: code, en: code },
  rank,
  fromPercentOfLine: from,
  toPercentOfLine: to,
  response: 'WATCH',
});
const three = [band('under', 1, null, 100), band('near', 2, 100, 150), band('over', 3, 150, null)];

describe('bandOf', () => {
  const onLine = three.map((one) => bandOnLine(one, yuan('7500.00')));
  const codeAt = (amount: string) => bandOf(onLine, yuan(amount))?.code;

  it('begins a band on its lower end and ends it 0.01 yuan below its upper', () => {
    expect([codeAt('7499.99'), codeAt('7500.00')]).toEqual(['under', 'near']);
    expect([codeAt('11249.99'), codeAt('11250.00')]).toEqual(['near', 'over']);
    expect(codeAt('-500.00')).toBe('under');
  });

  it('is null where no band holds the income', () => {
    expect(bandOf(onLine.slice(1), yuan('0.00'))).toBeNull();
  });
});
