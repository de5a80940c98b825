import type { EvidenceGiven } from '../../domain/procedure/step-act.js';
import type { FieldCipher, FieldPlace } from '../../platform/crypto/field-cipher.js';
import { isSealed } from '../../platform/crypto/sealed-form.js';

/** 所存材料 · A paper as a row keeps it: title and address sealed, kind and digest in the open. */
export interface KeptEvidence {
  readonly kind: string;
  readonly title: string;
  readonly uri: string | null;
  readonly sha256: string | null;
}

/** 密封材料 · Seals titles and addresses of papers, which may name people, for the row that keeps them. @article 5.3 */
export function sealEvidence(
  cipher: FieldCipher,
  place: FieldPlace,
  evidence: readonly EvidenceGiven[] | null | undefined,
): KeptEvidence[] {
  return (evidence ?? []).map(({ kind, title, uri, sha256 }) => ({
    kind,
    title: cipher.seal(title, place),
    uri: uri === null || uri === undefined ? null : cipher.seal(uri, place),
    sha256: sha256 ?? null,
  }));
}

/** 打开材料 · Papers as readers are shown them; what was kept in the open before stands as it is. @article 5.3 */
export function openEvidence(cipher: FieldCipher, place: FieldPlace, kept: unknown): KeptEvidence[] {
  const open = (text: string): string => (isSealed(text) ? cipher.open(text, place) : text);
  return ((kept ?? []) as KeptEvidence[]).map(({ title, uri, ...rest }) => ({
    ...rest,
    title: open(title),
    uri: uri === null || uri === undefined ? null : open(uri),
  }));
}

/** 环节材料的位置 · Where the papers of a step are kept. @article none — technical */
export function evidencePlace(stepId: string): FieldPlace {
  return { table: 'procedure_step', column: 'evidence', rowId: stepId };
}

/** 承接材料的位置 · Where the papers of a case are kept that was taken over. @article none — technical */
export function takeOverPlace(caseId: string): FieldPlace {
  return { table: 'monitoring_case', column: 'take_over_evidence', rowId: caseId };
}
