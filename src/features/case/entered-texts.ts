import { faultOfText } from '../../domain/kernel/entered-text.js';
import { type Refusal, refuse } from '../../domain/kernel/verdict.js';
import type { EvidenceGiven, StepAct } from '../../domain/procedure/step-act.js';

/** 录入文本 · A text of the input, where it stands there, and how long it may be. */
export interface EnteredText {
  readonly text: string | null | undefined;
  readonly path: readonly string[];
  readonly longest: number;
}

/** 文本上限 · Characters that a text may have. */
export const LONGEST = { phone: 30, name: 120, inKind: 200, place: 200, note: 2_000 } as const;

/** 录入文本的问题 · What cannot be kept of the texts that were entered; a text that is empty is for the rules to judge. */
export function textFaults(texts: readonly EnteredText[]): Refusal[] {
  return texts.flatMap(({ text, path, longest }) => {
    const fault = (text ?? '').trim() === '' ? null : faultOfText(text ?? '', longest);
    return fault === null ? [] : [refuse('BAD_VALUE', `the text ${fault}`, path)];
  });
}

/** 文本或无 · A text, trimmed; null where there is nothing in it. */
export function textOrNull(text: string | null | undefined): string | null {
  const trimmed = (text ?? '').trim();
  return trimmed === '' ? null : trimmed;
}

/** 材料录入的文本 · Every text of some evidence, with its place in the input. */
export function textsOfEvidence(evidence: readonly EvidenceGiven[], list = 'evidence'): EnteredText[] {
  return evidence.flatMap(({ kind, title, uri }, index) => [
    { text: kind, path: [list, String(index), 'kind'], longest: LONGEST.name },
    { text: title, path: [list, String(index), 'title'], longest: LONGEST.name },
    { text: uri, path: [list, String(index), 'uri'], longest: LONGEST.note },
  ]);
}

/** 环节录入的文本 · Every text of a step's act that is written down, with its place in the input. */
export function textsOfStep({
  note,
  enteredFor,
  evidence,
  verification,
  commitment,
  comparison,
  decision,
  announcement,
}: StepAct): EnteredText[] {
  const named = (text: string | null | undefined, ...path: string[]) => ({ text, path, longest: LONGEST.name });
  const told = (text: string | null | undefined, ...path: string[]) => ({ text, path, longest: LONGEST.note });
  const each = (texts: readonly string[] | null | undefined, ...path: string[]) =>
    (texts ?? []).map((text, index) => told(text, ...path, String(index)));
  return [
    told(note, 'note'),
    named(enteredFor, 'enteredFor'),
    ...textsOfEvidence(evidence ?? []),
    ...each(verification?.visitors, 'verification', 'visitors'),
    told(verification?.findings, 'verification', 'findings'),
    ...each(verification?.needs, 'verification', 'needs'),
    named(commitment?.signedBy, 'commitment', 'signedBy'),
    named(commitment?.proxy, 'commitment', 'proxy'),
    named(commitment?.method, 'commitment', 'method'),
    ...each(comparison?.discrepancies, 'comparison', 'discrepancies'),
    named(decision?.decidedBy, 'decision', 'decidedBy'),
    told(decision?.document, 'decision', 'document'),
    named(announcement?.issuedBy, 'announcement', 'issuedBy'),
    named(announcement?.place, 'announcement', 'place'),
  ];
}
