import type { Engine } from '../../platform/database/engine.js';
import { chainKey } from './anchor.js';
import type { AuditLink } from './append-audit.js';
import { type ChainPlace, ChainWalk } from './audit-chain.js';
import { type BreakKind, nameBreak } from './chain-break.js';
import { type ChainReader, countiesWithChains, readChains, type StoredHead } from './register-chains.repository.js';

/** 断链 · A chain that is broken, and its first broken event. */
export interface BrokenChain {
  readonly county: string;
  readonly type: string;
  readonly id: string;
  /** The first event that is not as it was; of events that are gone, the first of them. */
  readonly sequence: number;
  readonly how: BreakKind;
}

/** 全册校验结果 · What a check of every chain found. */
export interface RegisterCheck {
  readonly chains: number;
  readonly events: number;
  readonly broken: readonly BrokenChain[];
}

/** 校验所需 · What it stands on. */
export interface RegisterCheckParts {
  readonly engine: Engine;
  /** Places of chains that were anchored, by `chainKey`. */
  readonly anchored?: ReadonlyMap<string, readonly ChainPlace[]>;
  readonly onProgress?: (done: number, total: number) => void;
  readonly batch?: number;
}

const BATCH = 2_000;

/**
 * 全册校验 · Walks every chain of the register and holds it against its own hashes, against the head that its subject keeps, and
 * against the places that were anchored outside. Of each broken chain the first broken event is named.
 *
 * @article 5.3
 */
export async function verifyRegister(parts: RegisterCheckParts): Promise<RegisterCheck> {
  const { engine, anchored = new Map(), onProgress } = parts;
  const counties = await countiesWithChains(engine);
  const total = counties.reduce((sum, { events }) => sum + events, 0);
  const [waiting, broken] = [new Map(anchored), [] as BrokenChain[]];
  let [chains, events] = [0, 0];
  for (const { county } of counties) {
    const check = new CountyCheck(county, waiting, broken);
    await readChains(engine, (reader) =>
      check.walk(reader, parts.batch ?? BATCH, (count) => onProgress?.(Math.min(events + count, total), total)),
    );
    chains += check.chains;
    events += check.events;
  }
  for (const [key, places] of waiting) {
    const [county = '', type = '', id = ''] = key.split(':');
    if (places.length > 0) broken.push({ county, type, id, sequence: 1, how: 'truncated' });
  }
  onProgress?.(total, total);
  return { chains, events, broken };
}

/** One county's chains, one after the other. */
class CountyCheck {
  chains = 0;
  events = 0;
  private heads = new Map<string, StoredHead>();
  private chain = new ChainWalk();
  private current: AuditLink | null = null;
  private places: readonly ChainPlace[] = [];
  private isBroken = false;

  constructor(
    private readonly county: string,
    private readonly anchored: Map<string, readonly ChainPlace[]>,
    private readonly broken: BrokenChain[],
  ) {}

  async walk(reader: ChainReader, batch: number, told: (events: number) => void): Promise<void> {
    this.heads = new Map((await reader.heads(this.county)).map((head) => [head.id, head]));
    for (let links = await reader.links(this.county, null, batch); links.length > 0; ) {
      for (const link of links) this.take(link);
      told(this.events);
      links = links.length < batch ? [] : await reader.links(this.county, links.at(-1)!, batch);
    }
    this.endChain();
    for (const { type, id } of this.heads.values()) {
      this.chains += 1;
      this.report({ subjectType: type, subjectId: id }, 1, 'cut');
      this.anchored.delete(chainKey(this.county, type, id));
    }
  }

  private take(link: AuditLink): void {
    if (this.current?.subjectId !== link.subjectId) this.beginChain(link);
    this.current = link;
    this.events += 1;
    if (this.isBroken) return;
    const before = { sequence: this.chain.sequence, hash: this.chain.hash };
    const follows = this.chain.take(link);
    if (!follows) this.breakAt(link.sequence, nameBreak(before, link));
    const place = this.places.find(({ sequence }) => sequence === link.sequence);
    if (follows && place !== undefined && place.hash !== link.hash) this.breakAt(link.sequence, 'rewritten');
  }

  private beginChain(link: AuditLink): void {
    this.endChain();
    this.chains += 1;
    this.chain = new ChainWalk();
    this.isBroken = false;
    // What the link says of its kind may be part of the tampering; the subject's own row is not.
    const type = this.heads.get(link.subjectId)?.type ?? link.subjectType;
    const key = chainKey(this.county, type, link.subjectId);
    this.places = this.anchored.get(key) ?? [];
    this.anchored.delete(key);
  }

  private endChain(): void {
    if (this.current === null) return;
    const { subjectId } = this.current;
    const head = this.heads.get(subjectId) ?? { sequence: 0, hash: null };
    if (!this.isBroken) this.compareEnd(head);
    this.heads.delete(subjectId);
    this.current = null;
  }

  private compareEnd(head: ChainPlace): void {
    const { sequence } = this.chain;
    const anchoredEnd = this.places.at(-1)?.sequence ?? 0;
    const standing = anchoredEnd > sequence ? 'truncated' : this.chain.against(head);
    if (standing === 'truncated') this.breakAt(sequence + 1, 'truncated');
    if (standing === 'short') this.breakAt(sequence + 1, 'cut');
    if (standing === 'beyond') this.breakAt(head.sequence + 1, 'added');
    if (standing === 'other') this.breakAt(sequence, 'head');
  }

  private breakAt(sequence: number, how: BreakKind): void {
    this.isBroken = true;
    if (this.current !== null) this.report(this.current, sequence, how);
  }

  private report(of: Pick<AuditLink, 'subjectType' | 'subjectId'>, sequence: number, how: BreakKind): void {
    const type = this.heads.get(of.subjectId)?.type ?? of.subjectType;
    this.broken.push({ county: this.county, type, id: of.subjectId, sequence, how });
  }
}
