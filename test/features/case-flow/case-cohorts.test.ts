import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '../../../src/domain/jurisdiction/role.js';
import { addMonths, type CalendarDate, date } from '../../../src/domain/kernel/calendar-date.js';
import type { RegionCode } from '../../../src/domain/kernel/region-code.js';
import { limitDueDate } from '../../../src/domain/province/time-limit.js';
import { DISCLOSURE_DEFAULTS } from '../../../src/domain/statistics/disclosure/parameters.js';
import { publishFigures } from '../../../src/features/publication/index.js';
import { Database } from '../../../src/platform/database/database.js';
import type { Answer, TestApp } from '../../support/test-app.js';
import { FiguresStage, NATION } from '../../support/figures-stage.js';

const TODAY = date('2023-11-30');
const OUTCOME = '{ observed reached rate }';
const QUERY = `query($from: Date!, $to: Date!, $bucket: TimeBucket, $where: MonitoringCaseFilter) {
  caseCohorts(identifiedFrom: $from, identifiedTo: $to, bucket: $bucket, where: $where) { period cases persons
    supportedWithinLimit ${OUTCOME} eliminatedWithin6Months ${OUTCOME} eliminatedWithin12Months ${OUTCOME}
    eliminatedWithin24Months ${OUTCOME} relapsedWithin12Months ${OUTCOME} relapsedWithin24Months ${OUTCOME} } }`;

let stage: FiguresStage;
let app: TestApp;
beforeAll(async () => {
  stage = await FiguresStage.start();
  app = stage.app;
}, 180_000);
afterAll(() => app?.stop());

interface CaseRow {
  readonly county: RegionCode;
  readonly household: string;
  readonly source: string;
  readonly size: number;
  readonly identified: CalendarDate;
  readonly eliminated: CalendarDate | null;
  readonly supported: CalendarDate | null;
}

/** Case by case, in plain TypeScript. */
class Recount {
  private constructor(private readonly rows: readonly CaseRow[]) {}

  static async read(): Promise<Recount> {
    return new Recount(
      await stage.counted<CaseRow>(`SELECT m.county_code AS county, m.household_id AS household, m.source, h.size, to_char(m.identified_on, 'YYYY-MM-DD') AS identified,
        to_char(m.eliminated_on, 'YYYY-MM-DD') AS eliminated, to_char(m.supported_on, 'YYYY-MM-DD') AS supported
      FROM monitoring_case m JOIN household h ON h.id = m.household_id WHERE m.identified_on IS NOT NULL`),
    );
  }

  cohort(holds: (row: CaseRow) => boolean): object {
    const rows = this.rows.filter(holds);
    return {
      cases: rows.length,
      persons: rows.reduce((sum, { size }) => sum + size, 0),
      supportedWithinLimit: outcome(rows.map((row) => this.supported(row))),
      eliminatedWithin6Months: outcome(rows.map((row) => eliminated(row, 6))),
      eliminatedWithin12Months: outcome(rows.map((row) => eliminated(row, 12))),
      eliminatedWithin24Months: outcome(rows.map((row) => eliminated(row, 24))),
      relapsedWithin12Months: outcome(rows.map((row) => this.relapsed(row, 12))),
      relapsedWithin24Months: outcome(rows.map((row) => this.relapsed(row, 24))),
    };
  }

  months(from: string, to: string): string[] {
    const within = this.rows.filter(({ identified }) => identified >= from && identified <= to);
    return [...new Set(within.map(({ identified }) => identified.slice(0, 7)))].sort();
  }

  private supported({ county, identified, supported, source }: CaseRow): boolean | null {
    const { provinces, holidays } = app.app.ground;
    const limit = provinces.rulesOn(county, identified).supportLimit!.value;
    const due = limitDueDate(identified, limit, holidays).dueOn!;
    return source !== 'REGISTER' || due >= TODAY ? null : supported !== null && supported <= due;
  }

  private relapsed({ household, eliminated: day }: CaseRow, months: number): boolean | null {
    if (day === null || addMonths(day, months) >= TODAY) return null;
    return this.rows.some(
      (other) => other.household === household && other.identified > day && other.identified <= addMonths(day, months),
    );
  }
}

function eliminated({ identified, eliminated: day }: CaseRow, months: number): boolean | null {
  if (addMonths(identified, months) >= TODAY) return null;
  return day !== null && day <= addMonths(identified, months);
}

/** Null is not over yet. */
function outcome(found: readonly (boolean | null)[]): object {
  const over = found.filter((one) => one !== null);
  const reached = over.filter(Boolean).length;
  if (over.length === 0) return { observed: 0, reached: null, rate: null };
  return { observed: over.length, reached, rate: Math.round((reached / over.length) * 1_000_000) / 1_000_000 };
}

