import type { KeyObject } from 'node:crypto';
import type { FieldCipher, FieldPlace } from './field-cipher.js';
import type { PiiKeys } from './pii-keys.js';
import { openText, sealText } from './sealed-bytes.js';
import { openTextSm4, sealTextSm4 } from './sm4-sealed-bytes.js';

/** 密码套件 · `aes`: AES-256-GCM · `sm4`: SM4-CTR with HMAC-SM3. @article none — technical */
export const SEAL_SUITES = ['aes', 'sm4'] as const;
export type SealSuite = (typeof SEAL_SUITES)[number];

interface Suite {
  /** Stands between the key's id and the sealed bytes, so that a text says how it opens. */
  readonly mark: string;
  seal(key: KeyObject, plain: string, context: string): string;
  open(key: KeyObject, sealed: string, context: string): string;
}

const SUITES: Readonly<Record<SealSuite, Suite>> = {
  aes: { mark: '', seal: sealText, open: openText },
  sm4: { mark: 'sm4.', seal: sealTextSm4, open: openTextSm4 },
};

/** Table and column names hold no NUL, so that no two places have the same context. */
const contextOf = ({ table, column, rowId }: FieldPlace): string => `${table}\0${column}\0${rowId}`;

/**
 * 字段加密 · Seals personal data, bound to table, column and row; the text begins with its key's id and its suite.
 *
 * New values are sealed with the current key in the suite that is chosen; old ones open with the key and in the suite that
 * they name, so that rows of both suites and of several keys stand side by side.
 *
 * @param suite  what new values are sealed in; both open always
 * @article none — technical
 * @example
 * const cipher = createFieldCipher(keys);
 * cipher.open(cipher.seal('张三', place), place) // '张三'
 */
export function createFieldCipher(keys: PiiKeys, suite: SealSuite = 'aes'): FieldCipher {
  const { current, byId } = keys;
  const { mark, seal } = SUITES[suite];
  const beginning = `${current.id}.${mark}`;
  return {
    beginning,
    seal: (plain, place) => beginning + seal(current.key, plain, contextOf(place)),
    open: (sealed, place) => {
      const dot = sealed.indexOf('.');
      const key = byId.get(sealed.slice(0, dot));
      if (key === undefined) throw doesNotOpen(place, 'its key is not at hand');
      const rest = sealed.slice(dot + 1);
      const { mark: own, open } = rest.startsWith(SUITES.sm4.mark) ? SUITES.sm4 : SUITES.aes;
      try {
        return open(key, rest.slice(own.length), contextOf(place));
      } catch {
        throw doesNotOpen(place, 'it was changed or sealed for another place');
      }
    },
  };
}

/**
 * 是否待重封 · Whether a sealed text is of another key or suite than new ones are, and waits to be sealed anew.
 *
 * @article none — technical
 */
export function isOutdatedSeal(cipher: FieldCipher, sealed: string): boolean {
  const rest = sealed.startsWith(cipher.beginning) ? sealed.slice(cipher.beginning.length) : null;
  return rest === null || rest.includes('.');
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
