import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '../../../src/domain/jurisdiction/role.js';
import { catalogueOf } from '../../../src/domain/statistics/catalogues.js';
import type { StatSubject } from '../../../src/domain/statistics/definition.js';
import type { BaseCell } from '../../../src/domain/statistics/disclosure/base-cell.js';
import { KEPT_CELLS } from '../../../src/domain/statistics/disclosure/kept-cells.js';
import type { PublishedAttribute } from '../../../src/domain/statistics/disclosure/published-attribute.js';
import { DEMONSTRATION_COUNTIES } from '../../../src/features/region/index.js';
import { newestPublication } from '../../../src/features/publication/index.js';
import { cellsOf } from '../../../src/features/publication/kept-cells.repository.js';
import { WHOLE_REGISTER } from '../../../src/platform/database/scope.js';
import { FiguresStage } from '../../support/figures-stage.js';

/** Of two provinces. */
const REGISTER = [{ counties: DEMONSTRATION_COUNTIES, households: 700, seed: 7 }];
const ANALYST: Grant = { role: 'ANALYST', region: '000000' };
const IN_HUNAN: Grant = { role: 'ANALYST', region: '430000' };

/** What kept cells answer, of every table of them, with filters, longer times, totals and places. */
const ASKED = [
  `{ caseStats { rows { province: region(level: PROVINCE) { code } category status cases persons perCapitaMean relapsed overdue withoutSupport } } }`,
  `{ caseStats(where: { status: [MONITORED, UNDER_ELIMINATION] }) { suppressed rows { category cases persons } } }`,
  `{ caseStats(where: { region: "430000" }) { rows { status cases share(of: CASES) } } }`,
  `{ caseStats(where: { openedOn: { gte: "2023-01-01" } }) { rows { quarter: openedIn(bucket: QUARTER) cases persons } } }`,
  `{ caseStats { rows { year: identifiedIn(bucket: YEAR) nation: region(level: NATION) { code } cases } } }`,
  `{ caseStats(where: { eliminatedOn: { gte: "2022-01-01" } }) { rows { month: eliminatedIn(bucket: MONTH) cases persons } } }`,
  `{ householdStats(withTotals: true) { rows { totalOver formerStatus monitored households persons labourers perCapitaMean rigidExpenditure } } }`,
  `{ householdStats(where: { resettled: true }) { suppressed rows { province: region(level: PROVINCE) { code } households } } }`,
  `{ measureStats(where: { not: { status: [PLANNED, APPROVED] } }) { suppressed rows { family timing measures households budget delivered } } }`,
  `{ measureStats { rows { family timing status province: region(level: PROVINCE) { code } measures households } } }`,
];
/** What has to be folded from the units: by other attributes, of parts of a province, of other measures. */
const FOLDED = [
  `{ caseStats { rows { county: region(level: COUNTY) { code } status cases } } }`,
  `{ caseStats(where: { region: "430121" }) { rows { status cases } } }`,
  `{ caseStats { rows { status channel cases } } }`,
  `{ caseStats { rows { status households } } }`,
  `{ householdStats { rows { monitored perCapitaMedian } } }`,
  `{ measureStats { rows { family measures households } } }`,
];

const plain = (...names: string[]): PublishedAttribute[] => names.map((name) => ({ kind: 'plain', name }));
/** Cells by all, some and none of what is kept, of several times and places. */
const CELLS: readonly (readonly [StatSubject, readonly PublishedAttribute[], readonly string[]])[] = [
  ['CASES', plain('status', 'category', 'trackingOnly'), ['cases', 'persons', 'perCapitaMean', 'relapsed']],
  ['CASES', [...plain('status'), { kind: 'region', level: 'PROVINCE' }], ['persons', 'overdue', 'withoutSupport']],
  ['CASES', [{ kind: 'bucket', name: 'openedIn', bucket: 'QUARTER' }], ['cases', 'perCapitaMean']],
  ['CASES', [{ kind: 'bucket', name: 'identifiedIn', bucket: 'YEAR' }], ['persons']],
  ['CASES', [{ kind: 'bucket', name: 'eliminatedIn', bucket: 'MONTH' }], ['persons']],
  ['HOUSEHOLDS', plain('monitored'), ['households', 'persons', 'labourers', 'perCapitaMean', 'rigidExpenditure']],
  ['MEASURES', plain('family', 'timing', 'status'), ['measures', 'households', 'budget', 'delivered']],
];

