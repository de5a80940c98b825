import { describe, expect, it } from 'vitest';
import { labour } from '../../../../src/domain/risk/rules/labour.js';
import { aHousehold, aMember } from '../a-household.js';
import { findIn } from './find-in.js';

const withLabour = (...capacities: Parameters<typeof aMember>[0][]) =>
  aHousehold()
    .members(...capacities.map((changes) => aMember(changes)))
    .get();

describe('labour', () => {
  it('warns where nobody is skilled, ordinary or weak', () => {
    expect(findIn(labour, withLabour({ labour: 'LOST' }, { labour: 'NONE' }))).toMatchObject([
      { severity: 'WARNING', riskType: 'LABOUR_SHORTAGE', evidence: { members: 2, labour: 0 }, article: '4.2' },
    ]);
  });

  it('mentions weak or half labour only, and nothing once one is ordinary', () => {
    expect(findIn(labour, withLabour({ labour: 'WEAK' }, { labour: 'NONE' }))).toMatchObject([{ severity: 'INFO' }]);
    expect(findIn(labour, withLabour({ labour: 'WEAK' }, { labour: 'ORDINARY' }))).toEqual([]);
  });

  it('is not assessable without members', () => {
    expect(findIn(labour, withLabour())).toMatchObject([{ missing: ['members'] }]);
  });
});
