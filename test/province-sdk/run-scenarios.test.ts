import { describe, expect, it } from 'vitest';
import hunan from '../../provinces/hunan/index.js';
import { BASELINE } from '../../provinces/index.js';
import { NO_HOLIDAY_CALENDAR } from '../../src/domain/kernel/working-days.js';
import { inherit, runScenarios } from '../../src/province-sdk/index.js';

const province = {
  code: '430000',
  name: hunan.name,
  configVersion: 'a-version',
  servedByBaseline: false,
  config: inherit(BASELINE, hunan),
};
const run = (...scenarios: unknown[]) => runScenarios({ scenarios }, { province, holidays: NO_HOLIDAY_CALENDAR });
const under = {
  name: 'under the line',
  on: '2023-06-01',
  household: { incomes: [{ perCapita: '7499.99' }], guarantees: {} },
};

describe('runScenarios', () => {
  it('finds nothing where the answer is as expected', () => {
    expect(run({ ...under, expect: { line: 7500, withinRange: true, band: 'within-range' } })).toEqual([
      { name: 'under the line', mismatches: [] },
    ]);
  });

  it('names every mismatch with its path, what was expected and what was found', () => {
    const expected = {
      line: '7600.00',
      withinRange: false,
      band: 'above-range',
      category: null,
      findings: ['income-fall'],
      noFindings: ['income-line'],
      deadlines: { identification: '2023-06-15', nothing: '2023-06-15' },
      gates: { stability: true },
    };
    const [result] = run({ ...under, expect: expected });
    expect(result?.mismatches.map(({ path }) => path)).toEqual([
      'expect.line',
      'expect.withinRange',
      'expect.band',
      'expect.category',
      'expect.findings[0]',
      'expect.noFindings[0]',
      'expect.gates.stability',
      'expect.deadlines.identification',
      'expect.deadlines.nothing',
    ]);
    expect(result?.mismatches[0]).toEqual({ path: 'expect.line', expected: '"7600.00"', found: '"7500.00"' });
  });

  it('counts no day on which a deadline stops: of a notice, of papers that are returned', () => {
    const procedures = province.config.procedures.map((entry) => ({
      ...entry,
      value: { ...entry.value, limitStops: ['NOTICE', 'RETURN'] as const },
    }));
    const stopping = { ...province, config: { ...province.config, procedures } };
    const day = { name: 'a deadline', on: '2023-03-01', notices: [{ opensOn: '2023-03-05', closesOn: '2023-03-10' }] };
    const found = (written: object, deadline: string | null) =>
      runScenarios(
        { scenarios: [{ ...day, ...written, expect: { deadlines: { IDENTIFICATION: deadline } } }] },
        { province: stopping, holidays: NO_HOLIDAY_CALENDAR },
      )[0]?.mismatches;
    expect(found({}, '2023-03-21')).toEqual([]);
    expect(found({ returns: [{ on: '2023-03-11', backOn: '2023-03-12' }] }, '2023-03-22')).toEqual([]);
    expect(found({ returns: [{ on: '2023-03-11' }] }, null)).toEqual([]);
    expect(found({}, '2023-03-16')).toHaveLength(1);
  });

  it('tells 7,499.99 from 7,500.00 yuan, written as a number or as a text', () => {
    const at = (perCapita: unknown) =>
      run({ ...under, household: { incomes: [{ perCapita }] }, expect: { withinRange: true } })[0]?.mismatches.length;
    expect([at(7499.99), at('7499.99'), at(7500), at('7500.00')]).toEqual([0, 0, 1, 1]);
  });

  it('names a risk type and an instrument that nobody knows, with the nearest', () => {
    const elimination = { identifiedOn: '2023-01-01', risks: ['ILNESS'], delivered: ['medical-relieve'] };
    const [result] = run({ ...under, elimination, expect: {} });
    expect(result?.mismatches).toMatchObject([
      { path: 'elimination.risks[0]', expected: 'did you mean "ILLNESS"?' },
      { path: 'elimination.delivered[0]' },
    ]);
  });

  it('names what is badly written and runs the others', () => {
    const results = run({ ...under, on: '2023-02-29', expect: { bnad: 'x' } }, { ...under, expect: {} });
    expect(results[0]?.mismatches.map(({ path }) => path)).toEqual(['on', 'expect']);
    expect(results[1]).toEqual({ name: 'under the line', mismatches: [] });
  });

  it.each([[undefined], [null], ['text'], [[]], [{}], [{ scenarios: [] }], [{ scenarios: 1 }]])(
    'says of %j that it is no file of scenarios',
    (file) => {
      const results = runScenarios(file, { province, holidays: NO_HOLIDAY_CALENDAR });
      expect(results[0]?.mismatches.length).toBeGreaterThan(0);
    },
  );
});
