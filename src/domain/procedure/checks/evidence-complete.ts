import { type Refusal, refuse } from '../../kernel/verdict.js';
import type { StepQuestion } from './step-question.js';

const SHA256 = /^[0-9a-f]{64}$/i;

/**
 * 佐证材料 · A step that passes has every kind of evidence that it requires; each piece carries its SHA-256.
 *
 * An act entered for an office holder (`enteredFor`) is entered from a paper, and the paper is given.
 *
 * @article 3.2
 */
export function evidenceComplete({ act, own }: StepQuestion): Refusal[] {
  const given = act.evidence ?? [];
  const refusals: Refusal[] = [];
  given.forEach((item, index) => {
    if (item.kind.trim() === '')
      refusals.push(refuse('BAD_VALUE', 'say what kind of evidence it is', ['evidence', String(index), 'kind']));
    if (SHA256.test(item.sha256 ?? '')) return;
    const message = `"${item.kind}" needs the SHA-256 of the file, 64 hexadecimal digits`;
    refusals.push(refuse('EVIDENCE_REQUIRED', message, ['evidence', String(index), 'sha256'], '3.2'));
  });
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
