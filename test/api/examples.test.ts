import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readExample } from '../../src/explorer/example-source.js';
import { chinaDay, fillPlaceholders } from '../../src/explorer/placeholders.js';
import { noteObjects } from '../../src/explorer/seen-objects.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const at = (path: string): string => fileURLToPath(new URL(`../../examples/queries/${path}`, import.meta.url));
const files = readdirSync(at('.'))
  .filter((name) => name.endsWith('.graphql'))
  .sort();

/** SQL statements that each reading example may take, whatever the size of its page; BEGIN, SET and COMMIT not counted. */
const BUDGET: Readonly<Record<string, number>> = {
  '01-viewer': 0,
  '02-region-with-children': 0,
  '04-household-with-members': 1,
  '05-households-page': 2,
  '09-cases-of-a-county': 2,
  '10-case-in-full': 5,
  '16-worklist': 2,
  '17-public-notices': 2,
  '18-audit-events': 5,
  '19-assessment': 2,
  '20-available-actions': 5,
  '26-inspection-campaigns': 3,
  '27-department-alerts': 2,
  '29-identity-reviews': 2,
  '30-result-announcements': 1,
  // Each question is reckoned by two statements before it runs.
  '31-figures-of-cases': 6,
  '32-money-delivered': 3,
  '33-case-flows': 6,
  '34-case-cohorts': 3,
  '35-totals-and-shares': 3,
  '36-explain-figures': 2,
  '37-scorecards': 12,
  '38-scorecard-records': 3,
  '40-segments': 2,
  // The segment, two that reckon the question, and the question.
  '41-figures-by-segment': 4,
};

const OFFICES = ['VILLAGE_WORKER', 'TOWNSHIP_OFFICER', 'COUNTY_OFFICER', 'AUDITOR'] as const;

describe('the examples, tried in their order as a reader does', () => {
  let product: TestApp;
  const seen = new Map<string, string | number>();
  beforeAll(async () => {
    product = await startTestApp(chinaDay(Date.now()));
  });
  afterAll(() => product?.stop());

  for (const file of files) {
    const name = file.replace('.graphql', '');
    it(`${name} answers${name in BUDGET ? ` with at most ${BUDGET[name]} statements` : ''}`, async () => {
      const example = readExample(file, readFileSync(at(file), 'utf8'));
      const variables = JSON.parse(fillPlaceholders(example.variables, seen, Date.now()) || '{}') as Record<
        string,
        unknown
      >;
      const token = await product.token(OFFICES.map((role) => ({ role, region: '430121' })));
      product.forget();
      const { data, errors } = await product.ask(token, example.query, variables);
      expect(errors, JSON.stringify(errors)).toEqual([]);
      noteObjects(seen, data);
      if (example.kind === 'mutation') return;
      expect(BUDGET, 'every reading example has a budget').toHaveProperty(name);
      expect(product.statements.length, product.statements.join('\n\n')).toBeLessThanOrEqual(BUDGET[name]!);
    });
  }
});
