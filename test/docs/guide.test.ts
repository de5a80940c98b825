import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '../../src/domain/jurisdiction/role.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { isAsShown, requestsOf, valueAt, withAnswer } from './guide.js';
import { pastedRequests, ROOT, read, readPage } from './markdown.js';

/** The tokens of docs/guides/first-hour.md. */
const CAST: Readonly<Record<string, readonly Grant[]>> = {
  village: [{ role: 'VILLAGE_WORKER', region: '430121001001' }],
  township: [{ role: 'TOWNSHIP_OFFICER', region: '430121001' }],
  county: [{ role: 'COUNTY_OFFICER', region: '430121' }],
  resident: [{ role: 'RESIDENT', region: '430121001001' }],
  auditor: [{ role: 'AUDITOR', region: '430121' }],
};
const HOUSEHOLD = '4301210010019001';

describe('docs/guides/first-hour.md', () => {
  const path = 'docs/guides/first-hour.md';
  let guide = read(path);
  const requests = requestsOf(guide);
  const kept = new Map<string, string>();
  let product: TestApp;
  beforeAll(async () => {
    product = await startTestApp('2023-11-30', { DEMO: 'off' });
  });
  afterAll(async () => {
    await product?.stop();
    if (process.env['UPDATE_GUIDES'] === '1') writeFileSync(join(ROOT, path), guide);
  });

  it('has 20 requests at least, and every `ask` is one that could be read', () => {
    expect(requests.length).toBeGreaterThanOrEqual(20);
    expect(requests).toHaveLength(guide.match(/<!-- ask /g)?.length ?? 0);
  });

  it.each(requests.map((request, at) => [at + 1, request.who, request] as const))(
    'request %i, by %s, is answered as shown',
    async (_, who, request) => {
      const variables = request.variables.replace(/"<(\w+)>"/g, (_all, name: string) => {
        expect(kept.has(name), `nothing was kept as ${name}`).toBe(true);
        return JSON.stringify(kept.get(name));
      });
      const grants = CAST[who];
      const token = grants === undefined ? null : await product.token(grants, { subject: who, household: HOUSEHOLD });
      const { data: answer, errors } = await product.ask(token, request.query, JSON.parse(variables));
      expect(errors).toEqual([]);
      for (const [name, place] of Object.entries(request.keep)) {
        const value = valueAt(answer, place);
        expect(value, `${name} in ${JSON.stringify(answer)}`).toBeDefined();
        kept.set(name, value as string);
      }
      if (process.env['UPDATE_GUIDES'] === '1') guide = withAnswer(guide, request, answer);
      else expect(isAsShown(JSON.parse(request.shown), answer), JSON.stringify(answer, null, 2)).toBe(true);
    },
  );

  it('answers what the readmes paste without a refusal', async () => {
    const token = await product.token(CAST['village']!);
    const pasted = pastedRequests(readPage('README.md', read('README.md')));
    expect(pasted.length).toBeGreaterThanOrEqual(2);
    for (const { query, variables } of pasted) {
      const { data, errors } = await product.ask(token, query, variables as Record<string, unknown>);
      expect(errors).toEqual([]);
      for (const payload of Object.values(data as Record<string, { userErrors?: unknown[] }>))
        expect(payload.userErrors ?? []).toEqual([]);
    }
  });
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
