import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, addMonths, date } from '../../src/domain/kernel/calendar-date.js';
import { CaseWalk, SECURE } from '../support/case-walk.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const HEAD = {
  name: '王大山',
  relationship: 'HEAD',
  sex: 'MALE',
  birthDate: '1970-01-01',
  medicalInsurance: true,
  labour: 'ORDINARY',
  health: ['HEAVY_CHRONIC_ILLNESS'],
};
const PLAN = [
  { instrument: 'medical-assistance', addresses: ['ILLNESS'] },
  { instrument: 'public-welfare-job', addresses: [] },
];
const ANNOUNCE = 'result-announcement';
const announcement = { issuedBy: '市乡村振兴局', place: '政府网站' };

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp('2023-06-01', { DEMO: 'off' });
}, 120_000);
afterAll(() => app?.stop());

async function aCase(region: string, today: string): Promise<CaseWalk> {
  const walk = new CaseWalk(app, region, today);
  await walk.register([HEAD]);
  await walk.open();
  return walk;
}
const codes = ({ userErrors }: { userErrors: { code: string; path: string[] }[] }) =>
  userErrors.map(({ code, path }) => `${code} ${path.slice(1).join('.')}`);
const agrees = async (walk: CaseWalk, region: string) => {
  const auditor = await app.token([{ role: 'AUDITOR', region: region.slice(0, 6) }], { subject: 'auditor' });
  const query = 'query($id: ID!) { verifyAuditChain(subjectId: $id) { intact differences } }';
  const { data } = await app.ask(auditor, query, { id: walk.case });
  expect(data.verifyAuditChain).toEqual({ intact: true, differences: [] });
};

