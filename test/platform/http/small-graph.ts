import { buildSchema, type GraphQLScalarType, type GraphQLSchema, valueFromASTUntyped } from 'graphql';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { ApiError } from '../../../src/platform/errors/api-error.js';
import { createGraphqlHandler } from '../../../src/platform/graphql/apollo.js';
import type { GraphqlParts, TableHandler } from '../../../src/platform/graphql/graphql-handler.js';

// A graph with nothing of the product's in it; the door and the limits are to hold for any.

/** What was executed, in order. */
export interface Journal {
  readonly ran: string[];
  readonly logged: unknown[];
}

const SDL = `
  type Query {
    ping: String!
    me: Person
    people(first: Int, last: Int, after: String): PersonConnection!
    statistics: Statistics!
    nodes(ids: [ID!]!): [Person]!
    fail(how: String!): String
    wait(ms: Int!): String!
    large(bytes: Int!): String!
    kind(of: Kind!): String!
  }
  type Mutation { write(text: String!, input: WriteInput): Int! }
  input WriteInput { birthDate: Day, items: [WriteInput!], size: Int }
  enum Kind { HOUSEHOLD LEAD }
  scalar Day
  type PersonConnection { edges: [PersonEdge!]! nodes: [Person!]! totalCount: Int! }
  type PersonEdge { cursor: String! node: Person! }
  type Person { id: ID! name: String! secretName: String friends(first: Int): PersonConnection! aliases: [String!]! }
  type Statistics { total: Int! }
`;

const FAILURES: Readonly<Record<string, () => Error>> = {
  unavailable: () => new ApiError('SERVICE_UNAVAILABLE', 'Not now.', { retryAfterSeconds: 2 }),
  forbidden: () => new ApiError('FORBIDDEN', 'Not you.'),
  unauthenticated: () => new ApiError('UNAUTHENTICATED', 'Sign in.'),
  cursor: () => new ApiError('INVALID_CURSOR', 'No cursor of this list.'),
  limited: () => new ApiError('RATE_LIMITED', 'Too often.', { retryAfterSeconds: 7 }),
  bug: () => new Error('duplicate key value: 张三 430121199001010011'),
};

export function smallGraph(journal: Journal): GraphQLSchema {
  const schema = buildSchema(SDL);
  const query = schema.getQueryType()!.getFields();
  const note = <T>(what: string, value: T): T => {
    journal.ran.push(what);
    return value;
  };
  const page = (_: unknown, { first }: { first?: number | null }) => {
    if (first === null || (first !== undefined && (first < 1 || first > 200)))
      throw new ApiError('BAD_USER_INPUT', 'first is 1 to 200', { path: ['first'] });
    return note('people', { edges: [], nodes: [], totalCount: 0 });
  };
  query.ping!.resolve = () => note('ping', 'pong');
  query.me!.resolve = () => note('me', { id: 'p1', name: 'Wang', aliases: [] });
  query.people!.resolve = page;
  query.statistics!.extensions = { complexity: 2000 };
  query.statistics!.resolve = () => note('statistics', { total: 1 });
  query.nodes!.resolve = (_, { ids }: { ids: string[] }) => ids.map(() => null);
  query.fail!.resolve = (_, { how }: { how: string }) => Promise.reject(FAILURES[how]!());
  query.wait!.resolve = (_, { ms }: { ms: number }) =>
    new Promise((resolve) => setTimeout(() => resolve(note('wait', 'waited')), ms));
  query.large!.resolve = (_, { bytes }: { bytes: number }) => 'x'.repeat(bytes);
  query.kind!.resolve = (_, { of }: { of: string }) => of;
  schema.getMutationType()!.getFields().write!.resolve = (_, { text }: { text: string }) => {
    return note(`write ${text}`, journal.ran.length);
  };
  const day = schema.getType('Day') as GraphQLScalarType;
  day.parseValue = (value) => {
    if (value === '2023-11-30') return value;
    throw new TypeError('a day is written YYYY-MM-DD');
  };
  day.parseLiteral = (node) => day.parseValue(valueFromASTUntyped(node));
  return schema;
}

export const TOKEN = 'good-token';

export function smallHandler(journal: Journal, more: Partial<GraphqlParts> = {}): Promise<TableHandler> {
  const log = (fields: unknown) => void journal.logged.push(fields);
  return createGraphqlHandler({
    schema: smallGraph(journal),
    production: true,
    introspectionFor: ({ principal }) => principal !== null,
    contextFor: ({ authorization, language, requestId }) => {
      if (authorization !== undefined && authorization !== `Bearer ${TOKEN}`)
        return Promise.reject(new ApiError('UNAUTHENTICATED', 'The token is not good.'));
      const principal =
        authorization === undefined
          ? null
          : { subject: 's', grants: [], department: null, household: null, tokenId: null };
      return Promise.resolve({
        principal,
        requestId,
        language,
        today: date('2023-11-30'),
        now: new Date(0),
        loaders: new Map(),
      });
    },
    logger: { error: log, warn: log, info: log, debug: log } as unknown as GraphqlParts['logger'],
    ...more,
  });
}
