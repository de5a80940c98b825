import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '../../src/domain/jurisdiction/role.js';
import { addDays, date } from '../../src/domain/kernel/calendar-date.js';
import type { RegionCode, RegionLevel } from '../../src/domain/kernel/region-code.js';
import { isShareFigure, SCORECARD_FIGURES, type ScorecardFigure } from '../../src/domain/scorecard/scorecard-figure.js';
import { limitDueDate } from '../../src/domain/province/time-limit.js';
import { ScanQualityService } from '../../src/features/quality/index.js';
import { WHOLE_REGISTER } from '../../src/platform/database/scope.js';
import { sendAlerts } from '../docs/analyse-stage.js';
import { FiguresStage, NATION } from '../support/figures-stage.js';

const COUNTY = '430121';
const PERIOD = { from: '2023-01-01', to: '2023-11-30' };
/** The field of `Scorecard` of a figure. */
const fieldOf = (figure: ScorecardFigure): string =>
  figure.toLowerCase().replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const CARDS = `query ($region: RegionCode!, $level: RegionLevel!, $from: Date!, $to: Date!) {
  scorecards(region: $region, level: $level, from: $from, to: $to) { region { code } ${SCORECARD_FIGURES.map(fieldOf).join(' ')} } }`;
const sides = (figure: ScorecardFigure): string[] => (isShareFigure(figure) ? ['', 'true', 'false'] : ['']);
const COUNTED = SCORECARD_FIGURES.flatMap((figure) =>
  sides(figure).map(
    (met) => `${figure}${met}: scorecardRecords(region: $region, from: $from, to: $to, figure: ${figure}
      ${met === '' ? '' : `met: ${met}`}, first: 0) { totalCount }`,
  ),
).join('\n');
const BEHIND = `query ($region: RegionCode!, $from: Date!, $to: Date!) { ${COUNTED} }`;
const PAGE = `query ($region: RegionCode!, $from: Date!, $to: Date!, $figure: ScorecardFigure!, $met: Boolean, $first: Int, $after: String) {
  scorecardRecords(region: $region, from: $from, to: $to, figure: $figure, met: $met, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { region { code } household { id number } case { id identifiedOn eliminatedOn } run { dueOn endedOn } notice { opensOn closesOn }
      alert { reference verifyBy } finding { rule status } } } }`;

// biome-ignore lint/suspicious/noExplicitAny: tests reach into answers of any shape
type Any = any;

let stage: FiguresStage;

/** Visits of one household in three, some that met nobody, and cases with somebody responsible. */
const PLANTED = [
  `INSERT INTO visit (id, county_code, region_code, household_id, visited_on, mode, policy_explained, visitors_sealed, lead_opened, recorded_by, recorded_at)
   SELECT md5(h.id::text || n)::uuid, h.county_code, h.region_code, h.id, date '2022-12-15' + n * 40,
     CASE WHEN n = 2 THEN 'ABSENT' ELSE 'VISIT' END, n = 3, '', false, 'test', '2023-11-30T00:00:00Z'
   FROM household h, generate_series(0, 3) n WHERE abs(hashtext(h.number)) % 3 = 0 AND abs(hashtext(h.number || n)) % 2 = 0`,
  `UPDATE monitoring_case SET supported_on = NULL WHERE abs(hashtext(number)) % 5 = 0`,
  `UPDATE public_notice SET opens_on = closes_on - 2 WHERE abs(hashtext(id::text)) % 4 = 0`,
  // A household whose risk was eliminated in the period and that was identified again within it.
  `UPDATE monitoring_case SET household_id = e.household_id FROM (
     SELECT a.household_id, b.id AS later FROM monitoring_case a JOIN monitoring_case b ON b.county_code = a.county_code
       AND b.identified_on > a.eliminated_on AND b.identified_on <= '2023-11-30' AND b.status <> 'WITHDRAWN'
     WHERE a.eliminated_on >= '2023-01-01' ORDER BY a.eliminated_on, b.id LIMIT 1) e WHERE id = e.later`,
  `UPDATE responsible_person SET serves_to = '2023-06-01' WHERE abs(hashtext(id::text)) % 3 = 0`,
];

const plant = (statements: readonly string[]): Promise<void> =>
  stage.app.app.ground.database.write(WHOLE_REGISTER, async (tx) => {
    await tx.text('RESET ROLE', []);
    for (const text of statements) await tx.rows(sql.raw(text));
  });

