import { describe, expect, it } from 'vitest';
import { cursorOwner, pageRequest, toConnection } from '../../../src/platform/graphql/paging.js';

function sealing() {
  const sealed: unknown[] = [];
  const seal = {
    seal(payload: unknown, boundTo: string): string {
      sealed.push(payload);
      return JSON.stringify([payload, boundTo]);
    },
    open: (cursor: string): unknown => JSON.parse(cursor)[0],
  };
  return { seal, sealed };
}

const page = {
  rows: [
    { row: { id: 'a' }, key: [1, 'a'] },
    { row: { id: 'b' }, key: [2, 'b'] },
    { row: { id: 'c' }, key: [3, 'c'] },
  ],
  hasNextPage: true,
  hasPreviousPage: false,
};
const owner = cursorOwner('zhang', 'cases', null);

describe('a page as a connection', () => {
  it('seals no cursor for a list that is read by its nodes', () => {
    const { seal, sealed } = sealing();
    const { nodes, totalCount, pageInfo } = toConnection(page, seal, owner, 9);
    expect([nodes, totalCount, pageInfo.hasNextPage]).toEqual([[{ id: 'a' }, { id: 'b' }, { id: 'c' }], 9, true]);
    expect(sealed).toEqual([]);
  });

  it('seals one cursor for the end of the page, and opens it as the next page’s boundary', () => {
    const { seal, sealed } = sealing();
    const { endCursor } = toConnection(page, seal, owner).pageInfo;
    expect(sealed).toEqual([[3, 'c']]);
    expect(pageRequest({ first: 2, after: endCursor }, seal, owner).boundary).toEqual([3, 'c']);
  });

  it('gives each edge its own cursor, the same however often it is read', () => {
    const { seal, sealed } = sealing();
    const { edges } = toConnection(page, seal, owner);
    expect(edges.map(({ node }) => node)).toEqual([{ id: 'a' }, { id: 'b' }, { id: 'c' }]);
    expect(edges[1]?.cursor).toBe(JSON.stringify([[2, 'b'], owner()]));
    expect([edges[1]?.cursor, sealed.length]).toEqual([edges[1]?.cursor, 1]);
  });

  it('has no cursors where it has no rows', () => {
    const { pageInfo } = toConnection({ ...page, rows: [] }, sealing().seal, owner);
    expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([null, null]);
  });
});
