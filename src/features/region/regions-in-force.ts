import type { Grant } from '../../domain/jurisdiction/role.js';
import { isWithin, levelOf, type RegionCode } from '../../domain/kernel/region-code.js';
import type { RegionTree } from './region-tree.js';

/** A region that has gone into another one; both as the codes stand. */
interface Move {
  readonly from: RegionCode;
  readonly to: RegionCode;
}

/**
 * 现辖区域 · The regions that belong to a region now, by the successors of the table: what moved or merged into it counts, and
 * what went out of it counts no more, though households still carry the old codes. The subtrees of the answer add up.
 *
 * A region that is gone itself keeps what was its own, and gains nothing of the larger one that it went into. A township that
 * went to another county is still the old county's until its households carry the new code: a county that names its
 * townships one by one would lose what is registered at the county itself.
 *
 * @returns the code alone where nothing has moved, which is nearly always
 * @article 5.1
 */
export function regionsInForce(tree: RegionTree, code: RegionCode): readonly RegionCode[] {
  const moves = tree.moves();
  if (moves.length === 0) return [code];
  const came = moves.filter(({ from, to }) => isWithin(to, code) && !isWithin(from, code));
  const went = moves.filter(
    ({ from, to }) => from !== code && isAboveTownship(from) && isWithin(from, code) && !isWithin(to, code),
  );
  return [...without(tree, code, went), ...came.map(({ from }) => from)];
}

/**
 * 现行授权 · Grants as they hold now: each in the regions that belong to its own today.
 *
 * @returns the same list where nothing has moved
 * @article 5.1
 */
export function grantsInForce(tree: RegionTree, grants: readonly Grant[]): readonly Grant[] {
  if (tree.moves().length === 0) return grants;
  return grants.flatMap(({ role, region }) =>
    regionsInForce(tree, region as RegionCode).map((now): Grant => ({ role, region: now })),
  );
}

function without(tree: RegionTree, code: RegionCode, gone: readonly Move[]): RegionCode[] {
  if (gone.some(({ from }) => from === code)) return [];
  if (!gone.some(({ from }) => isWithin(from, code))) return [code];
  return tree.childrenOf(code).flatMap((child) => without(tree, child.code, gone));
}

function isAboveTownship(code: RegionCode): boolean {
  return !['TOWNSHIP', 'VILLAGE'].includes(levelOf(code));
}
