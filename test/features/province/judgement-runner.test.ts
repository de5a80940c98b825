import { afterAll, describe, expect, it } from 'vitest';
import { BASELINE } from '../../../provinces/index.js';
import type { Judgement } from '../../../src/domain/judgement/judgement.js';
import { resolveRules } from '../../../src/domain/province/resolve-rules.js';
import { JudgementRunner, probeJudgements } from '../../../src/features/province/index.js';
import { Sandbox } from '../../../src/platform/sandbox/sandbox.js';
import { defineProvince, validateProvince } from '../../../src/province-sdk/index.js';
import { aJudgement } from '../../domain/judgement/a-judgement.js';
import { aHousehold } from '../../domain/risk/a-household.js';
import { HUNAN, JUNE_2023 } from '../../domain/risk/rules-in-force.js';

const sandbox = new Sandbox({ callMs: 300 });
const lines: [Record<string, unknown>, string][] = [];
const runner = new JudgementRunner({
  sandbox,
  logger: {
    error: (fields: object, text: string) => void lines.push([fields as Record<string, unknown>, text]),
  } as never,
});
const households = [aHousehold().get(), aHousehold().earning('5000.00').get()];

/** What came of a function with this text, of two households. */
async function outcomesOf(judge: string, more: Partial<Judgement> = {}) {
  const judgement = aJudgement({ judge, from: JUNE_2023, ...more });
  const province = { ...HUNAN, config: { ...HUNAN.config, judgements: [judgement] } };
  const judged = await runner.range(resolveRules(province, JUNE_2023, '430121'), households, JUNE_2023);
  return judged.map(([one]) => one?.failure ?? one?.answer);
}

describe('the runner of judgements', () => {
  afterAll(() => sandbox.close());

  it('gives each household its answer, by facts, rules and parameters', async () => {
    const judge = `(facts, rules, { part }) => ({ within: facts.perCapitaIncome < rules.line.perCapitaIncome * part, findings: [] })`;
    expect(await outcomesOf(judge, { parameters: { part: 1 } })).toEqual([
      { within: false, findings: [] },
      { within: true, findings: [] },
    ]);
  });

  it.each([
    ['no answer at all', '() => undefined', 'expected an answer { within, findings }'],
    ['a word for true', `() => ({ within: 'yes', findings: [] })`, 'expected within: true, false or null'],
    ['no findings', '() => ({ within: true })', 'expected findings: a list of findings'],
    [
      'a risk type that nobody knows',
      `() => ({ within: true, findings: [{ severity: 'INFO', message: { zh: '一', en: 'a' }, riskType: 'NONE' }] })`,
      'expected findings[0].riskType: a risk type of the day',
    ],
    [
      'a severity of its own',
      `() => ({ within: true, findings: [{ severity: 'BAD', message: { zh: '一', en: 'a' } }] })`,
      'expected findings[0].severity: one of INFO, WARNING, CRITICAL',
    ],
  ])('names an answer of the wrong form: %s', async (_, judge, detail) => {
    const failure = { kind: 'WRONG_FORM', detail };
    expect(await outcomesOf(judge)).toEqual([failure, failure]);
  });

  it('quotes nothing of an answer of the wrong form', async () => {
    const [failure] = await outcomesOf(
      `(facts) => ({ within: 'earned ' + facts.perCapitaIncome, findings: [], ['earned' + facts.perCapitaIncome]: 1 })`,
    );
    expect(JSON.stringify(failure)).not.toContain('1000000');
  });

  it('says of a function that was written for other facts that it is gone, and does not run it', async () => {
    const failure = { kind: 'GONE', detail: 'form 2, now 1' };
    expect(await outcomesOf('() => { throw new Error(); }', { form: 2 })).toEqual([failure, failure]);
  });

  it('tells the log of module, function and place once, with the number of households and none of their facts', async () => {
    lines.length = 0;
    await outcomesOf('(facts) => { throw new Error(String(facts.perCapitaIncome)); }');
    expect(lines).toEqual([
      [
        {
          province: '430000',
          configVersion: 'hunan-version',
          code: 'lone-elder',
          reason: 'THREW',
          count: 2,
          faults: [expect.stringMatching(/^judgements\.lone-elder\.judge: Error at 1:\d+$/)],
        },
        'a function of a province gave no answer',
      ],
    ]);
  });
});

describe('the trial run of a module', () => {
  const module = (...judgements: Judgement[]) =>
    defineProvince({ code: '430000', name: { zh: '湖南省', en: 'Hunan' }, judgements });
  const gate = (judge: string) => aJudgement({ code: 'a-gate', decides: 'ELIMINATION', article: '3.3', judge });

  it('finds nothing in a function that answers for a household of which nothing is known, and of which all is', async () => {
    const sound = module(
      aJudgement({ judge: '(facts) => ({ within: facts.members.some((one) => (one.age ?? 0) >= 70), findings: [] })' }),
      gate(`(facts) => ({ passed: facts.identifiedOn !== null, reason: { zh: '一', en: 'a' } })`),
    );
    expect(validateProvince(sound, BASELINE)).toEqual([]);
    expect(await probeJudgements(sound, BASELINE, runner)).toEqual([]);
  });

  it('names every function that throws, does not end, or gives an answer of the wrong form, with its path and day', async () => {
    const faulty = module(
      aJudgement({ judge: '(facts) => ({ within: facts.income.wages > 0, findings: [] })' }),
      aJudgement({ code: 'endless', judge: '() => { for (;;); }' }),
      gate('() => ({ passed: 1 })'),
    );
    expect(await probeJudgements(faulty, BASELINE, runner)).toMatchObject([
      { code: 'function-fails', path: 'judgements[0].judge', found: expect.stringContaining('THREW (TypeError at 1:') },
      { code: 'function-fails', path: 'judgements[1].judge', found: 'TIMED_OUT (300 ms)', day: '2024-01-01' },
      {
        code: 'function-answer',
        path: 'judgements[2].judge',
        expected: expect.stringContaining('passed: true or false'),
      },
    ]);
  });
});
