import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declare } from '../support/story.js';
import { type StoryApp, startStoryApp } from '../support/story-app.js';

const HEAD_OF_VILLAGE = '李主任';
const VERIFIED = {
  visitors: ['squad-leader'],
  findings: '户主慢性病',
  category: 'MARGINAL_AT_RISK',
  risks: [{ riskType: 'ILLNESS', primary: true }],
};

describe('a verification that a clerk enters for the head of the village', () => {
  let app: StoryApp;

  beforeAll(async () => {
    app = await startStoryApp();
    const { story, stage } = app;
    await declare(story, stage);
    await stage.today('2023-03-20');
    const entered = { enteredFor: HEAD_OF_VILLAGE, verification: VERIFIED };
    await story.step('village', 'household-verification', '2023-03-07', entered);
    const commitment = { signedBy: '张德福', truthful: true, authorizesLookup: true };
    await story.step('village', 'commitment-authorization', '2023-03-07', { commitment });
    const comparison = { departments: ['CIVIL_AFFAIRS'], discrepancies: [] };
    await story.step('county', 'data-comparison', '2023-03-07', { comparison });
    const review = { eligible: 40, attended: 30, inFavour: 26, against: 1, abstained: 3 };
    await story.step('village', 'democratic-review', '2023-03-07', { review });
    const notice = { step: 'public-notice', opensOn: '2023-03-07', closesOn: '2023-03-12', place: '村务公开栏' };
    await story.act('village', 'publishNotice', { caseId: story.case, expectedVersion: story.version, ...notice });
    await story.step('village', 'public-notice', '2023-03-13');
    await story.step('township', 'township-review', '2023-03-14', { decision: { decidedBy: '街道办事处' } });
  }, 120_000);
  afterAll(() => app?.product.stop());

  it('is decided by somebody else', async () => {
    const { story } = app;
    for (const set of [
      { decision: { decidedBy: HEAD_OF_VILLAGE } },
      { decision: { decidedBy: '县局' }, enteredFor: HEAD_OF_VILLAGE },
    ])
      await story.refused(
        'county',
        'completeStep',
        story.stepInput('county-decision', '2023-03-15', set),
        'SAME_PERSON',
        '3.2',
      );
    const decided = { decision: { decidedBy: '县局' }, enteredFor: '王局长' };
    await story.step('county', 'county-decision', '2023-03-15', decided);
  });

  it('leaves no name in the audit trail, which says that there is one', async () => {
    const { auditEvents } = await app.story.query(
      'auditor',
      'query($id: ID!) { auditEvents(subjectId: $id) { nodes { action change } } }',
      { id: app.story.case },
    );
    expect(JSON.stringify(auditEvents)).not.toMatch(/李主任|王局长|街道|县局|张德福|squad-leader/);
    const sealed = auditEvents.nodes.filter(({ change }: { change: { sealed?: string[] } }) =>
      change.sealed?.includes('enteredFor'),
    );
    expect(sealed).toHaveLength(2);
  });
});
