import {
  COUNTY_DIGITS,
  countyOf,
  NATION,
  REGION_LEVELS,
  type RegionCode,
  type RegionLevel,
} from '../../domain/kernel/region-code.js';
import type { RegionRow } from './region-row.js';

const NONE = -1;

/** Twelve digits, the missing ones zero: no code's own part is all zeros, so keys are unique and parents come first. */
const keyOf = (code: string): number => Number(code.padEnd(12, '0'));

const DIGITS: Readonly<Record<RegionLevel, number>> = {
  NATION: 6,
  PROVINCE: 6,
  CITY: 6,
  COUNTY: 6,
  TOWNSHIP: 9,
  VILLAGE: 12,
};

/**
 * 区划树 · The region table in memory: who stands above and below whom, by the rows' own parents. Read once at start,
 * never changed; about 20 bytes and the name for each region.
 *
 * @article none — technical
 */
export class RegionTree {
  readonly #keys: Float64Array;
  readonly #levels: Uint8Array;
  readonly #parents: Int32Array;
  /** Children of region i: `#children[#childStart[i] … #childStart[i + 1]]`. */
  readonly #childStart: Int32Array;
  readonly #children: Int32Array;
  readonly #names: readonly string[];
  readonly #successors: ReadonlyMap<number, RegionCode>;
  readonly #moves: readonly { readonly from: RegionCode; readonly to: RegionCode }[];
  /** Lists of counties that were asked for, of regions above the county: a few hundred at most. */
  readonly #counties = new Map<RegionCode, readonly RegionCode[]>();

