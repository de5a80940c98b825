import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Reach } from '../../../src/features/access/index.js';
import { householdsInReach } from '../../../src/features/household/household.repository.js';
import { regionScope, WHOLE_REGISTER } from '../../../src/platform/database/scope.js';
import { fromGlobalId, toGlobalId } from '../../../src/platform/graphql/global-id.js';
import { DAUGHTER, HEAD, registered, SECURE, WIFE, YEAR_2022 } from './a-household.js';
import {
  type CallerOptions,
  county,
  found,
  type HouseholdRoom,
  openHouseholdRoom,
  STREET,
  VILLAGE_A,
  VILLAGE_B,
  VILLAGE_C,
  VILLAGE_D,
  worker,
} from './a-household-room.js';

let room: HouseholdRoom;
const everywhere: CallerOptions = { grants: [['NATIONAL_OFFICER', '000000']] };

/** Twelve households: wages of 5,000 yuan and 500 more each; every third has three members, every fourth no income. */
beforeAll(async () => {
  room = await openHouseholdRoom();
  const villages = [
    VILLAGE_A,
    VILLAGE_A,
    VILLAGE_A,
    VILLAGE_A,
    VILLAGE_A,
    VILLAGE_A,
    VILLAGE_B,
    VILLAGE_B,
    VILLAGE_C,
    VILLAGE_D,
    STREET,
    STREET,
  ];
  for (const [n, region] of villages.entries()) {
    const wages = (5000 + 500 * n) * (n % 3 === 0 ? 3 : 1);
    await registered(
      room,
      {
        number: `N-${String(n).padStart(3, '0')}`,
        region,
        formerStatus: n % 2 === 0 ? 'FORMERLY_POOR' : 'GENERAL',
        resettled: n === 1,
        members: n % 3 === 0 ? [WIFE, HEAD, DAUGHTER] : [{ ...HEAD, health: n === 4 ? ['CRITICAL_ILLNESS'] : [] }],
        incomes: n % 4 === 3 ? [] : [{ ...YEAR_2022, wages: `${wages}.00`, medical: '1000.00' }],
        ...(n < 2 ? { guarantees: { ...SECURE, food: n === 0 ? 'SECURE' : 'AT_RISK' } } : {}),
      },
      county(region.slice(0, 6)),
    );
  }
  await openCaseOf('N-008');
});

/** A case as the case room would open it, for the filter that looks whether there is one. */
const openCaseOf = (number: string): Promise<unknown> =>
  room.database.write(WHOLE_REGISTER, (tx) =>
    tx.rows(sql`INSERT INTO monitoring_case (county_code, id, region_code, household_id, number, status, channel, emergency, opened_on,
        tracking_only, support_continued, priority, config_version, version, audit_sequence, created_at, updated_at)
      SELECT county_code, id, region_code, id, 'case', 'UNDER_IDENTIFICATION', 'PETITION', false, '2023-01-01', false, false, 1, 'v', 1, 0,
        created_at, updated_at FROM household WHERE number = ${number}`),
  );

afterAll(() => room.register.close());

async function numbers(where: Record<string, unknown>, caller = everywhere): Promise<string[]> {
  const source =
    'query ($where: HouseholdFilter) { households(where: $where, first: 200) { totalCount nodes { number } } }';
  const answer = await room.ask(caller, source, { where });
  expect(answer.errors).toEqual([]);
  const { nodes, totalCount } = found<{ nodes: { number: string }[]; totalCount: number }>(answer, 'households');
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ number }) => number.slice(-3));
}