/** What is read of the newest publication, in the order of the values. */
async function cells(
  [subject, attributes, names]: (typeof CELLS)[number],
  regionPrefix: string | null,
  parts: string[] | null,
) {
  const measures = catalogueOf(subject)
    .measures.filter(({ name }) => names.includes(name))
    .map((definition, at) => ({ slot: `m${at}`, keys: [], definition }));
  const place = { counties: DEMONSTRATION_COUNTIES, scope: WHOLE_REGISTER, regionPrefix };
  const basis = { riskGroups: new Map() };
  const found = await stage.app.app.ground.database.read(WHOLE_REGISTER, async (tx) => {
    const { id: publicationId } = (await newestPublication(tx))!;
    return cellsOf(tx, { subject, publicationId, attributes, measures, ...place, basis, limit: 10_000 }, parts);
  });
  return inOrder(found);
}

const inOrder = (cells: readonly BaseCell[]) =>
  cells.toSorted((one, other) => (JSON.stringify(one.values) < JSON.stringify(other.values) ? -1 : 1));

let stage: FiguresStage;
beforeAll(async () => {
  stage = await FiguresStage.start({}, REGISTER);
  await stage.publish();
}, 300_000);
afterAll(async () => {
  await stage?.app.stop();
});

/** What the owner of the tables does to them. */
const changed = (text: string) =>
  stage.app.app.engine.transaction(['BEGIN'], true, (connection) => connection.query(text, [], 'array'));
const answersOf = async (queries: readonly string[], grant: Grant): Promise<string[]> => {
  const answers: string[] = [];
  for (const query of queries) answers.push(JSON.stringify(await stage.answered(query, grant)));
  return answers;
};

describe('cells that are kept with a publication', () => {
  it('are kept of each province, by every table of them', async () => {
    const kept = await stage.counted<{ name: string; region_code: string }>(
      'SELECT name, region_code FROM published_cell GROUP BY 1, 2 ORDER BY 1, 2',
    );
    const names = KEPT_CELLS.map(({ name }) => name).sort();
    expect(kept).toEqual(names.flatMap((name) => ['430000', '520000'].map((region_code) => ({ name, region_code }))));
  });

  it('have the very counts, keys, sums and greatest amounts that the units give, together and apart', async () => {
    for (const regionPrefix of [null, '43'])
      for (const asked of CELLS) {
        const kept = await cells(asked, regionPrefix, ['cells']);
        expect(kept).toEqual(await cells(asked, regionPrefix, null));
        expect(kept.length).toBeGreaterThan(1);
      }
  });

  it('are of the analysts of their province, and of nobody who has a part of it', async () => {
    const seen = (...prefixes: string[]) =>
      stage.app.app.ground.database.read({ ...WHOLE_REGISTER, prefixes }, (tx) =>
        tx.rows<{ code: string }>(sql`SELECT DISTINCT region_code AS code FROM published_cell ORDER BY 1`),
      );
    expect(await seen('')).toEqual([{ code: '430000' }, { code: '520000' }]);
    expect(await seen('43')).toEqual([{ code: '430000' }]);
    expect(await seen('4301', '520121')).toEqual([]);
    const ofHousehold = { ...WHOLE_REGISTER, householdId: '00000000-0000-7000-8000-000000000000' };
    const own = await stage.app.app.ground.database.read(ofHousehold, (tx) =>
      tx.rows(sql`SELECT 1 FROM published_cell`),
    );
    expect(own).toEqual([]);
  });

  it('answer what the units answer, to the last figure, and are what is read where they have it all', async () => {
    const asked = [...ASKED, ...FOLDED];
    const fromCells = [await answersOf(asked, ANALYST), await answersOf(asked, IN_HUNAN)];
    await changed("UPDATE publication SET parts = array_remove(parts, 'cells')");
    const fromUnits = [await answersOf(asked, ANALYST), await answersOf(asked, IN_HUNAN)];
    await changed("UPDATE publication SET parts = array_append(parts, 'cells')");
    expect(fromCells).toEqual(fromUnits);
    expect(fromUnits.flat().filter((answer) => !answer.includes('"rows":[]')).length).toBeGreaterThan(asked.length);

    await changed('UPDATE published_cell SET publication_id = gen_random_uuid()');
    for (const one of CELLS) expect(await cells(one, null, ['cells'])).toEqual([]);
    const emptied = await answersOf(asked, ANALYST);
    for (const [at, query] of asked.entries()) {
      const shown = fromUnits[0]![at]!;
      const isLost = !shown.includes('"rows":[]') && ASKED.includes(query);
      expect(emptied[at] !== shown, query).toBe(isLost);
    }
  });

  it('are forgotten with their publication', async () => {
    await stage.publish();
    await stage.publish();
    const publications = await stage.counted('SELECT DISTINCT publication_id FROM published_cell');
    expect(publications).toHaveLength(2);
    await stage.publish();
    expect(await stage.counted('SELECT DISTINCT publication_id FROM published_cell')).toHaveLength(2);
  });
});
