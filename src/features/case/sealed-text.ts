import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import { isSealed } from '../../platform/crypto/sealed-form.js';
import type { Row } from '../../platform/database/read-rows.js';

/**
 * 打开密文 · Opens a sealed column of a row that was read ahead; null where there is none.
 *
 * @param key  the row's key that holds the sealed text
 * @param table  SQL name of the table, and of the column, that it was sealed for
 */
export function openText(cipher: FieldCipher, row: Row, key: string, table: string, column: string): string | null {
  const sealed = row[key];
  return typeof sealed === 'string' ? cipher.open(sealed, { table, column, rowId: String(row['rowId']) }) : null;
}

/** 打开列 · As `openText`, for a column that was kept in the open before: what is not sealed stands as it is. */
export function openColumn(cipher: FieldCipher, row: Row, key: string, table: string, column: string): string | null {
  const text = row[key];
  return typeof text === 'string' && !isSealed(text) ? text : openText(cipher, row, key, table, column);
}

/** 加密文本 · Seals a text for a row; null stays null. */
export function sealText(
  cipher: FieldCipher,
  text: string | null | undefined,
  table: string,
  column: string,
  rowId: string,
): string | null {
  return text === null || text === undefined ? null : cipher.seal(text, { table, column, rowId });
}
