import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegionCode } from '../../src/domain/kernel/region-code.js';
import { tellDueDays } from '../../src/features/procedure/tell-due-days.js';
import { declare, PLACE } from '../support/story.js';
import { type StoryApp, startStoryApp } from '../support/story-app.js';

describe('a last day that could not be told, since its holidays were not announced', () => {
  let app: StoryApp;
  const days = async () =>
    (
      await app.story.query(
        'county',
        'query($id: ID!) { monitoringCase(id: $id) { version procedures { dueOn } currentSteps { dueOn } } }',
        { id: app.story.case },
      )
    ).monitoringCase;
  const differences = async () =>
    (
      await app.story.query('auditor', 'query($id: ID!) { verifyAuditChain(subjectId: $id) { intact differences } }', {
        id: app.story.case,
      })
    ).verifyAuditChain;
  const owner = (statement: string) =>
    app.product.app.engine.transaction(['BEGIN'], true, (connection) => connection.query(statement, [], 'array'));
  const tell = () => tellDueDays(app.product.app.ground, [PLACE.county as RegionCode], '2023-03-06' as never);

  beforeAll(async () => {
    app = await startStoryApp();
    await declare(app.story, app.stage);
  }, 120_000);
  afterAll(() => app?.product.stop());

  it('is no difference while it is not told, and is told when the calendar reaches it', async () => {
    const before = await days();
    expect([before.procedures[0].dueOn, before.currentSteps[0].dueOn].filter((day) => day !== null)).not.toEqual([]);
    // As it was entered before the announcement.
    for (const table of ['procedure_run', 'procedure_step', 'monitoring_case'])
      await owner(`UPDATE ${table} SET due_on = NULL`);
    expect((await days()).currentSteps[0].dueOn).toBeNull();
    expect(await differences()).toEqual({ intact: true, differences: [] });
    expect(await tell()).toBeGreaterThan(0);
    expect(await days()).toEqual(before);
    expect(await differences()).toEqual({ intact: true, differences: [] });
  });

  it('is told once: a second round finds nothing more, and locks nothing for what has no last day', async () => {
    const { procedures, currentSteps } = await days();
    expect([procedures[0].dueOn, currentSteps[0].dueOn]).toContain(null);
    app.product.forget();
    expect(await tell()).toBe(0);
    expect(app.product.statements.filter((text) => text.includes('FOR UPDATE'))).toEqual([]);
    expect(app.product.statements).toHaveLength(1);
  });
});
