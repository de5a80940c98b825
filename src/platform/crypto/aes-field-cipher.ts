import type { FieldCipher, FieldPlace } from './field-cipher.js';
import type { PiiKeys } from './pii-keys.js';
import { openText, sealText } from './sealed-bytes.js';

/** Table and column names hold no NUL, so that no two places have the same context. */
const contextOf = ({ table, column, rowId }: FieldPlace): string => `${table}\0${column}\0${rowId}`;

/**
 * 字段加密 · Seals personal data with AES-256-GCM, bound to table, column and row; the text begins with its key's id.
 *
 * New values are sealed with the current key, old ones open with the key they name.
 *
 * @article none — technical
 * @example
 * const cipher = createFieldCipher(keys);
 * cipher.open(cipher.seal('张三', place), place) // '张三'
 */
export function createFieldCipher(keys: PiiKeys): FieldCipher {
  const { current, byId } = keys;
  return {
    seal: (plain, place) => `${current.id}.${sealText(current.key, plain, contextOf(place))}`,
    open: (sealed, place) => {
      const dot = sealed.indexOf('.');
      const key = byId.get(sealed.slice(0, dot));
      if (key === undefined) throw doesNotOpen(place, 'its key is not at hand');
      try {
        return openText(key, sealed.slice(dot + 1), contextOf(place));
      } catch {
        throw doesNotOpen(place, 'it was changed or sealed for another place');
      }
    },
  };
}

/**
 * 密钥编号 · The id of the key that sealed a text, for finding what a rotation has still to seal anew.
 *
 * @article none — technical
 */
export function sealingKeyOf(sealed: string): string {
  return sealed.slice(0, Math.max(0, sealed.indexOf('.')));
}

function doesNotOpen({ table, column }: FieldPlace, why: string): Error {
  return new Error(`a sealed value of ${table}.${column} does not open: ${why}`);
}
