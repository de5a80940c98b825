import { buildSchema, getIntrospectionQuery, getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../src/platform/errors/api-error.js';
import { QueryCost } from '../../../src/platform/graphql/query-cost.js';

const schema = buildSchema(`
  interface Node { id: ID! }
  type Query { node(id: ID!): Node nodes(ids: [ID!]!): [Node]! households(first: Int, last: Int): HouseholdConnection! stats(first: Int = 150): [Stat!]! heavy: Stat! }
  type HouseholdConnection { nodes: [Household!]! edges: [HouseholdEdge!]! totalCount: Int! }
  type HouseholdEdge { node: Household! }
  type Household implements Node { id: ID! number: String! members: [Member!]! households(first: Int): HouseholdConnection! }
  type Member { id: ID! }
  type Stat { value: Int! }
  type Mutation { each(input: EachInput!): EachPayload! one(input: OneInput!): EachPayload! }
  input EachInput { items: [ID!]! }
  input OneInput { id: ID! }
  type EachPayload { done: [Household!]! rowErrors: [Stat!]! }
`);
schema.getQueryType()!.getFields().heavy!.extensions = { complexity: 1000 };

/** The cost, told by what is refused. */
function costOf(text: string, variables: Record<string, unknown> = {}): number {
  const document = parse(text);
  try {
    new QueryCost(schema, 0.5).check({ document, introspects: false }, getOperationAST(document)!, variables);
  } catch (error) {
    if (error instanceof ApiError && error.code === 'COMPLEXITY_LIMIT') return error.extra.cost as number;
    throw error;
  }
  return 0;
}

describe('the cost of', () => {
  it.each([
    ['a field is one', '{ node(id: 1) { id } }', {}, 2],
    [
      'a page is its fields times its entries, 50 unless told',
      '{ households { nodes { id number } } }',
      {},
      1 + 50 * 3,
    ],
    ['a page of 10 by literal', '{ households(first: 10) { nodes { id } totalCount } }', {}, 1 + 10 * 3],
    ['a page of 10 by variable', 'query ($n: Int) { households(first: $n) { nodes { id } } }', { n: 10 }, 1 + 10 * 2],
    [
      'a page of 10 by the default of its variable',
      'query ($n: Int = 10) { households(first: $n) { nodes { id } } }',
      {},
      1 + 10 * 2,
    ],
    ['a page of 10 from the end', '{ households(last: 10) { edges { node { id } } } }', {}, 1 + 10 * 3],
    ['a page out of bounds is that of 200', '{ households(first: 1000000000) { nodes { id } } }', {}, 1 + 200 * 2],
    ['a page of -1 or 0 is that of one', '{ households(first: -1) { nodes { id } } }', {}, 1 + 2],
    [
      'a page of null is that of 50',
      'query ($n: Int) { households(first: $n) { nodes { id } } }',
      { n: null },
      1 + 50 * 2,
    ],
    ['the default of an argument counts', '{ stats { value } }', {}, 1 + 150],
    ['a list without a size is five', '{ households(first: 1) { nodes { members { id } } } }', {}, 1 + 1 * (1 + 1 + 5)],
    ['ids count one each', 'query ($i: [ID!]!) { nodes(ids: $i) { id } }', { i: ['a', 'b', 'c'] }, 1 + 3],
    [
      'a batch answers as many as it lists, by variable',
      'mutation ($i: EachInput!) { each(input: $i) { done { id members { id } } rowErrors { value } } }',
      { i: { items: Array(500).fill('x') } },
      1 + (1 + 500 * (1 + 1 + 5)) + (1 + 500),
    ],
    [
      'a batch whose items are written, or are a variable in a written input',
      'mutation ($l: [ID!]!) { a: each(input: { items: ["a", "b", "c", "d", "e", "f", "g"] }) { done { id } } b: each(input: { items: $l }) { done { id } } }',
      { l: Array(9).fill('x') },
      1 + (1 + 7) + 1 + (1 + 9),
    ],
    [
      'a mutation that lists nothing answers lists of five',
      'mutation ($i: OneInput!) { one(input: $i) { done { id } } }',
      { i: { id: 'x' } },
      1 + 1 + 5,
    ],
    ['ids may be written', '{ nodes(ids: ["a", "b"]) { id } }', {}, 1 + 2],
    [
      'pages multiply',
      '{ households(first: 10) { nodes { households(first: 10) { nodes { id } } } } }',
      {},
      1 + 10 * (1 + 1 + 10 * 2),
    ],
    [
      'a fragment counts wherever it is spread',
      '{ a: node(id: 1) { ...F } b: node(id: 2) { ...F } } fragment F on Node { id }',
      {},
      4,
    ],
    [
      'selections on any type count',
      '{ node(id: 1) { ... on Household { number members { id } } ... { id } } }',
      {},
      1 + 1 + 1 + 5 + 1,
    ],
    [
      'what a condition may leave out counts',
      'query ($c: Boolean!) { node(id: 1) { id @include(if: $c) } }',
      { c: false },
      2,
    ],
    ['a field may state its own, times its aliases', '{ a: heavy { value } b: heavy { value } }', {}, 2002],
  ])('%s', (_, text, variables, cost) => {
    expect(costOf(text, variables)).toBe(cost);
  });
});

describe('QueryCost', () => {
  it('lets through what costs the budget and refuses what costs one more', () => {
    const document = parse('{ households(first: 10) { nodes { id } } }');
    const check = (budget: number) => () =>
      new QueryCost(schema, budget).check({ document, introspects: false }, getOperationAST(document)!, {});
    expect(check(21)).not.toThrow();
    expect(check(20)).toThrow(/costs 21, and at most 20 is allowed/);
  });

  it('reckons again for another page size, not for another filter, and names the operation', () => {
    const document = parse(
      'query A($n: Int) { households(first: $n) { nodes { id } } } query B { node(id: 1) { id } }',
    );
    const cost = new QueryCost(schema, 100);
    const check = (name: string, variables: Record<string, unknown>) => () =>
      cost.check({ document, introspects: false }, getOperationAST(document, name)!, variables);
    expect(check('A', { n: 49 })).not.toThrow();
    expect(check('A', { n: 50 })).toThrow();
    expect(check('A', { n: 49 })).not.toThrow();
    expect(check('B', { n: 200 })).not.toThrow();
    expect(check('A', { n: 200 })).toThrow();
  });

  it('leaves room for the whole introspection query twice, and not for more', () => {
    const cost = new QueryCost(schema, 10);
    const check = (text: string) => () => {
      const document = parse(text);
      cost.check({ document, introspects: true }, getOperationAST(document)!, {});
    };
    expect(check(getIntrospectionQuery())).not.toThrow();
    const fields = '{ fields { args { type { name } } type { ofType { name fields { args { type { name } } } } } } }';
    expect(
      check(`{ ${Array.from({ length: 60 }, (_, n) => `a${n}: __schema { types ${fields} }`).join(' ')} }`),
    ).toThrow(/costs/);
  });
});
