const LONGEST = 300;

/** An identity number has 18 digits, a phone 11 or 7 to 8; a port has 5, and a digest or id mixes letters in. */
const DIGIT_RUN = /\d{7,}[Xx]?/g;
/** Names and addresses are Chinese or in another script; so are line separators and marks that turn text around. */
const BEYOND_ASCII = /[^\x20-\x7e\n\r\t]+/g;
/** Databases and parsers quote the value that they choke on: "…", '…', `…`, and =(…) in a key's detail. */
const QUOTED = /"[^"]*"|'[^']*'|`[^`]*`|=\([^)]*\)/g;

/**
 * 日志脱敏 · A text for the log: long digit runs, everything beyond printable ASCII and what is too long are gone.
 *
 * A net under the rule that a message holds no value, not a licence to put one in.
 *
 * @article none — technical
 * @example scrubText('no row for 13812341234') // 'no row for #'
 */
export function scrubText(text: string): string {
  const clean = text.slice(0, LONGEST).replace(DIGIT_RUN, '#').replace(BEYOND_ASCII, '~').replace(/\s+/g, ' ');
  return text.length > LONGEST ? `${clean}...` : clean;
}

/**
 * 错误信息脱敏 · The same for a message that another's code wrote: what it quotes is gone as well.
 *
 * @article none — technical
 */
export function scrubForeignText(text: string): string {
  return scrubText(text.slice(0, LONGEST).replace(QUOTED, '"#"'));
}