beforeAll(async () => {
  stage = await FiguresStage.start();
  await sendAlerts(stage.app);
  const { ground } = stage.app.app;
  await plant(PLANTED);
  const scanner = new ScanQualityService(ground);
  await stage.app.atWork(() => scanner.scan(COUNTY as RegionCode, { on: date('2023-11-30'), now: new Date() }));
}, 300_000);
afterAll(() => stage?.app.stop());

const page = async (question: Record<string, unknown>, grant: Grant = NATION): Promise<Any> =>
  (await stage.answered(PAGE, grant, { region: COUNTY, ...PERIOD, ...question })).scorecardRecords;
const codesOf = async (question: Record<string, unknown>, grant: Grant): Promise<string[]> => {
  const { errors } = await stage.asked(PAGE, grant, { region: COUNTY, ...PERIOD, ...question });
  return errors.map(({ extensions }: Any) => extensions.code);
};

describe('the records behind a scorecard', () => {
  const LEVELS: readonly RegionLevel[] = ['NATION', 'PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE'];
  const MOST = 8;

  it.each(LEVELS)('are as many as each figure counts, on either side of each share, by %s', async (level) => {
    const region = level === 'NATION' || level === 'PROVINCE' ? '000000' : level === 'VILLAGE' ? COUNTY : '430000';
    const cards = (await stage.answered(CARDS, NATION, { region, level, ...PERIOD })).scorecards as Any[];
    const fullest = cards
      .filter(({ households }) => households > 0)
      .sort((one, other) => other.monitored - one.monitored || other.households - one.households)
      .slice(0, MOST);
    expect(fullest.length).toBeGreaterThan(0);
    for (const card of fullest) {
      const place = card.region.code;
      const behind = await stage.answered(BEHIND, NATION, { region: place, ...PERIOD });
      for (const figure of SCORECARD_FIGURES) {
        const all = behind[figure].totalCount;
        const shown = card[fieldOf(figure)];
        if (!isShareFigure(figure)) {
          expect([place, figure, all]).toEqual([place, figure, shown]);
          continue;
        }
        const met = behind[`${figure}true`].totalCount;
        expect([place, figure, met + behind[`${figure}false`].totalCount]).toEqual([place, figure, all]);
        expect([place, figure, all === 0 ? null : met / all]).toEqual([place, figure, shown]);
      }
    }
  });

  it('are there for every figure in this register, on both sides of each share', async () => {
    const behind = await stage.answered(BEHIND, NATION, { region: '000000', ...PERIOD });
    const none = Object.entries(behind).flatMap(([name, { totalCount }]: Any) => (totalCount === 0 ? [name] : []));
    expect(none).toEqual([]);
  });

  it('agree with a count of its own in SQL: households that somebody met, and cases up for too few days', async () => {
    const [own] = await stage.counted<{
      met: number;
    }>(`SELECT count(*)::int AS met FROM household h WHERE h.county_code = '${COUNTY}'
      AND h.closed_on IS NULL AND h.id IN (SELECT household_id FROM visit WHERE county_code = '${COUNTY}' AND mode <> 'ABSENT'
      AND visited_on >= '2023-01-01' AND visited_on <= '2023-11-30')`);
    expect((await page({ figure: 'INSPECTION_COVERAGE', met: true, first: 0 })).totalCount).toBe(own!.met);
    const { nodes } = await page({ figure: 'NOTICE_COMPLIANCE', met: false, region: '430000', first: 200 });
    const upFor = ({ notice }: Any) => (Date.parse(notice.closesOn) - Date.parse(notice.opensOn)) / 86_400_000;
    expect(new Set(nodes.map(upFor))).toEqual(new Set([2]));
  });

  it('are read page by page, each once, and name what they are about', async () => {
    const whole = await page({ figure: 'IDENTIFIED_ON_TIME', region: '430000', first: 200 });
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const { nodes, pageInfo } = await page({ figure: 'IDENTIFIED_ON_TIME', region: '430000', first: 7, after });
      seen.push(...nodes.map((node: Any) => `${node.case.id} ${node.run.endedOn}`));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(seen).toEqual(whole.nodes.map((node: Any) => `${node.case.id} ${node.run.endedOn}`));
    expect(new Set(seen).size).toBe(whole.totalCount);
    for (const [figure, part] of [
      ['SUPPORTED_ON_TIME', 'case'],
      ['NOTICE_COMPLIANCE', 'notice'],
      ['ALERTS_VERIFIED_ON_TIME', 'alert'],
      ['DATA_QUALITY_FLAGS', 'finding'],
    ]) {
      const { nodes } = await page({ figure, first: 3 });
      for (const node of nodes) expect(node[part!], figure).not.toBeNull();
    }
  });

  it('take two statements a page however much is asked below them, and one more where groups are judged', async () => {
    for (const [figure, statements] of [
      ['RELAPSE_RATE', 2],
      ['SUPERVISED', 2],
      ['SUPPORTED_ON_TIME', 3],
      ['NOTICE_COMPLIANCE', 3],
    ] as const) {
      stage.app.forget();
      await page({ figure, region: '430000', first: 50 });
      expect(stage.app.statements, figure).toHaveLength(statements);
    }
  });
});

