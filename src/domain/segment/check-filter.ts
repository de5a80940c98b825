import type { RegionCode } from '../kernel/region-code.js';
import { type Refusal, refuse } from '../kernel/verdict.js';
import { isObject, type WrittenFilter } from './normalize-filter.js';

/** Conditions that pick single households, cases or alerts: they have no place in the definition of a group. */
const SINGLING_OUT = new Set(['number', 'reference']);
/** When a record was last written says nothing of those whom it is about. */
const OF_THE_RECORD = new Set(['updatedAt']);
/** Amounts that hardly two households share. */
const AMOUNTS = new Set(['perCapitaIncome', 'perCapitaAfterRigid']);
/** Conditions on codes, which the schema lets be whatever text. */
const CODES = new Set(['riskType', 'instrument', 'kind']);
const A_CODE = /^[A-Za-z][A-Za-z0-9]*([_-][A-Za-z0-9]+)*$/;

/**
 * 分组条件审查 · The filter of a segment asks something, of regions that there are, by codes and values: it singles nobody out.
 *
 * @param filter  normalized, see `normalizeFilter`
 * @param isRegion  whether the division list has a region
 * @param path  of the filter in the input
 * @article 5.3
 */
export function checkSegmentFilter(
  filter: WrittenFilter,
  isRegion: (code: RegionCode) => boolean,
  path: readonly string[],
): Refusal[] {
  if (Object.keys(filter).length === 0)
    return [refuse('BAD_VALUE', 'the filter asks nothing: give at least one condition', path, '5.3')];
  return faultsOf(filter, isRegion, path);
}

function faultsOf(filter: WrittenFilter, isRegion: (code: RegionCode) => boolean, path: readonly string[]): Refusal[] {
  return Object.entries(filter).flatMap(([name, value]) => {
    const at = [...path, name];
    if (SINGLING_OUT.has(name))
      return [
        refuse('BAD_VALUE', 'a group is not told by the numbers of those in it: give what they share', at, '5.3'),
      ];
    if (OF_THE_RECORD.has(name))
      return [refuse('BAD_VALUE', 'a group is not told by when its records were written: give what they share', at)];
    if (AMOUNTS.has(name) && isExact(value))
      return [refuse('BAD_VALUE', 'no group has one exact amount: give what it is less than, or more than', at, '5.3')];
    if (name === 'region' && !isRegion(value as RegionCode))
      return [refuse('BAD_VALUE', `the division list has no region ${String(value)}`, at)];
    if (findsNothing(name, value))
      return [refuse('BAD_VALUE', 'nothing is found by what is empty: give what is looked for, or leave it out', at)];
    if (name === 'or' && Array.isArray(value) && value.some(isEmpty))
      return value.flatMap((one, index) =>
        isEmpty(one) ? [refuse('BAD_VALUE', ALL_OF_THEM, [...at, String(index)])] : [],
      );
    if (CODES.has(name)) return faultsOfCodes(value, at);
    const inner = Array.isArray(value)
      ? value.map((one, index) => [one, [...at, String(index)]] as const)
      : [[value, at] as const];
    return inner.flatMap(([one, where]) => (isObject(one) ? faultsOf(one, isRegion, where) : []));
  });
}

const ALL_OF_THEM = 'an alternative that asks nothing means all there are: give a condition, or leave `or` out';

/** By `eq`, or between two bounds that are one. */
function isExact(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { eq, gte, lte } = value;
  return eq !== undefined || (gte !== undefined && gte === lte);
}

function isEmpty(value: unknown): boolean {
  return isObject(value) && Object.keys(value).length === 0;
}

/** Lists of which one must hold, and the contrary of what asks nothing. */
function findsNothing(name: string, value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return name === 'not' && isEmpty(value);
}

function faultsOfCodes(value: unknown, path: readonly string[]): Refusal[] {
  const texts = (isObject(value) ? Object.values(value) : [value]).flat().filter((one) => typeof one === 'string');
  if (texts.every((text) => A_CODE.test(text))) return [];
  return [refuse('BAD_VALUE', 'only codes of the catalogue stand here: letters, digits, - and _', path, '5.3')];
}
