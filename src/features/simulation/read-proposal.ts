import { z } from 'zod';
import type { JudgementParameters } from '../../domain/judgement/judgement.js';
import { type Fen, parseYuan } from '../../domain/kernel/money.js';
import { formulaAmount } from '../../domain/province/monitoring-line.js';
import type { ProvinceConfig } from '../../domain/province/province-config.js';
import { ApiError } from '../../platform/errors/api-error.js';
import { timesRuralAllowance } from '../../province-sdk/index.js';
import type { LineProposal } from './proposed-line.js';

/** 拟议内容 · What would be another: the line, and parameters of the province's own functions. @article 2.2 */
export interface Proposal extends LineProposal {
  /** By the code of the function. */
  readonly judgements: Readonly<Record<string, JudgementParameters>>;
}

const LONGEST_MONTHS = 60;
/** More than any line of a head could be. */
const HIGHEST_LINE = 1_000_000_000;

const PARAMETERS = z.strictObject({
  windowMonths: z
    .int('a whole number of months')
    .min(1, 'at least 1')
    .max(LONGEST_MONTHS, `at most ${LONGEST_MONTHS}`)
    .nullish(),
  timesRuralAllowance: z
    .strictObject(
      {
        times: z.number('a number of times').positive('more than 0 times').max(100, 'at most 100 times'),
        monthlyAllowance: z
          .string('an amount in yuan, as text')
          .refine((text) => (parseYuan(text) ?? -1) >= 0, 'an amount in yuan with at most two decimals'),
      },
      '{ times, monthlyAllowance }',
    )
    .nullish(),
  judgements: z.record(z.string(), z.record(z.string(), z.json()), 'parameters by the code of a function').nullish(),
});

/**
 * 读拟议内容 · What a simulation would change, read and held against what the province has.
 *
 * @param line  fen a head and year; null where the line stays, or is given by its formula
 * @throws ApiError BAD_USER_INPUT naming what cannot be simulated
 * @article 2.2
 */
export function readProposal(
  line: Fen | null,
  parameters: Readonly<Record<string, unknown>> | null,
  config: ProvinceConfig,
): Proposal {
  const read = PARAMETERS.safeParse(parameters ?? {});
  if (!read.success) throw wrong('parameters', tellIssues(read.error.issues));
  const { windowMonths = null, timesRuralAllowance: formula = null, judgements } = read.data;
  if (formula !== null && line !== null)
    throw wrong('parameters', 'timesRuralAllowance gives the line, and so does perCapitaIncomeLine: give one of them');
  const perCapitaIncome =
    formula === null ? line : formulaAmount(timesRuralAllowance(formula.times, formula.monthlyAllowance));
  if (perCapitaIncome !== null && perCapitaIncome < 0) throw wrong('perCapitaIncomeLine', 'a line is not negative');
  if (perCapitaIncome !== null && perCapitaIncome > HIGHEST_LINE)
    throw wrong('perCapitaIncomeLine', 'a line of more than 10,000,000.00 yuan a head is none');
  checkJudgements(judgements ?? {}, config);
  return { perCapitaIncome, windowMonths, judgements: judgements ?? {} };
}

function checkJudgements(proposed: Proposal['judgements'], { judgements = [] }: ProvinceConfig): void {
  for (const [code, parameters] of Object.entries(proposed)) {
    const own = judgements.filter((one) => one.code === code && one.decides === 'RANGE');
    const known = judgements.filter(({ decides }) => decides === 'RANGE').map((one) => one.code);
    if (own.length === 0)
      throw wrong(
        'parameters',
        `judgements.${code}: no function of that code judges the range; known: ${known.join(', ') || 'none'}`,
      );
    for (const [name, value] of Object.entries(parameters))
      for (const { parameters: now } of own)
        if (!Object.hasOwn(now, name) || typeof now[name] !== typeof value)
          throw wrong(
            'parameters',
            `judgements.${code}.${name}: ${Object.hasOwn(now, name) ? `a ${typeof now[name]} is expected` : `no such parameter; known: ${Object.keys(now).join(', ') || 'none'}`}`,
          );
  }
}

function tellIssues(issues: readonly z.core.$ZodIssue[]): string {
  return issues
    .map((issue) => {
      const path = issue.path.map(String).join('.');
      if (issue.code === 'unrecognized_keys')
        return `${issue.keys.map((key) => JSON.stringify(key)).join(', ')} cannot be simulated; expected ${Object.keys(PARAMETERS.shape).join(', ')}`;
      return path === '' ? issue.message : `${path}: ${issue.message}`;
    })
    .join('; ');
}

/** 输入有误 · An error that names the field of the input. @article none — technical */
export function wrong(field: string, message: string): ApiError {
  return new ApiError('BAD_USER_INPUT', message, { path: ['input', field] });
}