describe('households(where)', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['region of a province', { region: '430000' }, '000 001 002 003 004 005 006 007 008 009'],
    ['region 510000, nothing outside 51', { region: '510000' }, '010 011'],
    ['region of a village', { region: VILLAGE_B }, '006 007'],
    ['number in a list', { number: { in: ['N-001', 'N-011', 'x"}\\'] } }, '001 011'],
    ['number beginning, % and _ as they are', { number: { startsWith: 'N-00_' } }, ''],
    ['number beginning with N-01', { number: { startsWith: 'N-01' } }, '010 011'],
    ['an empty list', { number: { in: [] } }, ''],
    ['former status', { formerStatus: ['GENERAL'], region: VILLAGE_A }, '001 003 005'],
    ['resettled', { resettled: true }, '001'],
    ['size of three', { size: { gte: 3 } }, '000 003 006 009'],
    ['special group', { specialGroup: ['CRITICAL_ILLNESS', 'OTHER'] }, '004'],
    ['5,500.00 exactly', { perCapitaIncome: { eq: '5500.00' } }, '001'],
    ['income not known', { perCapitaIncome: { isNull: true } }, '003 007 011'],
    ['less than 0.01 above 5,000.00', { perCapitaIncome: { lt: '5000.01' } }, '000'],
    ['after unavoidable spending', { perCapitaAfterRigid: { lte: '5000.00' } }, '000 001 002'],
    ['under 7,500.00 in 43 and 6,000.00 in 51', { withinRange: true }, '000 001 002 004'],
    ['on or over the line', { withinRange: false }, '005 006 008 009 010'],
    ['all guarantees secure', { guaranteesSecure: true }, '000'],
    ['a guarantee not secure', { guaranteesSecure: false }, '001'],
    ['monitored', { monitored: true }, '008'],
    ['updated before 2023-11-30T02:00Z', { updatedAt: { lt: '2023-11-30T02:00:00Z' } }, ''],
    ['either of two', { or: [{ number: { eq: 'N-001' } }, { number: { eq: 'N-002' } }] }, '001 002'],
    ['either of none', { or: [] }, ''],
    ['not poor before', { not: { formerStatus: ['FORMERLY_POOR'] }, region: STREET }, '011'],
    [
      'not under 7,500.00, unknown incomes among them',
      { not: { perCapitaIncome: { lt: '7500.00' } }, region: VILLAGE_A },
      '003 005',
    ],
    ['all of two', { and: [{ size: { eq: 3 } }, { formerStatus: ['GENERAL'] }] }, '003 009'],
  ])('finds by %s', async (_, where, expected) => {
    expect((await numbers(where)).join(' ')).toBe(expected);
  });

  it('splits the register into a filter and its opposite', async () => {
    for (const where of [{ withinRange: true }, { perCapitaIncome: { gt: '6000.00' } }, { guaranteesSecure: false }])
      expect([...(await numbers(where)), ...(await numbers({ not: where }))].sort()).toHaveLength(12);
  });

  it('finds every household without an open case among those not monitored', async () => {
    expect(await numbers({ monitored: false })).toHaveLength(11);
  });

  it('takes filters eight deep and refuses nine', async () => {
    const nested = (depth: number): object => (depth === 1 ? {} : { not: nested(depth - 1) });
    const source = 'query ($where: HouseholdFilter) { households(where: $where) { totalCount } }';
    expect((await room.ask(everywhere, source, { where: nested(8) })).errors).toEqual([]);
    expect((await room.ask(everywhere, source, { where: nested(9) })).errors[0]?.code).toBe('BAD_USER_INPUT');
  });
});

