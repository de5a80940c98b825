import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '../../src/domain/jurisdiction/role.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { isAsShown, requestsOf, valueAt, withAnswer } from './guide.js';
import { ROOT, read } from './markdown.js';

/** The tokens of docs/guides/field-work.md. */
const CAST: Readonly<Record<string, Grant>> = {
  village: { role: 'VILLAGE_WORKER', region: '430121001001' },
  township: { role: 'TOWNSHIP_OFFICER', region: '430121001' },
  county: { role: 'COUNTY_OFFICER', region: '430121' },
  province: { role: 'PROVINCE_OFFICER', region: '430000' },
};
const PATH = 'docs/guides/field-work.md';
const UPDATE = process.env['UPDATE_GUIDES'] === '1';

describe(PATH, () => {
  let guide = read(PATH);
  const requests = requestsOf(guide);
  const kept = new Map<string, string>();
  let product: TestApp;
  beforeAll(async () => {
    product = await startTestApp('2026-06-15', { DEMO: 'off' });
  });
  afterAll(async () => {
    await product?.stop();
    if (UPDATE) writeFileSync(join(ROOT, PATH), guide);
  });

  it.each(requests.map((request, at) => [at + 1, request.who, request] as const))(
    'request %i, by %s, is answered as shown',
    async (_, who, request) => {
      expect(requests).toHaveLength(guide.match(/<!-- ask /g)?.length ?? 0);
      const variables = request.variables.replace(/"<(\w+)>"/g, (_all, name: string) => JSON.stringify(kept.get(name)));
      const token = await product.token([CAST[who]!], { subject: who });
      const { data, errors } = await product.ask(token, request.query, JSON.parse(variables));
      expect(errors).toEqual([]);
      for (const [name, place] of Object.entries(request.keep)) kept.set(name, String(valueAt(data, place)));
      if (UPDATE) guide = withAnswer(guide, request, data);
      else expect(isAsShown(JSON.parse(request.shown), data), JSON.stringify(data, null, 2)).toBe(true);
    },
  );
});