  /** @throws Error naming the rows at fault: a code given twice, a parent that is absent or not above, no nation or two */
  constructor(rows: readonly RegionRow[]) {
    const sorted = inKeyOrder(rows);
    this.#keys = Float64Array.from(sorted, (row) => keyOf(row.code));
    this.#levels = Uint8Array.from(sorted, (row) => REGION_LEVELS.indexOf(row.level));
    this.#names = sorted.map((row) => row.name);
    this.#successors = new Map(
      sorted.flatMap((row, at) => (row.successorCode === null ? [] : [[at, row.successorCode]])),
    );
    this.#moves = movesOf(sorted);
    this.#parents = Int32Array.from(sorted, (row) => (row.parentCode === null ? NONE : this.#indexOf(row.parentCode)));
    refuseFaults(sorted, this.#parents);
    [this.#childStart, this.#children] = childrenByParent(this.#parents);
  }

  /** How many regions there are. */
  get size(): number {
    return this.#keys.length;
  }

  /** 是否存在 · Whether the code is one of the edition. */
  has(code: RegionCode): boolean {
    return this.#indexOf(code) !== NONE;
  }

  /** 查找 · The region, or null where the edition has none of this code. */
  find(code: RegionCode): RegionRow | null {
    const at = this.#indexOf(code);
    return at === NONE ? null : this.#rowAt(at);
  }

  /** 上级 · The region directly above; null for the nation and for a code that is not there. */
  parentOf(code: RegionCode): RegionRow | null {
    const at = this.#indexOf(code);
    const parent = at === NONE ? NONE : this.#parents[at]!;
    return parent === NONE ? null : this.#rowAt(parent);
  }

  /** 各级上级 · Every region above, nearest first, the nation last; empty for a code that is not there. */
  ancestorsOf(code: RegionCode): RegionRow[] {
    const above: RegionRow[] = [];
    for (let at = this.#indexOf(code); at !== NONE; at = this.#parents[at]!) above.push(this.#rowAt(at));
    return above.slice(1);
  }

  /** 下级 · The regions directly below, in the order of their codes. */
  childrenOf(code: RegionCode): RegionRow[] {
    const at = this.#indexOf(code);
    return at === NONE ? [] : Array.from(this.#childIndexes(at), (child) => this.#rowAt(child));
  }

  /**
   * 所辖县 · Codes of the counties at or under a region, cities without counties among them; for a township or village
   * its own county. What a query over distributed tables takes as its list of counties.
   *
   * @returns in the order of the codes, the same list each time; empty for a code that is not there
   */
  countiesUnder(code: RegionCode): readonly RegionCode[] {
    const own = countyOf(code);
    if (own !== null) return this.has(code) ? [own] : [];
    let counties = this.#counties.get(code);
    if (counties === undefined) {
      counties = this.childrenOf(code).flatMap((child) => this.countiesUnder(child.code));
      if (this.has(code)) this.#counties.set(code, counties);
    }
    return counties;
  }

  /** 前缀涉及各县 · The counties at or under a prefix, as a scope has it; of one below the county the county itself, whether it is there or not. */
  countiesOfPrefix(prefix: string): readonly RegionCode[] {
    if (prefix.length >= COUNTY_DIGITS) return [prefix.slice(0, COUNTY_DIGITS) as RegionCode];
    return this.countiesUnder(prefix.padEnd(COUNTY_DIGITS, '0') as RegionCode);
  }

  /** 变迁 · Every region that has a successor, with the one that stands at the end of the chain. */
  moves(): readonly { readonly from: RegionCode; readonly to: RegionCode }[] {
    return this.#moves;
  }

  /** 逐一 · Every region, parents before their children, in the order of the codes. */
  *rows(): Generator<RegionRow> {
    for (let at = 0; at < this.size; at += 1) yield this.#rowAt(at);
  }

  #childIndexes(at: number): Int32Array {
    return this.#children.subarray(this.#childStart[at], this.#childStart[at + 1]);
  }

  #rowAt(at: number): RegionRow {
    const parent = this.#parents[at]!;
    return {
      code: this.#codeAt(at),
      name: this.#names[at]!,
      level: REGION_LEVELS[this.#levels[at]!]!,
      parentCode: parent === NONE ? null : this.#codeAt(parent),
      successorCode: this.#successors.get(at) ?? null,
    };
  }

  #codeAt(at: number): RegionCode {
    const digits = DIGITS[REGION_LEVELS[this.#levels[at]!]!];
    return String(this.#keys[at]).padStart(12, '0').slice(0, digits) as RegionCode;
  }

  #indexOf(code: string): number {
    const key = keyOf(code);
    let low = 0;
    let high = this.#keys.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = this.#keys[middle]!;
      if (found === key) return this.#isWrittenAs(middle, code) ? middle : NONE;
      if (found < key) low = middle + 1;
      else high = middle - 1;
    }
    return NONE;
  }

  /** `430121` and `430121000` share a key; only one of them is a code. */
  #isWrittenAs(at: number, code: string): boolean {
    return DIGITS[REGION_LEVELS[this.#levels[at]!]!] === code.length;
  }
}

/**
 * 载入区划树 · Builds the tree from the rows of the region table, in whatever order they come.
 *
 * @throws Error naming the rows at fault: a code given twice, a parent that is absent or not above, no nation or two
 * @article none — technical
 */
export function loadRegionTree(rows: readonly RegionRow[]): RegionTree {
  return new RegionTree(rows);
}

/** @throws Error naming a region whose successors come back to it */
function movesOf(rows: readonly RegionRow[]): { from: RegionCode; to: RegionCode }[] {
  const next = new Map(rows.flatMap(({ code, successorCode }) => (successorCode ? [[code, successorCode]] : [])));
  return [...next.keys()].map((from) => {
    let to = from;
    for (let steps = 0; next.has(to); steps += 1) {
      if (steps > next.size) throw new Error(`the successors of ${from} go round in a circle`);
      to = next.get(to)!;
    }
    return { from, to };
  });
}

function inKeyOrder(rows: readonly RegionRow[]): readonly RegionRow[] {
  const inOrder = rows.every((row, at) => at === 0 || rows[at - 1]!.code < row.code);
  return inOrder ? rows : [...rows].sort((a, b) => (a.code < b.code ? -1 : 1));
}

function refuseFaults(sorted: readonly RegionRow[], parents: Int32Array): void {
  const few = (rows: readonly RegionRow[]) =>
    rows
      .slice(0, 5)
      .map((row) => row.code)
      .join(', ');
  const twice = sorted.filter((row, at) => at > 0 && sorted[at - 1]!.code === row.code);
  if (twice.length > 0) throw new Error(`${twice.length} region codes are given twice: ${few(twice)}`);
  const orphans = sorted.filter((row, at) => row.parentCode !== null && parents[at] === NONE);
  if (orphans.length > 0) throw new Error(`the parent of ${orphans.length} regions is absent: ${few(orphans)}`);
  const upward = sorted.filter((row, at) => row.parentCode !== null && !standsAbove(sorted[parents[at]!]!, row));
  if (upward.length > 0)
    throw new Error(`the parent of ${upward.length} regions is of no higher level: ${few(upward)}`);
  const tops = sorted.filter((row) => row.parentCode === null);
  if (tops.length !== 1 || tops[0]!.code !== NATION)
    throw new Error(`one region has no parent, ${NATION}; found ${tops.length}: ${few(tops)}`);
}

const standsAbove = (parent: RegionRow, child: RegionRow): boolean =>
  REGION_LEVELS.indexOf(parent.level) < REGION_LEVELS.indexOf(child.level);

/** Counts, then fills: two passes and two arrays instead of one list a region. */
function childrenByParent(parents: Int32Array): [start: Int32Array, children: Int32Array] {
  const start = new Int32Array(parents.length + 1);
  for (const parent of parents) if (parent !== NONE) start[parent + 1]! += 1;
  for (let at = 0; at < parents.length; at += 1) start[at + 1]! += start[at]!;
  const next = start.slice();
  const children = new Int32Array(start[parents.length]!);
  parents.forEach((parent, at) => {
    if (parent !== NONE) children[next[parent]!++] = at;
  });
  return [start, children];
}