describe('caseCohorts', () => {
  it('tells month by month what a recount case by case does, and what is not known yet apart from nought', async () => {
    const [from, to] = ['2021-06-01', '2023-11-30'];
    const { caseCohorts } = await stage.answered(QUERY, NATION, { from, to });
    const recount = await Recount.read();
    const months = recount.months(from, to);
    expect(months.length).toBeGreaterThan(10);
    expect(caseCohorts).toEqual(
      months.map((month) => ({
        period: `${month}-01`,
        ...recount.cohort(({ identified }) => identified.startsWith(month)),
      })),
    );
    const newest = caseCohorts.at(-1);
    expect(newest.eliminatedWithin12Months).toEqual({ observed: 0, reached: null, rate: null });
    const known = caseCohorts.filter((row: Answer['data']) => row.eliminatedWithin6Months.observed > 0);
    expect(known.some((row: Answer['data']) => row.eliminatedWithin6Months.reached === 0)).toBe(true);
    expect(caseCohorts.some((row: Answer['data']) => row.eliminatedWithin12Months.reached > 0)).toBe(true);
    expect(caseCohorts.some((row: Answer['data']) => row.supportedWithinLimit.rate < 1)).toBe(true);
  });

  it('is filtered by region and by what the cases are now, and stays in the caller’s reach', async () => {
    const recount = await Recount.read();
    const asked = { from: '2022-01-01', to: '2022-12-31', bucket: 'YEAR' };
    const { caseCohorts } = await stage.answered(QUERY, NATION, { ...asked, where: { region: '430121' } });
    const inYear = ({ county, identified }: CaseRow): boolean => county === '430121' && identified.startsWith('2022');
    const own = [{ period: '2022-01-01', ...recount.cohort(inYear) }];
    expect(caseCohorts).toEqual(own);
    const county: Grant = { role: 'COUNTY_OFFICER', region: '430121' };
    expect((await stage.answered(QUERY, county, asked)).caseCohorts).toEqual(own);
    const where = { status: ['RISK_ELIMINATED'] };
    const { caseCohorts: gone } = await stage.answered(QUERY, county, { ...asked, where });
    const isGone = (row: CaseRow): boolean => inYear(row) && row.eliminated !== null;
    expect(gone).toEqual([{ period: '2022-01-01', ...recount.cohort(isGone) }]);
  });

  it.each([
    ['2023-02-01', '2023-01-31', 'before it begins'],
    ['2010-01-01', '2023-01-31', 'more than 3660 days'],
    ['2023-12-01', '2023-12-31', 'has not come'],
  ])('is refused from %s to %s: %s', async (from, to, says) => {
    const { errors } = await stage.asked(QUERY, NATION, { from, to });
    expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(errors[0]!.message).toContain(says);
  });

  it('is one statement, once it was reckoned by two what it takes', async () => {
    const token = await app.token([NATION]);
    app.forget();
    await app.ask(token, QUERY, { from: '2022-01-01', to: '2022-12-31' });
    expect(app.statements.length).toBeLessThanOrEqual(3);
    expect(app.statements.filter((text) => text.includes('support_due_on'))).toHaveLength(1);
  });
});

describe('caseCohorts for analysts', () => {
  const ANALYST: Grant = { role: 'ANALYST', region: '000000' };
  beforeAll(async () => {
    const { ground, engine } = app.app;
    const parts = { ...ground, database: new Database(engine), parameters: DISCLOSURE_DEFAULTS };
    await publishFigures(parts, { today: TODAY, now: () => new Date() });
  }, 60_000);

  it('come from the publication by whole periods: counts in fives, no help, no relapses, no time that is not over', async () => {
    const asked = { from: '2022-01-01', to: '2023-11-30', bucket: 'YEAR' };
    const { caseCohorts } = await stage.answered(QUERY, ANALYST, asked);
    const { caseCohorts: exact } = await stage.answered(QUERY, NATION, asked);
    expect(caseCohorts.map(({ period }: Answer['data']) => period)).toEqual(['2022-01-01', '2023-01-01']);
    for (const [at, row] of caseCohorts.entries()) {
      expect(row.cases % 5).toBe(0);
      expect(Math.abs(row.cases - exact[at].cases)).toBeLessThanOrEqual(8);
      expect(row).toMatchObject({
        supportedWithinLimit: null,
        relapsedWithin12Months: null,
        relapsedWithin24Months: null,
      });
      for (const { observed, reached } of [row.eliminatedWithin6Months, row.eliminatedWithin24Months])
        expect(observed === 0 ? reached === null : observed === row.cases && reached % 5 === 0).toBe(true);
    }
    expect(caseCohorts[0].eliminatedWithin6Months.observed).toBe(caseCohorts[0].cases);
    expect(caseCohorts[1].eliminatedWithin12Months.observed).toBe(0);
  });

  it.each([
    [{ from: '2022-01-15', to: '2022-12-31' }, 'whole months'],
    [{ from: '2022-01-01', to: '2022-12-31', bucket: 'DAY' }, 'whole months'],
    [
      { from: '2022-01-01', to: '2022-12-31', where: { status: ['MONITORED'] } },
      'filtered by region only; found status',
    ],
    [
      { from: '2022-01-01', to: '2022-12-31', where: { region: '430121001001' } },
      'by the village 430121001001: townships are the smallest places',
    ],
  ])('are refused for %j: %s', async (asked, says) => {
    const { errors } = await stage.asked(QUERY, ANALYST, asked);
    expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(errors[0]!.message).toContain(says);
  });
});