describe('a period that is not over', () => {
  const YEAR = { from: '2023-01-01', to: '2023-12-31' };
  const counts = async (days: Record<string, string>): Promise<Any> => {
    const behind = await stage.answered(BEHIND, NATION, { region: '000000', ...days });
    return Object.fromEntries(Object.entries(behind).map(([name, { totalCount }]: Any) => [name, totalCount]));
  };
  const missed = async (figure: ScorecardFigure, today: string): Promise<number> => {
    stage.app.today(today);
    return (await page({ ...YEAR, to: '2024-12-31', figure, met: false, first: 0 })).totalCount;
  };

  it('is judged as of today, in the card, in the records and in what is published', async () => {
    // Up until tomorrow, and so not closed yet.
    await plant([
      `UPDATE public_notice SET closes_on = '2023-12-01' WHERE (county_code, id) IN (SELECT county_code, id FROM public_notice
         WHERE county_code = '${COUNTY}' AND closes_on >= '2023-01-01' ORDER BY id LIMIT 1)`,
      `UPDATE responsible_person SET serves_to = '2023-12-15' WHERE serves_to IS NULL AND abs(hashtext(id::text)) % 2 = 0`,
    ]);
    const year = await counts(YEAR);
    expect(year).toEqual(await counts(PERIOD));
    const [whole, sofar] = await Promise.all(
      [YEAR, PERIOD].map((days) => stage.answered(CARDS, NATION, { region: '430000', level: 'COUNTY', ...days })),
    );
    expect(whole).toEqual(sofar);
    await stage.publish();
    const cells = await stage.counted<{ figure: ScorecardFigure; units: number; met: number }>(
      `SELECT figure, sum(units)::int AS units, sum(met)::int AS met FROM published_score
       WHERE period_from = '${YEAR.from}' AND period_to = '${YEAR.to}' GROUP BY 1`,
    );
    expect(cells.map(({ figure }) => figure).sort()).toEqual([...SCORECARD_FIGURES].sort());
    for (const { figure, units, met } of cells)
      expect([figure, units, met]).toEqual([figure, year[figure], year[`${figure}true`] ?? 0]);
  });

  it('holds an alert against its day the day after it, and one that is settled at once', async () => {
    const one = `(SELECT id FROM department_alert WHERE county_code = '${COUNTY}' AND status = 'DISPATCHED' ORDER BY id LIMIT 1)`;
    await plant([
      `UPDATE department_alert SET verify_by = '2024-02-01' WHERE county_code = '${COUNTY}' AND id = ${one}`,
    ]);
    const before = await missed('ALERTS_VERIFIED_ON_TIME', '2024-01-31');
    expect(await missed('ALERTS_VERIFIED_ON_TIME', '2024-02-01')).toBe(before);
    expect(await missed('ALERTS_VERIFIED_ON_TIME', '2024-02-02')).toBe(before + 1);
    stage.app.today('2024-02-01');
    const met = async () =>
      (await page({ ...YEAR, to: '2024-12-31', figure: 'ALERTS_VERIFIED_ON_TIME', met: true, first: 0 })).totalCount;
    const unsettled = await met();
    await plant([
      `UPDATE department_alert SET settled_on = '2024-02-01' WHERE county_code = '${COUNTY}' AND id = ${one}`,
    ]);
    expect(await met()).toBe(unsettled + 1);
    stage.app.today('2023-11-30');
  });

  it('holds a case that nobody helped against its limit the day after it', async () => {
    const identifiedOn = date('2023-11-29');
    const { provinces, holidays } = stage.app.app.ground;
    const limit = provinces.rulesOn(COUNTY as RegionCode, identifiedOn).supportLimit!;
    const dueOn = limitDueDate(identifiedOn, limit.value, holidays).dueOn!;
    const counted = (day: string) => missed('SUPPORTED_ON_TIME', day);
    const [one] = await stage.counted<{ id: string }>(
      `SELECT id FROM monitoring_case WHERE county_code = '${COUNTY}' AND status = 'MONITORED' ORDER BY id LIMIT 1`,
    );
    const identified = (day: string) =>
      plant([
        `UPDATE monitoring_case SET identified_on = '${day}', supported_on = NULL WHERE county_code = '${COUNTY}' AND id = '${one!.id}'`,
      ]);
    await identified('2022-06-01');
    const [onTheDay, after] = [await counted(dueOn), await counted(addDays(dueOn, 1))];
    await identified(identifiedOn);
    expect([await counted(dueOn), await counted(addDays(dueOn, 1))]).toEqual([onTheDay, after + 1]);
    stage.app.today('2023-11-30');
  });
});

