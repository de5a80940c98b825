/** CJK, full-width forms and their punctuation take two columns of a terminal. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;
const GAP = '  ';

/** 显示宽度 · Columns of a terminal that a text takes; a Chinese character takes two. @article none — technical */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
}

/**
 * 文本表格 · Rows in columns of equal width, the heading first; the last column is left as long as it is.
 *
 * @article none — technical
 * @example textTable(['parameter', 'value'], [['monitoringLines', '7500.00']])
 */
export function textTable(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heading.map((title, column) =>
    Math.max(displayWidth(title), ...rows.map((row) => displayWidth(row[column] ?? ''))),
  );
  const rule = widths.map((width) => '─'.repeat(width));
  return [heading, rule, ...rows].map((row) => writeRow(row, widths)).join('\n');
}

function writeRow(row: readonly string[], widths: readonly number[]): string {
  const cells = row.map((cell, column) =>
    column === widths.length - 1 ? cell : cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(cell))),
  );
  return cells.join(GAP).trimEnd();
}
