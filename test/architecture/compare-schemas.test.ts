import { describe, expect, it } from 'vitest';
import { compareSchemas } from './compare-schemas.js';

const CONTRACT = `
  interface Node { id: ID! }
  type Query { household(id: ID!): Household households(first: Int = 50): [Household!]! }
  type Household implements Node { id: ID! size: Int! status: Status }
  enum Status { OPEN CLOSED }
  input Register { name: String! resettled: Boolean = false }
  type Lead { id: ID! }
`;
const change = (from: string, to: string) => compareSchemas(CONTRACT, CONTRACT.replace(from, to));

describe('holding the emitted schema against the contract', () => {
  it('finds nothing between a schema and itself', () => {
    expect(compareSchemas(CONTRACT, CONTRACT)).toEqual({ missing: [], changed: [] });
  });

  it('lets types, fields, values, optional arguments and optional inputs be added', () => {
    const more = CONTRACT.replace('size: Int!', 'size: Int! number: String')
      .replace('OPEN CLOSED', 'OPEN CLOSED LATER')
      .replace('household(id: ID!)', 'household(id: ID!, on: String)')
      .replace('resettled: Boolean = false', 'resettled: Boolean = false address: String')
      .replace('type Lead', 'type Extra { id: ID! } type Lead');
    expect(compareSchemas(CONTRACT, more)).toEqual({ missing: [], changed: [] });
  });

  it.each([
    ['type Lead { id: ID! }', '', 'Lead'],
    ['size: Int!', '', 'Household.size'],
    ['OPEN CLOSED', 'OPEN', 'Status.CLOSED'],
    ['(first: Int = 50)', '', 'Query.households(first:)'],
    ['name: String!', '', 'Register.name'],
  ])('names what is missing when %j becomes %j', (from, to, name) => {
    expect(change(from, to)).toEqual({ missing: [name], changed: [] });
  });

  it.each([
    ['size: Int!', 'size: Int', 'Household.size: Int! in the contract, Int here'],
    ['id: ID!): Household', 'id: ID): Household', 'Query.household(id:) ID! in the contract, ID here'],
    ['first: Int = 50', 'first: Int = 20', 'Query.households(first:) Int = 50 in the contract, Int = 20 here'],
    ['Boolean = false', 'Boolean', 'Register.resettled Boolean = false in the contract, Boolean here'],
    ['implements Node ', '', 'Household implements Node in the contract, not here'],
    ['name: String!', 'name: String! phone: String!', 'Register.phone is required here and not in the contract'],
    ['type Lead', 'input Lead', 'Lead is a GraphQLObjectType in the contract, a GraphQLInputObjectType here'],
  ])('names what is changed when %j becomes %j', (from, to, sentence) => {
    expect(change(from, to)).toEqual({ missing: [], changed: [sentence] });
  });
});
