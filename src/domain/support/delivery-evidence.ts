import { type Refusal, refuse } from '../kernel/verdict.js';

/** 落实佐证 · A receipt or photograph of a delivery; a paper that was not scanned has no digest. @article 4.1 */
export interface DeliveryEvidence {
  readonly kind: string;
  readonly sha256?: string | null;
}

const SHA256 = /^[0-9a-f]{64}$/i;

/** 落实佐证审查 · Each piece says of what kind it is, and a digest that is given is a SHA-256. @article 4.1 */
export function checkDeliveryEvidence(evidence: readonly DeliveryEvidence[]): Refusal[] {
  return evidence.flatMap(({ kind, sha256 }, index) => {
    const refusals: Refusal[] = [];
    const say = (message: string, field: string): void => {
      refusals.push(refuse('BAD_VALUE', message, ['evidence', String(index), field], '4.1'));
    };
    if (kind.trim() === '') say('say what kind of evidence it is', 'kind');
    if ((sha256 ?? null) !== null && !SHA256.test(sha256 ?? ''))
      say('a SHA-256 is 64 hexadecimal digits; leave it out for a paper that was not scanned', 'sha256');
    return refusals;
  });
}
