import type { GraphQLSchema } from 'graphql';
import { combineFilters } from '../../domain/segment/combine-filters.js';
import type { StatSubject } from '../../domain/statistics/definition.js';
import { ApiError } from '../../platform/errors/api-error.js';
import { toGlobalId } from '../../platform/graphql/global-id.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { requestLoader } from '../../platform/graphql/request-loader.js';
import type { SegmentRow } from './segment.repository.js';
import { readDefinition } from './segment-filter.js';
import type { SegmentReader } from './segment-reader.service.js';

/** 所用分组 · The segment that a question was asked by, as it stood. */
export interface UsedSegmentFacts {
  readonly id: string;
  readonly key: string;
  readonly version: number;
}

/** 已限定的提问 · The filter with what the segment adds to it, and which segment that was. */
export interface NarrowedQuestion<F> {
  readonly filter: F;
  readonly segment: UsedSegmentFacts | null;
}

/** 分组参数 · Description of the argument. @article 5.2 */
export const SEGMENT_ARGUMENT =
  'Global id of a named segment (命名分组): its filter must hold too, as if it were written out in `where`. See `segments`.';

/**
 * 以分组限定提问 · What a question asks for and its segment too: the same as with the filter of the segment written out beside its
 * own. The filter is held against the schema as it is now.
 *
 * @throws ApiError BAD_USER_INPUT for a segment that is not the caller's, is of something else, was retired, or is not understood any more
 * @article 5.2
 */
export async function narrowQuestion<F extends { readonly subject: StatSubject; readonly where: object | null }>(
  segments: SegmentReader,
  ctx: RequestContext,
  schema: GraphQLSchema,
  filter: F,
  globalId: string | null | undefined,
): Promise<NarrowedQuestion<F>> {
  if (globalId === null || globalId === undefined) return { filter, segment: null };
  const { subject } = filter;
  const loader = requestLoader<SegmentRow | ApiError>(ctx, `segments of ${subject}`, (keys) =>
    segments.usable(ctx, keys, subject),
  );
  const found = await loader.load(globalId);
  if (found === null || found instanceof ApiError) throw found ?? new Error('a segment was neither found nor refused');
  const read = readDefinition(schema, found);
  if ('faults' in read)
    throw new ApiError(
      'BAD_USER_INPUT',
      `The filter of the segment ${found.key} is not understood any more: ${read.faults.join('; ')}. Change it by changeSegment.`,
      { path: ['segment'] },
    );
  const { countyCode, rowId, key, version } = found;
  const id = toGlobalId('Segment', countyCode, rowId);
  return { filter: { ...filter, where: combineFilters(filter.where, read.values) }, segment: { id, key, version } };
}
