import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { NATION as EVERYWHERE, type RegionCode } from '../../../src/domain/kernel/region-code.js';
import { catalogueOf } from '../../../src/domain/statistics/catalogues.js';
import { planQuestion } from '../../../src/domain/statistics/plan-question.js';
import { ROLLUPS, type Rollup, type RollupDimension } from '../../../src/domain/statistics/rollup/rollup.js';
import { MEASURE_STATUSES, type MeasureStatus } from '../../../src/domain/support/support-measure.js';
import { Reach } from '../../../src/features/access/index.js';
import { lockCases } from '../../../src/features/case/case.repository.js';
import { DEMONSTRATION_COUNTIES } from '../../../src/features/region/index.js';
import { readGroupings, sourceOf } from '../../../src/features/stat-source/index.js';
import { setMeasureStatuses } from '../../../src/features/support/measure-write.repository.js';
import {
  columnOf,
  countRegister,
  foldChanges,
  reconcileTallies,
  talliesUnder,
  tellDrift,
} from '../../../src/features/tally/index.js';
import { arrayLiteral, compare } from '../../../src/platform/database/filter-condition.js';
import { WHOLE_REGISTER } from '../../../src/platform/database/scope.js';
import { toGlobalId } from '../../../src/platform/graphql/global-id.js';
import { FiguresStage, NATION } from '../../support/figures-stage.js';

let stage: FiguresStage;
const ground = () => stage.app.app.ground;
const counties = () => ground().tree.countiesUnder(EVERYWHERE);
const write = (text: string): Promise<unknown> =>
  ground().database.write(WHOLE_REGISTER, (tx) => tx.rows(sql.raw(text)));
const reconciled = (repair = false) =>
  reconcileTallies(ground().database, {
    ...talliesUnder(ground().tree, '430000' as RegionCode),
    repair,
    today: date('2023-11-30'),
    now: () => new Date(0),
  });

beforeAll(async () => {
  stage = await FiguresStage.start();
}, 180_000);
afterAll(async () => {
  await stage?.app.stop();
});

const LEVELS = { COUNTY: ['NATION', 'PROVINCE', 'CITY', 'COUNTY'], PROVINCE: ['NATION', 'PROVINCE'] } as const;

/** A condition on a day by whole months. */
const MONTHS = fc.oneof(
  fc.record({ gte: fc.constantFrom('2022-01-01', '2023-06-01'), lte: fc.constantFrom('2023-02-28', '2023-10-31') }),
  fc.record({ gt: fc.constantFrom('2022-12-31', '2023-08-31'), lt: fc.constantFrom('2023-11-01', '2024-01-01') }),
  fc.record({ isNull: fc.boolean() }),
);

/** A question that a rollup answers: some of its dimensions and measures, of counties or of provinces. */
const questionOf = (rollup: Rollup) =>
  fc.constantFrom<'COUNTY' | 'PROVINCE'>('COUNTY', 'PROVINCE').chain((rows) =>
    fc.record({
      rows: fc.constant(rows),
      levels: fc.subarray([...LEVELS[rows]]),
      dimensions: fc.subarray([...rollup.dimensions]).map((some) => withHouseholds(rollup, some)),
      bucket: fc.constantFrom('MONTH', 'QUARTER', 'YEAR'),
      measures: fc.subarray([...rollup.measures], { minLength: 1 }),
      withTotals: fc.boolean(),
      months: rollup.monthFilter === undefined ? fc.constant(null) : fc.option(MONTHS),
      statuses: rollup.households === undefined ? fc.constant(null) : fc.option(STATUSES),
    }),
  );

/** Households are told apart by some dimensions only. */
function withHouseholds({ dimensions, households }: Rollup, some: readonly RollupDimension[]): RollupDimension[] {
  return dimensions.filter((one) => some.includes(one) || households?.by.includes(one.name));
}

