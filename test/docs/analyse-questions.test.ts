import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  asLines,
  type GuideQuestion,
  questionsOf,
  recountOf,
  type Row,
  rowsOfAnswer,
} from '../../scripts/guide-questions.js';
import { DISCLOSURE_DEFAULTS } from '../../src/domain/statistics/disclosure/parameters.js';
import type { TestApp } from '../support/test-app.js';
import { ANALYSE_CAST, rowsOf, sendAlerts, startAnalyseStage } from './analyse-stage.js';
import { ROOT, read } from './markdown.js';
import { tellGuide } from './tell-guide.js';

const PAGES = ['cases', 'course', 'support-and-households'].map((name) => `docs/guides/analyse/${name}.md`);
const QUESTIONS = PAGES.flatMap((path) => questionsOf(read(path)));
const RECOUNTS = 'bench/questions';

let product: TestApp;
const stage = async (): Promise<TestApp> => {
  product ??= await startAnalyseStage(sendAlerts);
  // Every page asks the same register, which stops when the last one was told.
  return { ...product, stop: async () => undefined };
};
beforeAll(async () => {
  await stage();
}, 300_000);
afterAll(async () => {
  await product?.stop();
});

for (const path of PAGES)
  tellGuide({ path, cast: ANALYSE_CAST, requestsAtLeast: questionsOf(read(path)).length, start: stage });

