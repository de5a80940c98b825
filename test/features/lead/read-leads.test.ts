import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CallerOptions,
  COUNTY,
  county,
  type LeadRoom,
  NEXT_COUNTY,
  openLeadRoom,
  resident,
  STREET,
  submit,
  VILLAGE_A,
  VILLAGE_B,
  worker,
} from './a-lead-room.js';

let room: LeadRoom;
let household: Awaited<ReturnType<LeadRoom['aHousehold']>>;
const nation: CallerOptions = { grants: [['NATIONAL_OFFICER', '000000']], subject: 'nation' };

/** Leads of five places, reported on five days; the household's first is joined by two more. */
beforeAll(async () => {
  room = await openLeadRoom();
  household = await room.aHousehold(VILLAGE_A);
  const other = await room.aHousehold(VILLAGE_B);
  const officer = county('430000');
  await submit(room, officer, { householdId: household.globalId, reportedOn: '2023-11-01' });
  await submit(room, officer, { householdId: household.globalId, reportedOn: '2023-11-02', channel: 'MEDIA' });
  await submit(room, officer, { householdId: household.globalId, reportedOn: '2023-11-03' });
  await submit(room, officer, { householdId: other.globalId, reportedOn: '2023-11-15' });
  await submit(room, officer, {
    region: NEXT_COUNTY,
    contactName: '李某',
    reportedOn: '2023-11-20',
    channel: 'PETITION',
  });
  await submit(room, county('510104'), { region: STREET, contactName: '赵某', reportedOn: '2023-11-21' });
});
afterAll(() => room.register.close());

