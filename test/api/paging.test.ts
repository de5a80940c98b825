import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '../../src/domain/jurisdiction/role.js';
import { PLACE } from '../support/story.js';
import { type StoryApp, startStoryApp } from '../support/story-app.js';

const COUNTY: Grant = { role: 'COUNTY_OFFICER', region: PLACE.county };
const MEMBER = { name: '示例', sex: 'MALE', birthDate: '1970-01-01', labour: 'ORDINARY' };
const LISTS = {
  households: {
    order: 'HouseholdOrder',
    filter: 'HouseholdFilter',
    keys: ['NUMBER', 'PER_CAPITA_INCOME', 'SIZE', 'UPDATED_AT'],
  },
  monitoringCases: {
    order: 'MonitoringCaseOrder',
    filter: 'MonitoringCaseFilter',
    keys: ['NUMBER', 'OPENED_ON', 'IDENTIFIED_ON', 'DUE_ON', 'PRIORITY', 'UPDATED_AT'],
  },
  leads: { order: 'LeadOrder', filter: 'LeadFilter', keys: ['REPORTED_ON', 'DUE_ON'] },
} as const;
type List = keyof typeof LISTS;
const FIELD: Readonly<Record<string, string>> = {
  PER_CAPITA_INCOME: 'income { perCapita }',
  SIZE: 'size',
  OPENED_ON: 'openedOn',
  IDENTIFIED_ON: 'identifiedOn',
  REPORTED_ON: 'reportedOn',
  DUE_ON: 'dueOn',
  NUMBER: 'number',
  UPDATED_AT: 'updatedAt',
};
interface Page {
  readonly totalCount: number;
  readonly edges: readonly { cursor: string; node: Record<string, unknown> }[];
  readonly pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

describe('pages of a list', () => {
  let app: StoryApp;
  const ask = async (list: List, variables: Record<string, unknown>, fields = '', subject = 'pager') => {
    const { order, filter } = LISTS[list];
    const query = `query($w: ${filter}, $o: [${order}!], $first: Int, $after: String, $last: Int, $before: String) {
      ${list}(where: $w, orderBy: $o, first: $first, after: $after, last: $last, before: $before) {
        totalCount edges { cursor node { id ${fields} } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
    return app.product.ask(await app.product.token([COUNTY], { subject }), query, variables);
  };
  const page = async (list: List, variables: Record<string, unknown>, fields = ''): Promise<Page> => {
    const { data, errors } = await ask(list, variables, fields);
    expect(errors, JSON.stringify(variables)).toEqual([]);
    return data[list];
  };
  const ids = ({ edges }: Page) => edges.map(({ node }) => node['id']);

  beforeAll(async () => {
    app = await startStoryApp();
    await app.stage.today('2023-03-30');
    for (let n = 0; n < 14; n += 1) {
      const others = Array.from({ length: n % 3 }, () => ({ ...MEMBER, relationship: 'CHILD' }));
      const income = { from: '2022-03-01', to: '2023-02-28', wages: `${(n % 4) * 3000}.00` };
      const input = {
        region: PLACE.village,
        number: `PAGE-${String((n * 5) % 14).padStart(2, '0')}`,
        formerStatus: 'GENERAL',
        members: [{ ...MEMBER, relationship: 'HEAD' }, ...others],
        ...(n % 3 === 0 ? {} : { incomes: [income] }),
      };
      const { household } = await app.mutate(
        'village',
        'registerHousehold',
        input,
        'household { id } userErrors { code }',
      );
      const lead = {
        channel: 'CADRE_INSPECTION',
        householdId: household.id,
        reportedOn: `2023-03-${10 + (n % 4)}`,
        statement: '收入下降',
      };
      if (n % 2 === 0) await app.mutate('village', 'submitLead', lead, 'lead { id } userErrors { code }');
      if (n > 9) continue;
      const opening = { householdId: household.id, channel: 'CADRE_INSPECTION', openedOn: `2023-03-${15 + (n % 3)}` };
      const { case: opened } = await app.mutate('village', 'openCase', opening);
      const out = { caseId: opened.id, expectedVersion: 1, reason: 'MOVED_AWAY', note: '迁出', on: '2023-03-30' };
      if (n % 4 === 1) await app.mutate('county', 'withdrawCase', out);
    }
  }, 120_000);
  afterAll(() => app?.product.stop());

  const orders = (Object.keys(LISTS) as List[]).flatMap((list) =>
    LISTS[list].keys.flatMap((by, at) =>
      (['ASC', 'DESC'] as const).flatMap((direction) => {
        const second = LISTS[list].keys[(at + 1) % LISTS[list].keys.length];
        const turned = direction === 'ASC' ? 'DESC' : 'ASC';
        return [
          [list, [{ by, direction }]],
          [
            list,
            [
              { by, direction },
              { by: second, direction: turned },
            ],
          ],
        ] as [List, { by: string; direction: string }[]][];
      }),
    ),
  );

  it.each(orders)('of %s by %j: every row once, in one order, from either end', async (list, o) => {
    const whole = await page(list, { o, first: 200 });
    expect(whole.totalCount).toBe(whole.edges.length);
    expect(new Set(ids(whole)).size).toBe(whole.edges.length);
    for (const size of [1, 3]) {
      const forward: unknown[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const one: Page = await page(list, { o, first: size, after });
        expect(one.pageInfo.hasPreviousPage).toBe(after !== null);
        forward.push(...ids(one));
        ({ endCursor: after, hasNextPage: more } = one.pageInfo);
      }
      expect(forward).toEqual(ids(whole));
      const backward: unknown[] = [];
      for (let before: string | null = null, more = true; more; ) {
        const one: Page = await page(list, { o, last: size, before });
        expect(one.pageInfo.hasNextPage).toBe(before !== null);
        backward.unshift(...ids(one));
        ({ startCursor: before, hasPreviousPage: more } = one.pageInfo);
      }
      expect(backward).toEqual(ids(whole));
    }
  });

  it.each([
    ['households', 'PER_CAPITA_INCOME'],
    ['monitoringCases', 'IDENTIFIED_ON'],
    ['leads', 'REPORTED_ON'],
    ['households', 'SIZE'],
  ] as const)('of %s are in the order of %s, with what is not known last either way', async (list, by) => {
    for (const direction of ['ASC', 'DESC']) {
      const { edges } = await page(list, { o: [{ by, direction }], first: 200 }, FIELD[by]);
      const values = edges.map(({ node }) => {
        const income = node['income'] as { perCapita: string } | null | undefined;
        return by === 'PER_CAPITA_INCOME'
          ? income === null
            ? null
            : Number(income?.perCapita)
          : Object.values(node)[1];
      });
      const known = values.filter((value) => value !== null) as (number | string)[];
      const sorted = [...known].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      expect(values).toEqual([
        ...(direction === 'ASC' ? sorted : sorted.reverse()),
        ...values.filter((value) => value === null),
      ]);
    }
  });

  it('threat 27 · go on from a cursor of the same person, filter and order, and of no other', async () => {
    const o = [{ by: 'SIZE', direction: 'ASC' }];
    const { pageInfo } = await page('households', { o, first: 2 });
    const after = pageInfo.endCursor;
    const codes = async (list: List, variables: Record<string, unknown>, subject?: string) =>
      (await ask(list, { first: 2, after, ...variables }, '', subject)).errors.map(({ extensions }) => extensions.code);
    expect(await codes('households', { o })).toEqual([]);
    expect(await codes('households', { o }, 'somebody else')).toEqual(['INVALID_CURSOR']);
    expect(await codes('households', { o: [{ by: 'SIZE', direction: 'DESC' }] })).toEqual(['INVALID_CURSOR']);
    expect(await codes('households', { o, w: { region: PLACE.village } })).toEqual(['INVALID_CURSOR']);
    expect(await codes('monitoringCases', {})).toEqual(['INVALID_CURSOR']);
    expect(await codes('households', { o, after: `${after}A` })).toEqual(['INVALID_CURSOR']);
    expect(await codes('households', { o, after: `${after?.slice(0, -2)}AA` })).toEqual(['INVALID_CURSOR']);
  });

  it('hold 0 to 200 rows', async () => {
    const codes = async (variables: Record<string, unknown>) =>
      (await ask('households', variables)).errors.map(({ extensions }) => extensions.code);
    for (const size of [0, 1, 200]) expect(await codes({ first: size })).toEqual([]);
    for (const size of [-1, 201, 1_000_000]) expect(await codes({ first: size })).toEqual(['BAD_USER_INPUT']);
    for (const size of [-1, 201]) expect(await codes({ last: size })).toEqual(['BAD_USER_INPUT']);
    expect(await codes({ first: 1, last: 1 })).toEqual(['BAD_USER_INPUT']);
  });

  it('are counted the same by a filter and by its opposite together, though some facts are not known', async () => {
    const filters = [
      { perCapitaIncome: { lt: '1500.00' } },
      { perCapitaIncome: { isNull: true } },
      { withinRange: true },
      { guaranteesSecure: true },
      { size: { gt: 1 } },
      { monitored: true },
      { and: [{ size: { gt: 1 } }, { not: { perCapitaIncome: { gte: '1.00' } } }] },
      { or: [{ size: { eq: 2 } }, { perCapitaIncome: { gt: '1.00' } }] },
      { specialGroup: ['CRITICAL_ILLNESS'] },
    ];
    const { totalCount } = await page('households', { first: 0 });
    for (const filter of filters) {
      const [own, other] = [
        await page('households', { first: 0, w: filter }),
        await page('households', { first: 0, w: { not: filter } }),
      ];
      expect(own.totalCount + other.totalCount, JSON.stringify(filter)).toBe(totalCount);
    }
    const cases = await page('monitoringCases', { first: 0 });
    for (const filter of [
      { overdue: true },
      { identifiedOn: { gt: '2023-01-01' } },
      { household: { withinRange: true } },
      { riskType: ['ILLNESS'] },
    ]) {
      const [own, other] = [
        await page('monitoringCases', { first: 0, w: filter }),
        await page('monitoringCases', { first: 0, w: { not: filter } }),
      ];
      expect(own.totalCount + other.totalCount, JSON.stringify(filter)).toBe(cases.totalCount);
    }
  });

  it.each(['households', 'monitoringCases', 'leads'] as const)('of %s may name an order many times', async (list) => {
    const o = Array.from({ length: 3_000 }, () => ({ by: LISTS[list].keys[0], direction: 'ASC' }));
    const { pageInfo } = await page(list, { o, first: 2 });
    expect((await page(list, { o, first: 2, after: pageInfo.endCursor })).edges).toHaveLength(2);
  });
});
