import { buildSchema, execute, parse } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { describe, expect, it } from 'vitest';
import type { Role } from '../../../src/domain/jurisdiction/role.js';
import { guardFields, readerOf } from '../../../src/platform/graphql/guard-fields.js';
import type { RequestContext } from '../../../src/platform/graphql/request-context.js';

const SDL = `
  type Query { open: Int  farm: Farm  audit: Trail  thing: Thing  anything: Thing }
  type Mutation { change: Changed }
  type Changed { farm: Farm }
  type Farm implements Thing { id: ID  name: String  diary: String  house: House }
  type House { rooms: Int  owner: Person  farm: Farm }
  type Person { name: String  illness: String }
  type Trail implements Thing { id: ID  hash: String }
  interface Thing { id: ID }`;

const WORKERS: readonly Role[] = ['VILLAGE_WORKER', 'COUNTY_OFFICER'];
const RULES: Readonly<Record<string, readonly Role[] | 'open'>> = {
  'Query.open': 'open',
  'Query.farm': 'open',
  'Query.audit': ['AUDITOR'],
  'Query.thing': [...WORKERS, 'AUDITOR'],
  'Query.anything': [...WORKERS, 'AUDITOR'],
  'Mutation.change': [...WORKERS, 'AUDITOR'],
  'Changed.farm': [...WORKERS, 'AUDITOR'],
  'Farm.id': 'open',
  'Farm.name': 'open',
  'Farm.diary': WORKERS,
  'Farm.house': [...WORKERS, 'AUDITOR'],
  'House.rooms': [...WORKERS, 'AUDITOR'],
  'House.owner': [...WORKERS, 'AUDITOR'],
  'House.farm': [...WORKERS, 'AUDITOR'],
  'Person.name': [...WORKERS, 'AUDITOR'],
  'Person.illness': WORKERS,
  'Trail.id': ['AUDITOR'],
  'Trail.hash': ['AUDITOR'],
  'Thing.id': 'open',
};

type Held = readonly (readonly [Role, string])[];

/** A farm whose every resolver notes the regions that it was given. */
function aFarm(options: { silent?: string } = {}) {
  const given: [string, string[]][] = [];
  const schema = buildSchema(SDL);
  const person = { name: '张', illness: 'flu' };
  const farm: Record<string, unknown> = { __typename: 'Farm', id: 'F', name: 'hill', diary: 'dear' };
  const house = { rooms: 3, owner: person, farm };
  const values: Record<string, unknown> = { open: 1, farm, audit: { hash: 'a1' }, change: { farm }, house };
  for (const name of ['Query', 'Mutation', 'Farm'] as const)
    for (const field of Object.values((schema.getType(name) as never as { getFields(): object }).getFields()))
      if (field.name in values && !(field.name in farm))
        field.resolve = (_source: unknown, _args: unknown, context: RequestContext) => {
          given.push([field.name, context.principal?.grants.map(({ region }) => region) ?? []]);
          return values[field.name];
        };
  const fields = schema.getQueryType()!.getFields();
  fields.thing!.resolve = (_source, _args, context: RequestContext, info) => {
    given.push(['thing', readerOf(context, info, 'Farm').principal!.grants.map(({ region }) => region)]);
    return farm;
  };
  fields.anything!.resolve = () => farm;
  guardFields(schema, {
    ruleOf: (field) => RULES[field],
    silent: new Set(options.silent === undefined ? [] : [options.silent]),
    askedByType: new Set(['Query.thing']),
  });
  return { schema, given };
}

async function ask(document: string, held: Held | null, farm = aFarm(), variableValues = {}) {
  const grants = held?.map(([role, region]) => ({ role, region }));
  const contextValue = { principal: grants === undefined ? null : { grants }, loaders: new Map() };
  const { data, errors = [] } = await execute({
    schema: farm.schema,
    document: parse(document),
    contextValue,
    variableValues,
  });
  const codes = errors.map(({ originalError }) => (originalError as Error & { code?: string }).code);
  return { data, codes, said: errors.map(({ message }) => message), given: farm.given };
}

const WORKER: Held = [['VILLAGE_WORKER', '43']];
const AUDITOR: Held = [['AUDITOR', '51']];
const BOTH: Held = [...WORKER, ...AUDITOR];

