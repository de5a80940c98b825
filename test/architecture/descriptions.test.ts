import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { undescribed } from './undescribed.js';

const EMITTED = fileURLToPath(new URL('../../schema.graphql', import.meta.url));

describe('the descriptions of the public schema', () => {
  it('say of every type, field, argument and value what it is, with the Chinese term of types and values', () => {
    expect(undescribed(buildSchema(readFileSync(EMITTED, 'utf8')))).toEqual([]);
  });

  it('are missed one by one where they are absent, short, a mere name or without the Chinese term', () => {
    const planted = buildSchema(`
      type Query { "The household of an id" household("id" id: ID!): Household }
      "A rural household (农户)" type Household { size: Int! "countOfAllMembers" countOfAllMembers: Int }
      "Where it stands in its course" enum Status { "Open, and to be verified" OPEN }
      "A household to be registered (登记农户)" input Register { name: String! }
    `);
    expect(undescribed(planted)).toEqual([
      'Query.household(id:) is described in 2 characters only',
      'Household.size has no description',
      'Household.countOfAllMembers is described by its own name',
      'Status does not give the Chinese term',
      'Status.OPEN does not give the Chinese term',
      'Register.name has no description',
    ]);
  });
});
