import type { Reason } from '../../kernel/verdict.js';
import type { ProcedureDefinition, StepDefinition } from '../procedure-definition.js';

interface Limit {
  readonly days: number | null;
  readonly working: boolean;
}

/** Most calendar days that so many working days can take in weeks without a holiday. */
const longest = (days: number): number => days + 2 * Math.ceil(days / 5);
/** Fewest calendar days that so many working days can take. */
const shortest = (days: number): number => (days === 0 ? 0 : days + 2 * Math.floor((days - 1) / 5));

/**
 * 期限放宽 · Whether a deadline allows more than another one.
 *
 * Of the same unit by number. Of two units: working days against calendar days by the longest that they can take in a
 * week without a holiday, calendar days against working days by the shortest; so a tie in doubt counts as looser.
 *
 * @article 3.2
 */
export function isLooser(candidate: Limit, baseline: Limit): boolean {
  if (baseline.days === null) return false;
  if (candidate.days === null) return true;
  if (candidate.working === baseline.working) return candidate.days > baseline.days;
  return candidate.working ? longest(candidate.days) > baseline.days : candidate.days > shortest(baseline.days);
}

const say = ({ days, working }: Limit): string => (days === null ? 'none' : `${days} ${working ? 'working ' : ''}days`);
const isUnder = (value: number | null, least: number | null): boolean => least !== null && (value ?? 0) < least;

/**
 * 对应环节 · The baseline's step that a candidate's answers to: of the same code and kind, else the first of its kind.
 *
 * @article 3.2
 */
export function counterpart(step: StepDefinition, baseline: ProcedureDefinition): StepDefinition | null {
  const sameKind = baseline.steps.filter((other) => other.kind === step.kind && other.kind !== 'CUSTOM');
  return sameKind.find((other) => other.code === step.code) ?? sameKind[0] ?? null;
}

/** R08 期限不放宽 · No deadline longer, no notice shorter, no quorum or majority lower than the baseline's. @article 3.2 */
export function limitsNotLoosened(candidate: ProcedureDefinition, baseline: ProcedureDefinition): Reason[] {
  const reasons: Reason[] = [];
  const loosened = (what: string, is: string, was: string, step: string | null): void => {
    const message = `${step === null ? candidate.kind : `"${step}"`}: ${what} is ${is}, looser than the baseline's ${was}`;
    reasons.push({ code: 'limit-loosened', message, article: '3.2', evidence: { step, what, is, baseline: was } });
  };
  const whole = { days: candidate.limitDays, working: candidate.limitInWorkingDays };
  const wholeBaseline = { days: baseline.limitDays, working: baseline.limitInWorkingDays };
  if (isLooser(whole, wholeBaseline)) loosened('the limit of the whole run', say(whole), say(wholeBaseline), null);
  for (const step of candidate.steps) {
    const other = counterpart(step, baseline);
    if (other === null) continue;
    const own = { days: step.deadlineDays, working: step.workingDays };
    const least = { days: other.deadlineDays, working: other.workingDays };
    if (isLooser(own, least)) loosened('the deadline', say(own), say(least), step.code);
    for (const [what, field] of [
      ['the notice in days', 'minimumNoticeDays'],
      ['the quorum in per cent', 'quorumPercent'],
      ['the majority in per cent', 'majorityPercent'],
    ] as const)
      if (isUnder(step[field], other[field])) loosened(what, String(step[field]), String(other[field]), step.code);
  }
  return reasons;
}
