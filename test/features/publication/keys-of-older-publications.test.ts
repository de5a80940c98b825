import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '../../../src/domain/jurisdiction/role.js';
import { DEMONSTRATION_COUNTIES } from '../../../src/features/region/index.js';
import { FiguresStage } from '../../support/figures-stage.js';

const MIGRATION = readFileSync('migrations/0038_one-key-of-records.sql', 'utf8').split('--> statement-breakpoint');
const ANALYST: Grant = { role: 'ANALYST', region: '000000' };

/** Of every kind of unit, with the households behind them, by what is kept and by what is folded. */
const OF_CASES = [
  `{ caseStats { suppressed rows { county: region(level: COUNTY) { code } status cases households persons perCapitaMean overdue } } }`,
  `{ caseStats { rows { riskType { code } channel cases identificationDaysMedian } } }`,
];
const OF_MEASURES = [
  `{ measureStats { suppressed rows { family timing status measures households budget delivered } } }`,
  `{ measureStats { rows { county: region(level: COUNTY) { code } nature measures households budget } } }`,
];
const OF_ALERTS = [
  `{ alertStats { rows { alerts confirmed verificationDaysMedian } } }`,
  `{ alertStats { rows { department alerts } } }`,
];
const OTHERS = [
  `{ householdStats { rows { formerStatus households persons perCapitaMedian } } }`,
  `{ caseFlows(from: "2020-01-01", to: "2023-12-31", bucket: YEAR) { period from to cases persons relapsed } }`,
];
const ALL = [...OF_CASES, ...OF_MEASURES, ...OF_ALERTS, ...OTHERS];

/** Of sixty households, a third of which have two. */
const ALERTS = `INSERT INTO department_alert (county_code, id, region_code, household_id, department, sender_region, reference, kind, grade, status,
    raised_on, received_at, received_on, dispatched_on, verify_by, settled_on, audit_sequence, updated_at)
  SELECT h.county_code, md5('alert' || n || h.id)::uuid, h.region_code, h.id,
    CASE h.place % 2 WHEN 0 THEN 'EDUCATION' ELSE 'CIVIL_AFFAIRS' END, h.county_code || '000000', h.id || '/' || n, 'DROPOUT', 'YELLOW',
    'CONFIRMED', '2023-06-01', '2023-06-01T00:00:00Z', '2023-06-01', '2023-06-01', '2023-06-11', '2023-06-05', 0, '2023-06-05T00:00:00Z'
  FROM (SELECT *, row_number() OVER (ORDER BY id) AS place FROM household) h, generate_series(1, 2) n WHERE h.place <= 60 AND (n = 1 OR h.place % 3 = 0)`;

let stage: FiguresStage;
beforeAll(async () => {
  stage = await FiguresStage.start({}, [{ counties: DEMONSTRATION_COUNTIES, households: 700, seed: 7 }]);
  await asOwner(ALERTS);
  await stage.publish();
}, 300_000);
afterAll(async () => {
  await stage?.app.stop();
});

const asOwner = (text: string): Promise<unknown> =>
  stage.app.app.engine.transaction(['BEGIN'], true, (connection) => connection.query(text, [], 'array'));
const answers = async (queries: readonly string[]): Promise<string[]> => {
  const found: string[] = [];
  for (const query of queries) found.push(JSON.stringify(await stage.answered(query, ANALYST)));
  return found;
};

/** Gives the tables the columns that an older version had, with the key of each record by some SQL. */
async function asBefore(key: string): Promise<void> {
  for (const table of ['published_case', 'published_measure', 'published_alert']) {
    await asOwner(`ALTER TABLE ${table} RENAME COLUMN record_key TO household_key`);
    await asOwner(`ALTER TABLE ${table} ADD COLUMN record_key bigint`);
    await asOwner(`UPDATE ${table} SET record_key = ${key}`);
    await asOwner(`ALTER TABLE ${table} ALTER COLUMN record_key SET NOT NULL`);
  }
}
async function migrated(): Promise<void> {
  for (const statement of MIGRATION) await asOwner(statement);
}

describe('a publication that is stored when its two keys of a record become one', () => {
  it('goes on answering the same to the last figure, from kept cells, from units and in the standard tables', async () => {
    const before = await answers(ALL);
    const standard = await stage.counted('SELECT * FROM standard_figure ORDER BY 1, 2, 3, 4, 5');
    for (const answer of before) expect(answer).not.toContain('"rows":[]');
    await asBefore('household_key');
    await migrated();
    expect(await answers(ALL)).toEqual(before);
    expect(await stage.counted('SELECT * FROM standard_figure ORDER BY 1, 2, 3, 4, 5')).toEqual(standard);
  });

  it('keeps the one of the household where an older version gave each unit a key of its own', async () => {
    const before = await answers([...OF_CASES, ...OF_MEASURES, ...OF_ALERTS]);
    await asBefore("('x' || substr(md5(id::text), 1, 12))::bit(48)::bigint");
    await migrated();
    expect(await answers([...OF_CASES, ...OF_MEASURES, ...OF_ALERTS])).toEqual(before);
  });

  it('goes on withholding alerts that an older version published without the households behind them', async () => {
    await asOwner('ALTER TABLE published_alert ALTER COLUMN record_key DROP NOT NULL');
    await asOwner('UPDATE published_alert SET record_key = NULL');
    await asBefore("('x' || substr(md5(id::text), 1, 12))::bit(48)::bigint");
    await migrated();
    for (const answer of await answers(OF_ALERTS)) expect(answer).not.toMatch(/"alerts":[1-9]/);
  });

  it('has the tables that the newest version makes: whatever is published next is answered as if nothing had been', async () => {
    await stage.publish();
    const published = await answers(ALL);
    for (const answer of published) expect(answer).not.toContain('"rows":[]');
    const nullable = await stage.counted(`SELECT table_name FROM information_schema.columns
      WHERE table_name IN ('published_case', 'published_measure', 'published_alert') AND column_name = 'record_key' AND is_nullable = 'YES'`);
    expect(nullable).toEqual([{ table_name: 'published_alert' }]);
  });
});
