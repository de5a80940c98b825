import { uuidv7 } from 'uuidv7';
import type { Role } from '../../domain/jurisdiction/role.js';
import { COUNTY_DIGITS, subtreePrefix } from '../../domain/kernel/region-code.js';
import { type Refusal, refuse } from '../../domain/kernel/verdict.js';
import { checkSegmentFilter } from '../../domain/segment/check-filter.js';
import {
  checkSegmentKey,
  checkSegmentRoles,
  checkSegmentWords,
  rolesInOrder,
} from '../../domain/segment/check-segment.js';
import type { WrittenFilter } from '../../domain/segment/normalize-filter.js';
import type { StatSubject } from '../../domain/statistics/definition.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Transaction } from '../../platform/database/database.js';
import type { ReadInput } from '../../platform/graphql/stored-input.js';
import type { AccessService, Reach } from '../access/index.js';
import { type Changed, type ChangeService, notFound, Refused, refuseAny, versionConflict } from '../change/index.js';
import type { RegionTree } from '../region/index.js';
import { recordSegment } from './record-segment.js';
import { insertSegment, lockSegment, type SegmentRow, updateSegment } from './segment.repository.js';
import type { SegmentToChange, SegmentToDefine, SegmentToRetire } from './segment-entry.js';
import { segmentId } from './segment-id.js';
import { changedWords, wordsGiven, wordsOf } from './segment-words.js';

/** 条件及其位置 · A filter as it is kept, what it is about, and where the input has it. */
export interface GivenFilter {
  readonly subject: StatSubject;
  readonly filter: WrittenFilter;
  /** What it stands for. */
  readonly values: object;
  readonly path: readonly string[];
}

/** 读回条件 · The filter of a segment as it is understood now. */
export type ReadFilter = (kept: Pick<SegmentRow, 'subject' | 'filter'>) => ReadInput<object>;

/** 分组服务所需 · What it stands on. */
export interface SegmentServiceParts {
  readonly access: AccessService;
  readonly changes: ChangeService;
  readonly tree: RegionTree;
  /** Why published figures cannot be filtered so; null where they can. */
  readonly unpublished: (question: { readonly subject: StatSubject; readonly where: object }) => string | null;
}

type Done = { readonly county: string; readonly segment: string };
type Content = Parameters<typeof updateSegment>[2];

const GUARDS: Readonly<Record<string, Refusal>> = {
  segment_key_uq: refuse('DUPLICATE', 'The region has a segment of this key already, in use or retired.', ['key']),
};

/**
 * 分组服务 · Defines, changes and retires named segments of the caller's own regions, each with its event in the region's chain of
 * segments.
 *
 * @article 5.2
 */
export class SegmentService {
  constructor(private readonly parts: SegmentServiceParts) {}

  /** 定义分组 · Enters a segment. */
  async define(caller: Caller, input: SegmentToDefine, given: GivenFilter): Promise<Changed<Done>> {
    const operation = 'Mutation.defineSegment';
    const { access, changes, tree } = this.parts;
    const reach = await access.reach(caller, operation);
    const { region, key } = input;
    const words = wordsOf(input);
    const refusals = [
      ...(tree.has(region) && reach.covers(region) ? [] : [notFound('region')]),
      ...checkSegmentKey(key),
      ...checkSegmentWords(words),
      ...checkSegmentRoles(input.roles),
      ...this.filterFaults(given),
    ];
    if (refusals.length === 0) refusals.push(...this.analystFaults(input.roles, given.subject, given.values));
    if (refusals.length > 0) return { done: null, refusals };
    const county = region.slice(0, COUNTY_DIGITS);
    const ids = { county, segment: uuidv7() };
    return changes.make({ caller, operation, input, county, ids, guards: GUARDS, reach }, async (tx) => {
      const { subject, filter } = given;
      const roles = rolesInOrder(input.roles);
      const role = reach.roleFor(region);
      await recordSegment(
        tx,
        caller,
        { operation, region, role },
        { segment: ids.segment, key, version: 1, subject, roles, filter },
      );
      await insertSegment(tx, {
        countyCode: county,
        id: ids.segment,
        regionCode: region,
        prefix: subtreePrefix(region),
        key,
        subject,
        ...words,
        roles,
        filter,
        version: 1,
        madeBy: caller.principal?.subject ?? '',
        madeAs: role ?? '',
        createdAt: caller.now.toISOString(),
        updatedAt: caller.now.toISOString(),
      });
    });
  }