describe('an identification in Wenshan, whose result is announced within five working days', () => {
  const WENSHAN = '532601001';
  let walk: CaseWalk;
  let decidedOn: string;

  it('stays under identification once the county has decided, and waits for the announcement', async () => {
    walk = await aCase(WENSHAN, '2023-06-01');
    const waiting = await walk.runToEnd(undefined, ANNOUNCE);
    decidedOn = walk.today;
    expect(waiting).toMatchObject({ status: 'UNDER_IDENTIFICATION', identifiedOn: null });
    const { currentSteps } = await walk.look(
      'clerk',
      'currentSteps { dueOn startedOn definition { code kind name outcomes level article } }',
    );
    expect(currentSteps).toEqual([
      {
        startedOn: decidedOn,
        dueOn: '2023-06-19',
        definition: {
          code: ANNOUNCE,
          kind: 'RESULT_ANNOUNCEMENT',
          name: 'Announcement of the result',
          outcomes: ['PASSED', 'RETURNED'],
          level: 'COUNTY',
          article: 'G',
        },
      },
    ]);
    expect(decidedOn).toBe('2023-06-12');
  });

  it('is offered with its section, stands in the worklist of the county, and is no notice to be objected to', async () => {
    const { availableActions } = await walk.look();
    const offered = availableActions.filter(({ step }: { step: string }) => step === ANNOUNCE);
    expect(offered).toMatchObject([
      { action: 'completeStep', allowed: true, section: 'announcement', input: { outcome: 'PASSED' } },
      { action: 'completeStep', allowed: true, section: 'announcement', input: { outcome: 'RETURNED' } },
    ]);
    const county = await app.token([{ role: 'COUNTY_OFFICER', region: WENSHAN.slice(0, 6) }], { subject: 'clerk' });
    const { data } = await app.ask(county, '{ worklist(first: 10) { nodes { kind title dueOn } } }');
    expect(data.worklist.nodes).toMatchObject([{ kind: 'STEP', dueOn: '2023-06-16' }]);
    const notice = {
      ...(await walk.onCase()),
      step: ANNOUNCE,
      place: '公开栏',
      opensOn: decidedOn,
      closesOn: addDays(date(decidedOn), 7),
    };
    expect(codes(await walk.asked('publishNotice', notice))).toEqual(['BAD_VALUE step']);
  });

  it('refuses an announcement without place, with another section, before the decision, and as a rejection', async () => {
    const asked = async (more: object) =>
      codes(
        await walk.asked('completeStep', {
          ...(await walk.onCase()),
          step: ANNOUNCE,
          outcome: 'PASSED',
          occurredOn: walk.today,
          ...more,
        }),
      );
    expect(await asked({})).toEqual(['SECTION_MISMATCH announcement']);
    expect(await asked({ announcement: { ...announcement, place: ' ' } })).toEqual(['BAD_VALUE announcement.place']);
    expect(await asked({ announcement, decision: { decidedBy: '市' } })).toEqual(['SECTION_MISMATCH decision']);
    expect(await asked({ announcement, occurredOn: addDays(date(decidedOn), -1) })).toEqual(['DATE_ORDER occurredOn']);
    expect(await asked({ announcement, outcome: 'REJECTED', note: '不予' })).toEqual(['BAD_VALUE outcome']);
    expect(await walk.look('clerk', 'status')).toEqual({ status: 'UNDER_IDENTIFICATION' });
  });

  it('makes the household monitored from the day of the decision, and history and events agree', async () => {
    const announcedOn = walk.later(2);
    const input = {
      ...(await walk.onCase()),
      step: ANNOUNCE,
      outcome: 'PASSED',
      occurredOn: announcedOn,
      announcement,
    };
    await walk.done('completeStep', input);
    const read =
      'status identifiedOn history(first: 1) { nodes { summary } } currentRun: procedures { endedOn outcome }';
    const found = await walk.look('clerk', read);
    expect(found).toMatchObject({ status: 'MONITORED', identifiedOn: decidedOn });
    expect(found.currentRun).toEqual([{ endedOn: announcedOn, outcome: 'PASSED' }]);
    expect(found.history.nodes[0].summary).toBe(
      'identification: Announcement of the result passed; the case is monitored',
    );
    await agrees(walk, WENSHAN);
  });

  it('is read by everyone without a token for as many days as its notice hangs, with a masked name and nothing of need', async () => {
    const announcedOn = walk.today;
    const last = addDays(date(announcedOn), 5);
    const read = {
      purpose: 'IDENTIFICATION',
      householdName: '王**',
      announcedOn,
      announcedUntil: last,
      ...announcement,
      region: { code: WENSHAN },
      case: null,
    };
    for (const region of [WENSHAN, '532601', '532600', '530000'])
      expect(await shown(null, region)).toEqual({ totalCount: 1, nodes: [read] });
    expect(await shown(null, WENSHAN, addDays(date(announcedOn), -1))).toEqual({ totalCount: 0, nodes: [] });
    expect(await shown(null, '532602')).toEqual({ totalCount: 0, nodes: [] });
    const elsewhere = await officeOf('532602');
    expect((await shown(elsewhere, WENSHAN)).nodes).toEqual([read]);
    const own = await officeOf(WENSHAN);
    expect((await shown(own, WENSHAN)).nodes).toEqual([{ ...read, householdName: '王大山', case: { id: walk.case } }]);
    walk.on(last);
    expect((await shown(null, WENSHAN)).totalCount).toBe(1);
    walk.on(addDays(last, 1));
    for (const on of [undefined, announcedOn, last]) expect((await shown(null, WENSHAN, on)).totalCount).toBe(0);
    expect((await shown(elsewhere, WENSHAN, last)).totalCount).toBe(0);
    expect((await shown(own, WENSHAN, last)).totalCount).toBe(1);
  });

  it('shows nothing else of the step to a stranger, by whatever id or field is asked for', async () => {
    const { data } = await app.ask(null, '{ resultAnnouncements(region: "532601") { nodes { id } } }');
    expect(data.resultAnnouncements.nodes).toEqual([]);
    const own = await officeOf(WENSHAN);
    walk.on(addDays(date(walk.today), -1));
    const { id } = (await app.ask(own, '{ resultAnnouncements(region: "532601") { nodes { id } } }')).data
      .resultAnnouncements.nodes[0];
    expect((await app.ask(null, 'query($id: ID!) { node(id: $id) { id } }', { id })).data?.node ?? null).toBeNull();
    for (const field of ['actor', 'note', 'evidence { sha256 }', 'case { status }', 'risks { riskType { code } }']) {
      const asked = await app.ask(null, `{ resultAnnouncements(region: "532601") { nodes { ${field} } } }`);
      const hidden = field.startsWith('case') ? asked.data.resultAnnouncements.nodes[0].case : null;
      expect([hidden, asked.errors.length > 0 || field.startsWith('case')]).toEqual([null, true]);
    }
  });

  it('tells nobody of the identification any more once the case is withdrawn', async () => {
    expect((await shown(null, WENSHAN)).totalCount).toBe(1);
    const gone = { ...(await walk.onCase()), reason: 'MOVED_AWAY', note: '全家迁出', on: walk.today };
    await walk.done('withdrawCase', gone, 'decider');
    for (const person of [null, await officeOf(WENSHAN)]) expect((await shown(person, WENSHAN)).totalCount).toBe(0);
  });
});

