/**
 * 规范 JSON · The one text of a value, whatever the order of its keys: what a content hash is taken of.
 *
 * Keys sorted by code unit, no white space, absent and undefined fields the same.
 *
 * @throws TypeError for what is no data: a function, a symbol, a bigint, a number that is not finite
 * @article none — technical
 * @example canonicalJson({ b: 1, a: [null] }) // '{"a":[null],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`);
    return `{${fields.join(',')}}`;
  }
  throw new TypeError(`not data: ${typeof value === 'number' ? String(value) : typeof value}`);
}
