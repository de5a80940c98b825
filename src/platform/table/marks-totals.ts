/**
 * 合计标记 · The extension of a field by which its list says that a row puts others together: tables show it beside the rest, and pictures
 * leave such rows out, which would stand beside their own parts.
 *
 * @article none — technical
 */
export const MARKS_TOTALS = 'marksTotals';
