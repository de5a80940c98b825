import { type GraphQLSchema, graphql } from 'graphql';
import { buildSchema } from 'type-graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { BASELINE } from '../../../provinces/index.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import type { ProvinceService } from '../../../src/features/province/index.js';
import {
  MonitoringLineResolver,
  ProvinceResolver,
  RegionProvinceResolver,
} from '../../../src/features/province/province.resolver.js';
import { readEditionRows } from '../../../src/features/region/division-edition.js';
import { RegionResolver } from '../../../src/features/region/region.resolver.js';
import { loadRegionTree } from '../../../src/features/region/region-tree.js';
import type { RequestContext } from '../../../src/platform/graphql/request-context.js';
import { scalarsMap } from '../../../src/platform/graphql/scalars/index.js';
import { alertKind, dated, defineProvince } from '../../../src/province-sdk/index.js';
import { undescribed } from '../../architecture/undescribed.js';
import { serviceWith, yunnanWithLine } from './planted-modules.js';

const tree = loadRegionTree(readEditionRows());
let service: ProvinceService = serviceWith();
let schema: GraphQLSchema;

beforeAll(async () => {
  const make = new Map<unknown, () => unknown>([
    [RegionResolver, () => new RegionResolver(tree)],
    [ProvinceResolver, () => new ProvinceResolver(service, tree)],
    [RegionProvinceResolver, () => new RegionProvinceResolver(service)],
    [MonitoringLineResolver, () => new MonitoringLineResolver(tree)],
  ]);
  schema = await buildSchema({
    resolvers: [RegionResolver, ProvinceResolver, RegionProvinceResolver, MonitoringLineResolver],
    validate: false,
    scalarsMap,
    container: { get: (resolver) => make.get(resolver)!() },
  });
});

interface Asking {
  readonly today?: string;
  readonly language?: 'zh' | 'en';
  readonly with?: readonly unknown[];
}

async function ask(source: string, { today = '2026-03-01', language = 'zh', with: modules = [] }: Asking = {}) {
  service = serviceWith(modules);
  const contextValue: RequestContext = {
    principal: null,
    requestId: 'a-request',
    today: date(today),
    now: new Date(`${today}T00:00:00Z`),
    language,
    loaders: new Map(),
  };
  const { data, errors } = await graphql({ schema, source, contextValue });
  return { data: JSON.parse(JSON.stringify(data ?? null)), errors: errors ?? [] };
}

describe('provinces', () => {
  it('lists 32 without a token, and says which of them the baseline serves', async () => {
    const { data } = await ask('{ provinces { code name configVersion servedByBaseline region { code } } }');
    expect(data.provinces).toHaveLength(32);
    const own = data.provinces.filter((one: { servedByBaseline: boolean }) => !one.servedByBaseline);
    expect(own).toMatchObject([{ code: '430000', name: '湖南省', region: { code: '430000' } }]);
    expect(own[0].configVersion).toMatch(/^[0-9a-f]{64}$/);
    expect(data.provinces.at(-1)).toMatchObject({ code: '660000', name: '新疆生产建设兵团', region: null });
  });

  it('leaves out a province whose module was refused', async () => {
    const { data } = await ask('{ provinces { code } }', { with: [yunnanWithLine('5999.99')] });
    expect(data.provinces.map(({ code }: { code: string }) => code)).not.toContain('530000');
    expect(data.provinces).toHaveLength(31);
  });
});