/** Every status, or but some. */
const STATUSES = fc.subarray([...MEASURE_STATUSES], { minLength: 2 });

describe('tallies', () => {
  it('answer as the register does, to the fen, whatever is asked, and before and after changes are folded', async () => {
    for (const rollup of ROLLUPS) await sameAnswers(rollup, 12);
    await act();
    for (const rollup of ROLLUPS) await sameAnswers(rollup, 12);
    expect(await foldChanges(ground().database, counties())).toBeGreaterThan(0);
    expect(await stage.counted('SELECT 1 FROM tally_change LIMIT 1')).toEqual([]);
    for (const rollup of ROLLUPS) await sameAnswers(rollup, 12);
    expect(await foldChanges(ground().database, counties())).toBe(0);
  });

  it('agree with a full count of every county', async () => {
    expect(await reconciled()).toEqual([]);
  });

  it('stay right where two change what one household has of a family at once', async () => {
    type Standing = { id: string; of: string; status: MeasureStatus };
    const [pair] = await stage.counted<{ county: string; measures: Standing[] }>(`
      SELECT m.county_code AS county, json_agg(json_build_object('id', m.id, 'of', m.case_id, 'status', m.status) ORDER BY m.id) AS measures FROM support_measure m
      WHERE m.county_code LIKE '43%' AND m.record_closed_on IS NULL AND m.status <> 'CANCELLED'
      GROUP BY m.county_code, m.household_id, m.family HAVING count(*) > 1 ORDER BY m.household_id LIMIT 1`);
    const [one, other] = pair!.measures;
    const reach = new Reach(ground().tree, WHOLE_REGISTER, []);
    const cancelled = ({ id, of, status: before }: Standing) =>
      ground().database.write(WHOLE_REGISTER, async (tx) => {
        await lockCases(tx, reach, pair!.county, [of]);
        await setMeasureStatuses(tx, pair!.county, [{ id, before, status: 'CANCELLED' }]);
        await tx.rows(sql`SELECT pg_sleep(0.3)`);
      });
    await Promise.all([cancelled(one!), cancelled(other!)]);
    expect(await reconciled()).toEqual([]);
  });

  it('are named by county and cell where they drifted, put right, and told in the trail', async () => {
    const [cell] = await stage.counted<{ county_code: string; keys: string[]; units: number }>(
      "SELECT county_code, to_json(t.keys) AS keys, units FROM tally t WHERE rollup = 'CASE_STANDING' AND units > 2 AND t.county_code LIKE '43%' ORDER BY t.county_code, t.keys LIMIT 1",
    );
    const { county_code: county } = cell!;
    await write(`UPDATE tally SET units = units + 3, income_fen = income_fen - 7 WHERE county_code = '${county}'
      AND rollup = 'CASE_STANDING' AND keys = '{${cell!.keys.join(',')}}'`);
    await write(`UPDATE province_tally SET persons = persons - 5 WHERE province_code = '430000' AND rollup = 'HOUSEHOLD_STANDING'
      AND keys = (SELECT keys FROM province_tally WHERE rollup = 'HOUSEHOLD_STANDING' ORDER BY keys LIMIT 1)`);
    const drifts = await reconciled(true);
    expect(drifts).toMatchObject([
      { code: county, rollup: 'CASE_STANDING', keys: cell!.keys, units: -3, incomeFen: 7, persons: 0 },
      { code: '430000', rollup: 'HOUSEHOLD_STANDING', persons: 5, units: 0 },
    ]);
    expect(tellDrift(drifts[0]!)).toBe(
      `${county} CASE_STANDING [${cell!.keys.join(', ')}]: the register has units -3, incomeFen +7 more`,
    );
    expect(await reconciled()).toEqual([]);
    const told = await stage.counted<{ action: string; code: string }>(
      "SELECT action, county_code AS code FROM audit_event WHERE action = 'repairTallies' ORDER BY county_code",
    );
    expect(told.map(({ code }) => code).sort()).toEqual([county, '430000'].sort());
  });

  it('are counted again from a register that is older than they are, and go on where a run was cut off', async () => {
    const before = await stage.counted(
      'SELECT rollup, keys, units, persons, income_fen FROM tally WHERE units <> 0 ORDER BY county_code, rollup, keys',
    );
    await asOwner('DELETE FROM tally');
    await asOwner('DELETE FROM province_tally');
    await write('UPDATE tally_start SET completed_at = NULL, counted_through = NULL');
    const stopping = new AbortController();
    stopping.abort();
    const count = (signal?: AbortSignal) =>
      countRegister(ground().database, DEMONSTRATION_COUNTIES, () => new Date(0), signal);
    expect(await count(stopping.signal)).toBe(false);
    expect(await count()).toBe(true);
    const after = await stage.counted(
      'SELECT rollup, keys, units, persons, income_fen FROM tally WHERE units <> 0 ORDER BY county_code, rollup, keys',
    );
    expect(after).toEqual(before);
    expect(await reconciled()).toEqual([]);
  });
});

