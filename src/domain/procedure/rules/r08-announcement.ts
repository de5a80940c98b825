import type { Reason } from '../../kernel/verdict.js';
import type { ProcedureDefinition, StepKind } from '../procedure-definition.js';
import { stepsBefore } from '../step-graph.js';

/** May stand beside an announcement or after it: what a province enters once the result is known, and a further announcement. */
const BESIDE: readonly StepKind[] = ['RESULT_ANNOUNCEMENT', 'CUSTOM'];

/**
 * R08 结果公告 · The result is announced once it is decided, and announcing it rejects nothing.
 *
 * A notice (公示) asks for objections before the decision; an announcement (公告) tells what was decided. So every step of
 * a national kind stands before it. It may send the run back, where the decision is found wrong before it is told.
 *
 * @article G
 */
export function announcementAfterDecision(candidate: ProcedureDefinition): Reason[] {
  return candidate.steps
    .filter((step) => step.kind === 'RESULT_ANNOUNCEMENT')
    .flatMap((step) => {
      const before = stepsBefore(candidate, step.code);
      const early = candidate.steps
        .filter(({ code, kind }) => !BESIDE.includes(kind) && !before.includes(code))
        .map(({ code }) => code);
      const reasons: Reason[] = [];
      const say = (code: string, message: string): void => {
        reasons.push({ code, message, article: 'G', evidence: { step: step.code } });
      };
      if (early.length > 0)
        say(
          'announced-early',
          `"${step.code}" announces a result before ${early.map((code) => `"${code}"`).join(', ')}`,
        );
      if (step.outcomes.includes('REJECTED'))
        say('announcement-rejects', `"${step.code}" announces what was decided; it cannot end as REJECTED`);
      if (step.minimumNoticeDays !== null)
        say('announcement-has-notice-days', `"${step.code}" is open to no objection; it has no days of a notice`);
      return reasons;
    });
}
