import { isWithin, type RegionCode } from '../kernel/region-code.js';

type Conditions = Readonly<Record<string, unknown>> & {
  readonly and?: readonly object[] | null;
  readonly region?: RegionCode | null;
};

const asks = (value: unknown): boolean => value !== null && value !== undefined;

/**
 * 合并筛选 · Two filters as one that holds where both do. It is as flat as it can be, so that it is answered from where the same
 * conditions written out would be; of two regions, one within the other, the smaller is the region of the whole.
 *
 * @article 5.2
 * @example combineFilters({ resettled: true }, { size: { gte: 3 } }) // { resettled: true, size: { gte: 3 } }
 */
export function combineFilters<F extends object>(own: F | null, added: F): F {
  const [one, other] = [(own ?? {}) as Conditions, added as Conditions];
  const meeting = asks(one.region) && asks(other.region) ? smallerOf(one.region!, other.region!) : null;
  const both = { ...one, ...(meeting === null ? {} : { region: meeting }) };
  const clashing = (name: string): boolean =>
    name !== 'and' && asks(one[name]) && !(name === 'region' && meeting !== null);
  const given = Object.entries(other).filter(([name, value]) => asks(value) && name !== 'and');
  const beside = given.filter(([name]) => !clashing(name) && !(name === 'region' && meeting !== null));
  const within = given.filter(([name]) => clashing(name)).map(([name, value]) => ({ [name]: value }));
  const and = [...(one.and ?? []), ...(other.and ?? []), ...within];
  return { ...both, ...Object.fromEntries(beside), ...(and.length === 0 ? {} : { and }) } as F;
}

/** Of two regions the one that lies in the other; null where neither does. */
function smallerOf(one: RegionCode, other: RegionCode): RegionCode | null {
  if (isWithin(one, other)) return one;
  return isWithin(other, one) ? other : null;
}