function asOwner(text: string): Promise<unknown> {
  return stage.app.app.engine.transaction(['BEGIN'], true, (connection) => connection.query(text, [], 'array'));
}

async function sameAnswers(rollup: Rollup, runs: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(
      questionOf(rollup),
      async ({ rows, levels, dimensions, bucket, measures, withTotals, months, statuses }) => {
        const ofHouseholds = measures.some((name) => name === rollup.households?.measure);
        const fields = [
          ...levels.map((level, at) => ({ name: 'region', key: `r${at}`, args: { level } })),
          ...dimensions.map(({ name, by }) => ({ name, key: name, args: by === 'MONTH' ? { bucket } : {} })),
          ...measures.map((name) => ({ name, key: name, args: {} })),
          // Tells totals from rows without a value.
          { name: 'totalOver', key: 'totalOver', args: {} },
        ];
        const planned = planQuestion(catalogueOf(rollup.subject), {
          groupings: [{ key: 'rows', fields }],
          orderBy: [],
          first: null,
          having: [],
          // The total of what no month has is put in where it is answered.
          withTotals:
            withTotals &&
            months === null &&
            statuses === null &&
            !ofHouseholds &&
            levels.length + dimensions.length > 0,
          day: date('2023-11-30'),
        });
        if (!('plan' in planned)) throw new Error(JSON.stringify(planned.faults));
        const basis = { today: date('2023-11-30'), asOf: null, bands: [], riskGroups: new Map() };
        const where =
          statuses === null
            ? (compare(`t.${columnOf(rollup.dimensions[0]!)}`, 'date', months) ?? sql`true`)
            : sql`t.status = ANY (${arrayLiteral(statuses)}::text[])`;
        const units = { counties: counties(), scope: WHOLE_REGISTER, where };
        const [counted, tallied] = await Promise.all(
          [
            { rollup: null, because: 'they are counted' },
            { rollup, rows },
          ].map((chosen) =>
            ground().database.read(WHOLE_REGISTER, (tx) =>
              readGroupings(tx, [sourceOf(rollup.subject, chosen)], planned.plan, () => ({ basis, units })),
            ),
          ),
        );
        expect(tallied).toEqual(counted);
      },
    ),
    { numRuns: runs },
  );
}