const SHOWN = `query($region: RegionCode!, $on: Date) { resultAnnouncements(region: $region, on: $on) { totalCount nodes {
  purpose householdName announcedOn announcedUntil issuedBy place region { code } case { id } } } }`;
const shown = async (person: string | null, region: string, on?: string) => {
  const { data, errors } = await app.ask(person, SHOWN, { region, ...(on && { on }) });
  expect(errors).toEqual([]);
  return data.resultAnnouncements;
};
const officeOf = (region: string) => app.token([{ role: 'VILLAGE_WORKER', region }], { subject: 'board' });

describe('an elimination in Hainan, which the city or county announces', () => {
  const HAINAN = '469006100';
  let walk: CaseWalk;

  it('asks for the gates when it is decided, not only when it is announced', async () => {
    walk = await aCase(HAINAN, '2023-06-01');
    const monitored = await walk.runToEnd();
    await walk.support(PLAN);
    walk.on(addMonths(date(monitored.identifiedOn), 6));
    const window = { from: addDays(addMonths(date(walk.today), -12), 1), to: walk.today };
    await walk.records('recordIncome', { income: { ...window, wages: '20000.00' } });
    await walk.records('recordGuarantees', { guarantees: { ...SECURE, checkedOn: walk.today } });
    const { risks, measures } = await walk.look();
    await resolve(risks[0].id);
    for (const { id } of measures.nodes)
      await walk.onMeasure('concludeMeasure', id, { on: walk.today, status: 'COMPLETED', note: '到期' });
    const { eliminationGates } = await walk.look('clerk', 'eliminationGates { code passed reason }');
    expect(eliminationGates.find(({ code }: { code: string }) => code === 'income-above-line')).toMatchObject({
      passed: true,
      reason: expect.stringContaining('the concept is disposable income'),
    });
    await walk.done('requestElimination', { ...(await walk.onCase()), on: walk.today });
    await walk.runToEnd(undefined, 'county-decision');

    const later = await walk.done('recordRisk', {
      ...(await walk.onCase()),
      riskType: 'ILLNESS',
      identifiedOn: walk.today,
    });
    const decide = async () => ({
      ...(await walk.onCase()),
      step: 'county-decision',
      outcome: 'PASSED',
      occurredOn: walk.today,
      decision: { decidedBy: '市领导小组' },
    });
    const refused = await walk.asked('completeStep', await decide(), 'decider');
    expect(
      refused.userErrors.map(
        ({ code, message }: { code: string; message: string }) => `${code} ${message.split(':')[0]}`,
      ),
    ).toEqual(['GATE_NOT_PASSED risks-resolved']);
    const { availableActions } = await walk.look('decider');
    const offered = availableActions.find(
      ({ step, input }: { step: string; input: { outcome?: string } }) =>
        step === 'county-decision' && input.outcome === 'PASSED',
    );
    expect(offered.allowed).toBe(false);

    await resolve(later.case.risks.find(({ resolvedOn }: { resolvedOn: string | null }) => resolvedOn === null).id);
    expect(codes(await walk.asked('completeStep', await decide(), 'decider'))).toEqual([]);
    expect(await walk.look('clerk', 'status eliminatedOn')).toEqual({
      status: 'UNDER_ELIMINATION',
      eliminatedOn: null,
    });
  });

  it('goes back to the review where something turns up before it is announced', async () => {
    const later = await walk.done('recordRisk', {
      ...(await walk.onCase()),
      riskType: 'ILLNESS',
      identifiedOn: walk.today,
    });
    const announce = { ...(await walk.onCase()), step: ANNOUNCE, occurredOn: walk.today, announcement };
    expect(codes(await walk.asked('completeStep', { ...announce, outcome: 'PASSED' }))).toEqual([
      'GATE_NOT_PASSED outcome',
    ]);
    const back = { outcome: 'RETURNED', returnTo: 'democratic-review', note: '公告前发现新的风险' };
    await walk.done('completeStep', { ...announce, ...back });
    const { currentSteps } = await walk.look();
    expect(currentSteps.map(({ definition }: { definition: { code: string } }) => definition.code)).toEqual([
      'democratic-review',
    ]);
    await resolve(later.case.risks.find(({ resolvedOn }: { resolvedOn: string | null }) => resolvedOn === null).id);
  });

  it('marks the risk eliminated on the day of the decision, once it is announced a day later', async () => {
    await walk.runToEnd(undefined, ANNOUNCE);
    const decidedOn = walk.today;
    walk.later(1);
    expect(await walk.runToEnd()).toMatchObject({ status: 'RISK_ELIMINATED', eliminatedOn: decidedOn });
    await agrees(walk, HAINAN);
  });

  it('tells nobody of the elimination any more once it is rolled back; what was sent back was never told', async () => {
    const own = await officeOf(HAINAN);
    const told = async () => (await shown(own, HAINAN)).nodes.map(({ purpose }: { purpose: string }) => purpose);
    expect(await told()).toEqual(['ELIMINATION']);
    expect((await shown(null, HAINAN)).totalCount).toBe(1);
    await walk.done('rollBackElimination', { ...(await walk.onCase()), reason: '审定有误', on: walk.today }, 'decider');
    expect([await told(), (await shown(null, HAINAN)).totalCount]).toEqual([[], 0]);
    await agrees(walk, HAINAN);
  });

  async function resolve(riskId: string): Promise<void> {
    await walk.done('resolveRisk', { ...(await walk.onCase()), riskId, resolvedOn: walk.today, note: '核实无此风险' });
  }
});

