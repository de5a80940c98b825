import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { printHoldlineSchema } from '../../../src/platform/graphql/print-schema.js';
import { buildSmallSchema } from './small-register.js';

describe('buildHoldlineSchema', () => {
  it('throws for a field that nobody is said to be allowed to call', () => {
    const ruleOf = (field: string) => (field === 'Member.age' || field === 'Query.echo' ? undefined : 'open');
    expect(() => buildSmallSchema({ ruleOf })).toThrow('to read Member.age, Query.echo: give each a line');
  });

  it('leaves plain properties without a resolver, so that they are read as they are', () => {
    const fields = buildSmallSchema().getType('Household');
    const resolvers = Object.values(
      (fields as { getFields(): Record<string, { name: string; resolve?: unknown }> }).getFields(),
    );
    expect(
      resolvers
        .filter(({ resolve }) => resolve !== undefined)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['elders', 'score', 'town']);
  });
});

describe('printHoldlineSchema', () => {
  it('is sorted, with descriptions, and the same whatever the order of the classes', () => {
    const one = buildSchema('"First." type Query { b: Int "Letter." a(z: Int, y: Int): Int } enum E { B A }');
    const other = buildSchema('enum E { A B } "First." type Query { "Letter." a(y: Int, z: Int): Int b: Int }');
    expect(printHoldlineSchema(one)).toBe(printHoldlineSchema(other));
    expect(printHoldlineSchema(one)).toBe(
      'enum E {\n  A\n  B\n}\n\n"""First."""\ntype Query {\n  """Letter."""\n  a(y: Int, z: Int): Int\n  b: Int\n}\n',
    );
  });
});
