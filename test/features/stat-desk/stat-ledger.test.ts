import { describe, expect, it } from 'vitest';
import { StatLedger } from '../../../src/features/stat-desk/stat-ledger.js';

const CALLER = {} as never;

function aLedger(explains = false) {
  const spent: number[] = [];
  const read: string[] = [];
  const budget = { spend: async (_: unknown, cost: number) => void spent.push(cost) } as never;
  const question = (key: string, cost: number) => ({
    estimate: { cost, limit: 1_000, rows: cost, cheaper: [] } as never,
    key,
    read: async () => {
      read.push(key);
      return key;
    },
  });
  return { ledger: new StatLedger(budget, explains), spent, read, question };
}

describe('StatLedger', () => {
  it('pays for questions that are asked together at once, and asks none of 600 and 401 points where 1,000 are allowed', async () => {
    const { ledger, spent, read, question } = aLedger();
    await expect(ledger.ask(CALLER, [question('a', 600), question('b', 401)])).rejects.toMatchObject({
      code: 'COMPLEXITY_LIMIT',
      extra: { cost: 1_001, rows: 600 },
    });
    expect([spent, read]).toEqual([[], []]);
    const asked = await ledger.ask(CALLER, [question('c', 600), question('d', 400)]);
    expect(asked.map(({ answer, shared }) => [answer, shared])).toEqual([
      ['c', false],
      ['d', false],
    ]);
    expect([spent, read]).toEqual([[1_000], ['c', 'd']]);
  });

  it('pays for what was asked before no second time, alone or beside another', async () => {
    const { ledger, spent, read, question } = aLedger();
    await ledger.ask(CALLER, [question('a', 300)]);
    const asked = await ledger.ask(CALLER, [question('a', 300), question('b', 500)]);
    expect(asked.map(({ shared }) => shared)).toEqual([true, false]);
    expect([spent, read]).toEqual([
      [300, 500],
      ['a', 'b'],
    ]);
  });

  it('asks and takes nothing where it only explains', async () => {
    const { ledger, spent, read, question } = aLedger(true);
    expect((await ledger.ask(CALLER, [question('a', 5_000)]))[0]).toMatchObject({ answer: null, shared: false });
    expect([spent, read]).toEqual([[], []]);
  });
});
