import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { date } from '../../src/domain/kernel/calendar-date.js';
import type { Grant } from '../../src/domain/jurisdiction/role.js';
import { DISCLOSURE_DEFAULTS } from '../../src/domain/statistics/disclosure/parameters.js';
import { loadRegister } from '../../src/features/demonstration/index.js';
import { DEMONSTRATION_COUNTIES } from '../../src/features/region/index.js';
import { publishFigures } from '../../src/features/statistics/index.js';
import { Database } from '../../src/platform/database/database.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { isAsShown, requestsOf, withAnswer } from './guide.js';
import { ROOT, read } from './markdown.js';

const CAST: Readonly<Record<string, Grant>> = {
  province: { role: 'PROVINCE_OFFICER', region: '430000' },
  nation: { role: 'NATIONAL_OFFICER', region: '000000' },
  analyst: { role: 'ANALYST', region: '000000' },
};
const TODAY = date('2023-11-30');

describe('docs/guides/analyse.md', () => {
  const path = 'docs/guides/analyse.md';
  let guide = read(path);
  const requests = requestsOf(guide);
  let product: TestApp;
  beforeAll(async () => {
    // The same keys make the same noise, so that what analysts are shown can be compared.
    const PII_KEYS = `guide:${Buffer.alloc(32, 'analyse').toString('base64')}`;
    product = await startTestApp(TODAY, { DEMO: 'off', PII_KEYS });
    const { ground, engine } = product.app;
    const order = { households: 300, seed: 7, counties: DEMONSTRATION_COUNTIES };
    await loadRegister({ ...ground, engine, today: TODAY, ...order });
    const parts = { ...ground, database: new Database(engine), parameters: DISCLOSURE_DEFAULTS };
    await publishFigures(parts, { today: TODAY, now: () => new Date() });
  }, 300_000);
  afterAll(async () => {
    await product?.stop();
    if (process.env['UPDATE_GUIDES'] === '1') writeFileSync(join(ROOT, path), guide);
  });

  it('has 7 requests at least, and every `ask` is one that could be read', () => {
    expect(requests.length).toBeGreaterThanOrEqual(7);
    expect(requests).toHaveLength(guide.match(/<!-- ask /g)?.length ?? 0);
  });

  it.each(requests.map((request, at) => [at + 1, request.who, request] as const))(
    'request %i, by %s, is answered as shown',
    async (_, who, request) => {
      const token = await product.token([CAST[who]!], { subject: who });
      const { data: answer, errors } = await product.ask(token, request.query, JSON.parse(request.variables));
      expect(errors).toEqual([]);
      if (process.env['UPDATE_GUIDES'] === '1') guide = withAnswer(guide, request, answer);
      else expect(isAsShown(JSON.parse(request.shown), answer), JSON.stringify(answer, null, 2)).toBe(true);
    },
  );
});
