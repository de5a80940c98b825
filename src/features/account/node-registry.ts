import type { Row } from '../../platform/database/read-rows.js';
import type { Selection } from '../../platform/database/selection.js';
import { ApiError } from '../../platform/errors/api-error.js';
import { fromGlobalId } from '../../platform/graphql/global-id.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';

/**
 * 按标识查找 · Objects of one type in one county, by their own ids; those out of the caller's reach are left out.
 *
 * @throws ApiError FORBIDDEN where the caller may never read the type
 */
export type NodeFinder = (
  context: RequestContext,
  county: string,
  ids: readonly string[],
  selection: Selection,
) => Promise<ReadonlyMap<string, object>>;

/** 提问 · Who asks for what of each type. */
export interface Asking {
  /** @throws ApiError FORBIDDEN where the caller may not read all that was asked for of the type */
  readonly readerOf: (type: string) => RequestContext;
  readonly selectionOf: (type: string) => Selection;
}

interface Wanted {
  readonly type: string;
  readonly county: string;
  readonly id: string;
}

/** By type and county: the ids that are asked for, each once. */
type Groups = Map<string, Map<string, Set<string>>>;

/**
 * 节点目录 · Who finds what: a finder for each type that has global ids. The composition root fills it, so that no room
 * needs to know the later ones.
 *
 * @article none — technical
 */
export class NodeRegistry {
  private readonly finders: ReadonlyMap<string, NodeFinder>;

  /** @param finders  by GraphQL type name */
  constructor(finders: Readonly<Record<string, NodeFinder>>) {
    this.finders = new Map(Object.entries(finders));
  }

  /**
   * 查找 · The objects of some global ids, in their order: one statement a type and county. What is out of reach, of an
   * unknown type, malformed or never was is null; what the caller may never read is the error that says so.
   *
   * @param asking  what was asked for of a type, and the caller as one who may read it
   * @throws ApiError UNAUTHENTICATED without a token
   */
  async find(globalIds: readonly string[], asking: Asking): Promise<(object | ApiError | null)[]> {
    const places = globalIds.map((globalId) => this.placeOf(globalId));
    const found = new Map<string, object | ApiError>();
    await Promise.all([...grouped(places)].map(([type, counties]) => this.ofType(type, counties, asking, found)));
    return places.map((place, at) => {
      const object = place === null ? undefined : found.get(keyOf(place));
      if (object === undefined || object instanceof ApiError) return object ?? null;
      return { ...object, id: globalIds[at] };
    });
  }

  private placeOf(globalId: string): Wanted | null {
    const parts = fromGlobalId(globalId);
    return parts !== null && this.finders.has(parts.type) ? parts : null;
  }

  /** Counties of one type come one after the other: a list of ids takes one connection a type, however many counties it names. */
  private async ofType(
    type: string,
    counties: ReadonlyMap<string, ReadonlySet<string>>,
    asking: Asking,
    into: Map<string, object | ApiError>,
  ): Promise<void> {
    for (const [county, ids] of counties) {
      const objects = await this.askFinder(type, county, [...ids], asking);
      for (const id of ids) {
        const object = objects instanceof ApiError ? objects : objects.get(id);
        if (object !== undefined) into.set(keyOf({ type, county, id }), object);
      }
    }
  }

  private async askFinder(
    type: string,
    county: string,
    ids: readonly string[],
    { readerOf, selectionOf }: Asking,
  ): Promise<ReadonlyMap<string, object> | ApiError> {
    try {
      return await this.finders.get(type)!(readerOf(type), county, ids, selectionOf(type));
    } catch (error) {
      if (error instanceof ApiError && error.code === 'FORBIDDEN') return error;
      throw error;
    }
  }
}

/** 按行归位 · Rows of a shape by their own ids, as a finder answers them. */
export function byRowId(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [String(row.rowId), row]));
}

function grouped(places: readonly (Wanted | null)[]): Groups {
  const groups: Groups = new Map();
  for (const place of places) {
    if (place === null) continue;
    const counties = groups.get(place.type) ?? new Map<string, Set<string>>();
    const ids = counties.get(place.county) ?? new Set<string>();
    groups.set(place.type, counties.set(place.county, ids.add(place.id)));
  }
  return groups;
}

function keyOf({ type, county, id }: Wanted): string {
  return `${type}:${county}:${id}`;
}
