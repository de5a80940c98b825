import type { BlindIndex } from '../../platform/crypto/field-cipher.js';

/** Crockford's letters: none that is taken for a digit. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 20 letters of 5 bits. */
const LENGTH = 20;
const GROUP = /.{5}(?=.)/g;
const READ_AS: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** 回执 · What whoever declared is given once, and the digest by which it is found again. */
export interface Receipt {
  /** Four groups of five letters. */
  readonly text: string;
  readonly digest: string;
}

/**
 * 回执 · The receipt of a lead or an objection: 100 bits that nobody can tell without the key of the blind index, and no
 * content of its own. A retry with the same idempotency key is answered with the same one, though it is stored nowhere.
 *
 * @param subject  type and row, e.g. `Lead` and its uuid
 * @article 3.1
 */
export function receiptOf(
  blindIndex: BlindIndex,
  subject: { readonly type: 'Lead' | 'Objection'; readonly id: string },
): Receipt {
  const bytes = Buffer.from(blindIndex.digest('receipt.text', `${subject.type}:${subject.id}`), 'base64url');
  const letters = Array.from(bytes.subarray(0, LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join('');
  return { text: letters.replace(GROUP, '$&-'), digest: digestOfLetters(blindIndex, letters) };
}

/**
 * 读取回执 · The digest of a receipt as a person writes it: in any case, with or without groups, O for 0, I and L for 1.
 *
 * @returns null for what cannot be a receipt
 * @article none — technical
 */
export function receiptDigest(blindIndex: BlindIndex, written: string): string | null {
  if (written.length > 100) return null;
  const letters = written
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/[OIL]/g, (letter) => READ_AS[letter]!);
  return /^[0-9A-HJKMNP-TV-Z]{20}$/.test(letters) ? digestOfLetters(blindIndex, letters) : null;
}

function digestOfLetters(blindIndex: BlindIndex, letters: string): string {
  return blindIndex.digest('receipt', letters);
}
