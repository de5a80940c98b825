import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant, Role } from '../../src/domain/jurisdiction/role.js';
import { READERS } from '../../src/domain/jurisdiction/role-groups.js';
import { isInScope, scopesOf } from '../../src/domain/jurisdiction/scopes-of.js';
import { ancestorsOf, type RegionCode, subtreePrefix } from '../../src/domain/kernel/region-code.js';
import { grantsInForce, loadRegionTree, type RegionTree } from '../../src/features/region/index.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

/** Counties whose digits collide (510104 and 511702, 430112 and 430121), and one that is a city without counties. */
const COUNTIES = ['430121', '430112', '430102', '430181', '510104', '510105', '511702', '441900'] as RegionCode[];
const ROLES: readonly Role[] = [
  'VILLAGE_WORKER',
  'TOWNSHIP_OFFICER',
  'COUNTY_OFFICER',
  'CITY_OFFICER',
  'PROVINCE_OFFICER',
  'NATIONAL_OFFICER',
  'ANALYST',
];
const ORDERS = ['NUMBER', 'UPDATED_AT', 'SIZE'] as const;

interface Placed {
  readonly id: string;
  readonly region: RegionCode;
}

describe('threat 19 · the edges of a subtree', () => {
  let product: TestApp;
  let placed: Placed[];
  let regions: RegionCode[];
  /** The divisions as they stand, and after counties have moved: within their city, and to another province. */
  let worlds: RegionTree[];

  beforeAll(async () => {
    product = await startTestApp('2023-11-30', { DEMO: 'off' });
    const { tree } = product.app.ground;
    const places = [...new Set(COUNTIES)].flatMap((county) => [
      county,
      ...tree
        .childrenOf(county)
        .slice(0, 2)
        .map(({ code }) => code),
    ]);
    placed = [];
    for (const region of places) placed.push({ id: await register(region), region });
    regions = [...new Set(places.flatMap((place) => [place, ...ancestorsOf(place)]))].filter((code) => tree.has(code));
    // A township beside those that hold anybody, and a code of no region whose digits begin those of one.
    regions.push(tree.childrenOf('430121' as RegionCode)[2]!.code, '430120' as RegionCode);
    const moved = (from: string, to: string): RegionTree =>
      loadRegionTree(
        [...tree.rows()].map((row) => (row.code === from ? { ...row, successorCode: to as RegionCode } : row)),
      );
    worlds = [tree, moved('430102', '430112'), moved('430121', '510104'), moved('510105', '430181')];
  }, 180_000);
  afterAll(() => product?.stop());

  async function register(region: RegionCode): Promise<string> {
    const token = await product.token([{ role: 'COUNTY_OFFICER', region: region.slice(0, 6) }]);
    const { data, errors } = await product.ask(
      token,
      'mutation($input: RegisterHouseholdInput!) { registerHousehold(input: $input) { household { id } userErrors { code message } } }',
      {
        input: {
          region,
          formerStatus: 'GENERAL',
          members: [{ name: '示例', sex: 'MALE', birthDate: '1968-03-15', relationship: 'HEAD', labour: 'ORDINARY' }],
        },
      },
    );
    if (errors.length > 0 || data.registerHousehold.household === null)
      throw new Error(JSON.stringify({ data, errors }));
    return data.registerHousehold.household.id;
  }

  /** All pages of a list, by its cursors. */
  async function everyPage(token: string, region: RegionCode | null, by: (typeof ORDERS)[number], size: number) {
    const ids: string[] = [];
    let after: string | null = null;
    let total = 0;
    do {
      const page = await product.ask(
        token,
        `query($where: HouseholdFilter, $orderBy: [HouseholdOrder!], $first: Int, $after: String) { households(where: $where, orderBy: $orderBy, first: $first, after: $after) {
          totalCount nodes { id } pageInfo { endCursor hasNextPage } } }`,
        { where: region === null ? null : { region }, orderBy: [{ by }], first: size, after },
      );
      expect(page.errors).toEqual([]);
      const { nodes, pageInfo, totalCount } = page.data.households;
      ids.push(...nodes.map(({ id }: Placed) => id));
      total = totalCount;
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    return { ids, total };
  }

  it('are the same to the filter, the predicate, node, counts, orders and cursors', { timeout: 300_000 }, async () => {
    const grant = fc.record({ role: fc.constantFrom(...ROLES), region: fc.constantFrom(...regions) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(grant, { minLength: 1, maxLength: 3 }),
        fc.option(fc.constantFrom(...regions)),
        fc.constantFrom(...ORDERS),
        fc.integer({ min: 1, max: 9 }),
        fc.nat({ max: worlds.length - 1 }),
        async (grants: Grant[], within, order, size, world) => {
          // Whoever calls is placed by this tree at every request; the token stays the same.
          Object.assign(product.app.ground, { tree: worlds[world] });
          const token = await product.token(grants);
          const scopes = scopesOf(grantsInForce(worlds[world]!, grants), READERS);
          const mayRead = grants.some(({ role }) => READERS.includes(role));
          const seen = placed.filter(({ region }) => isInScope(scopes, region));

          const { data, errors } = await product.ask(token, 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
            ids: placed.map(({ id }) => id),
          });
          expect(data.nodes.map((node: Placed | null) => node?.id ?? null)).toEqual(
            placed.map((one) => (seen.includes(one) ? one.id : null)),
          );
          expect(errors.every(({ extensions }) => extensions.code === 'FORBIDDEN')).toBe(true);
          expect(errors.length > 0).toBe(!mayRead);
          if (!mayRead) return;

          const inside = within === null ? seen : seen.filter(({ region }) => region.startsWith(subtreePrefix(within)));
          const expected = inside.map(({ id }) => id).sort();
          const { ids, total } = await everyPage(token, within, order, size);
          expect([...ids].sort()).toEqual(expected);
          expect(total).toBe(expected.length);
          if (within === null) return;
          const below = await product.ask(
            token,
            'query($code: RegionCode!) { region(code: $code) { households(first: 200) { totalCount nodes { id } } } }',
            { code: within },
          );
          const known = product.app.ground.tree.has(within);
          expect(below.data.region?.households.totalCount ?? null).toBe(known ? expected.length : null);
          expect((below.data.region?.households.nodes ?? []).map(({ id }: Placed) => id).sort()).toEqual(
            known ? expected : [],
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});
