import { type GraphQLSchema, graphql, isEnumType, isObjectType } from 'graphql';
import { buildSchema } from 'type-graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { readEditionRows } from '../../../src/features/region/division-edition.js';
import { RegionResolver } from '../../../src/features/region/region.resolver.js';
import { loadRegionTree } from '../../../src/features/region/region-tree.js';
import { fromGlobalId } from '../../../src/platform/graphql/global-id.js';

const resolver = new RegionResolver(loadRegionTree(readEditionRows()));
let schema: GraphQLSchema;

beforeAll(async () => {
  schema = await buildSchema({ resolvers: [RegionResolver], validate: false, container: { get: () => resolver } });
});

async function ask(source: string, variableValues?: Record<string, unknown>) {
  const { data, errors } = await graphql({ schema, source, variableValues });
  return {
    region: data?.region as Record<string, unknown> | null,
    message: errors?.[0]?.message,
    path: errors?.[0]?.path,
  };
}

describe('region(code)', () => {
  it('answers 长沙县 with its parent, its ancestors and its 18 townships', async () => {
    const { region } = await ask(`{ region(code: "430121") {
      code name level parent { name } ancestors { code level } children { code level parent { code } } } }`);
    expect(region).toMatchObject({ code: '430121', name: '长沙县', level: 'COUNTY', parent: { name: '长沙市' } });
    expect(region?.ancestors).toEqual([
      { code: '430100', level: 'CITY' },
      { code: '430000', level: 'PROVINCE' },
      { code: '000000', level: 'NATION' },
    ]);
    expect(region?.children).toHaveLength(18);
    expect((region!.children as unknown[])[0]).toMatchObject({ level: 'TOWNSHIP', parent: { code: '430121' } });
  });

  it('answers the nation with 34 provinces and nothing above', async () => {
    const { region } = await ask(
      '{ region(code: "000000") { name parent { code } ancestors { code } children { code } } }',
    );
    expect(region).toMatchObject({ name: '全国', parent: null, ancestors: [] });
    expect(region?.children).toHaveLength(34);
  });

  it.each([
    ['430121', '430121'],
    ['430000', '430000'],
    ['441900003', '441900'],
    ['430121001', '430121'],
  ])('gives %s a global id that carries %s', async (code, county) => {
    const { region } = await ask('query ($code: RegionCode!) { region(code: $code) { id __typename } }', { code });
    expect(fromGlobalId(region?.id as string)).toEqual({ type: 'Region', county, id: code });
  });

  it('answers null for a code that the edition has not', async () => {
    expect(await ask('{ region(code: "430199") { name } }')).toEqual({
      region: null,
      message: undefined,
      path: undefined,
    });
    expect((await ask('{ region(code: "660000") { name } }')).region).toBeNull();
  });

  it('says what is wrong with a malformed code', async () => {
    expect((await ask('{ region(code: "4301") { name } }')).message).toContain(
      'a region code has 6, 9 or 12 digits; "4301" has 4',
    );
    const { message } = await ask('query ($code: RegionCode!) { region(code: $code) { name } }', { code: '430100001' });
    expect(message).toContain('430100001 names a township or village without a county: digits 5 and 6 are 00');
  });
});

describe('the schema', () => {
  it('describes every field of Region and every value of RegionLevel, with its Chinese term', () => {
    const region = schema.getType('Region');
    const level = schema.getType('RegionLevel');
    const described = [
      ...(isObjectType(region) ? [region, ...Object.values(region.getFields())] : []),
      ...(isEnumType(level) ? [level, ...level.getValues()] : []),
      schema.getQueryType()!.getFields().region!,
    ];
    expect(described).toHaveLength(1 + 7 + 1 + 6 + 1);
    for (const element of described) expect(element.description, String(element)).toMatch(/\([^)]*[\u4e00-\u9fff]/);
  });
});
