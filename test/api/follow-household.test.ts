import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, addMonths, date } from '../../src/domain/kernel/calendar-date.js';
import { CaseWalk } from '../support/case-walk.js';
import { PLACE } from '../support/story.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const HOUSEHOLD = 'household { id version members { id labour } openCase { id version } } userErrors { code path }';
const CASE = 'version trackingOnly nextReviewOn history(first: 1) { nodes { kind summary } }';

describe('an open case whose household changes', () => {
  let app: TestApp;
  let walk: CaseWalk;
  const member = async (place: number) =>
    (await walk.look('clerk', 'household { version members { id } }')).household.members[place].id;
  const update = async (place: number, changed: object) => {
    const { household } = await walk.look('clerk', 'household { version }');
    const input = { memberId: await member(place), expectedVersion: household.version, member: changed };
    return walk.done('updateMember', input, 'clerk', HOUSEHOLD);
  };
  const rank = async () => {
    const query = `query { worklist(first: 20) { nodes { kind priority case { id } } } }`;
    const token = await app.token([{ role: 'VILLAGE_WORKER', region: PLACE.village }], { subject: 'village' });
    const { data, errors } = await app.ask(token, query);
    expect(errors).toEqual([]);
    return data.worklist.nodes.filter((item: { case: { id: string } | null }) => item.case?.id === walk.case)[0]
      ?.priority;
  };

  beforeAll(async () => {
    app = await startTestApp('2023-03-06', { DEMO: 'off' });
    walk = new CaseWalk(app, PLACE.village, '2023-03-06');
    await walk.register([
      { name: '张三', relationship: 'HEAD', sex: 'MALE', birthDate: '1970-01-01', labour: 'ORDINARY' },
      { name: '李四', relationship: 'SPOUSE', sex: 'FEMALE', birthDate: '1972-01-01', labour: 'LOST' },
    ]);
    await walk.open();
  }, 120_000);
  afterAll(() => app?.stop());

  it('rises in the worklist when a member falls critically ill, with one event, and sinks again (R03)', async () => {
    expect(await rank()).toBe(100);
    const { household } = await update(1, { health: ['CRITICAL_ILLNESS'] });
    expect(household.openCase.version).toBe(2);
    expect(await rank()).toBeLessThan(100);
    expect((await walk.look('clerk', CASE)).history.nodes[0]).toEqual({
      kind: 'followHousehold',
      summary: "the household's members changed, and with them its rank",
    });
    await update(1, { health: [] });
    expect(await rank()).toBe(100);
    expect((await walk.look('clerk', 'version')).version).toBe(3);
  });

  it('stays as it is, without an event, when what changes concerns no rank and no labour', async () => {
    await update(1, { education: '初中' });
    const income = { from: '2022-01-01', to: '2022-12-31', wages: '5000.00' };
    await walk.records('recordIncome', { income });
    expect((await walk.look('clerk', 'version')).version).toBe(3);
  });

  it('is tracked only once the last labour is lost and the safety net is there, and no longer once it is regained (R12)', async () => {
    await walk.runToEnd();
    const { version } = await walk.look('clerk', 'version');
    await update(0, { labour: 'LOST' });
    expect(await walk.look('clerk', CASE)).toMatchObject({ version, trackingOnly: false });
    await update(0, { safetyNet: 'SUBSISTENCE_ALLOWANCE' });
    expect(await walk.look('clerk', CASE)).toMatchObject({ version: version + 1, trackingOnly: true });
    const shut = await walk.asked('requestElimination', { ...(await walk.onCase()), on: walk.today });
    expect(shut.userErrors.map(({ code }: { code: string }) => code)).toContain('GATE_NOT_PASSED');
    const due = addMonths(date(walk.today), 12);
    expect(await walk.look('clerk', CASE)).toMatchObject({ nextReviewOn: due });
    const visit = { visitedOn: walk.later(1), visitors: ['王五'], policyExplained: false };
    await walk.done(
      'recordVisit',
      { householdId: walk.household, ...visit, mode: 'ABSENT' },
      'clerk',
      'userErrors { code }',
    );
    expect(await walk.look('clerk', CASE)).toMatchObject({ version: version + 1, nextReviewOn: due });
    await walk.done(
      'recordVisit',
      { householdId: walk.household, ...visit, mode: 'VISIT' },
      'clerk',
      'userErrors { code }',
    );
    const next = addMonths(date(walk.today), 12);
    const told = { summary: `the household was visited; the next visit is due by ${next}` };
    expect(await walk.look('clerk', CASE)).toMatchObject({
      version: version + 2,
      trackingOnly: true,
      nextReviewOn: next,
      history: { nodes: [told] },
    });
    const late = { ...visit, visitedOn: addDays(date(walk.today), -1), mode: 'VISIT' };
    await walk.done('recordVisit', { householdId: walk.household, ...late }, 'clerk', 'userErrors { code }');
    expect(await walk.look('clerk', CASE)).toMatchObject({ version: version + 2, nextReviewOn: next });
    await update(0, { labour: 'WEAK' });
    expect(await walk.look('clerk', CASE)).toMatchObject({
      version: version + 3,
      trackingOnly: false,
      nextReviewOn: null,
      history: { nodes: [{ summary: "the household's members changed; no longer tracked only" }] },
    });
  });

  it('leaves whole chains, and a record that its events tell again', async () => {
    const auditor = await app.token([{ role: 'AUDITOR', region: PLACE.county }], { subject: 'auditor' });
    const query = 'query($id: ID!) { verifyAuditChain(subjectId: $id) { intact differences } }';
    for (const id of [walk.case, walk.household]) {
      const { data } = await app.ask(auditor, query, { id });
      expect(data.verifyAuditChain).toEqual({ intact: true, differences: [] });
    }
  });
});
