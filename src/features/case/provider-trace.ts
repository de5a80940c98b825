import { canonicalJson } from '../../platform/crypto/content-digest.js';
import type { BlindIndex } from '../../platform/crypto/field-cipher.js';

/**
 * 提供方留痕 · Who provides a measure, for the trail: a keyed digest bound to the measure, which tells whether the record still names
 * whom it named and nobody else's anything (R18).
 *
 * @param measureId  the row that the text belongs to
 * @param provider  opened; null where nobody is named
 * @article 4.3
 */
export function providerTrace(blindIndex: BlindIndex, measureId: string, provider: string | null): string | null {
  if (provider === null) return null;
  return blindIndex.digest('audit-value', canonicalJson([measureId, 'provider', provider]));
}