describe('households(orderBy, first, after)', () => {
  const PAGE = `query ($orderBy: [HouseholdOrder!], $first: Int, $after: String, $last: Int, $before: String) {
    households(orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
      nodes { number } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
  interface Connection {
    readonly nodes: readonly { readonly number: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string; readonly startCursor: string };
  }
  const page = async (variables: Record<string, unknown>, caller = everywhere): Promise<Connection> =>
    found(await room.ask(caller, PAGE, variables), 'households');

  it.each(['NUMBER', 'PER_CAPITA_INCOME', 'SIZE', 'UPDATED_AT'])(
    'pages through %s both ways, each household once',
    async (by) => {
      for (const direction of ['ASC', 'DESC']) {
        const orderBy = [{ by, direction }];
        const all = (await page({ orderBy, first: 200 })).nodes.map(({ number }) => number);
        const [forth, back]: [string[], string[]] = [[], []];
        for (let after: string | null = null, more = true; more; ) {
          const { nodes, pageInfo } = await page({ orderBy, first: 5, after });
          forth.push(...nodes.map(({ number }) => number));
          [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
        }
        for (let before: string | null = null, more = true; more; ) {
          const { nodes, pageInfo } = await page({ orderBy, last: 5, before });
          back.unshift(...nodes.map(({ number }) => number));
          before = pageInfo.startCursor;
          more = back.length < 12;
        }
        expect(forth).toEqual(all);
        expect(back).toEqual(all);
      }
    },
  );

  it('puts unknown incomes last in both directions', async () => {
    const last = async (direction: string): Promise<unknown> =>
      (await page({ orderBy: [{ by: 'PER_CAPITA_INCOME', direction }], first: 200 })).nodes
        .slice(-3)
        .map(({ number }) => number)
        .sort();
    expect(await last('ASC')).toEqual(['N-003', 'N-007', 'N-011']);
    expect(await last('DESC')).toEqual(['N-003', 'N-007', 'N-011']);
  });

  it('opens no cursor for another caller, another order or a changed letter', async () => {
    const { pageInfo } = await page({ first: 2 });
    const code = async (variables: Record<string, unknown>, caller = everywhere): Promise<unknown> =>
      (await room.ask(caller, PAGE, variables)).errors[0]?.code;
    const after = pageInfo.endCursor;
    expect(await code({ first: 2, after }, { ...everywhere, subject: 'another' })).toBe('INVALID_CURSOR');
    expect(await code({ first: 2, after, orderBy: [{ by: 'SIZE' }] })).toBe('INVALID_CURSOR');
    expect(await code({ first: 2, after: `${after.slice(0, -2)}AA` })).toBe('INVALID_CURSOR');
    expect(await code({ first: 201 })).toBe('BAD_USER_INPUT');
    expect(after).not.toContain('N-001');
  });
});

describe('one statement', () => {
  const BODY = `id number size region { name } head { name idNumber phone age } members { id name relationship age health household { number } }
    income { perCapita perCapitaAfterRigid rigidExpenditure { total } } incomes(first: 2) { nodes { from } } guarantees { food note }`;

  it('reads a page of households with members, head, income and guarantees, and its count in a second', async () => {
    const { errors } = await room.ask(
      everywhere,
      `{ households(first: 50) { nodes { ${BODY} } pageInfo { endCursor } } }`,
    );
    expect(errors).toEqual([]);
    expect(room.register.statements()).toHaveLength(1);
    await room.ask(everywhere, `{ households(first: 50) { totalCount edges { node { ${BODY} } } } }`);
    expect(room.register.statements()).toHaveLength(2);
  });

  it('reads one household, and one by its number in two', async () => {
    const { data } = await room.ask(everywhere, `{ householdByNumber(number: "N-000") { ${BODY} } }`);
    expect(room.register.statements()).toHaveLength(2);
    expect(data).toMatchObject({
      householdByNumber: { head: { name: '示**', age: 55 }, size: 3, region: { name: '甲村' } },
    });
    const { id } = (data as Record<string, { id: string }>)['householdByNumber'] as { id: string };
    await room.ask(everywhere, `query ($id: ID!) { household(id: $id) { ${BODY} } }`, { id });
    expect(room.register.statements()).toHaveLength(1);
  });

  it('reads the income and the check of a day for all households of a page together', async () => {
    const source = `{ households(first: 50) { nodes { number a: income(on: "2022-12-30") { to } b: income(on: "2022-12-31") { to }
      c: guarantees(on: "2023-05-31") { food } d: guarantees(on: "2023-06-01") { food note } } } }`;
    const { data } = await room.ask(everywhere, source);
    expect(room.register.statements()).toHaveLength(5);
    expect(data).toHaveProperty('households.nodes.0', {
      number: 'N-000',
      a: null,
      b: { to: '2022-12-31' },
      c: null,
      d: { food: 'SECURE', note: null },
    });
  });

  it('counts the incomes of all households of a page together', async () => {
    const { data } = await room.ask(
      everywhere,
      '{ households(first: 50) { nodes { incomes(first: 0) { totalCount nodes { from } } } } }',
    );
    expect(data).toHaveProperty('households.nodes.0.incomes', { totalCount: 1, nodes: [] });
    // One for the page, one a county.
    expect(room.register.statements()).toHaveLength(4);
  });
});

describe('what lies out of reach', () => {
  const SEES = '{ households(first: 200) { nodes { number } } }';

  it.each<[string, CallerOptions, string]>([
    ['a village worker: the village, not its sibling', worker(VILLAGE_A), '000 001 002 003 004 005'],
    [
      'a worker of two villages',
      {
        grants: [
          ['VILLAGE_WORKER', VILLAGE_B],
          ['VILLAGE_WORKER', VILLAGE_C],
        ],
      },
      '006 007 008',
    ],
    ['a township officer', { grants: [['TOWNSHIP_OFFICER', '430121104']] }, '000 001 002 003 004 005 006 007'],
    ['a county officer', county(), '000 001 002 003 004 005 006 007 008'],
    ['a province officer of 510000', { grants: [['PROVINCE_OFFICER', '510000']] }, '010 011'],
  ])('%s', async (_, caller, expected) => {
    const { nodes } = found<{ nodes: { number: string }[] }>(await room.ask(caller, SEES), 'households');
    expect(nodes.map(({ number }) => number.slice(-3)).join(' ')).toBe(expected);
    expect(await numbers({ region: '000000' }, caller)).toEqual(nodes.map(({ number }) => number.slice(-3)));
  });

  it('is null by id and by number, the same as what never was', async () => {
    const { id } = found<{ id: string }>(
      await room.ask(everywhere, '{ householdByNumber(number: "N-006") { id } }'),
      'householdByNumber',
    );
    const source =
      'query ($id: ID!, $number: String!) { household(id: $id) { number } householdByNumber(number: $number) { number } }';
    const nothing = { household: null, householdByNumber: null };
    expect((await room.ask(worker(VILLAGE_A), source, { id, number: 'N-006' })).data).toEqual(nothing);
    expect((await room.ask(worker(VILLAGE_A), source, { id: 'nonsense', number: 'N-999' })).data).toEqual(nothing);
    expect((await room.ask(worker(VILLAGE_B), source, { id, number: 'N-006' })).data).not.toEqual(nothing);
  });

  it('is null for ids that are no household: a member, a region under the name of a household', async () => {
    const forged = toGlobalId('Household', '430121', '430121104');
    const { data, errors } = await room.ask(everywhere, 'query ($id: ID!) { household(id: $id) { number } }', {
      id: forged,
    });
    expect([data, errors]).toEqual([{ household: null }, []]);
  });

  it('leaves a resident the own household by id and number, and no list', async () => {
    const resident: CallerOptions = { grants: [['RESIDENT', VILLAGE_A]], household: 'N-001' };
    const { data } = await room.ask(
      resident,
      '{ householdByNumber(number: "N-001") { number address members { name } } other: householdByNumber(number: "N-002") { number } }',
    );
    expect(data).toMatchObject({ householdByNumber: { number: 'N-001', members: [{ name: '示**' }] }, other: null });
    expect((await room.ask(resident, SEES)).errors.map(({ code }) => code)).toEqual(['FORBIDDEN']);
  });

  it('stays hidden by the second wall when a statement forgets the first', async () => {
    const all = await room.database.read(WHOLE_REGISTER, (tx) =>
      tx.rows<{ id: string; county: string }>(
        sql`SELECT id, county_code AS county FROM household WHERE region_code = ${VILLAGE_B}`,
      ),
    );
    const blind = new Reach(room.tree, WHOLE_REGISTER, []);
    const ids = all.map(({ id }) => id);
    const village = (code: typeof VILLAGE_A) =>
      room.database.read(regionScope([code]), (tx) => householdsInReach.find(tx, blind, [], '430121', ids));
    expect(await village(VILLAGE_A)).toEqual([]);
    expect(await village(VILLAGE_B)).toHaveLength(2);
    for (const table of ['household', 'member', 'income_record', 'guarantee_check']) {
      const seen = await room.database.read(regionScope([VILLAGE_A]), (tx) =>
        tx.rows<{ n: number }>(sql.raw(`SELECT count(*)::int AS n FROM ${table} WHERE region_code <> '${VILLAGE_A}'`)),
      );
      expect(seen).toEqual([{ n: 0 }]);
    }
  });

  it('is not in the households of a region above the village', async () => {
    const { data } = await room.ask(
      worker(VILLAGE_B),
      '{ region(code: "430000") { households(where: { region: "430121" }) { totalCount nodes { number } } } }',
    );
    expect(data).toEqual({
      region: { households: { totalCount: 2, nodes: [{ number: 'N-006' }, { number: 'N-007' }] } },
    });
  });
});

describe('facts of households', () => {
  it('are read in one statement, present members and newest windows first', async () => {
    const own = found<{ id: string }>(
      await room.ask(everywhere, '{ householdByNumber(number: "N-000") { id } }'),
      'householdByNumber',
    );
    const { county: code, id } = fromGlobalId(own.id) ?? { county: '', id: '' };
    room.register.statements();
    const facts = await room.database.read(WHOLE_REGISTER, (tx) => room.households.factsOf(tx, code, [id]));
    expect(room.register.statements()).toHaveLength(1);
    expect(facts.get(id)).toMatchObject({
      regionCode: VILLAGE_A,
      formerStatus: 'FORMERLY_POOR',
      members: [{ relationship: 'SPOUSE', labour: 'WEAK' }, { relationship: 'HEAD' }, { schooling: '初中' }],
      incomes: [{ from: '2022-01-01', wages: 1_500_000, heads: 3, rigid: { medical: 100_000 } }],
      guarantees: [{ checkedOn: '2023-06-01', food: 'SECURE' }],
    });
    expect(JSON.stringify([...facts])).not.toContain('ealed');
  });
});
