import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { county, openSupportRoom, type SupportRoom, township, VILLAGE_B, VILLAGE_D, worker } from './a-support-room.js';
import type { WrittenCase } from './support-writers.js';

let room: SupportRoom;
let monitored: WrittenCase;

/** Five measures of 2023-03-01 to 2023-03-05. */
beforeAll(async () => {
  room = await openSupportRoom();
  monitored = await room.aCase();
  for (const day of [1, 2, 3, 4, 5])
    await room.aMeasure(monitored, { plannedOn: `2023-03-0${day}`, provider: `day ${day}` });
});

afterAll(() => room.register.close());

const MEASURES = `query ($id: ID!, $first: Int, $after: String) { monitoringCase(id: $id) {
  measures(first: $first, after: $after) { totalCount nodes { provider } pageInfo { hasNextPage hasPreviousPage endCursor } } } }`;

const page = async (first: number | null, after: string | null = null) => {
  const { data, errors, statements } = await room.ask(township(), MEASURES, { id: monitored.globalId, first, after });
  const { nodes = [], pageInfo = null, totalCount = null } = data?.monitoringCase?.measures ?? {};
  return {
    providers: nodes.map(({ provider }: { provider: string }) => provider),
    pageInfo,
    totalCount,
    errors,
    statements,
  };
};

describe('MonitoringCase.measures', () => {
  test('gives the latest three of five with the case, counted, in one statement', async () => {
    const { providers, pageInfo, totalCount, statements } = await page(3);
    expect(providers).toEqual(['day 5', 'day 4', 'day 3']);
    expect([pageInfo.hasNextPage, pageInfo.hasPreviousPage, totalCount]).toEqual([true, false, 5]);
    expect(statements).toHaveLength(1);
  });

  test('goes on after a cursor, by itself, to the end', async () => {
    const { pageInfo } = await page(3);
    const next = await page(3, pageInfo.endCursor);
    expect(next.providers).toEqual(['day 2', 'day 1']);
    expect([next.pageInfo.hasNextPage, next.pageInfo.hasPreviousPage, next.totalCount]).toEqual([false, true, 5]);
    expect(next.statements).toHaveLength(3);
  });

  test('knows that five of five are all, and that none of five is not', async () => {
    expect((await page(5)).pageInfo.hasNextPage).toBe(false);
    const none = await page(0);
    expect([none.providers, none.pageInfo.hasNextPage, none.totalCount]).toEqual([[], true, 5]);
  });

  test('refuses 201 at once and a cursor of another case', async () => {
    expect((await page(201)).errors.map(({ code }) => code)).toEqual(['BAD_USER_INPUT']);
    const other = await room.aCase();
    const { pageInfo } = await page(3);
    const variables = { id: other.globalId, first: 3, after: pageInfo.endCursor };
    const { errors } = await room.ask(township(), MEASURES, variables);
    expect(errors.map(({ code }) => code)).toEqual(['INVALID_CURSOR']);
  });

  test('answers two pages of one case under their own names', async () => {
    const { data } = await room.ask(
      township(),
      `query ($id: ID!) { monitoringCase(id: $id) {
        latest: measures(first: 1) { nodes { provider } } all: measures { totalCount edges { cursor node { status deliveries { on } } } } } }`,
      { id: monitored.globalId },
    );
    expect(data.monitoringCase.latest.nodes).toEqual([{ provider: 'day 5' }]);
    expect(data.monitoringCase.all.edges).toHaveLength(5);
    expect(data.monitoringCase.all.edges[0].node).toEqual({ status: 'APPROVED', deliveries: [] });
  });

  test('names the instrument in Chinese or English, and for itself where no configuration knows it', async () => {
    const of = await room.aCase();
    await room.aMeasure(of, { instrument: 'medical-assistance', plannedOn: '2023-03-02' });
    await room.aMeasure(of, { instrument: 'long-gone', plannedOn: '2023-03-01' });
    const query = `query ($id: ID!) { monitoringCase(id: $id) { measures { nodes { addresses { name } instrument { code name family from } } } } }`;
    const named = async (language: 'zh' | 'en') => {
      const { data, errors } = await room.ask({ ...township(), language }, query, { id: of.globalId });
      expect(errors).toEqual([]);
      return data.monitoringCase.measures.nodes;
    };
    const gone = { code: 'long-gone', name: 'long-gone', family: 'HEALTH', from: '2023-03-01' };
    expect(await named('zh')).toMatchObject([
      { instrument: { name: '医疗救助' }, addresses: [{ name: '因病' }] },
      { instrument: gone },
    ]);
    expect(await named('en')).toMatchObject([
      { instrument: { name: 'Medical assistance' }, addresses: [{ name: 'Illness' }] },
      { instrument: gone },
    ]);
  });
});

describe('W2: cases of a county with household, members and the latest three measures', () => {
  test('reads 50 cases of 3 members and 4 measures each in one statement', async () => {
    for (let count = 0; count < 50; count += 1) {
      const of = await room.aCase({ region: VILLAGE_B, members: 3 });
      for (const day of [1, 2, 3, 4]) await room.aMeasure(of, { plannedOn: `2023-04-0${day}`, budgetFen: 123_456 });
    }
    const { data, errors, statements } = await room.ask(
      county(),
      `query ($region: RegionCode!) { monitoringCases(where: { region: $region, status: [MONITORED], category: [MARGINAL_AT_RISK] }, first: 50) {
        nodes { id number status category household { id number members { id name relationship } }
          measures(first: 3) { nodes { id status budget delivered startsOn instrument { code name } } } }
        pageInfo { hasNextPage } } }`,
      { region: VILLAGE_B },
    );
    expect(errors).toEqual([]);
    expect(statements).toHaveLength(1);
    const { nodes } = data.monitoringCases;
    expect(nodes).toHaveLength(50);
    for (const { household, measures } of nodes) {
      expect(household.members).toHaveLength(3);
      expect(measures.nodes).toHaveLength(3);
      expect(measures.nodes[0]).toMatchObject({
        budget: '1234.56',
        delivered: '0.00',
        instrument: { code: 'medical-assistance' },
      });
    }
  });
});

describe('cases of several counties', () => {
  test('count their own measures, and none of another county', async () => {
    const other = await room.aCase({ region: VILLAGE_D });
    await room.aMeasure(other, { provider: 'other' });
    const { data, statements } = await room.ask(
      { grants: [['PROVINCE_OFFICER', '430000']] },
      '{ monitoringCases(first: 200) { nodes { id measures(first: 1) { totalCount nodes { provider } } } } }',
    );
    const of = (id: string) => data.monitoringCases.nodes.find((one: { id: string }) => one.id === id).measures;
    expect(of(other.globalId)).toEqual({ totalCount: 1, nodes: [{ provider: 'other' }] });
    expect(of(monitored.globalId)).toEqual({ totalCount: 5, nodes: [{ provider: 'day 5' }] });
    expect(statements).toHaveLength(1);
  });
});

describe('MeasureReader.find', () => {
  test('finds a measure by id within the reach, and none out of it', async () => {
    const { id } = await room.aMeasure(monitored, { provider: 'found' });
    const provider = [{ name: 'provider', key: 'provider', args: {}, selection: [] }];
    const find = (caller: Parameters<typeof room.caller>[0]) =>
      room.support.measures.find(room.caller(caller), '430121', [id], provider);
    expect(await find(worker())).toMatchObject([{ rowId: id, provider: 'found' }]);
    expect(await find(worker(VILLAGE_B))).toEqual([]);
    expect(await find(county('430124'))).toEqual([]);
  });
});