describe('identifications in Zongyang, which announces them from 19 January 2024 on', () => {
  const ZONGYANG = '340722106';
  const stepsOf = async (walk: CaseWalk) => {
    const { procedures } = await walk.look('clerk', 'procedures { steps { definition { code } } endedOn }');
    return procedures[0].steps.map(({ definition }: { definition: { code: string } }) => definition.code);
  };

  it('ends a run of 18 January with the decision, and one of 19 January with the announcement, both done in February', async () => {
    const [before, after] = [await aCase(ZONGYANG, '2024-01-18'), await aCase(ZONGYANG, '2024-01-19')];
    expect(await stepsOf(before)).not.toContain(ANNOUNCE);
    expect((await stepsOf(after)).at(-1)).toBe(ANNOUNCE);
    before.on('2024-02-20');
    expect(await before.runToEnd(undefined, ANNOUNCE)).toMatchObject({
      status: 'MONITORED',
      identifiedOn: before.today,
    });
    after.on(before.today);
    expect(await after.runToEnd(undefined, ANNOUNCE)).toMatchObject({ status: 'UNDER_IDENTIFICATION' });
    const decidedOn = after.today;
    expect(await after.runToEnd()).toMatchObject({ status: 'MONITORED', identifiedOn: decidedOn });
  });

  it('is not late where it was decided in time and is announced after the last day, neither marked nor in the worklist', async () => {
    const walk = await aCase(ZONGYANG, '2024-03-01');
    const LATE = 'identificationDueOn identificationDaysLate';
    const overdue = async () => {
      const county = await app.token([{ role: 'COUNTY_OFFICER', region: '340722' }], { subject: 'clerk' });
      const { data } = await app.ask(county, '{ worklist(first: 50) { nodes { kind case { id } } } }');
      return data.worklist.nodes
        .filter((one: { kind: string; case: { id: string } }) => one.case.id === walk.case)
        .map(({ kind }: { kind: string }) => kind)
        .sort();
    };
    await walk.runToEnd(undefined, 'county-decision');
    const decidedOn = walk.today;
    const { identificationDueOn } = await walk.look('clerk', LATE);
    expect(decidedOn <= identificationDueOn).toBe(true);
    walk.on(addDays(identificationDueOn, 5));
    expect(await walk.look('clerk', LATE)).toMatchObject({ identificationDaysLate: 5 });
    expect(await overdue()).toEqual(['IDENTIFICATION_OVERDUE', 'STEP']);
    walk.on(decidedOn);
    await walk.runToEnd(undefined, ANNOUNCE);
    walk.on(addDays(identificationDueOn, 5));
    expect(await walk.look('clerk', LATE)).toMatchObject({ identificationDaysLate: 0 });
    expect(await overdue()).toEqual(['STEP']);
    await walk.runToEnd();
    expect(await walk.look('clerk', LATE)).toMatchObject({ identificationDaysLate: 0 });
  });
});
