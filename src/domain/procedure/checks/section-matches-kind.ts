import { type Refusal, refuse } from '../../kernel/verdict.js';
import type { StepKind } from '../procedure-definition.js';
import type { StepAct } from '../step-act.js';
import type { StepQuestion } from './step-question.js';

/** 填报部分 · The sections of an act. @article 3.2 */
export const STEP_SECTIONS = [
  'verification',
  'commitment',
  'comparison',
  'review',
  'decision',
  'announcement',
] as const;
export type StepSection = (typeof STEP_SECTIONS)[number];

/** 各类环节所需部分 · The section that each kind of step calls for; null for none. @article 3.2 */
export const SECTION_OF_KIND: Readonly<Record<StepKind, StepSection | null>> = {
  HOUSEHOLD_VERIFICATION: 'verification',
  COMMITMENT_AUTHORIZATION: 'commitment',
  DATA_COMPARISON: 'comparison',
  DEMOCRATIC_REVIEW: 'review',
  PUBLIC_NOTICE: null,
  TOWNSHIP_REVIEW: 'decision',
  COUNTY_DECISION: 'decision',
  RESULT_ANNOUNCEMENT: 'announcement',
  CUSTOM: null,
};

const isGiven = (act: StepAct, section: StepSection): boolean => (act[section] ?? null) !== null;

/**
 * 填报部分相符 · Exactly the section that the step's kind calls for, whatever the outcome, and no other.
 *
 * @article 3.2
 */
export function sectionMatchesKind({ act, own }: StepQuestion): Refusal[] {
  if (own === null) return [];
  const called = SECTION_OF_KIND[own.kind];
  const refusals: Refusal[] = [];
  if (called !== null && !isGiven(act, called))
    refusals.push(refuse('SECTION_MISMATCH', `a ${own.kind} step needs the section "${called}"`, [called], '3.2'));
  for (const section of STEP_SECTIONS) {
    if (section === called || !isGiven(act, section)) continue;
    const instead = called === null ? 'no section' : `"${called}"`;
    const message = `a ${own.kind} step takes ${instead}, not "${section}"`;
    refusals.push(refuse('SECTION_MISMATCH', message, [section], '3.2'));
  }
  return refusals;
}
