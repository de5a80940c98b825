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
  it('finds nothing where the answer is as expected', async () => {
    expect(await run({ ...under, expect: { line: 7500, withinRange: true, band: 'within-range' } })).toEqual([
      { name: 'under the line', mismatches: [] },
    ]);
  });

  it('names every mismatch with its path, what was expected and what was found', async () => {
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
    const [result] = await run({ ...under, expect: expected });
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

  it('counts no day on which a deadline stops: of a notice, of papers that are returned', async () => {
    const procedures = province.config.procedures.map((entry) => ({
      ...entry,
      value: { ...entry.value, limitStops: ['NOTICE', 'RETURN'] as const },
    }));
    const stopping = { ...province, config: { ...province.config, procedures } };
    const day = { name: 'a deadline', on: '2023-03-01', notices: [{ opensOn: '2023-03-05', closesOn: '2023-03-10' }] };
    const found = async (written: object, deadline: string | null) => {
      const [result] = await runScenarios(
        { scenarios: [{ ...day, ...written, expect: { deadlines: { IDENTIFICATION: deadline } } }] },
        { province: stopping, holidays: NO_HOLIDAY_CALENDAR },
      );
      return result?.mismatches;
    };
    expect(await found({}, '2023-03-21')).toEqual([]);
    expect(await found({ returns: [{ on: '2023-03-11', backOn: '2023-03-12' }] }, '2023-03-22')).toEqual([]);
    expect(await found({ returns: [{ on: '2023-03-11' }] }, null)).toEqual([]);
    expect(await found({}, '2023-03-16')).toHaveLength(1);
  });

  it('tells 7,499.99 from 7,500.00 yuan, written as a number or as a text', async () => {
    const at = (perCapita: unknown) => ({
      ...under,
      household: { incomes: [{ perCapita }] },
      expect: { withinRange: true },
    });
    const results = await run(at(7499.99), at('7499.99'), at(7500), at('7500.00'));
    expect(results.map(({ mismatches }) => mismatches.length)).toEqual([0, 0, 1, 1]);
  });

  it('names a risk type and an instrument that nobody knows, with the nearest', async () => {
    const elimination = { identifiedOn: '2023-01-01', risks: ['ILNESS'], delivered: ['medical-relieve'] };
    const [result] = await run({ ...under, elimination, expect: {} });
    expect(result?.mismatches).toMatchObject([
      { path: 'elimination.risks[0]', expected: 'did you mean "ILLNESS"?' },
      { path: 'elimination.delivered[0]' },
    ]);
  });

  it('names a finding and a gate that nobody gives, with the nearest', async () => {
    const [result] = await run({ ...under, expect: { findings: ['income-lime'], gates: { stabilty: true } } });
    expect(result?.mismatches).toMatchObject([
      { path: 'expect.findings[0]', expected: 'did you mean "income-line"?' },
      { path: 'expect.gates.stabilty', expected: 'did you mean "stability"?' },
    ]);
  });

  it('names what is badly written and runs the others', async () => {
    const results = await run({ ...under, on: '2023-02-29', expect: { bnad: 'x' } }, { ...under, expect: {} });
    expect(results[0]?.mismatches.map(({ path }) => path)).toEqual(['on', 'expect']);
    expect(results[1]).toEqual({ name: 'under the line', mismatches: [] });
  });

  it.each([[undefined], [null], ['text'], [[]], [{}], [{ scenarios: [] }], [{ scenarios: 1 }]])(
    'says of %j that it is no file of scenarios',
    async (file) => {
      const results = await runScenarios(file, { province, holidays: NO_HOLIDAY_CALENDAR });
      expect(results[0]?.mismatches.length).toBeGreaterThan(0);
    },
  );
});
