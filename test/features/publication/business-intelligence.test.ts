import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '../../../src/domain/jurisdiction/role.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { DISCLOSURE_DEFAULTS } from '../../../src/domain/statistics/disclosure/parameters.js';
import { STANDARD_TABLES } from '../../../src/domain/statistics/standard-tables.js';
import { publishFigures } from '../../../src/features/publication/index.js';
import { Database } from '../../../src/platform/database/database.js';
import { ChartPictures } from '../../../src/platform/chart/chart-pictures.js';
import { openDoor } from '../../platform/http/small-door.js';
import type { Answer } from '../../support/test-app.js';
import { FiguresStage, NATION } from '../../support/figures-stage.js';
import { TABLE_READERS } from './read-tables.js';

const ANALYST: Grant = { role: 'ANALYST', region: '000000' };
let stage: FiguresStage;

/** As a login that was given holdline_bi, and nothing else. */
const asReader = <T = Record<string, unknown>>(text: string): Promise<T[]> =>
  stage.app.app.engine.transaction(['BEGIN READ ONLY', 'SET LOCAL ROLE holdline_bi'], false, (connection) =>
    connection.query(text, [], 'object'),
  ) as Promise<T[]>;
const publish = async (day: string): Promise<void> => {
  const { ground, engine } = stage.app.app;
  const parts = { ...ground, database: new Database(engine), parameters: DISCLOSURE_DEFAULTS };
  await publishFigures(parts, { today: date(day), now: () => new Date() });
};
/** A day as a format tells it: a text, a date, or milliseconds. */
const dayOf = (value: unknown): unknown =>
  value instanceof Date || typeof value === 'number' ? new Date(value).toISOString().slice(0, 10) : value;
