import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { date } from '../../src/domain/kernel/calendar-date.js';
import { DISCLOSURE_DEFAULTS } from '../../src/domain/statistics/disclosure/parameters.js';
import { loadRegister } from '../../src/features/demonstration/index.js';
import { DEMONSTRATION_COUNTIES } from '../../src/features/region/index.js';
import { publishFigures } from '../../src/features/publication/index.js';
import { Database } from '../../src/platform/database/database.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { ROOT, read } from './markdown.js';
import { UPDATE } from './tell-guide.js';

const PATH = 'docs/guides/business-intelligence.md';
const TODAY = date('2023-11-30');
const BLOCK = /```sql\n([\s\S]*?)```\n+```json answer\n([\s\S]*?)```/g;

describe(PATH, () => {
  let guide = read(PATH);
  const queries = [...guide.matchAll(BLOCK)].map(([, query = '', shown = '']) => ({ query, shown }));
  let product: TestApp;
  beforeAll(async () => {
    // The same keys make the same noise, so that what is shown can be compared.
    const PII_KEYS = `guide:${Buffer.alloc(32, 'analyse').toString('base64')}`;
    product = await startTestApp(TODAY, { DEMO: 'off', PII_KEYS });
    const { ground, engine } = product.app;
    await loadRegister({ ...ground, engine, today: TODAY, households: 300, seed: 7, counties: DEMONSTRATION_COUNTIES });
    const parts = { ...ground, database: new Database(engine), parameters: DISCLOSURE_DEFAULTS };
    await publishFigures(parts, { today: TODAY, now: () => new Date() });
  }, 300_000);
  afterAll(async () => {
    await product?.stop();
    if (UPDATE) writeFileSync(join(ROOT, PATH), guide);
  });
  const inRole = (role: string, work: (query: (text: string) => Promise<unknown[]>) => Promise<void>): Promise<void> =>
    product.app.engine.transaction(['BEGIN', ...(role === '' ? [] : [`SET LOCAL ROLE ${role}`])], true, (connection) =>
      work((text) => connection.query(text, [], 'object')),
    );

  it.each(queries)('answers %#: $query', async ({ query, shown }) => {
    await inRole('holdline_bi', async (ask) => {
      const rows = await ask(query.trim().replace(/;$/, ''));
      expect(rows.length).toBeGreaterThan(0);
      const told = `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n]\n`;
      if (UPDATE)
        guide = guide.replace(
          `${query}\`\`\`\n\n\`\`\`json answer\n${shown}`,
          `${query}\`\`\`\n\n\`\`\`json answer\n${told}`,
        );
      else expect(rows).toEqual(JSON.parse(shown));
    });
  });

  it('makes a login that reads the views and nothing else', async () => {
    const [, statements = ''] = /```sql owner\n([\s\S]*?)```/.exec(guide) ?? [];
    const undone = new Error('undone');
    const made = inRole('', async (ask) => {
      for (const statement of statements.split(';').filter((one) => one.trim() !== '')) await ask(statement);
      await ask('SET LOCAL ROLE province_reports');
      expect(await ask('SELECT day FROM bi.publication')).toHaveLength(1);
      const [rights] = await ask(
        "SELECT has_table_privilege('public.household', 'SELECT') AS register, has_table_privilege('public.published_household', 'SELECT') AS rows",
      );
      expect(rights).toEqual({ register: false, rows: false });
      throw undone;
    });
    await expect(made).rejects.toBe(undone);
  });
});
