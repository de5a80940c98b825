import { describe, expect, it } from 'vitest';
import type { Grant } from '../../src/domain/jurisdiction/role.js';
import { isAsShown, requestsOf } from './guide.js';
import { pastedRequests, read, readPage } from './markdown.js';
import { startOn, tellGuide } from './tell-guide.js';

const VILLAGE: Grant = { role: 'VILLAGE_WORKER', region: '430121001001' };

tellGuide({
  path: 'docs/guides/first-hour.md',
  cast: {
    village: { grant: VILLAGE },
    township: { grant: { role: 'TOWNSHIP_OFFICER', region: '430121001' } },
    county: { grant: { role: 'COUNTY_OFFICER', region: '430121' } },
    resident: { grant: { role: 'RESIDENT', region: '430121001001' }, household: '4301210010019001' },
    auditor: { grant: { role: 'AUDITOR', region: '430121' } },
  },
  requestsAtLeast: 20,
  start: startOn('2023-11-30'),
  more(product) {
    it('answers what the readmes paste without a refusal', async () => {
      const token = await product().token([VILLAGE]);
      const pasted = pastedRequests(readPage('README.md', read('README.md')));
      expect(pasted.length).toBeGreaterThanOrEqual(2);
      for (const { query, variables } of pasted) {
        const { data, errors } = await product().ask(token, query, variables as Record<string, unknown>);
        expect(errors).toEqual([]);
        for (const payload of Object.values(data as Record<string, { userErrors?: unknown[] }>))
          expect(payload.userErrors ?? []).toEqual([]);
      }
    });
  },
});

describe('the reader of guides', () => {
  const planted =
    'Text.\n\n<!-- ask village one=a.b -->\n```graphql\n{ a { b } }\n```\n\n```json variables\n{"x": "<y>"}\n```\n\nIt answers:\n\n```json answer\n{ "a": { "b": "…" } }\n```\n';

  it('finds who asks, what is kept, variables and the answer', () => {
    const again = '<!-- ask county -->\n```json variables\n{}\n```\n\n```json answer\n{}\n```\n';
    expect(requestsOf(`${planted}\n${again}`).map(({ whole: _whole, ...rest }) => rest)).toEqual([
      {
        who: 'village',
        keep: { one: 'a.b' },
        query: '{ a { b } }\n',
        variables: '{"x": "<y>"}\n',
        shown: '{ "a": { "b": "…" } }\n',
      },
      { who: 'county', keep: {}, query: '{ a { b } }\n', variables: '{}\n', shown: '{}\n' },
    ]);
  });

  it('takes … for anything that is there, and nothing else for something else', () => {
    expect(isAsShown({ a: { b: '…' } }, { a: { b: 'x' } })).toBe(true);
    expect(isAsShown({ a: { b: '…' } }, { a: { b: null } })).toBe(false);
    expect(isAsShown({ a: 1 }, { a: 2 })).toBe(false);
    expect(isAsShown({ a: 1 }, { a: 1, b: 1 })).toBe(false);
    expect(isAsShown([1], [1, 2])).toBe(false);
  });
});
