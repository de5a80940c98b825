import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lintPlans, pinsCounty, type Statements } from '../support/plan-lint.js';
import { tellStory } from '../support/story.js';
import { startStoryApp, type StoryApp } from '../support/story-app.js';

/** Every test that starts the product lints its own statements when it stops; here the lint itself is looked at. */
describe('the plans of what the product sends', () => {
  let app: StoryApp;
  const lint = (statements: Statements) => lintPlans(app.product.app.ground.database, statements);
  const planted = async (text: string, parameters: readonly unknown[] = []) =>
    (await lint(new Map([[text, parameters]]))).unpinned.length;

  beforeAll(async () => {
    app = await startStoryApp();
  });
  afterAll(() => app?.product.stop());

  it('ask one county, or a list of counties, of each distributed table, from the first lead to the elimination', async () => {
    await tellStory(app.stage);
    const { statements, scans, unpinned } = await lint(app.product.sent());
    expect(unpinned).toEqual([]);
    expect(statements).toBeGreaterThan(60);
    expect(scans).toBeGreaterThan(60);
  });

  it('are found out where a table is asked of every county', async () => {
    expect(await planted('SELECT id FROM household')).toBe(1);
    expect(await planted('SELECT id FROM household WHERE number = $1', ['430121-2023-0000001'])).toBe(1);
    expect(
      await planted('UPDATE lead SET status = status WHERE id = $1::uuid', ['018c1f2e-7b3a-7c4d-9e5f-0a1b2c3d4e5f']),
    ).toBe(1);
    expect(await planted("SELECT id FROM household WHERE county_code = $1 OR number = 'x'", ['430121'])).toBe(1);
    expect(await planted('SELECT id FROM household WHERE county_code LIKE $1', ['43%'])).toBe(1);
  });

  it('are found out where only one of two tables is pinned', async () => {
    const joined = 'SELECT m.id FROM household h JOIN member m ON m.household_id = h.id WHERE h.county_code = $1';
    expect(await planted(joined, ['430121'])).toBe(1);
    expect(await planted(`${joined} AND m.county_code = h.county_code`, ['430121'])).toBe(0);
    const below =
      'SELECT (SELECT count(*) FROM member m WHERE m.household_id = h.id) FROM household h WHERE h.county_code = $1';
    expect(await planted(below, ['430121'])).toBe(1);
  });

  it('pass with a list of counties, and where nothing distributed is read', async () => {
    expect(await planted('SELECT id FROM household WHERE county_code = ANY ($1::text[])', ['{430121,430102}'])).toBe(0);
    expect(await planted('SELECT name FROM region')).toBe(0);
  });

  it('are not looked for where the application may not do it at all', async () => {
    const refused = await lint(new Map([['DELETE FROM audit_event', []]]));
    expect(refused).toEqual({ statements: 0, scans: 0, unpinned: [] });
  });

  it('may ask every county where the read is listed, with its reason', async () => {
    const read = new Map([['SELECT count(*) FROM household', []]]);
    const listed = [{ part: 'count(*) FROM household', why: 'planted here' }];
    expect((await lintPlans(app.product.app.ground.database, read, listed)).unpinned).toEqual([]);
    expect((await lint(read)).unpinned).toHaveLength(1);
  });

  it('pins by what must hold, not by what may', () => {
    expect(pinsCounty("((county_code = '430121'::text) AND (id = 'x'::uuid))")).toBe(true);
    expect(pinsCounty("(t.county_code = ANY ('{430121,430102}'::text[]))")).toBe(true);
    expect(pinsCounty("((h.county_code = ANY ('{430121,430102}'::text[])) IS TRUE)")).toBe(true);
    expect(pinsCounty("((h.county_code = ANY ('{430121}'::text[])) IS NOT TRUE)")).toBe(false);
    expect(pinsCounty("((county_code = '430121'::text) OR (id = 'x'::uuid))")).toBe(false);
    expect(pinsCounty("(((county_code = '430121'::text) OR (number = 'a'::text)) AND (size > 2))")).toBe(false);
    expect(
      pinsCounty("(((county_code = '430121'::text) AND (id > 'x'::uuid)) OR (county_code = '430102'::text))"),
    ).toBe(true);
    expect(pinsCounty('(county_code = t.county_code)')).toBe(false);
    expect(pinsCounty("(note = ' AND (county_code = ''430121''::text) AND '::text)")).toBe(false);
  });
});
