import { type Refusal, refuse } from '../../kernel/verdict.js';
import type { EvidenceGiven } from '../step-act.js';
import type { StepQuestion } from './step-question.js';

const SHA256 = /^[0-9a-f]{64}$/i;

/**
 * 佐证材料校验 · Each piece of evidence says its kind and carries its SHA-256.
 *
 * @param list  where in the input the pieces stand
 * @article 3.2
 */
export function evidenceFaults(given: readonly EvidenceGiven[], list = 'evidence'): Refusal[] {
  return given.flatMap(({ kind, sha256 }, index) => {
    const at = (field: string): string[] => [list, String(index), field];
    const unnamed = kind.trim() === '' ? [refuse('BAD_VALUE', 'say what kind of evidence it is', at('kind'))] : [];
    if (SHA256.test(sha256 ?? '')) return unnamed;
    const message = `"${kind}" needs the SHA-256 of the file, 64 hexadecimal digits`;
    return [...unnamed, refuse('EVIDENCE_REQUIRED', message, at('sha256'), '3.2')];
  });
}

/**
 * 佐证材料 · A step that passes has every kind of evidence that it requires; each piece carries its SHA-256.
 *
 * An act entered for an office holder (`enteredFor`) is entered from a paper, and the paper is given.
 *
 * @article 3.2
 */
export function evidenceComplete({ act, own }: StepQuestion): Refusal[] {
  const given = act.evidence ?? [];
  const refusals = evidenceFaults(given);
  if (own !== null && act.outcome === 'PASSED') {
    for (const kind of own.requiredEvidence) {
      if (given.some((item) => item.kind === kind)) continue;
      refusals.push(refuse('EVIDENCE_REQUIRED', `step "${own.code}" needs evidence "${kind}"`, ['evidence'], '3.2'));
    }
  }
  if ((act.enteredFor ?? null) !== null && given.length === 0) {
    const message = 'an act entered for somebody else needs the paper that it is entered from';
    refusals.push(refuse('EVIDENCE_REQUIRED', message, ['evidence'], '3.2'));
  }
  return refusals;
}
