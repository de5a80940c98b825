import { z } from 'zod';
import type { Judgement } from '../domain/judgement/judgement.js';
import type { GateAnswer, RangeAnswer } from '../domain/judgement/judgement-answer.js';
import { SEVERITIES } from '../domain/risk/finding.js';
import { writePath } from './fault.js';

const LONGEST_SENTENCE = 500;
const LONGEST_WORD = 100;
const MOST = 20;

const sentence = z
  .string('a sentence')
  .trim()
  .min(1, 'a sentence')
  .max(LONGEST_SENTENCE, `at most ${LONGEST_SENTENCE} characters`);
const word = z.string('a word').min(1, 'a word').max(LONGEST_WORD, `at most ${LONGEST_WORD} characters`);
const localized = z.strictObject({ zh: sentence, en: sentence }, 'Chinese and English: { zh, en }');
const missing = z.array(word, 'a list of words').max(MOST, `at most ${MOST}`).optional();
const value = z.union(
  [word, z.literal(''), z.number(), z.boolean(), z.null()],
  'a number, a word, true, false or null',
);
const evidence = z
  .record(word, value, 'numbers and words by their names')
  .refine((one) => Object.keys(one).length <= MOST, `at most ${MOST}`)
  .optional();

const gate = z.strictObject(
  { passed: z.boolean('true or false'), reason: localized, missing },
  'an answer { passed, reason }',
);
const range = (riskTypes: readonly string[]) => {
  const finding = z.strictObject(
    {
      severity: z.enum(SEVERITIES),
      message: localized,
      riskType: z
        .string('a code')
        .refine((code) => riskTypes.includes(code), 'a risk type of the day')
        .nullable()
        .optional(),
      evidence,
      missing,
    },
    'a finding { severity, message }',
  );
  return z.strictObject(
    {
      within: z.boolean('true, false or null').nullable(),
      findings: z.array(finding, 'a list of findings').max(MOST, `at most ${MOST} findings`),
    },
    'an answer { within, findings }',
  );
};

/** 读判定答案 · What a function gave, in the form of its answer; or what was expected where it has another. @article none — technical */
export type ReadAnswer = { readonly answer: RangeAnswer | GateAnswer } | { readonly expected: string };

/**
 * 读判定答案 · Reads what a function gave. What is told of a wrong form quotes nothing of what was given: it may hold facts.
 *
 * @param given  as JSON gives it
 * @param riskTypes  codes that a finding may point at
 * @article none — technical
 */
export function readJudgementAnswer(
  { decides }: Pick<Judgement, 'decides'>,
  given: unknown,
  riskTypes: readonly string[],
): ReadAnswer {
  const read = (decides === 'RANGE' ? range(riskTypes) : gate).safeParse(given);
  if (read.success) return { answer: read.data };
  return { expected: read.error.issues.map(tellIssue).join('; ') };
}

function tellIssue(issue: z.core.$ZodIssue): string {
  const inside = issue.path.indexOf('evidence');
  const path = writePath(inside === -1 ? issue.path : issue.path.slice(0, inside + 1));
  const expected =
    issue.code === 'invalid_value'
      ? `one of ${issue.values.join(', ')}`
      : issue.code === 'unrecognized_keys'
        ? 'no other fields'
        : issue.code === 'invalid_key'
          ? 'names that are words'
          : issue.message;
  return path === '' ? expected : `${path}: ${expected}`;
}