const LIST = `query ($where: LeadFilter, $orderBy: [LeadOrder!], $first: Int, $after: String, $last: Int, $before: String) {
  leads(where: $where, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    totalCount nodes { reportedOn status overdue region { code } household { number } }
    edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

async function list(caller: CallerOptions, variables: object = {}) {
  const { data, errors } = await room.ask(caller, LIST, { ...variables });
  const page = data?.leads;
  return { page, errors, days: page?.nodes.map(({ reportedOn }: { reportedOn: string }) => reportedOn.slice(5)) };
}

describe('leads', () => {
  it('shows each caller the leads of the own region, newest report first', async () => {
    expect((await list(worker(VILLAGE_A))).days).toEqual(['11-03', '11-02', '11-01']);
    expect((await list(county(COUNTY))).days).toEqual(['11-15', '11-03', '11-02', '11-01']);
    expect((await list(county('430000'))).days).toEqual(['11-20', '11-15', '11-03', '11-02', '11-01']);
    expect((await list(nation)).days).toEqual(['11-21', '11-20', '11-15', '11-03', '11-02', '11-01']);
  });

  it('reads a page with region and household in one statement, and its count in a second', async () => {
    await list(county('430000'));
    expect(room.register.statements()).toHaveLength(2);
    await room.ask(county('430000'), '{ leads { nodes { id statement household { number } } } }');
    expect(room.register.statements()).toHaveLength(1);
  });

  it.each([
    [{ status: ['OPEN'] }, ['11-20', '11-15', '11-01']],
    [{ status: [] }, []],
    [{ channel: ['MEDIA', 'PETITION'] }, ['11-20', '11-02']],
    [{ region: VILLAGE_B }, ['11-15']],
    [{ region: STREET }, []],
    [{ region: '430000', status: ['DUPLICATE'] }, ['11-03', '11-02']],
    [{ dueOn: { lte: '2023-11-30' } }, ['11-15', '11-03', '11-02', '11-01']],
    [{ dueOn: { lt: '2023-11-30' } }, ['11-03', '11-02', '11-01']],
    [{ dueOn: { eq: '2023-12-05' } }, ['11-20']],
    [{ overdue: true }, ['11-01']],
    [{ overdue: false }, ['11-20', '11-15', '11-03', '11-02']],
  ])('filters by %j', async (where, expected) => {
    const { days, page } = await list(county('430000'), { where });
    expect(days).toEqual(expected);
    expect(page.totalCount).toBe(expected.length);
  });

  it('counts a lead as overdue from the day after its last: due 2023-11-30, not on that day, on 2023-12-01', async () => {
    const on = async (today: string) =>
      (await list({ ...county(COUNTY), today }, { where: { region: VILLAGE_B } })).page.nodes[0].overdue;
    expect(await on('2023-11-30')).toBe(false);
    expect(await on('2023-12-01')).toBe(true);
  });

  it('orders by either day, either way', async () => {
    const by = async (orderBy: object[]) => (await list(county('430000'), { orderBy })).days;
    expect(await by([{ by: 'REPORTED_ON' }])).toEqual(['11-01', '11-02', '11-03', '11-15', '11-20']);
    expect(await by([{ by: 'DUE_ON', direction: 'DESC' }, { by: 'DUE_ON' }])).toEqual([
      '11-20',
      '11-15',
      '11-03',
      '11-02',
      '11-01',
    ]);
  });

  it('pages forward and back without a gap', async () => {
    const first = await list(county('430000'), { first: 2 });
    expect(first.days).toEqual(['11-20', '11-15']);
    expect(first.page.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const second = await list(county('430000'), { first: 3, after: first.page.pageInfo.endCursor });
    expect(second.days).toEqual(['11-03', '11-02', '11-01']);
    expect(second.page.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const back = await list(county('430000'), { last: 1, before: second.page.pageInfo.startCursor });
    expect(back.days).toEqual(['11-15']);
  });

  it('opens a cursor for the same caller, filter and order only', async () => {
    const { page } = await list(county('430000'), { first: 2 });
    const after = page.pageInfo.endCursor;
    for (const [caller, more] of [
      [{ ...county('430000'), subject: 'another' }, {}],
      [county('430000'), { where: { overdue: false } }],
      [county('430000'), { orderBy: [{ by: 'DUE_ON' }] }],
    ] as const)
      expect((await list(caller, { first: 2, after, ...more })).errors).toMatchObject([{ code: 'INVALID_CURSOR' }]);
    expect((await list(county('430000'), { first: 2, after: `${after.slice(0, -2)}AA` })).errors).toMatchObject([
      { code: 'INVALID_CURSOR' },
    ]);
  });

  it('refuses a page of 201, and those who read no leads', async () => {
    expect((await list(county(COUNTY), { first: 201 })).errors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
    for (const role of ['RESIDENT', 'DEPARTMENT_CLIENT', 'ANALYST', 'AUDITOR', 'PROVINCE_IT'] as const)
      expect((await list({ grants: [[role, '430000']] })).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });

  it('withholds the words from the nation, which reads the rest', async () => {
    const ask = '{ leads(first: 3) { nodes { statement outcomeNote status } } }';
    const { data } = await room.ask(nation, ask);
    expect(data.leads.nodes.map(({ statement }: { statement: string }) => statement)).toEqual(['***', '***', '***']);
    const own = await room.ask(
      county(COUNTY),
      '{ leads(where: { status: [DUPLICATE] }) { nodes { statement outcomeNote } } }',
    );
    expect(own.data.leads.nodes[0]).toMatchObject({ statement: '户主患大病,自付费用高。' });
    expect(own.data.leads.nodes[0].outcomeNote).toContain('2023-11-01');
  });

  it('gives the receipt at no later reading', async () => {
    const { data } = await room.ask(county('430000'), '{ leads { nodes { receipt } } }');
    expect(new Set(data.leads.nodes.map(({ receipt }: { receipt: null }) => receipt))).toEqual(new Set([null]));
  });
});

describe('what is asked for twice', () => {
  it('is read once and answered in full: by nodes and by edges, under two names, with two page sizes', async () => {
    const { data, errors } = await room.ask(
      worker(),
      `{ leads(first: 1) { nodes { household { number leads(first: 1) { nodes { reportedOn } } } } also: nodes { household { formerStatus } }
         edges { node { household { size leads(first: 3) { totalCount edges { node { status } } } } } } } }`,
    );
    expect(errors).toEqual([]);
    expect(room.register.statements()).toHaveLength(1);
    const { number } = household;
    expect(data.leads).toEqual({
      nodes: [{ household: { number, leads: { nodes: [{ reportedOn: '2023-11-03' }] } } }],
      also: [{ household: { formerStatus: 'GENERAL' } }],
      edges: [
        {
          node: {
            household: {
              size: 0,
              leads: {
                totalCount: 3,
                edges: [
                  { node: { status: 'DUPLICATE' } },
                  { node: { status: 'DUPLICATE' } },
                  { node: { status: 'OPEN' } },
                ],
              },
            },
          },
        },
      ],
    });
  });
});

const OF_HOUSEHOLD = `query ($id: ID!, $first: Int, $after: String) { household(id: $id) { leads(first: $first, after: $after) {
  totalCount nodes { reportedOn statement } edges { node { status } } pageInfo { hasNextPage endCursor } } } }`;

describe('Household.leads', () => {
  it('comes with the household in one statement, its count too; a further page takes one of its own', async () => {
    const first = await room.ask(worker(), OF_HOUSEHOLD, { id: household.globalId, first: 2 });
    expect(room.register.statements()).toHaveLength(1);
    const { leads } = first.data.household;
    expect(leads).toMatchObject({ totalCount: 3, nodes: [{ reportedOn: '2023-11-03' }, { reportedOn: '2023-11-02' }] });
    expect(leads.pageInfo.hasNextPage).toBe(true);
    const next = await room.ask(worker(), OF_HOUSEHOLD, {
      id: household.globalId,
      first: 2,
      after: leads.pageInfo.endCursor,
    });
    expect(next.data.household.leads).toMatchObject({
      totalCount: 3,
      nodes: [{ reportedOn: '2023-11-01' }],
      pageInfo: { hasNextPage: false },
    });
  });

  it('is read by the resident with the own words, and not by another', async () => {
    const own = await room.ask(resident(household.number), OF_HOUSEHOLD, { id: household.globalId });
    expect(own.data.household.leads.nodes[0]).toEqual({
      reportedOn: '2023-11-03',
      statement: '户主患大病,自付费用高。',
    });
    const neighbour = await room.aHousehold(VILLAGE_A);
    expect(
      (await room.ask(resident(neighbour.number), OF_HOUSEHOLD, { id: household.globalId })).data.household,
    ).toBeNull();
  });

  it('answers an empty cursor as one of another list', async () => {
    const { errors } = await room.ask(worker(), OF_HOUSEHOLD, { id: household.globalId, after: '' });
    expect(errors).toMatchObject([{ code: 'INVALID_CURSOR' }]);
  });
});
