/** Longer texts may be a phone (11 digits) or the number of an identity card; others may be a name. */
const SHORT = /^[\x20-\x7e]{0,10}$/;

/**
 * 可复述文本 · What a message may repeat of what a caller wrote: a short text of plain letters and digits in quotes, of anything else
 * only how long it is. Messages travel further than their fields do, and what was put into the wrong one may be a name, a phone or the
 * number of an identity card.
 *
 * @returns a part of a sentence
 * @article none — technical
 * @example shown('4301') // '"4301"'
 * @example shown('13812345678') // 'a text of 11 characters'
 */
export function shown(text: string): string {
  return isShown(text) ? JSON.stringify(text) : `a text of ${[...text].length} characters`;
}

/** 是否可复述 · Whether `shown` repeats a text. @article none — technical */
export function isShown(text: string): boolean {
  return SHORT.test(text);
}
