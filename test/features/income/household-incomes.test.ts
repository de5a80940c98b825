import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registered } from '../household/a-household.js';
import { county, found, type HouseholdRoom, openHouseholdRoom, VILLAGE_D } from '../household/a-household-room.js';

let room: HouseholdRoom;

beforeAll(async () => {
  room = await openHouseholdRoom();
});

afterAll(() => room.register.close());

interface IncomePage {
  readonly totalCount: number;
  readonly nodes: readonly { readonly from: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

describe('incomes(first, after)', () => {
  it('pages through three windows one by one, the newest first', async () => {
    const incomes = ['2020', '2022', '2021'].map((year) => ({ from: `${year}-01-01`, to: `${year}-12-31` }));
    const { id } = await registered(room, { number: 'N-900', region: VILLAGE_D, incomes }, county('430124'));
    const source = `query ($id: ID!, $first: Int, $after: String) { household(id: $id) { incomes(first: $first, after: $after) {
      totalCount nodes { from } pageInfo { hasNextPage endCursor } } } }`;
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const answer = await room.ask(county('430124'), source, { id, first: 1, after });
      const { incomes: page } = found<{ incomes: IncomePage }>(answer, 'household');
      seen.push(...page.nodes.map(({ from }) => from));
      expect(page.totalCount).toBe(3);
      [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
    }
    expect(seen).toEqual(['2022-01-01', '2021-01-01', '2020-01-01']);
    expect((await room.ask(county('430124'), source, { id, first: 201 })).errors[0]?.code).toBe('BAD_USER_INPUT');
    expect((await room.ask(county('430124'), source, { id, after: 'nonsense' })).errors[0]?.code).toBe(
      'INVALID_CURSOR',
    );
  });
});
