import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, date } from '../../src/domain/kernel/calendar-date.js';
import { CaseWalk, SECURE } from '../support/case-walk.js';
import { PLACE } from '../support/story.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const ANSWER = `case { id version openedOn identifiedOn eliminatedOn }
  correction { subject before after consequences { code message article } }`;

describe('correctRecord of the days of a case and of its support', () => {
  let app: TestApp;
  let walk: CaseWalk;
  // biome-ignore lint/suspicious/noExplicitAny: answers of any shape
  type Answered = any;

  const correct = async (set: object, subjectId = walk.case): Promise<Answered> => {
    const { version } = await walk.look('clerk', 'version');
    const input = { subjectId, expectedVersion: version, set, reason: '录入有误' };
    return walk.asked('correctRecord', input, 'clerk', ANSWER);
  };
  const codes = ({ userErrors }: Answered) =>
    userErrors.map(({ code, path }: Answered) => `${code} ${path.slice(1).join('.')}`);
  const followed = ({ correction }: Answered) => correction.consequences.map(({ code }: Answered) => code);
  const steps = async (place = 0) =>
    (
      await walk.look(
        'clerk',
        'procedures { kind startedOn endedOn steps { definition { code kind } startedOn completedOn dueOn overdue } }',
      )
    ).procedures[place];
  const stepOf = async (kind: string, place = 0) =>
    (await steps(place)).steps.find(({ definition }: Answered) => definition.kind === kind);
  const intact = async () => {
    const auditor = await app.token([{ role: 'AUDITOR', region: PLACE.county }], { subject: 'auditor' });
    const query = 'query($id: ID!) { verifyAuditChain(subjectId: $id) { intact differences } }';
    return (await app.ask(auditor, query, { id: walk.case })).data.verifyAuditChain;
  };
  const WHOLE = { intact: true, differences: [] };

  beforeAll(async () => {
    app = await startTestApp('2023-03-06', { DEMO: 'off' });
    walk = new CaseWalk(app, PLACE.village, '2023-03-06');
    await walk.register([
      { name: '张三', relationship: 'HEAD', sex: 'MALE', birthDate: '1970-01-01', labour: 'ORDINARY' },
    ]);
    await walk.open();
    walk.later(2);
    await walk.runToEnd();
    walk.later(1);
    await walk.support([
      { instrument: 'medical-assistance', addresses: ['ILLNESS'] },
      { instrument: 'public-welfare-job', addresses: [] },
    ]);
  }, 180_000);
  afterAll(() => app?.stop());

  it('moves a verification within the days before and after it, and leaves a record that its events tell again', async () => {
    const verification = await stepOf('HOUSEHOLD_VERIFICATION');
    expect(verification).toMatchObject({ startedOn: '2023-03-06', completedOn: '2023-03-08' });
    const { code } = verification.definition;
    expect(codes(await correct({ step: { code, on: '2023-03-05' } }))).toEqual(['DATE_ORDER set.step.on']);
    expect(codes(await correct({ step: { code, on: '2099-03-05' } }))).toContain('DATE_IN_FUTURE set.step.on');
    expect(codes(await correct({ step: { code, on: '2023-03-09' } }))).toEqual(['DATE_ORDER set.step.on']);
    const answer = await correct({ step: { code, procedure: 'IDENTIFICATION', on: '2023-03-07' } });
    expect(answer).toMatchObject({
      correction: {
        subject: 'MonitoringCase',
        before: { step: { code, attempt: 1, on: '2023-03-08' } },
        after: { step: { code, attempt: 1, on: '2023-03-07' } },
      },
      userErrors: [],
    });
    expect((await stepOf('HOUSEHOLD_VERIFICATION')).completedOn).toBe('2023-03-07');
    const next = (await steps()).steps.filter(({ startedOn }: Answered) => startedOn === '2023-03-07');
    expect(next.length).toBeGreaterThan(0);
    expect(await intact()).toEqual(WHOLE);
  });

  it('moves the county decision, and with it the day from which the case is monitored', async () => {
    const decision = await stepOf('COUNTY_DECISION');
    const { identifiedOn } = await walk.look('clerk', 'identifiedOn');
    expect(decision.completedOn).toBe(identifiedOn);
    const later = (await steps(1)).startedOn;
    const move = (code: string, on: string) => correct({ step: { code, procedure: 'IDENTIFICATION', on } });
    const behind = addDays(date(later), 1);
    expect(codes(await move(decision.definition.code, behind))).toContain('DATE_ORDER set.step.on');
    const { version } = await walk.look('clerk', 'version');
    const answer = await move(decision.definition.code, later);
    expect(answer).toMatchObject({ case: { identifiedOn: later, version: version + 1 }, userErrors: [] });
    expect((await steps()).endedOn >= later).toBe(true);
    expect(await intact()).toEqual(WHOLE);
    const back = await correct({
      step: { code: decision.definition.code, procedure: 'IDENTIFICATION', on: identifiedOn },
    });
    expect(back).toMatchObject({ case: { identifiedOn }, userErrors: [] });
  });

  it('moves the opening not behind what happened since, and says whether a step was late then', async () => {
    expect(codes(await correct({ openedOn: '2023-03-08' }))).toEqual(['DATE_ORDER set.openedOn']);
    expect(codes(await correct({ openedOn: '2023-03-06' }))).toEqual(['BAD_VALUE set.openedOn']);
    const answer = await correct({ openedOn: '2023-01-06' });
    expect(answer).toMatchObject({ case: { openedOn: '2023-01-06' }, userErrors: [] });
    expect(followed(answer)).toContain('deadline-would-differ');
    expect((await steps()).startedOn).toBe('2023-01-06');
    const DUE = 'openedOn identificationDueOn identificationDaysLate';
    const moved = await walk.look('clerk', DUE);
    // Fifteen days from the day that it was found, which moves with the opening.
    expect(moved).toMatchObject({ openedOn: '2023-01-06', identificationDueOn: '2023-01-21' });
    expect(moved.identificationDaysLate).toBeGreaterThan(0);
    expect(await intact()).toEqual(WHOLE);
    const back = await correct({ openedOn: '2023-03-06' });
    expect(back).toMatchObject({ case: { openedOn: '2023-03-06' }, userErrors: [] });
    expect(back.correction.consequences[0].message).toContain('was in time');
    expect(await walk.look('clerk', DUE)).toMatchObject({
      identificationDueOn: '2023-03-21',
      identificationDaysLate: 0,
    });
    expect(await intact()).toEqual(WHOLE);
  });

  it('asks for the step where a day of identification is that of the county decision, and for one day at a time', async () => {
    expect(codes(await correct({ identifiedOn: '2023-03-20' }))).toEqual(['INVALID_STATE set.identifiedOn']);
    expect(codes(await correct({ identifiedOn: '2023-03-20', openedOn: '2023-03-01' }))).toEqual(['BAD_VALUE set']);
    expect(codes(await correct({ step: { code: 'no-such-step', on: '2023-03-20' } }))).toEqual([
      'BAD_VALUE set.step.code',
    ]);
    expect(codes(await correct({ step: { code: 'county-decision', on: '20 March' } }))).toEqual([
      'BAD_VALUE set.step.on',
    ]);
  });

  it('moves a delivery, and says that the elimination that was requested upon it would now be refused', async () => {
    const { nodes } = (
      await walk.look('clerk', 'measures(first: 10) { nodes { id instrument { code } deliveries { on } } }')
    ).measures;
    const aid = nodes.find(({ instrument }: Answered) => instrument.code === 'medical-assistance');
    const day = aid.deliveries[0].on;
    const { risks } = await walk.look('clerk', 'risks { id }');
    await walk.done('resolveRisk', {
      ...(await walk.onCase()),
      riskId: risks[0].id,
      resolvedOn: walk.today,
      note: '痊愈',
    });
    await walk.done('concludeMeasure', {
      measureId: aid.id,
      expectedVersion: (await walk.onCase()).expectedVersion,
      on: walk.today,
      status: 'COMPLETED',
      note: '完',
    });
    walk.later(200);
    const income = { from: '2022-10-01', to: '2023-09-30', wages: '60000.00' };
    await walk.records('recordIncome', { income });
    await walk.records('recordGuarantees', { guarantees: { ...SECURE, checkedOn: walk.today } });
    expect(await walk.shut(walk.today)).toEqual([]);
    const requested = walk.today;
    await walk.done('requestElimination', { ...(await walk.onCase()), on: requested });
    walk.later(3);
    const answer = await correct({ delivery: { on: day, day: walk.today } }, aid.id);
    expect(answer).toMatchObject({
      correction: {
        subject: 'SupportMeasure',
        before: { delivery: { on: day } },
        after: { delivery: { on: walk.today } },
      },
      userErrors: [],
    });
    expect(followed(answer)).toEqual(['elimination-would-differ']);
    expect(answer.correction.consequences[0]).toMatchObject({ article: '3.3' });
    expect(answer.correction.consequences[0].message).toContain('risks-resolved');
    expect(await intact()).toEqual(WHOLE);
    const back = await correct({ delivery: { on: walk.today, day } }, aid.id);
    expect(followed(back)).toEqual([]);
    expect(await intact()).toEqual(WHOLE);
  });
});
