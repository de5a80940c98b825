/** 筛选文本 · A filter as it is written in JSON. @article none — technical */
export type WrittenFilter = { readonly [name: string]: unknown };

/** Fields whose list or object says something by being empty. */
const TELLING_WHEN_EMPTY = new Set(['or', 'not']);

/**
 * 规整筛选 · A filter in the one form that it is kept in: without conditions that ask nothing, its fields in the order of the
 * alphabet, and lists of values in order, each once. It finds what it found before.
 *
 * @article none — technical
 * @example normalizeFilter({ size: null, formerStatus: ['GENERAL', 'GENERAL'] }) // { formerStatus: ['GENERAL'] }
 */
export function normalizeFilter(filter: WrittenFilter): WrittenFilter {
  const fields = Object.entries(filter)
    .map(([name, value]) => [name, withoutEmpty(name, normalizeValue(value))] as const)
    .filter(([name, value]) => value !== null && value !== undefined && !asksNothing(name, value))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(fields);
}

function normalizeValue(value: unknown): unknown {
  if (!Array.isArray(value)) return isObject(value) ? normalizeFilter(value) : value;
  if (value.some(isObject)) return value.map(normalizeValue);
  return [...new Set(value)].sort((one, other) => (one < other ? -1 : 1));
}

/** Of what must all hold, what asks nothing is left out. */
function withoutEmpty(name: string, value: unknown): unknown {
  return name === 'and' && Array.isArray(value) ? value.filter((one) => Object.keys(one).length > 0) : value;
}

function asksNothing(name: string, value: unknown): boolean {
  if (TELLING_WHEN_EMPTY.has(name)) return false;
  if (name === 'and' && Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.keys(value).length === 0;
}

/** 是否对象 · Whether a value of a filter holds conditions of its own. @article none — technical */
export function isObject(value: unknown): value is WrittenFilter {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