  /**
   * 修改分组 · Changes the words, the roles or the filter of a segment.
   *
   * @param given  null where the filter stays
   * @param read  how a filter that stays is understood
   */
  async change(
    caller: Caller,
    input: SegmentToChange,
    given: GivenFilter | null,
    read: ReadFilter,
  ): Promise<Changed<Done>> {
    const { name, definition, roles } = input;
    const words = wordsGiven(input);
    const refusals = [
      ...checkSegmentWords(words),
      ...(roles ? checkSegmentRoles(roles) : []),
      ...(given === null ? [] : this.filterFaults(given)),
    ];
    if (Object.keys(words).length === 0 && !roles && given === null)
      refusals.push(refuse('BAD_VALUE', 'nothing is given that would change: give a name, roles or a filter', []));
    for (const [field, value] of Object.entries({ name, definition }))
      if (value === null)
        refusals.push(refuse('BAD_VALUE', 'a segment has one always: leave it out to keep it', [field]));
    return this.alter(caller, 'Mutation.changeSegment', input, refusals, (row) => {
      if (given !== null && given.subject !== row.subject)
        throw new Refused([refuse('BAD_VALUE', `the segment is of ${row.subject}: define another`, given.path)]);
      if (roles || given !== null)
        refuseAny(this.analystFaults(roles ?? row.roles, row.subject, valuesOf(row, given, read)));
      const set: Content = { ...words };
      if (roles) set.roles = rolesInOrder(roles);
      if (given !== null) set.filter = given.filter;
      return set;
    });
  }

  /** 停用分组 · From now on no figures are asked for by it. */
  retire(caller: Caller, input: SegmentToRetire): Promise<Changed<Done>> {
    return this.alter(caller, 'Mutation.retireSegment', input, [], () => ({ retiredOn: caller.today }));
  }

  private async alter(
    caller: Caller,
    operation: string,
    input: SegmentToRetire,
    faults: readonly Refusal[],
    content: (row: SegmentRow) => Content,
  ): Promise<Changed<Done>> {
    const reach = await this.parts.access.reach(caller, operation);
    const parts = segmentId(input.segmentId);
    if (parts === null || reach.county(parts.county) === null)
      return { done: null, refusals: [notFound('segmentId'), ...faults] };
    if (faults.length > 0) return { done: null, refusals: faults };
    const ids = { county: parts.county, segment: parts.id };
    return this.parts.changes.make({ caller, operation, input, county: parts.county, ids, reach }, async (tx) => {
      const row = await locked(tx, reach, ids, input.expectedVersion);
      const set = content(row);
      const version = row.version + 1;
      const { roles, filter } = set;
      const told = {
        segment: ids.segment,
        key: row.key,
        version,
        words: changedWords(set),
        roles,
        filter,
        retiredOn: set.retiredOn,
      };
      const role = reach.roleFor(row.regionCode);
      await recordSegment(tx, caller, { operation, region: row.regionCode, role }, told);
      await updateSegment(tx, row, { ...set, version, updatedAt: caller.now.toISOString() });
    });
  }

  /** Analysts are answered from publications, of which not everything can be asked. */
  private analystFaults(roles: readonly Role[], subject: StatSubject, where: object): Refusal[] {
    const why = roles.includes('ANALYST') ? this.parts.unpublished({ subject, where }) : null;
    if (why === null) return [];
    return [refuse('BAD_VALUE', `${why} Leave ANALYST out, or give another filter.`, ['roles'], '5.3')];
  }

  private filterFaults({ filter, path }: GivenFilter): Refusal[] {
    return checkSegmentFilter(filter, (code) => this.parts.tree.has(code), path);
  }
}

/** @throws Refused where the filter that stays is not understood any more */
function valuesOf(row: SegmentRow, given: GivenFilter | null, read: ReadFilter): object {
  if (given !== null) return given.values;
  const kept = read(row);
  if ('values' in kept) return kept.values;
  const why = `The filter is not understood any more: ${kept.faults.join('; ')}. Give another.`;
  throw new Refused([refuse('INVALID_STATE', why, ['filter'])]);
}

/** @throws Refused where the segment is not the caller's to change, has changed or was retired */
async function locked(tx: Transaction, reach: Reach, { county, segment }: Done, expected: number): Promise<SegmentRow> {
  const row = await lockSegment(tx, reach.grants, county, segment);
  if (row === null || !reach.covers(row.regionCode)) throw new Refused([notFound('segmentId')]);
  if (row.version !== expected) throw new Refused([versionConflict(expected, row.version)]);
  refuseAny(
    row.retiredOn === null
      ? []
      : [refuse('INVALID_STATE', `The segment was retired on ${row.retiredOn}; define another.`, ['segmentId'])],
  );
  return row;
}
