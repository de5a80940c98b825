import { buildSchema, type GraphQLObjectType, type GraphQLScalarType, type GraphQLSchema } from 'graphql';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { ApiError } from '../../../src/platform/errors/api-error.js';
import { createGraphqlHandler } from '../../../src/platform/graphql/apollo.js';
import type { GraphqlParts, TableHandler } from '../../../src/platform/graphql/graphql-handler.js';
import {
  DateScalar,
  DateTimeScalar,
  JsonObjectScalar,
  YuanScalar,
} from '../../../src/platform/graphql/scalars/index.js';
import type { ExportAct } from '../../../src/platform/table/export-act.js';

const SDL = `
  scalar Yuan scalar Date scalar DateTime scalar JSONObject
  type Query {
    "Entries of a list (条目)."
    entries(first: Int, after: String, last: Int, before: String, upTo: Int, failFrom: Int, how: String): EntryConnection!
    few: [Entry!]!
    none: [Entry!]
    words: [String!]!
    one: Entry
    thing: Thing
    statistics(first: Int = 1000): Statistics!
  }
  type Mutation { write: Statistics! }
  type EntryConnection { edges: [EntryEdge!]! nodes: [Entry!]! pageInfo: PageInfo! totalCount: Int! }
  type EntryEdge { cursor: String! node: Entry! }
  type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
  interface Thing { id: ID! }
  type Statistics { rows: [Entry!]! suppressed: Int! }
  type Entry implements Thing {
    id: ID!
    "Number of it (户编号), as it is written."
    number(purpose: String): String!
    "Name (姓名), masked."
    name: String!
    "Names are one thing (姓名), this another."
    other: String
    count: Int mean: Float open: Boolean amount: Yuan day: Date at: DateTime
    kind: Kind
    tags: [String]
    extra: JSONObject
    "Where it is (所在地)."
    place: Place
    children: [Entry!]!
    entries(first: Int, after: String): EntryConnection!
  }
  type Place { "Code (代码)." code: String name: String }
  enum Kind { HOUSEHOLD LEAD }
`;

/** An entry as a resolver gives it. */
export type Entry = Readonly<Record<string, unknown>>;

export interface SmallList {
  readonly handler: TableHandler;
  readonly acts: ExportAct[];
  readonly logged: unknown[];
  /** Sizes and beginnings of the pages that were asked for. */
  readonly pages: { readonly first: number; readonly from: number }[];
  readonly spent: number[];
}

/** A handler over a list of entries that are made as they are asked for. */
export async function smallList(
  entryAt: (place: number) => Entry,
  length: number,
  more: Partial<GraphqlParts> = {},
): Promise<SmallList> {
  const journal = {
    acts: [] as ExportAct[],
    logged: [] as unknown[],
    pages: [] as SmallList['pages'],
    spent: [] as number[],
  };
  const log = (fields: unknown) => void journal.logged.push(fields);
  const handler = await createGraphqlHandler({
    schema: schemaOf(entryAt, length, journal.pages),
    production: true,
    introspectionFor: () => true,
    contextFor: ({ authorization, language, requestId }) =>
      authorization === 'bad'
        ? Promise.reject(new ApiError('UNAUTHENTICATED', 'The token is not good.'))
        : Promise.resolve({
            principal: { subject: authorization ?? 's', grants: [], department: null, household: null, tokenId: null },
            requestId,
            language,
            today: date('2023-11-30'),
            now: new Date(0),
            loaders: new Map(),
          }),
    spend: (_, points) => Promise.resolve(void journal.spent.push(points)),
    onExport: (_, act) => Promise.resolve(void journal.acts.push(act)),
    logger: { error: log, warn: log, info: log, debug: log } as unknown as GraphqlParts['logger'],
    ...more,
  });
  return { handler, ...journal };
}

interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly upTo?: number | null;
  readonly failFrom?: number | null;
  readonly how?: string | null;
}

function schemaOf(entryAt: (place: number) => Entry, length: number, pages: SmallList['pages']): GraphQLSchema {
  const schema = buildSchema(SDL);
  for (const scalar of [YuanScalar, DateScalar, DateTimeScalar, JsonObjectScalar]) {
    const own = schema.getType(scalar.name) as GraphQLScalarType;
    own.serialize = scalar.serialize as typeof own.serialize;
    own.parseValue = scalar.parseValue as typeof own.parseValue;
  }
  const query = schema.getQueryType()!.getFields();
  query.entries!.resolve = (_, { first, after, upTo, failFrom, how }: PageArgs) => {
    const size = first ?? 50;
    if (size > 200) throw new ApiError('BAD_USER_INPUT', 'first is 0 to 200', { path: ['first'] });
    const from = Number(after ?? 0);
    if (!Number.isInteger(from)) throw new ApiError('INVALID_CURSOR', 'no cursor of this list');
    pages.push({ first: size, from });
    if (failFrom != null && from >= failFrom) fail(how, pages);
    const end = Math.min(from + size, upTo ?? length);
    const nodes = Array.from({ length: Math.max(end - from, 0) }, (_, at) => entryAt(from + at));
    const pageInfo = { hasNextPage: end < (upTo ?? length), endCursor: nodes.length > 0 ? String(end) : null };
    return {
      nodes,
      edges: nodes.map((node, at) => ({ node, cursor: String(from + at + 1) })),
      pageInfo,
      totalCount: upTo ?? length,
    };
  };
  (schema.getType('Entry') as GraphQLObjectType).getFields()['entries']!.resolve = query.entries!.resolve;
  query.few!.resolve = () => [entryAt(0), entryAt(1)];
  query.one!.resolve = () => entryAt(0);
  query.thing!.resolve = () => ({ __typename: 'Entry', ...entryAt(0), children: [entryAt(1)] });
  query.statistics!.resolve = () => ({ rows: [entryAt(0), entryAt(1)], suppressed: 3 });
  return schema;
}

/** `once` passes when it is asked again; anything else does not pass. */
function fail(how: string | null | undefined, pages: SmallList['pages']): void {
  const tries = pages.filter(({ from }) => from === pages.at(-1)!.from).length;
  if (how !== 'once') throw new Error('a fault of ours about 张三');
  if (tries === 1) throw new ApiError('SERVICE_UNAVAILABLE', 'Not now.', { retryAfterSeconds: 0.01 });
}