describe('guardFields', () => {
  it('names every field without a rule, of whatever type, and builds nothing', () => {
    const schema = buildSchema(SDL);
    const ruleOf = (field: string) => (field === 'Person.illness' || field === 'Thing.id' ? undefined : RULES[field]);
    expect(() => guardFields(schema, { ruleOf })).toThrow(/to read Person\.illness, Thing\.id: give each a line/);
  });

  it('lets a role through that a rule names, and asks for a token where there is none', async () => {
    expect(await ask('{ audit { hash } }', AUDITOR)).toMatchObject({ data: { audit: { hash: 'a1' } }, codes: [] });
    expect(await ask('{ audit { hash } }', WORKER)).toMatchObject({ data: { audit: null }, codes: ['FORBIDDEN'] });
    expect(await ask('{ audit { hash } }', [])).toMatchObject({ codes: ['FORBIDDEN'] });
    expect(await ask('{ audit { hash } open }', null)).toMatchObject({
      data: { audit: null, open: 1 },
      codes: ['UNAUTHENTICATED'],
    });
  });

  it('refuses a field however deep, under an alias, in a fragment, on its interface, before anything runs', async () => {
    for (const document of [
      '{ farm { house { owner { illness } } } }',
      '{ farm { house { owner { name: illness } } } }',
      '{ farm { house { owner { ... on Person { ... on Person { illness } } } } } }',
      '{ farm { house { ...H } } } fragment H on House { owner { ... { illness } } }',
    ]) {
      const refused = await ask(document, AUDITOR);
      expect(refused, document).toMatchObject({ data: { farm: { house: null } }, codes: ['FORBIDDEN'] });
      expect(refused.given, document).toEqual([['farm', ['51']]]);
      expect(await ask(document, WORKER), document).toMatchObject({ codes: [] });
    }
  });

  it('refuses by itself a field of an object that everyone may read, through whatever fragments', async () => {
    for (const document of [
      '{ farm { house { farm { ... on Thing { ... on Farm { diary } } } } } }',
      '{ farm { house { farm { ...T } } } } fragment T on Thing { ...F } fragment F on Farm { diary }',
      '{ farm { house { farm { house { farm { diary } } } } } }',
    ]) {
      expect(JSON.stringify(await ask(document, AUDITOR)), document).not.toContain('dear');
      expect(await ask(document, AUDITOR), document).toMatchObject({ codes: ['FORBIDDEN'] });
      expect(JSON.stringify(await ask(document, WORKER)), document).toContain('dear');
    }
  });

  it('names what may not be read', async () => {
    const { said } = await ask('{ farm { house { rooms owner { illness name } } } }', AUDITOR);
    expect(said).toEqual(['No one of your roles may read all of Person.illness.']);
  });

  it('does not make a change whose answer may not be read', async () => {
    const refused = await ask('mutation { change { farm { house { owner { illness } } } } }', AUDITOR);
    expect(refused.codes).toEqual(['FORBIDDEN']);
    expect(refused.given.filter(([name]) => name === 'house')).toEqual([]);
    const never = await ask('mutation { change { farm { name } } }', [['ANALYST', '43']]);
    expect([never.codes, never.given]).toEqual([['FORBIDDEN'], []]);
  });

  it('gives a resolver the grants only whose role may read all that is selected', async () => {
    const house = async (selection: string) =>
      (await ask(`{ farm { house { ${selection} } } }`, BOTH)).given.find(([name]) => name === 'house')?.[1];
    expect(await house('rooms')).toEqual(['43', '51']);
    expect(await house('owner { illness }')).toEqual(['43']);
    const apart = await ask('{ audit { hash } farm { house { owner { illness } } } }', BOTH);
    expect(apart).toMatchObject({
      codes: [],
      given: [
        ['audit', ['51']],
        ['farm', ['43', '51']],
        ['house', ['43']],
      ],
    });
  });

  it('heeds @skip and @include by the values of this request', async () => {
    const farm = aFarm();
    const document = 'query($no: Boolean!) { farm { house { rooms owner @skip(if: $no) { illness } } } }';
    expect(await ask(document, AUDITOR, farm, { no: true })).toMatchObject({ codes: [] });
    expect(await ask(document, AUDITOR, farm, { no: false })).toMatchObject({ codes: ['FORBIDDEN'] });
    expect(await ask(document, AUDITOR, farm, { no: true })).toMatchObject({ codes: [] });
  });

  it('answers nothing in place of an error where a field is silent', async () => {
    const silent = () => aFarm({ silent: 'House.owner' });
    expect(await ask('{ farm { house { rooms owner { illness } } } }', AUDITOR, silent())).toMatchObject({
      data: { farm: { house: { rooms: 3, owner: null } } },
      codes: [],
    });
    expect(await ask('{ farm { house { owner { illness } } } }', WORKER, silent())).toMatchObject({
      data: { farm: { house: { owner: { illness: 'flu' } } } },
    });
  });

  it('asks for each type of an abstract field where its resolver says so, and for all of them elsewhere', async () => {
    const fragments = '... on Farm { house { rooms } } ... on Trail { hash }';
    expect(await ask(`{ thing { id ${fragments} } }`, BOTH)).toMatchObject({ codes: [], data: { thing: { id: 'F' } } });
    expect((await ask(`{ thing { id ${fragments} } }`, BOTH)).given[0]).toEqual(['thing', ['43', '51']]);
    expect(await ask(`{ anything { id ${fragments} } }`, WORKER)).toMatchObject({ codes: ['FORBIDDEN'] });
  });

  it('refuses in compiled execution as in interpreted', async () => {
    const { schema, given } = aFarm();
    const compiled = compileQuery(schema, parse('{ farm { house { owner { illness } } } }'));
    if (!isCompiledQuery(compiled)) throw new Error('not compiled');
    const contextFor = ([role, region]: readonly [Role, string]) => ({
      principal: { grants: [{ role, region }] },
      loaders: new Map(),
    });
    const refused = await compiled.query(undefined, contextFor(AUDITOR[0]!), {});
    expect(refused).toMatchObject({
      data: { farm: { house: null } },
      errors: [{ message: expect.stringContaining('Person.illness') }],
    });
    const answered = await compiled.query(undefined, contextFor(WORKER[0]!), {});
    expect(answered).toEqual({ data: { farm: { house: { owner: { illness: 'flu' } } } } });
    expect(given.filter(([name]) => name === 'house')).toHaveLength(1);
  });
});
