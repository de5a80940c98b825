/**
 * 录入文本的问题 · What is wrong with a text as it was entered, or null: nothing in it, too long, or characters that no
 * document has (controls but tab and line breaks, marks that turn the direction of writing, lone surrogates).
 *
 * @param longest  characters at most, after trimming
 * @returns a part of a sentence that never repeats the text
 * @article none — technical
 * @example faultOfText('', 60) // 'is empty'
 */
export function faultOfText(text: string, longest: number): string | null {
  const { length } = [...text.trim()];
  if (length === 0) return 'is empty';
  if (length > longest) return `has ${length} characters; at most ${longest} are kept`;
  return /[\p{Cs}\p{Bidi_Control}]|(?![\t\n\r])\p{Cc}/u.test(text) ? 'holds a character that cannot be written' : null;
}
