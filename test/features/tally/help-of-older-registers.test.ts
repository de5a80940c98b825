import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { provinceOf } from '../../../src/domain/kernel/region-code.js';
import { DEMONSTRATION_COUNTIES } from '../../../src/features/region/index.js';
import { countRegister, reconcileTallies } from '../../../src/features/tally/index.js';
import { WHOLE_REGISTER } from '../../../src/platform/database/scope.js';
import { FiguresStage } from '../../support/figures-stage.js';

/** What the migration sends for registers that are there already. */
const INSERTS = readFileSync('migrations/0036_help-of-households.sql', 'utf8')
  .split('--> statement-breakpoint')
  .flatMap((text) => text.match(/INSERT INTO[\s\S]*/) ?? []);

const PROVINCES = [...new Set(DEMONSTRATION_COUNTIES.map((county) => provinceOf(county)!))];

let stage: FiguresStage;
beforeAll(async () => {
  stage = await FiguresStage.start();
}, 180_000);
afterAll(async () => {
  await stage?.app.stop();
});

const ground = () => stage.app.app.ground;
const asOwner = (text: string): Promise<unknown> =>
  stage.app.app.engine.transaction(['BEGIN'], true, (connection) => connection.query(text, [], 'array'));
const write = (text: string): Promise<unknown> =>
  ground().database.write(WHOLE_REGISTER, (tx) => tx.rows(sql.raw(text)));
const tallied = () =>
  stage.counted(`SELECT t.county_code AS code, to_json(t.keys) AS keys, units FROM tally t WHERE rollup = 'MEASURE_HELP' AND units <> 0
    UNION ALL SELECT p.province_code, to_json(p.keys), units FROM province_tally p WHERE rollup = 'MEASURE_HELP' AND units <> 0 ORDER BY 1, 3`);
const drift = () =>
  reconcileTallies(ground().database, {
    counties: DEMONSTRATION_COUNTIES,
    provinces: PROVINCES.map((province) => ({ province, all: ground().tree.countiesUnder(province) })),
    repair: false,
    today: date('2023-11-30'),
    now: () => new Date(0),
  });

describe('tallies of the help of households', () => {
  it('are made of a register whose tallies are counted already', async () => {
    const before = await tallied();
    expect(before.length).toBeGreaterThan(10);
    for (const table of ['tally', 'province_tally'])
      await asOwner(`DELETE FROM ${table} WHERE rollup = 'MEASURE_HELP'`);
    expect(INSERTS).toHaveLength(2);
    for (const text of INSERTS) await asOwner(text);
    expect(await tallied()).toHaveLength(before.length);
    expect(await drift()).toEqual([]);
  });

  it.each([
    ['half', DEMONSTRATION_COUNTIES.toSorted()[0]!],
    ['not at all', null],
  ])('and of one that is counted %s, of which the count goes on', async (_, through) => {
    const rest = through === null ? '' : `WHERE county_code > '${through}'`;
    await asOwner(`DELETE FROM tally ${rest}`);
    await asOwner(`DELETE FROM tally WHERE rollup = 'MEASURE_HELP'`);
    await asOwner('DELETE FROM province_tally');
    await asOwner(`INSERT INTO province_tally SELECT substr(t.county_code, 1, 2) || '0000', t.rollup, t.keys, sum(units), sum(persons),
      sum(labourers), sum(known_incomes), sum(income_fen) FROM tally t GROUP BY 1, 2, 3`);
    await write(
      `UPDATE tally_start SET completed_at = NULL, counted_through = ${through === null ? 'NULL' : `'${through}'`}`,
    );
    for (const text of INSERTS) await asOwner(text);
    expect(await countRegister(ground().database, DEMONSTRATION_COUNTIES, () => new Date(0))).toBe(true);
    expect(await drift()).toEqual([]);
  });
});
