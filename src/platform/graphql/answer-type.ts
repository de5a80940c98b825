const JSON_TYPE = 'application/json';
const GRAPHQL_TYPE = 'application/graphql-response+json';

/** 接受范围 · One media range of `Accept`, with its parameters and its place among the others. @article none — technical */
export interface AcceptedRange {
  readonly range: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly place: number;
  readonly quality: number;
}

/** 接受清单 · The ranges of an `Accept`, in small letters. @article none — technical */
export function acceptedRanges(accept: string): AcceptedRange[] {
  return accept.split(',').map((entry, place) => {
    const [range = '', ...written] = entry.split(';').map((part) => part.trim().toLowerCase());
    const parameters = new Map(
      written.map((part): [string, string] => {
        const [name = '', value = ''] = part.split('=', 2);
        return [name.trim(), value.trim().replace(/^"(.*)"$/, '$1')];
      }),
    );
    const quality = parameters.get('q');
    return { range, parameters, place, quality: quality === undefined ? 1 : Number(quality) || 0 };
  });
}

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
  const ranges = acceptedRanges(accept);
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

/** 是否 JSON · Whether a media range names JSON, and not just anything. @article none — technical */
export function namesJson({ range }: AcceptedRange): boolean {
  return range === JSON_TYPE || range === GRAPHQL_TYPE;
}

function withCharset(type: string): string {
  return `${type}; charset=utf-8`;
}
