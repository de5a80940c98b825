/**
 * What a spreadsheet takes for the beginning of a formula, in half and full width; a tab or a carriage return before it is passed
 * over (OWASP, CSV injection).
 */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/u;

/** Controls but tab and line feed, line and paragraph separators, and whatever turns the direction of writing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/**
 * 可见文字 · A text in which nothing hides: controls and marks of direction are written as `\u202E`, so that a name cannot show as
 * another one. A line ends in one line feed.
 *
 * @article none — technical
 * @example visibleText('张\u202e三') // '张\\u202E三'
 */
export function visibleText(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(UNSEEN, (one) => `\\u${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
}

/**
 * 防公式文字 · A visible text that no spreadsheet reckons with: an apostrophe stands before what would begin a formula.
 *
 * @article none — technical
 * @example spreadsheetText('=1+1') // "'=1+1"
 */
export function spreadsheetText(text: string): string {
  const seen = visibleText(text);
  return FORMULA.test(text) ? `'${seen}` : seen;
}

/** 列表连写 · A list of plain values in one cell. @article none — technical */
export function joinedText(values: readonly unknown[]): string {
  return values.map((value) => (value === null ? '' : plainText(value))).join('; ');
}

/** 原样文字 · A plain value as GraphQL writes it. @article none — technical */
export function plainText(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