/** Changes of every kind: members, incomes, former status, cases opened and taken back, help given and ended, records closed. */
async function act(): Promise<void> {
  const households = await stage.counted<{ id: string; county: string; version: number }>(`
    SELECT h.id, h.county_code AS county, h.version FROM household h
    WHERE h.county_code LIKE '43%' AND NOT EXISTS (SELECT 1 FROM monitoring_case m WHERE m.county_code = h.county_code AND m.household_id = h.id)
      AND NOT EXISTS (SELECT 1 FROM lead l WHERE l.county_code = h.county_code AND l.household_id = h.id) ORDER BY h.id LIMIT 4`);
  const monitored = await stage.counted<{ id: string; county: string }>(`
    SELECT DISTINCT household_id AS id, county_code AS county FROM monitoring_case
    WHERE county_code LIKE '43%' AND status IN ('MONITORED', 'RISK_ELIMINATED') ORDER BY id LIMIT 4`);
  const officer = await stage.app.token([{ role: 'COUNTY_OFFICER', region: '430000' }, NATION]);
  const done = async (name: string, type: string, input: object): Promise<void> => {
    const { data, errors } = await stage.app.ask(
      officer,
      `mutation($input: ${type}!) { ${name}(input: $input) { userErrors { code message path } } }`,
      { input },
    );
    expect([errors, data?.[name].userErrors]).toEqual([[], []]);
  };
  const idOf = ({ id, county }: { id: string; county: string }): string => toGlobalId('Household', county, id);
  for (const one of monitored)
    await done('recordIncome', 'RecordIncomeInput', {
      householdId: idOf(one),
      income: { from: '2022-12-01', to: '2023-11-30', wages: '12345.67', business: '890.10' },
    });
  for (const one of households.slice(0, 2))
    await done('openCase', 'OpenCaseInput', {
      householdId: idOf(one),
      channel: 'CADRE_INSPECTION',
      openedOn: '2023-11-30',
    });
  const [helped, ended] = await Promise.all([
    stage.counted<{ id: string; county: string }>(`
      SELECT c.id, c.county_code AS county FROM monitoring_case c JOIN support_measure m ON m.county_code = c.county_code AND m.case_id = c.id
      WHERE c.county_code LIKE '43%' AND c.status = 'MONITORED' GROUP BY 1, 2 ORDER BY 1 LIMIT 2`),
    stage.counted<{ id: string; county: string; version: number }>(`
      SELECT m.id, c.county_code AS county, c.version FROM monitoring_case c JOIN support_measure m ON m.county_code = c.county_code AND m.case_id = c.id
      WHERE c.county_code LIKE '43%' AND c.status = 'MONITORED' AND m.status = 'IN_PROGRESS' ORDER BY m.id DESC LIMIT 1`),
  ]);
  expect([helped.length, ended.length]).toEqual([2, 1]);
  for (const { id, county, version } of ended)
    await done('concludeMeasure', 'ConcludeMeasureInput', {
      measureId: toGlobalId('SupportMeasure', county, id),
      expectedVersion: version,
      on: '2023-11-30',
      status: 'CANCELLED',
      note: '不再需要',
    });
  // The second time the household has help of that kind already.
  for (const { id, county } of [...helped, ...helped])
    await done('giveUrgentHelp', 'GiveUrgentHelpInput', {
      caseId: toGlobalId('MonitoringCase', county, id),
      on: '2023-11-30',
      instrument: 'temporary-assistance',
      amount: '500.00',
      note: '先行救助',
    });
  const [former] = await stage.counted<{ id: string; county: string; version: number }>(`
    SELECT h.id, h.county_code AS county, h.version FROM household h WHERE h.county_code LIKE '43%'
      AND EXISTS (SELECT 1 FROM support_measure m WHERE m.county_code = h.county_code AND m.household_id = h.id)
      AND NOT EXISTS (SELECT 1 FROM monitoring_case c WHERE c.county_code = h.county_code AND c.household_id = h.id
        AND c.status IN ('UNDER_IDENTIFICATION', 'MONITORED', 'UNDER_ELIMINATION')) ORDER BY h.id LIMIT 1`);
  for (const one of [households[3]!, former!])
    await done('closeHousehold', 'CloseHouseholdInput', {
      householdId: idOf(one),
      expectedVersion: one.version,
      reason: 'ENTERED_TWICE',
      on: '2023-11-30',
      note: '重复登记',
    });
}