describe('the questions of analysts', () => {
  it('are twenty, one after the other, with a recount each', () => {
    expect(QUESTIONS.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    expect(readdirSync(join(ROOT, RECOUNTS)).sort()).toEqual(QUESTIONS.map(fileOf).sort());
  });

  it('stand in the list, by their titles', () => {
    const list = read('docs/guides/analyse/README.md');
    for (const { number, title } of QUESTIONS) expect(list, title).toContain(`| ${number} | [${title}](`);
  });

  it.each(QUESTIONS.map((question) => [question.number, question.title, question] as const))(
    '%i · %s: the same figures as an independent recount in SQL',
    async (_, _title, question) => {
      const recounted = await recount(question, question.who);
      const answered = await answerOf(question, question.who);
      expect(recounted.length).toBeGreaterThan(0);
      const columns = Object.keys(recounted[0]!);
      expect(asLines(answered, columns)).toEqual(asLines(recounted, columns));
    },
  );

  it.each(QUESTIONS.map((question) => [question.number, question.title, question] as const))(
    '%i · %s: for analysts within the stated error, or refused with the reason',
    async (_, _title, { query, ...question }) => {
      const token = await product.token([ANALYSE_CAST.analyst.grant], { subject: 'analyst' });
      const { data, errors } = await product.ask(token, query);
      if (errors.length > 0) {
        expect(REFUSED.get(question.number), JSON.stringify(errors)).toBeDefined();
        expect(errors[0]!.message).toContain(REFUSED.get(question.number));
        return;
      }
      expect(REFUSED.has(question.number)).toBe(false);
      const exact = await recount({ query, ...question }, 'analyst');
      const keys = Object.keys(exact[0]!).filter((column) => !FIGURES.has(column.split('.')[0]!));
      const [counted] = COUNTED.filter((figure) => figure in exact[0]!);
      const byKey = new Map(exact.map((row) => [lineOf(row, keys), row]));
      for (const row of rowsOfAnswer(data)) {
        const found = byKey.get(lineOf(row, keys));
        expect(found, `a row that is not there: ${JSON.stringify(row)}`).toBeDefined();
        const [shown, true_] = [Number(row[counted!]), Number(found![counted!])];
        expect(shown % DISCLOSURE_DEFAULTS.base).toBe(0);
        expect(shown).toBeGreaterThanOrEqual(DISCLOSURE_DEFAULTS.threshold);
        const most = UNITED.has(question.number) ? UNITED.get(question.number)! * MOST_WITHHELD : MOST_OFF;
        expect(Math.abs(shown - true_), JSON.stringify([row, found])).toBeLessThanOrEqual(most);
      }
    },
  );
});

describe('the error that the guide states', () => {
  it('is what the answers to analysts are held to: of which questions, and by how much', () => {
    const list = read('docs/guides/analyse/README.md').replace(/\s+/g, ' ');
    const sizes = [...new Set(UNITED.values())].sort((one, other) => one - other);
    const united = sizes.map((size) => {
      const numbers = [...UNITED].filter(([, cells]) => cells === size).map(([number]) => number);
      return `of ${size} ${size === sizes[0] ? 'cells ' : ''}in ${numbers.join(', ')}`;
    });
    expect(list).toContain(`within ${MOST_OFF} of the recount (perturbation by ${DISCLOSURE_DEFAULTS.noise} at most`);
    expect(list).toContain(`the sum lacks up to ${MOST_WITHHELD} for each of them: ${united.join(', ')}.`);
    for (const number of REFUSED.keys()) expect(list).toContain(`(${number})`);
  });
});

describe('what the recounts rely on', () => {
  it.each([
    [
      'the size of a household is the number of its present members',
      `SELECT h.id FROM household h WHERE h.size <> (SELECT count(*) FROM member m
        WHERE m.county_code = h.county_code AND m.household_id = h.id AND m.removed_on IS NULL)`,
    ],
    [
      'its income a head is that of its newest window',
      `SELECT h.id FROM household h LEFT JOIN LATERAL (
          SELECT round((i.wages + i.business + i.property + i.transfers - i.business_expenses)::numeric / i.heads) AS fen
          FROM income_record i WHERE i.county_code = h.county_code AND i.household_id = h.id
          ORDER BY i.window_to DESC, i.window_from DESC LIMIT 1) n ON true
        WHERE h.per_capita_fen IS DISTINCT FROM n.fen`,
    ],
    [
      'the status of a case is what its last event says',
      `SELECT c.id FROM monitoring_case c WHERE c.status <> (SELECT e.change ->> 'status' FROM audit_event e
          WHERE e.county_code = c.county_code AND e.subject_id = c.id AND e.change ->> 'status' IN
            ('UNDER_IDENTIFICATION', 'MONITORED', 'UNDER_ELIMINATION', 'RISK_ELIMINATED', 'NOT_IDENTIFIED', 'WITHDRAWN')
          ORDER BY e.sequence DESC LIMIT 1)`,
    ],
  ])('%s', async (_, text) => {
    expect(await rowsOf(product, text)).toEqual([]);
    expect((await rowsOf(product, 'SELECT id FROM household')).length).toBe(300);
  });
});

/** Questions that no publication answers, and what the refusal says of them. */
const REFUSED = new Map([
  [6, 'figures are published as of'],
  [13, 'parts of a month'],
  [20, 'only the newest publication is kept'],
]);
/** Cells that a row puts together where the filter names what the row does not: months, or statuses of measures. */
const UNITED = new Map([
  [1, 2],
  [2, 2],
  [5, 2],
  [8, 3],
  [9, 11],
  [10, 3],
  [11, 2],
  [12, 11],
  [14, 4],
  [15, 4],
  [16, 11],
]);
/** Columns that are figures; the others tell the rows apart. */
const FIGURES = new Set(
  'cases persons ofCity ofYear ofQuarter ofCounty relapsed overdue identificationDaysMedian measures households budget delivered alerts confirmed verificationDaysMedian perCapitaMean perCapitaMedian since'.split(
    ' ',
  ),
);
/** What is counted in a row, whichever of them it has first. */
const COUNTED = ['cases', 'measures', 'alerts', 'households'];
/** What perturbation and rounding move a count by, at most. */
const MOST_OFF = DISCLOSURE_DEFAULTS.noise + Math.floor(DISCLOSURE_DEFAULTS.base / 2);
/** What a cell that is too small to be shown may lack in what puts several together, at most. */
const MOST_WITHHELD = DISCLOSURE_DEFAULTS.threshold + DISCLOSURE_DEFAULTS.noise;

const fileOf = ({ number }: GuideQuestion): string => {
  const start = `${String(number).padStart(2, '0')}-`;
  return readdirSync(join(ROOT, RECOUNTS)).find((name) => name.startsWith(start)) ?? start;
};

async function recount(question: GuideQuestion, who: string): Promise<Row[]> {
  const found = await rowsOf<{ row: Row }>(product, recountOf(read(`${RECOUNTS}/${fileOf(question)}`), who));
  return found.map(({ row }) => row);
}

async function answerOf({ query }: GuideQuestion, who: keyof typeof ANALYSE_CAST | string): Promise<readonly Row[]> {
  const cast = ANALYSE_CAST[who as keyof typeof ANALYSE_CAST];
  const { data, errors } = await product.ask(await product.token([cast.grant], { subject: who }), query);
  expect(errors).toEqual([]);
  return rowsOfAnswer(data);
}

function lineOf(row: Row, keys: readonly string[]): string {
  const picked = Object.fromEntries(keys.map((key) => [key, row[key] ?? valueAt(row, key)]));
  return JSON.stringify(picked);
}

function valueAt(row: Row, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, name) => (inner as Row | null | undefined)?.[name], row) ?? null;
}
