/** Key id, suite and bytes, as the field cipher writes them. */
const FORM = /^[A-Za-z0-9_-]{1,40}\.(?:sm4\.)?[A-Za-z0-9_-]{30,}$/;

/**
 * 是否密文 · Whether a text has the form of a sealed one. Columns and papers that were kept in the open before are read as they stand
 * until `reseal` has sealed them.
 *
 * @article none — technical
 */
export function isSealed(text: string): boolean {
  return FORM.test(text);
}
