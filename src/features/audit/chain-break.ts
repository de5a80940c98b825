import { type AuditLink, isIntact } from './append-audit.js';
import type { ChainPlace } from './audit-chain.js';

/**
 * 断点种类 · How a chain is broken at an event: `edited`, it does not say what was written · `moved`, it was written as a later one ·
 * `inserted`, it stands where something was put in before it · `missing`, events before it are gone · `unlinked`, the one before it
 * is another than it follows · `added`, it stands past the head · `cut`, events up to the head are gone · `head`, the head is another ·
 * `truncated`, events that were anchored are gone · `rewritten`, it is another than the one that was anchored.
 *
 * @article 5.3
 */
export type BreakKind =
  | 'edited'
  | 'moved'
  | 'inserted'
  | 'missing'
  | 'unlinked'
  | 'added'
  | 'cut'
  | 'head'
  | 'truncated'
  | 'rewritten';

/** How far from its place an event is looked for. */
const FARTHEST = 1_000;

/**
 * 断点定性 · Says how a link that does not fit is broken, as far as what is left of it tells.
 *
 * @param place  where the walk stood before the link
 * @article 5.3
 */
export function nameBreak(place: ChainPlace, link: AuditLink): BreakKind {
  if (isIntact(link)) {
    if (link.sequence > place.sequence + 1) return 'missing';
    return link.sequence <= place.sequence ? 'inserted' : 'unlinked';
  }
  const was = writtenAs(link);
  if (was === null) return 'edited';
  return was > link.sequence ? 'moved' : 'inserted';
}

/** The number under which a link was written, where only its number was changed. */
function writtenAs(link: AuditLink): number | null {
  for (let distance = 1; distance <= FARTHEST; distance += 1)
    for (const sequence of [link.sequence + distance, link.sequence - distance])
      if (sequence > 0 && isIntact({ ...link, sequence })) return sequence;
  return null;
}
