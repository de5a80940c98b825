import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { RegionTree } from '../region/index.js';

interface PlaceWords {
  /** As people write it in an address: 龙华村, 银河社区. */
  readonly name: string;
  readonly group: string;
  readonly board: string;
}

/** 村 and 社区 as the division list has them: by their committees. */
const COMMITTEES: readonly (readonly [end: RegExp, group: string, board: string])[] = [
  [/居民委员会$|居委会$/, '居民小组', '居务公开栏'],
  [/(?<=村)村民委员会$|(?<=村)民委员会$|(?<=村)委会$|(?<=村)$/, '村民小组', '村务公开栏'],
];
const ELSEWHERE = { group: '组', board: '政务公开栏' };

function wordsOf(name: string): PlaceWords {
  for (const [end, group, board] of COMMITTEES)
    if (end.test(name)) return { name: name.replace(end, ''), group, board };
  return { name, ...ELSEWHERE };
}

/**
 * 住址 · An address below the village, e.g. 龙华村第1村民小组47号.
 *
 * @param group  number of the group
 * @param door  number of the house
 */
export function addressIn(tree: RegionTree, region: RegionCode, group: number, door: number): string {
  const words = wordsOf(tree.find(region)?.name ?? '');
  return `${words.name}第${group}${words.group}${door}号`;
}

/** 公示栏 · The board of a village, a community or a township, e.g. 龙华村村务公开栏. */
export function boardIn(tree: RegionTree, region: RegionCode): string {
  const words = wordsOf(tree.find(region)?.name ?? '');
  return `${words.name}${words.board}`;
}

/** 所属机关 · Names of the township and the county that a region belongs to; empty where it is above them. */
export function officesAbove(
  tree: RegionTree,
  region: RegionCode,
): { readonly township: string; readonly county: string } {
  const own = tree.find(region);
  const all = [...(own === null ? [] : [own]), ...tree.ancestorsOf(region)];
  const nameOf = (level: string): string => all.find((place) => place.level === level)?.name ?? '';
  return { township: nameOf('TOWNSHIP'), county: nameOf('COUNTY') };
}
