import type { KeyObject } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import {
  type Anchor,
  type AnchorPlace,
  type AnchorsRead,
  anchorLine,
  lineDigest,
  nextAnchor,
  readAnchors,
} from './anchor.js';

/** 已读到此 · What is known of the file after it was read on. */
export interface AnchorStanding {
  readonly place: AnchorPlace;
  /** Instant of the last anchor; null before the first. */
  readonly last: string | null;
  /** Hashes that anchors of the last minutes hold, by chain. */
  readonly recent: ReadonlyMap<string, string>;
  /** Bytes of a last line that was cut off while it was written, and was taken away. */
  readonly torn: number;
}

/** A line that held: where it begins and ends in the file. */
interface Mark extends AnchorPlace {
  readonly from: number;
  readonly to: number;
}

/** Read at a time. */
const PIECE = 4 * 1024 * 1024;
const START: Mark = { number: 0, digest: null, from: 0, to: 0 };

/**
 * 锚文件 · The file of anchors as one process knows it: what it has read and found good is remembered by its end, so that an anchor
 * costs what is new and not what is old. Should the end not be as it was, the file is read whole.
 *
 * @article none — technical
 */
export class AnchorFile {
  private mark: Mark = START;
  private anchors: readonly Anchor[] = [];
  /** Number of the last anchor that this process has seen or written: the file never holds fewer. */
  private highest = 0;

  constructor(
    private readonly path: string,
    private readonly key: KeyObject,
  ) {}

  /** 通读 · Every line, as a check wants it. */
  readWhole(): AnchorsRead {
    return readAnchors(existsSync(this.path) ? readFileSync(this.path, 'utf8') : '', this.key);
  }

  /**
   * 续读 · Reads what was added since, piece by piece, and takes a last line away that was cut off while it was written.
   *
   * @param recentMs  how long before the last anchor one counts as recent
   * @throws Error naming the line that does not hold
   */
  async readOn(recentMs: number): Promise<AnchorStanding> {
    const known = this.mark;
    if (!this.endsAs(known)) this.forget();
    let torn = 0;
    for await (const { text, from, to, isWhole } of linesOf(this.path, this.mark.to)) {
      const read = nextAnchor(text, this.mark, this.key);
      if ('anchor' in read) {
        if (!isWhole) this.append('\n');
        this.take(read.anchor, { number: read.anchor.number, digest: lineDigest(text), from, to }, recentMs);
      } else if (isWhole || from < known.to) {
        const line = this.mark.number + 1;
        this.forget();
        throw new Error(`${this.path}, line ${line} ${read.why}; put the file back as it was`);
      } else {
        torn = to - from;
        truncateSync(this.path, from);
      }
    }
    if (this.mark.number < this.highest) {
      const lost = this.highest - this.mark.number;
      this.forget();
      throw new Error(`${this.path} lacks its last ${lost} anchors, which were there; put the file back as it was`);
    }
    const { number, digest } = this.mark;
    const hashes = this.anchors
      .flatMap(({ heads }) => heads)
      .map(([county, , id, , hash]) => [county + id, hash] as const);
    return { place: { number, digest }, last: this.anchors.at(-1)?.at ?? null, recent: new Map(hashes), torn };
  }

  /** 追加 · Adds an anchor's line and waits for the disk. */
  add(anchor: Anchor): void {
    this.append(`${anchorLine(anchor, this.key)}\n`);
    this.highest = anchor.number;
  }

  private append(line: string): void {
    mkdirSync(dirname(this.path), { recursive: true });
    const file = openSync(this.path, 'a', 0o600);
    try {
      writeSync(file, line);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }

  private take(anchor: Anchor, mark: Mark, recentMs: number): void {
    const since = Date.parse(anchor.at) - recentMs;
    this.mark = mark;
    this.highest = Math.max(this.highest, mark.number);
    this.anchors = [...this.anchors.filter(({ at }) => Date.parse(at) >= since), anchor];
  }

  private forget(): void {
    this.mark = START;
    this.anchors = [];
  }

  /** Whether the last line that held stands where it stood. */
  private endsAs({ from, to, digest }: Mark): boolean {
    if (digest === null) return true;
    if (!existsSync(this.path) || statSync(this.path).size < to) return false;
    const file = openSync(this.path, 'r');
    try {
      const bytes = Buffer.alloc(to - from);
      readSync(file, bytes, 0, bytes.length, from);
      return lineDigest(bytes.toString('utf8').replace(/\n$/, '')) === digest;
    } finally {
      closeSync(file);
    }
  }
}

interface Line {
  readonly text: string;
  /** Where it begins, and where the next one does. */
  readonly from: number;
  readonly to: number;
  /** Whether its end is there. */
  readonly isWhole: boolean;
}

/** The lines of a file from a place on that have something in them, while the thread goes on with other work in between. */
async function* linesOf(path: string, start: number): AsyncGenerator<Line> {
  if (!existsSync(path)) return;
  let rest: Buffer<ArrayBufferLike> = Buffer.alloc(0);
  let from = start;
  for await (const chunk of createReadStream(path, { start, highWaterMark: PIECE }) as AsyncIterable<Buffer>) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      const to = from + end + 1;
      if (end > 0) yield { text: rest.toString('utf8', 0, end), from, to, isWhole: true };
      rest = rest.subarray(end + 1);
      from = to;
    }
  }
  if (rest.length > 0) yield { text: rest.toString('utf8'), from, to: from + rest.length, isWhole: false };
}