describe('province(code)', () => {
  const LINE = 'monitoringLine { perCapitaIncome nationalFloor outdated from to concept windowMonths county { code } }';

  it('gives Hunan 7,500.00 yuan in 2023 from its own document, and the same in 2026 as outdated', async () => {
    const asked = `{ province(code: "430000") { ${LINE}
      of2023: monitoringLine(on: "2023-06-01") { perCapitaIncome outdated source { id verified url issuedOn } bands { code name rank fromPerCapita toPerCapita response } } } }`;
    const { data } = await ask(asked);
    expect(data.province.monitoringLine).toEqual({
      perCapitaIncome: '7500.00',
      nationalFloor: '6000.00',
      outdated: true,
      from: '2023-01-01',
      to: null,
      concept: 'NET_INCOME',
      windowMonths: 12,
      county: null,
    });
    expect(data.province.of2023).toMatchObject({
      perCapitaIncome: '7500.00',
      outdated: false,
      source: { id: 'hunan-line-2023', verified: true, url: null, issuedOn: null },
      bands: [
        { code: 'within-range', rank: 1, fromPerCapita: null, toPerCapita: '7500.00', response: 'MUST_VERIFY' },
        { code: 'above-range', rank: 2, fromPerCapita: '7500.00', toPerCapita: null, response: 'NONE' },
      ],
    });
  });

  it("takes today where no day is given: the request's own", async () => {
    const { data } = await ask(`{ province(code: "430000") { ${LINE} } }`, { today: '2022-12-31' });
    expect(data.province.monitoringLine).toMatchObject({ perCapitaIncome: '6000.00', to: '2022-12-31' });
  });

  it('has no line on 31 December 2020 and 6,000.00 yuan on 1 January 2021', async () => {
    const { data } = await ask(
      '{ province(code: "430000") { a: monitoringLine(on: "2020-12-31") { from } b: monitoringLine(on: "2021-01-01") { perCapitaIncome } } }',
    );
    expect(data.province).toEqual({ a: null, b: { perCapitaIncome: '6000.00' } });
  });

  it('lists every line with the county whose own it is', async () => {
    const { data } = await ask(
      '{ province(code: "530000") { monitoringLines { perCapitaIncome from county { name } bands { toPerCapita } } } }',
      { with: [yunnanWithLine('8000.00', '8050.00')] },
    );
    expect(data.province.monitoringLines).toMatchObject([
      { perCapitaIncome: '6000.00', from: '2021-01-01', county: null },
      { perCapitaIncome: '8000.00', from: '2021-05-14', county: null },
      { perCapitaIncome: '8050.00', from: '2021-05-14', county: { name: '元谋县' } },
    ]);
    expect(data.province.monitoringLines[2].bands[0]).toEqual({ toPerCapita: '8050.00' });
  });

  it('says that the baseline serves Qinghai, at the floor', async () => {
    const { data } = await ask(
      '{ province(code: "630000") { name servedByBaseline monitoringLine(on: "2021-06-01") { perCapitaIncome nationalFloor source { verified } } } }',
    );
    expect(data.province).toMatchObject({
      name: '青海省',
      servedByBaseline: true,
      monitoringLine: { perCapitaIncome: '6000.00', nationalFloor: '6000.00' },
    });
  });

  it('gives the four procedures with their steps, each after the ones before it', async () => {
    const { data } = await ask(
      '{ province(code: "430000") { procedures(on: "2023-06-01") { kind name limitDays limitInWorkingDays steps { code name kind level after deadlineDays workingDays minimumNoticeDays quorum outcomes requiredEvidence extraForm article } } } }',
    );
    const { procedures } = data.province;
    expect(procedures.map(({ kind }: { kind: string }) => kind)).toEqual([
      'IDENTIFICATION',
      'EMERGENCY_IDENTIFICATION',
      'SUPPORT',
      'ELIMINATION',
    ]);
    expect(procedures[0].steps.find(({ kind }: { kind: string }) => kind === 'PUBLIC_NOTICE')).toMatchObject({
      minimumNoticeDays: 5,
      level: 'VILLAGE',
    });
  });

  it('offers instruments of one family or of all, with the risk types that they answer', async () => {
    const { data } = await ask(
      '{ province(code: "430000") { all: instruments { code } health: instruments(family: HEALTH) { code family nature department requiresLabour cap from to fundingSources addresses { code name group } source { id } } riskTypes { code name group } } }',
    );
    expect(data.province.all).toHaveLength(BASELINE.instruments.length);
    expect(data.province.health.map(({ family }: { family: string }) => family)).toEqual(Array(6).fill('HEALTH'));
    expect(data.province.health[0]).toMatchObject({
      code: 'medical-insurance-subsidy',
      department: 'MEDICAL_SECURITY',
      addresses: expect.arrayContaining([{ code: 'ILLNESS', name: '因病', group: 'ILLNESS' }]),
    });
    expect(data.province.riskTypes).toHaveLength(BASELINE.riskTypes.length);
  });

  it('offers an instrument on its last day and not on the day after, and knows a risk type likewise', async () => {
    const [first, ...others] = BASELINE.instruments;
    const [illness, ...types] = BASELINE.riskTypes;
    const closing = {
      ...yunnanWithLine('6000.00'),
      instruments: [{ ...first!, to: date('2023-12-31') }],
      riskTypes: [{ ...illness!, to: date('2023-12-31') }],
    };
    const { data } = await ask(
      '{ province(code: "530000") { a: instruments(on: "2023-12-31") { code } b: instruments(on: "2024-01-01") { code addresses { code } } c: riskTypes(on: "2024-01-01") { code } } }',
      { with: [closing] },
    );
    expect(data.province.a).toHaveLength(others.length + 1);
    expect(data.province.b).toHaveLength(others.length);
    expect(data.province.c).toHaveLength(types.length);
    const stillAddressed = data.province.b.flatMap((one: { addresses: { code: string }[] }) => one.addresses);
    expect(stillAddressed.map(({ code }: { code: string }) => code)).not.toContain('ILLNESS');
  });

  it('lists its sources once each, its own and the baseline’s', async () => {
    const { data } = await ask('{ province(code: "430000") { sources { id title verified } } }');
    const ids = data.province.sources.map(({ id }: { id: string }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(data.province.sources).toContainEqual(expect.objectContaining({ id: 'hunan-line-2023', verified: true }));
    expect(data.province.sources).toContainEqual(
      expect.objectContaining({ id: 'pingjiang-elimination', verified: false }),
    );
  });

  it('speaks English where it is asked to', async () => {
    const asked = `{ province(code: "430000") { name monitoringLine { bands { name } } procedures { name steps { name } }
      instruments(family: HEALTH) { name addresses { name } } riskTypes { name } } }`;
    const { data } = await ask(asked, { language: 'en' });
    expect(data.province).toMatchObject({
      name: 'Hunan',
      monitoringLine: { bands: [{ name: 'Within the range' }, {}] },
    });
    expect(data.province.instruments[0].name).toBe('Subsidy of the personal premium of basic medical insurance');
    expect(JSON.stringify(data)).not.toMatch(/\p{Script=Han}/u);
    expect(JSON.stringify((await ask(asked)).data)).not.toContain('Illness');
  });

  it.each(['430121', '000000', '810000', '990000'])(
    'is null for %s, which is no province with a configuration',
    async (code) => {
      expect(await ask(`{ province(code: "${code}") { name } }`)).toEqual({ data: { province: null }, errors: [] });
    },
  );

  it('answers PROVINCE_CONFIG_INVALID where the module was refused, and serves the others beside it', async () => {
    const { data, errors } = await ask(
      '{ a: province(code: "530000") { name } b: province(code: "430000") { name } }',
      {
        with: [yunnanWithLine('5999.99')],
      },
    );
    expect(data).toEqual({ a: null, b: { name: '湖南省' } });
    expect(errors.map(({ path, originalError }) => [path, originalError])).toMatchObject([
      [['a'], { code: 'PROVINCE_CONFIG_INVALID' }],
    ]);
  });
});

describe('Region.province', () => {
  it('is Hunan for a township of it, the Corps for Shihezi, and null for the nation', async () => {
    const { data } = await ask(
      '{ a: region(code: "430121001") { province { name } } b: region(code: "659001") { province { name region { code } } } c: region(code: "000000") { province { name } } }',
    );
    expect(data).toEqual({
      a: { province: { name: '湖南省' } },
      b: { province: { name: '新疆生产建设兵团', region: null } },
      c: { province: null },
    });
  });

  it('is PROVINCE_CONFIG_INVALID below a province whose module was refused', async () => {
    const { data, errors } = await ask('{ region(code: "532328") { name province { name } } }', {
      with: [yunnanWithLine('5999.99')],
    });
    expect(data).toEqual({ region: { name: '元谋县', province: null } });
    expect(errors[0]?.originalError).toMatchObject({ code: 'PROVINCE_CONFIG_INVALID' });
  });
});

it('describes every field and argument of the room', () => {
  expect(undescribed(schema)).toEqual([]);
});

describe('alertKinds', () => {
  const KINDS =
    'code name department grade grades { grade from } threshold { amount per } formerStatus everyMonths source { id verified }';
  const kindsOf = async (args: string, more: Asking = {}) =>
    (await ask(`{ province(code: "430000") { alertKinds${args} { ${KINDS} } } }`, more)).data.province.alertKinds;

  it('are the baseline’s own where a province lists none, and say so', async () => {
    const kinds = await kindsOf('(on: "2023-06-01")', { language: 'en' });
    expect(kinds).toHaveLength(6);
    expect(kinds[0]).toEqual({
      code: 'inpatient-own-cost-formerly-poor',
      name: 'Own inpatient cost, formerly poor household',
      department: 'MEDICAL_SECURITY',
      grade: null,
      grades: [],
      threshold: { amount: '5000.00', per: 'YEAR' },
      formerStatus: 'FORMERLY_POOR',
      everyMonths: 1,
      source: { id: 'default-alert-kinds', verified: false },
    });
  });

  it('are a county’s own from its day on, graded, and the province’s before and elsewhere', async () => {
    const source = { id: 'a-county', title: '某县办法', standing: 'county-practice' } as const;
    const own = alertKind({
      code: 'own-cost',
      name: { zh: '医疗自付', en: 'Own cost' },
      department: 'MEDICAL_SECURITY',
      grade: 'YELLOW',
      grades: { RED: '30000.00' },
    });
    const module = defineProvince({
      code: '610000',
      name: { zh: '陕西省', en: 'Shaanxi' },
      alertKinds: dated([{ from: '2023-01-01', county: '610102', value: [own], source }]),
    });
    const codesOf = async (args: string) => {
      const { data, errors } = await ask(
        `{ province(code: "610000") { alertKinds(${args}) { code grades { grade from } } } }`,
        {
          with: [module],
        },
      );
      expect(errors).toEqual([]);
      return data.province.alertKinds;
    };
    expect(await codesOf('on: "2023-01-01", county: "610102"')).toEqual([
      { code: 'own-cost', grades: [{ grade: 'RED', from: '30000.00' }] },
    ]);
    for (const elsewhere of [
      'on: "2022-12-31", county: "610102"',
      'on: "2023-01-01", county: "610103"',
      'on: "2023-01-01", county: "430121"',
      'on: "2023-01-01"',
    ])
      expect(await codesOf(elsewhere), elsewhere).toHaveLength(6);
  });
});
