import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declare } from '../support/story.js';
import { type StoryApp, startStoryApp } from '../support/story-app.js';

let app: StoryApp;
beforeAll(async () => {
  app = await startStoryApp();
  await declare(app.story, app.stage);
  const verification = {
    visitors: ['village-worker'],
    findings: '户主慢性病',
    category: 'MARGINAL_AT_RISK',
    risks: [{ riskType: 'ILLNESS', primary: true }],
  };
  await app.stage.today('2023-03-10');
  await app.story.step('village', 'household-verification', '2023-03-07', { verification });
});
afterAll(() => app?.product.stop());

const commitment = { signedBy: '张德福', truthful: true, authorizesLookup: true };
const comparison = { departments: ['MEDICAL_SECURITY', 'CIVIL_AFFAIRS'], discrepancies: [] };
const withdraw = (on: string) => ({
  caseId: app.story.case,
  expectedVersion: app.story.version,
  on,
  note: '户主到村委会当面撤回',
});
const compare = (on: string, more: object = {}) => app.story.stepInput('data-comparison', on, { comparison, ...more });

describe('R09: an authorization that is withdrawn', () => {
  it('cannot be, before there is one', async () => {
    await app.story.refused('village', 'withdrawAuthorization', withdraw('2023-03-08'), 'INVALID_STATE', '3.2');
  });

  it('stops the comparison, until the household gives a new one on a later day', async () => {
    await app.story.step('village', 'commitment-authorization', '2023-03-07', { commitment });
    await app.story.refused('village', 'withdrawAuthorization', withdraw('2023-03-06'), 'DATE_ORDER', '3.2');
    await app.story.act('village', 'withdrawAuthorization', withdraw('2023-03-08'));
    const refused = await app.story.refused('county', 'completeStep', compare('2023-03-09'), 'RULE_VIOLATION', '3.2');
    expect(JSON.stringify(refused)).toContain('withdrew its authorization on 2023-03-08');

    const back = {
      outcome: 'RETURNED',
      returnTo: 'commitment-authorization',
      note: '授权已撤回',
      comparison: { departments: [], discrepancies: [] },
    };
    await app.story.act('county', 'completeStep', compare('2023-03-09', back));
    await app.story.step('village', 'commitment-authorization', '2023-03-09', { commitment });
    await app.story.step('county', 'data-comparison', '2023-03-10', { comparison });
  });

  it('is told in the history, with what was looked up under which authorization, and its note is nowhere in it', async () => {
    const HISTORY = `query ($id: ID!) { monitoringCase(id: $id) { history(first: 100) { nodes { summary } } } }`;
    const { monitoringCase } = await app.story.query('county', HISTORY, { id: app.story.case });
    const told = monitoringCase.history.nodes.map(({ summary }: { summary: string }) => summary);
    expect(told).toContain('the household withdrew its authorization of look-ups');
    const EVENTS = `query ($id: ID) { auditEvents(subjectId: $id, first: 100) { nodes { action change } } }`;
    const { auditEvents } = await app.story.query('auditor', EVENTS, { id: app.story.case });
    const changes = auditEvents.nodes.map(({ change }: { change: Record<string, unknown> }) => change);
    const looked = changes.filter((change: Record<string, unknown>) => 'lookup' in change);
    expect(looked).toMatchObject([
      {
        step: 'data-comparison',
        lookup: {
          departments: ['MEDICAL_SECURITY', 'CIVIL_AFFAIRS'],
          authorization: { step: 'commitment-authorization', attempt: 2, on: '2023-03-09' },
        },
      },
    ]);
    expect(JSON.stringify(auditEvents)).not.toContain('当面撤回');
  });
});
