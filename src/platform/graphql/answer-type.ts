const JSON_TYPE = 'application/json';
const GRAPHQL_TYPE = 'application/graphql-response+json';

/** How well a media range of `Accept` fits a type: 3 the type itself, 2 `application/*`, 1 anything, 0 not at all. */
function closeness(range: string, type: string): number {
  return range === type ? 3 : range === 'application/*' ? 2 : range === '*/*' ? 1 : 0;
}

/**
 * 答复类型 · Chooses between `application/graphql-response+json` and `application/json` by the caller's `Accept`; the
 * latter where both are as welcome, since older clients know no other.
 *
 * @returns the content type with its charset, or null where the caller takes neither
 * @article none — technical
 */
export function answerType(accept: string | undefined): string | null {
  if (accept === undefined || accept === '*/*' || accept === JSON_TYPE) return withCharset(JSON_TYPE);
  const ranges = accept.split(',').map((entry, place) => {
    const [range = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    return { range, place, quality: quality === undefined ? 1 : Number(quality.slice(2)) || 0 };
  });
  const offers = [JSON_TYPE, GRAPHQL_TYPE].map((type) => {
    const best = ranges.toSorted((one, other) => closeness(other.range, type) - closeness(one.range, type))[0]!;
    const match = closeness(best.range, type);
    return { type, quality: match === 0 ? 0 : best.quality, place: match === 3 ? best.place : ranges.length };
  });
  const [choice] = offers
    .filter(({ quality }) => quality > 0)
    .toSorted((one, other) => other.quality - one.quality || one.place - other.place);
  return choice === undefined ? null : withCharset(choice.type);
}

function withCharset(type: string): string {
  return `${type}; charset=utf-8`;
}