describe('whoever traces a scorecard', () => {
  const worker: Grant = { role: 'VILLAGE_WORKER', region: '430121001001' };
  const auditor: Grant = { role: 'AUDITOR', region: COUNTY };

  it('reads the own region only, whatever is named', async () => {
    const [home] = (await page({ figure: 'MONITORED', first: 1 })).nodes;
    const village = { role: 'VILLAGE_WORKER', region: home.region.code } as Grant;
    const query = `query ($from: Date!, $to: Date!) { scorecardRecords(region: "${COUNTY}", from: $from, to: $to, figure: MONITORED, first: 200) {
      totalCount nodes { region { code } household { number } case { number } } } }`;
    const own = (await stage.answered(query, village, PERIOD)).scorecardRecords;
    expect(own.totalCount).toBeGreaterThan(0);
    expect(new Set(own.nodes.map(({ region }: Any) => region.code))).toEqual(new Set([home.region.code]));
    const other: Grant = { role: 'COUNTY_OFFICER', region: '430181' };
    expect(await page({ figure: 'MONITORED' }, other)).toMatchObject({ totalCount: 0, nodes: [] });
  });

  it('is no analyst, department or resident, and of alerts and findings whoever reads their lists', async () => {
    for (const role of ['ANALYST', 'DEPARTMENT_CLIENT', 'RESIDENT'] as const)
      expect(await codesOf({ figure: 'MONITORED' }, { role, region: COUNTY }), role).toContain('FORBIDDEN');
    const plain = `query ($region: RegionCode!, $from: Date!, $to: Date!, $figure: ScorecardFigure!) {
      scorecardRecords(region: $region, from: $from, to: $to, figure: $figure) { totalCount } }`;
    const codes = async (figure: ScorecardFigure, grant: Grant) =>
      (await stage.asked(plain, grant, { region: COUNTY, ...PERIOD, figure })).errors.map(
        (e: Any) => e.extensions.code,
      );
    expect(await codes('DATA_QUALITY_FLAGS', worker)).toEqual(['FORBIDDEN']);
    expect(await codes('ALERTS_VERIFIED_ON_TIME', worker)).toEqual(['FORBIDDEN']);
    expect(await codes('ALERTS_VERIFIED_ON_TIME', auditor)).toEqual(['FORBIDDEN']);
    expect(await codes('DATA_QUALITY_FLAGS', auditor)).toEqual([]);
    expect(await codes('SUPERVISED', worker)).toEqual([]);
  });

  it('sees nothing more by an analyst’s grant of the province beside the office of a county', async () => {
    const token = await stage.app.token([
      { role: 'COUNTY_OFFICER', region: COUNTY },
      { role: 'ANALYST', region: '430000' },
    ]);
    const both = await stage.app.ask(token, PAGE, { ...PERIOD, region: '430000', figure: 'HOUSEHOLDS', first: 1 });
    expect(both.data.scorecardRecords.totalCount).toBe((await page({ figure: 'HOUSEHOLDS', first: 0 })).totalCount);
  });

  it('is told what is wrong with a question: the other side of a number, days turned round, a cursor of another figure', async () => {
    expect(await codesOf({ figure: 'HOUSEHOLDS', met: true }, NATION)).toEqual(['BAD_USER_INPUT']);
    expect(await codesOf({ figure: 'HELPED', from: '2023-12-01' }, NATION)).toEqual(['BAD_USER_INPUT']);
    const { pageInfo } = await page({ figure: 'HOUSEHOLDS', first: 1 });
    expect(await codesOf({ figure: 'HELPED', after: pageInfo.endCursor }, NATION)).toEqual(['INVALID_CURSOR']);
  });
});
