import { type AuditLink, isIntact } from './append-audit.js';

/** 链上位置 · Where a chain stands: 0 and null before the first link. @article 5.3 */
export interface ChainPlace {
  readonly sequence: number;
  readonly hash: string | null;
}

/**
 * 沿链核对 · Walks a chain from its first link on and holds each link against its own hash, its number and the link before.
 *
 * @article 5.3
 */
export class ChainWalk implements ChainPlace {
  sequence = 0;
  hash: string | null = null;
  /** How many links were looked at, the broken one included. */
  events = 0;

  /** 核对一环 · Takes the next link. @returns whether it says what was written and follows the one before */
  take(link: AuditLink): boolean {
    this.events += 1;
    const follows = link.sequence === this.sequence + 1 && link.previousHash === this.hash;
    if (!follows || !isIntact(link)) return false;
    this.sequence = link.sequence;
    this.hash = link.hash;
    return true;
  }

  /**
   * 对照链头 · Compares where the walk ended with the head that the subject's own row keeps.
   *
   * @returns `short`: links are missing at the end · `beyond`: links were added past the head · `other`: as many links, but
   *   not those that were written
   */
  against(head: ChainPlace): 'whole' | 'short' | 'beyond' | 'other' {
    if (head.sequence !== this.sequence) return head.sequence > this.sequence ? 'short' : 'beyond';
    return head.hash === this.hash ? 'whole' : 'other';
  }
}
