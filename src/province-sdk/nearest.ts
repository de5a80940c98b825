/** Further apart than this, one word is no slip of the pen of the other. */
const MOST_EDITS = 3;

/**
 * 相近词 · The known word nearest to a mistyped one; null where none is near.
 *
 * @article none — technical
 * @example nearest('tempory-assistance', ['temporary-assistance']) // 'temporary-assistance'
 */
export function nearest(word: string, known: readonly string[]): string | null {
  let best: { word: string; edits: number } | null = null;
  for (const candidate of known) {
    const edits = countEdits(word.toLowerCase(), candidate.toLowerCase());
    if (edits <= MOST_EDITS && edits < candidate.length && (best === null || edits < best.edits)) {
      best = { word: candidate, edits };
    }
  }
  return best?.word ?? null;
}

/** 相近词建议 · `did you mean "…"?`, or null. @article none — technical */
export function didYouMean(word: string, known: readonly string[]): string | null {
  const found = nearest(word, known);
  return found === null ? null : `did you mean "${found}"?`;
}

function countEdits(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const substitution = (previous[column - 1] as number) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[column] as number) + 1, (current[column - 1] as number) + 1));
    }
    previous = current;
  }
  return previous[b.length] as number;
}
