import type { Reason } from '../../domain/kernel/verdict.js';
import type { ProcedureDefinition } from '../../domain/procedure/procedure-definition.js';
import { checkProcedureAgainstBaseline } from '../../domain/procedure/rules/r08-baseline-steps.js';
import type { Fault } from '../fault.js';
import { didYouMean } from '../nearest.js';
import { soundParts } from '../sound-parts.js';
import { type CheckContext, faultOf } from './check-context.js';
import { nationalBound } from './national-bound.js';

/**
 * R08 程序检查 · Every procedure of a module, county overrides included, keeps the baseline's steps, order and limits.
 *
 * A limit that the baseline leaves open to the provinces is a default, and no bound.
 *
 * @article 3.2
 */
export function checkProcedures({ module, baseline }: CheckContext): readonly Fault[] {
  return soundParts(module, 'procedures').flatMap(({ index, part }) => {
    const bound = nationalBound(baseline, part.value.kind, part.from);
    if (bound === null) return [];
    return checkProcedureAgainstBaseline(part.value, bound, { source: part.source }).map((reason) =>
      faultOf(
        reason,
        { module, path: ['procedures', index, 'value', ...pathOf(reason, part.value)], day: part.from },
        'what the national baseline asks for, or more',
        suggest(reason, part.value),
      ),
    );
  });
}

/** The step that a reason names, by its place. */
function pathOf(reason: Reason, candidate: ProcedureDefinition): PropertyKey[] {
  const index = candidate.steps.findIndex((step) => step.code === reason.evidence?.step);
  if (index < 0) return ['steps'];
  const unknown = reason.code === 'unknown-predecessor' ? unknownAfter(reason, candidate) : null;
  return unknown === null ? ['steps', index] : ['steps', index, 'after', unknown.place];
}

function suggest(reason: Reason, candidate: ProcedureDefinition): string | null {
  const unknown = reason.code === 'unknown-predecessor' ? unknownAfter(reason, candidate) : null;
  return unknown === null
    ? null
    : didYouMean(
        unknown.code,
        candidate.steps.map((step) => step.code),
      );
}

/** The predecessor that a reason's sentence names, in its step's `after`. */
function unknownAfter(reason: Reason, candidate: ProcedureDefinition): { code: string; place: number } | null {
  const step = candidate.steps.find(({ code }) => code === reason.evidence?.step);
  const place = step?.after.findIndex((code) => reason.message.includes(`after "${code}"`)) ?? -1;
  return place < 0 ? null : { code: step?.after[place] ?? '', place };
}
