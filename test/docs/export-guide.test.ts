import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '../../src/domain/jurisdiction/role.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { isAsShown, requestsOf, withAnswer } from './guide.js';
import { ROOT, read } from './markdown.js';

const CAST: Readonly<Record<string, readonly Grant[]>> = {
  village: [{ role: 'VILLAGE_WORKER', region: '430121001001' }],
  county: [{ role: 'COUNTY_OFFICER', region: '430121' }],
};
const PATH = 'docs/guides/export.md';
/** `<!-- table who media type -->`, a query (absent: that of the table before) and what comes. */
const TABLE = /<!-- table (\w+) ([^>]+?) -->\n+(?:```graphql\n([\s\S]*?)```\n+)?```csv answer\n([\s\S]*?)```/g;
const UPDATE = process.env['UPDATE_GUIDES'] === '1';

describe(PATH, () => {
  let guide = read(PATH);
  let product: TestApp;
  beforeAll(async () => {
    product = await startTestApp('2023-11-30', { DEMO: 'off' });
  });
  afterAll(async () => {
    await product?.stop();
    if (UPDATE) writeFileSync(join(ROOT, PATH), guide);
  });

  it('registers what it then asks for', async () => {
    const requests = requestsOf(guide);
    expect(requests).toHaveLength(1);
    for (const request of requests) {
      const token = await product.token(CAST[request.who]!);
      const { data, errors } = await product.ask(token, request.query, JSON.parse(request.variables));
      expect(errors).toEqual([]);
      if (UPDATE) guide = withAnswer(guide, request, data);
      else expect(isAsShown(JSON.parse(request.shown), data), JSON.stringify(data)).toBe(true);
    }
  });

  it('shows tables as they come, the last of them a refusal', async () => {
    let query = '';
    const tables = [...guide.matchAll(TABLE)].map(([whole, who = '', accept = '', own, shown = '']) => {
      query = own ?? query;
      return { whole, who, accept, query, shown };
    });
    expect(tables).toHaveLength(guide.match(/<!-- table /g)?.length ?? 0);
    expect(tables.length).toBeGreaterThanOrEqual(3);
    for (const table of tables) {
      const answer = await product.app.handler.answer({
        body: { query: table.query },
        accept: table.accept,
        authorization: `Bearer ${await product.token(CAST[table.who]!)}`,
        language: 'en',
        requestId: 'guide',
      });
      const text = answer.stream === undefined ? tellRefusal(answer) : await readWhole(answer.stream);
      const shown = table.accept.includes('labels') ? `${text.split('\n')[0]}\n` : text;
      if (UPDATE)
        guide = guide.replace(table.whole, () =>
          table.whole.replace(/```csv answer\n[\s\S]*```$/, () => `\`\`\`csv answer\n${shown}\`\`\``),
        );
      else expect(shown).toBe(table.shown);
    }
  });
});

async function readWhole(stream: AsyncIterable<unknown>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8').replaceAll('\r\n', '\n');
}

function tellRefusal({ status, body }: { readonly status: number; readonly body: string }): string {
  const { errors } = JSON.parse(body) as { errors: { message: string; extensions: { code: string } }[] };
  return `${status} ${errors[0]!.extensions.code}: ${errors[0]!.message}\n`;
}
