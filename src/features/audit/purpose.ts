import { uuidv7 } from 'uuidv7';
import type { BlindIndex, FieldCipher } from '../../platform/crypto/field-cipher.js';

const DIGEST = 'audit-purpose';
const place = (rowId: string) => ({ table: 'audit_event', column: 'purpose_sealed', rowId });

/** 封存的用途 · A read's purposes: keyed digests for the event, the words sealed beside it. */
export interface SealedPurposes {
  /** What the event's hash covers. */
  readonly told: readonly string[];
  readonly purpose: { readonly eventId: string; readonly sealed: string };
}

/**
 * 封存用途 · Seals what a read is said to be for: the words may name people. The event itself holds their keyed digests, so that
 * a purpose put in later shows, and the words can be sealed anew or erased while the chain stays whole.
 *
 * @article 5.3
 */
export function sealPurposes(
  { cipher, blindIndex }: { readonly cipher: FieldCipher; readonly blindIndex: BlindIndex },
  purposes: readonly string[],
): SealedPurposes {
  const words = purposes.map((text) => text.trim());
  const eventId = uuidv7();
  const sealed = cipher.seal(JSON.stringify(words), place(eventId));
  return { told: words.map((text) => blindIndex.digest(DIGEST, text)), purpose: { eventId, sealed } };
}

/**
 * 打开用途 · The purposes of an event in words; null where it has none, or where they were erased or are not those that it tells of.
 *
 * @article 5.3
 */
export function openPurposes(
  { cipher, blindIndex }: { readonly cipher: FieldCipher; readonly blindIndex: BlindIndex },
  event: { readonly rowId: string; readonly purposeSealed?: string | null; readonly change: unknown },
): string[] | null {
  if (event.purposeSealed === null || event.purposeSealed === undefined) return null;
  const words = JSON.parse(cipher.open(event.purposeSealed, place(event.rowId))) as string[];
  const { purposes } = event.change as { purposes?: readonly string[] };
  const told = new Set(purposes ?? []);
  return words.every((text) => told.has(blindIndex.digest(DIGEST, text))) ? words : null;
}