const sorted = (rows: readonly object[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

beforeAll(async () => {
  stage = await FiguresStage.start();
  await publish('2023-11-30');
}, 180_000);
afterAll(() => stage?.app.stop());

describe('the views of the schema bi', () => {
  it('tell the same figures as the API tells an analyst, at each level', async () => {
    for (const level of ['NATION', 'PROVINCE', 'CITY', 'COUNTY']) {
      const { caseStats } = await stage.answered(
        `{ caseStats { rows { region(level: ${level}) { code name } category status cases persons overdue relapsed withoutSupport } } }`,
        ANALYST,
      );
      const told = caseStats.rows.map(({ region, ...row }: { region: { code: string; name: string } }) => ({
        code: region.code,
        name: region.name,
        ...row,
      }));
      const read = await asReader(
        `SELECT region_code AS code, region_name AS name, category, status, cases, persons, overdue, relapsed, without_support AS "withoutSupport"
         FROM bi.case_status_figures WHERE level = '${level}'`,
      );
      if (level === 'NATION') expect(read.length).toBeGreaterThan(0);
      expect(sorted(read)).toEqual(sorted(told));
    }
  });

  it('tell households of townships, months and money as the API does', async () => {
    const { householdStats } = await stage.answered(
      '{ householdStats { rows { region(level: TOWNSHIP) { code } formerStatus households perCapitaMean } } }',
      ANALYST,
    );
    const townships = await asReader(
      `SELECT region_code AS code, former_status AS "formerStatus", households, per_capita_mean AS "perCapitaMean"
       FROM bi.household_figures WHERE level = 'TOWNSHIP'`,
    );
    expect(townships.length).toBeGreaterThan(0);
    expect(sorted(townships)).toEqual(
      sorted(
        householdStats.rows
          .filter(({ region }: { region: unknown }) => region !== null)
          .map(({ region, ...row }: { region: { code: string } }) => ({ code: region.code, ...row })),
      ),
    );
    const { caseStats } = await stage.answered(
      '{ caseStats { rows { region(level: NATION) { code } openedIn(bucket: MONTH) cases } } }',
      ANALYST,
    );
    const months = await asReader(
      `SELECT opened_in AS "openedIn", cases FROM bi.case_opened_figures WHERE level = 'NATION'`,
    );
    expect(sorted(months)).toEqual(
      sorted(caseStats.rows.map(({ openedIn, cases }: { openedIn: string; cases: number }) => ({ openedIn, cases }))),
    );
  });

  it('tell the same number as the API, as tables of every format and as a picture of the same cells', async () => {
    const query = '{ caseStats { rows { region(level: NATION) { code } channel cases persons } } }';
    const { caseStats } = await stage.answered(query, ANALYST);
    const told = caseStats.rows.map(({ channel, cases, persons }: Answer['data']) => ({ channel, cases, persons }));
    expect(told.length).toBeGreaterThan(1);
    const read = await asReader(`SELECT channel, cases, persons FROM bi.case_channel_figures WHERE level = 'NATION'`);
    expect(sorted(read)).toEqual(sorted(told));
    const charts = new ChartPictures(stage.app.app.handler);
    const door = await openDoor({ graphql: stage.app.app.handler, charts });
    const authorization = `Bearer ${await stage.app.token([ANALYST])}`;
    const post = async (path: string, body: object, accept: string): Promise<Buffer> => {
      const headers = { 'content-type': 'application/json', accept, authorization };
      const answer = await fetch(`${door.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
      expect(answer.status).toBe(200);
      return Buffer.from(await answer.arrayBuffer());
    };
    for (const [format, read] of Object.entries(TABLE_READERS)) {
      const rows = await read(await post('/graphql', { query }, format));
      const own = rows.map(({ channel, cases, persons }) => ({ channel, cases, persons }));
      expect(sorted(own), format).toEqual(sorted(told));
    }
    const chart = { x: 'channel', y: 'cases', language: 'en', width: 2000 };
    const svg = String(await post('/charts/bar.svg', { query, chart }, 'image/svg+xml'));
    const texts = new Set([...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text));
    for (const { channel } of told) expect([...texts].join(' ')).toContain(channel);
    await charts.stop();
  });

  it.each([
    ['an officer', NATION],
    ['an analyst', ANALYST],
  ])('are one answer in every format, money and what is not known too: to %s', async (_, grant) => {
    const query =
      '{ caseStats { rows { county: region(level: COUNTY) { code } category openedIn(bucket: YEAR) cases perCapitaMean perCapitaMedian } } }';
    const { caseStats } = await stage.answered(query, grant);
    const amount = (yuan: string | null): number | null => (yuan === null ? null : Number(yuan));
    const told = caseStats.rows.map((row: Answer['data']) => ({
      ...{ county: row.county.code, category: row.category, openedIn: row.openedIn, cases: row.cases },
      ...{ mean: amount(row.perCapitaMean), median: amount(row.perCapitaMedian) },
    }));
    expect(told.length).toBeGreaterThan(3);
    expect(told.some(({ mean }: { mean: number | null }) => mean !== null)).toBe(true);
    const door = await openDoor({ graphql: stage.app.app.handler });
    const authorization = `Bearer ${await stage.app.token([grant])}`;
    for (const [accept, read] of Object.entries(TABLE_READERS)) {
      const headers = { 'content-type': 'application/json', accept, authorization };
      const answer = await fetch(`${door.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
      const rows = await read(Buffer.from(await answer.arrayBuffer()));
      const own = rows.map((row) => ({
        ...{ county: String(row['county.code']), category: row['category'], openedIn: dayOf(row['openedIn']) },
        ...{ cases: row['cases'], mean: row['perCapitaMean'], median: row['perCapitaMedian'] },
      }));
      expect(sorted(own), accept).toEqual(sorted(told));
    }
  });

  it('hold every standard table, each column with a comment, and tell of the newest publication only', async () => {
    const views = await asReader<{ view: string; column: string; comment: string | null }>(
      `SELECT c.relname AS view, a.attname AS column, col_description(c.oid, a.attnum) AS comment
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 WHERE c.relnamespace = 'bi'::regnamespace`,
    );
    expect(views.filter(({ comment }) => comment === null)).toEqual([]);
    expect([...new Set(views.map(({ view }) => view))].sort()).toEqual(
      ['publication', 'region', ...STANDARD_TABLES.map(({ name }) => `${name}_figures`)].sort(),
    );
    const before = await asReader('SELECT * FROM bi.case_status_figures');
    await publish('2023-12-01');
    expect(await asReader('SELECT day FROM bi.publication')).toEqual([{ day: '2023-12-01' }]);
    const after = await asReader('SELECT * FROM bi.case_status_figures');
    // Nobody came or went, so that the same units are perturbed alike.
    expect(sorted(after)).toEqual(sorted(before));
    await publish('2023-12-02');
    const kept = await stage.counted<{ n: number }>('SELECT count(DISTINCT publication_id) AS n FROM standard_figure');
    expect(kept).toEqual([{ n: 2 }]);
  });
});

describe('the role holdline_bi', () => {
  it('reads the views and nothing else: no table, no sequence, no function of ours', async () => {
    const rights = await stage.counted<{ name: string }>(
      `SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_toast%'
         AND (has_table_privilege('holdline_bi', c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER') OR has_any_column_privilege('holdline_bi', c.oid, 'SELECT'))
         AND NOT (n.nspname = 'bi' AND c.relkind = 'v' AND NOT has_table_privilege('holdline_bi', c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE'))`,
    );
    expect(rights).toEqual([]);
    const others = await stage.counted(
      `SELECT c.relname FROM pg_class c WHERE CASE WHEN c.relkind = 'S' THEN has_sequence_privilege('holdline_bi', c.oid, 'USAGE, SELECT, UPDATE') ELSE false END`,
    );
    expect(others).toEqual([]);
    const functions = await stage.counted(
      `SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname IN ('public', 'bi', 'drizzle')`,
    );
    expect(functions).toEqual([]);
    const [role] = await stage.counted<Record<string, boolean>>(
      `SELECT rolcanlogin OR rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb AS more, pg_has_role('holdline_bi', 'holdline_app', 'MEMBER') AS app
       FROM pg_roles WHERE rolname = 'holdline_bi'`,
    );
    expect(role).toEqual({ more: false, app: false });
  });

  it('is refused every table of the register and of the publication, and whatever changes something', async () => {
    const refused = async (text: string): Promise<unknown> =>
      asReader(text).then(
        () => 'answered',
        (error: { code?: string; cause?: { code?: string } }) => error.code ?? error.cause?.code,
      );
    const tables = await stage.counted<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
    );
    expect(tables.length).toBeGreaterThan(30);
    for (const { name } of tables)
      expect([name, await refused(`SELECT 1 FROM public.${name} LIMIT 1`)]).toEqual([name, '42501']);
    expect(await refused('CREATE TABLE bi.mine (a int)')).toMatch(/^(42501|25006)$/);
    expect(await refused("SELECT pg_read_file('/etc/hostname')")).toBe('42501');
    expect(await refused('SELECT count(*) FROM bi.household_figures')).toBe('answered');
  });

  it('has a time limit and writes nothing, where it signs in itself', async () => {
    const settings = await stage.counted<{ settings: string }>(
      "SELECT array_to_string(setconfig, ' ') AS settings FROM pg_db_role_setting WHERE setrole = 'holdline_bi'::regrole",
    );
    expect(settings).toEqual([
      { settings: expect.stringMatching(/default_transaction_read_only=on statement_timeout=30s search_path=bi/) },
    ]);
  });
});
