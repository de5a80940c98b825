import { buildSchema, execute, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Role } from '../../../src/domain/jurisdiction/role.js';
import { type Access, guardRootFields } from '../../../src/platform/graphql/guard-root-fields.js';
import { printHoldlineSchema } from '../../../src/platform/graphql/print-schema.js';
import { buildSmallSchema } from './small-register.js';

function guarded(access: Access) {
  const ran: string[] = [];
  const schema = buildSchema('type Query { open: Int secret: Int } type Mutation { change: Int }');
  for (const type of [schema.getQueryType()!, schema.getMutationType()!])
    for (const field of Object.values(type.getFields())) field.resolve = () => ran.push(field.name);
  guardRootFields(schema, access);
  const call = async (document: string, roles: readonly Role[] | null) => {
    const grants = roles?.map((role) => ({ role, region: '430000' }));
    const contextValue = { principal: grants === undefined ? null : { grants } };
    const { data, errors } = await execute({ schema, document: parse(document), contextValue });
    return errors?.[0] === undefined ? data : (errors[0].originalError as Error & { code: string }).code;
  };
  return { call, ran };
}

const ACCESS: Access = { 'Query.open': 'open', 'Query.secret': ['AUDITOR', 'COUNTY_OFFICER'], 'Mutation.change': [] };

describe('guardRootFields', () => {
  it('lets a role through that is in the list, whichever of the grants has it', async () => {
    const { call } = guarded(ACCESS);
    expect(await call('{ secret }', ['AUDITOR'])).toEqual({ secret: 1 });
    expect(await call('{ secret }', ['RESIDENT', 'COUNTY_OFFICER'])).toEqual({ secret: 2 });
  });

  it('refuses other roles, no role and everyone where the list is empty; nothing runs', async () => {
    const { call, ran } = guarded(ACCESS);
    for (const roles of [['ANALYST'], []] as const) expect(await call('{ secret }', roles)).toBe('FORBIDDEN');
    expect(await call('mutation { change }', ['NATIONAL_OFFICER'])).toBe('FORBIDDEN');
    expect(ran).toEqual([]);
  });

  it('asks for a token where there is none, but at an open field', async () => {
    const { call, ran } = guarded(ACCESS);
    expect(await call('{ secret }', null)).toBe('UNAUTHENTICATED');
    expect(await call('mutation { change }', null)).toBe('UNAUTHENTICATED');
    expect(await call('{ open }', null)).toEqual({ open: 1 });
    expect(ran).toEqual(['open']);
  });

  it('guards a field under an alias, in a fragment and through introspected names alike', async () => {
    const { call } = guarded(ACCESS);
    expect(await call('{ open: secret }', null)).toBe('UNAUTHENTICATED');
    expect(await call('{ ...F } fragment F on Query { ... { secret } }', null)).toBe('UNAUTHENTICATED');
  });

  it('names every field without an entry, and every entry without a field', () => {
    expect(() => guarded({ 'Query.open': 'open' })).toThrow(/Query\.secret, Mutation\.change/);
    expect(() => guarded({ ...ACCESS, 'Query.gone': 'open', 'Mutation.toString': [] })).toThrow(
      /Query\.gone, Mutation\.toString/,
    );
  });
});

describe('buildHoldlineSchema', () => {
  it('throws for a field that nobody is said to be allowed to call', () => {
    expect(() => buildSmallSchema({ 'Query.echo': 'open' })).toThrow(/Query\.household, /);
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
