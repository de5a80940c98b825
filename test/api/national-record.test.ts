import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PLACE } from '../support/story.js';
import { type StoryApp, startStoryApp } from '../support/story-app.js';

const RECORD = {
  number: '43012100100100017-1',
  identifiedOn: '2022-05-10',
  category: 'MARGINAL_AT_RISK',
  risks: [{ riskType: 'ILLNESS', primary: true }],
  takenOverOn: '2023-03-07',
  evidence: [{ kind: 'national-record', title: '系统记录截图', sha256: 'e'.repeat(64) }],
};
const CASE = `case { id number status source category identifiedOn openedOn takenOverOn takeOverEvidence { kind sha256 } version procedures { kind } currentSteps { status }
  risks { riskType { code } identifiedOn } eliminationGates(on: "2022-11-09") { code passed } history { nodes { summary } } }
  userErrors { code path article }`;

describe('a case that comes from the national system', () => {
  let app: StoryApp;
  let numbers = 0;
  const family = async (): Promise<string> => {
    const member = { name: '示例', relationship: 'HEAD', sex: 'MALE', birthDate: '1970-01-01', labour: 'ORDINARY' };
    numbers += 1;
    const input = { region: PLACE.village, number: `NAT-${numbers}`, formerStatus: 'GENERAL', members: [member] };
    return (await app.mutate('village', 'registerHousehold', input, 'household { id } userErrors { code }')).household
      .id;
  };
  const opening = (householdId: string, nationalRecord: object = RECORD) => ({
    householdId,
    channel: 'CADRE_INSPECTION',
    openedOn: '2022-05-01',
    nationalRecord,
  });

  beforeAll(async () => {
    app = await startStoryApp();
    await app.stage.today('2023-03-08');
  }, 120_000);
  afterAll(() => app?.product.stop());

  it('is monitored from its day there under its number there, with no identification run again', async () => {
    const { case: kept, userErrors } = await app.mutate('county', 'openCase', opening(await family()), CASE);
    expect(userErrors).toEqual([]);
    expect(kept).toMatchObject({
      number: RECORD.number,
      status: 'MONITORED',
      source: 'NATIONAL_SYSTEM',
      category: 'MARGINAL_AT_RISK',
      identifiedOn: '2022-05-10',
      openedOn: '2022-05-01',
      takenOverOn: '2023-03-07',
      takeOverEvidence: [{ kind: 'national-record', sha256: 'e'.repeat(64) }],
      version: 1,
      procedures: [],
      currentSteps: [],
      risks: [{ riskType: { code: 'ILLNESS' }, identifiedOn: '2022-05-10' }],
      history: { nodes: [{ summary: 'taken over from the national system, monitored there' }] },
    });
    const { verifyAuditChain } = await app.story.query(
      'auditor',
      'query($id: ID!) { verifyAuditChain(subjectId: $id) { intact differences } }',
      { id: kept.id },
    );
    expect(verifyAuditChain).toEqual({ intact: true, differences: [] });
    const months = (gates: { code: string; passed: boolean }[]) =>
      gates.find(({ code }) => code === 'months-since-identification')?.passed;
    expect(months(kept.eliminationGates)).toBe(false);
    const dayAfter = CASE.replace('2022-11-09', '2022-11-10');
    const { monitoringCase } = await app.story.query(
      'county',
      `query($id: ID!) { monitoringCase(id: $id) { ${dayAfter.slice(dayAfter.indexOf('{') + 1, dayAfter.lastIndexOf('}', dayAfter.indexOf('userErrors')))} } }`,
      { id: kept.id },
    );
    expect(months(monitoringCase.eliminationGates)).toBe(true);
  });

  it('is refused without the record of the national system and its SHA-256, or with a take-over before the identification', async () => {
    const householdId = await family();
    const against = async (changed: object) =>
      (await app.mutate('county', 'openCase', opening(householdId, { ...RECORD, number: 'N-0009', ...changed })))
        .userErrors;
    expect(await against({ evidence: undefined })).toMatchObject([
      { code: 'EVIDENCE_REQUIRED', path: ['input', 'nationalRecord', 'evidence'], article: '5.4' },
    ]);
    expect(await against({ evidence: [{ kind: 'national-record', title: '截图' }] })).toMatchObject([
      { code: 'EVIDENCE_REQUIRED', path: ['input', 'nationalRecord', 'evidence', '0', 'sha256'] },
    ]);
    expect(await against({ takenOverOn: '2022-05-09' })).toMatchObject([
      { code: 'DATE_ORDER', path: ['input', 'nationalRecord', 'takenOverOn'] },
    ]);
    expect(await against({ takenOverOn: '2023-03-09' })).toMatchObject([
      { code: 'DATE_IN_FUTURE', path: ['input', 'nationalRecord', 'takenOverOn'] },
    ]);
    expect(await against({ takenOverOn: '2022-05-10' })).toEqual([]);
  });

  it('is taken over once in the nation: another county is answered as one that has the number itself', async () => {
    const elsewhere = await app.product.token([{ role: 'COUNTY_OFFICER', region: '430626' }], { subject: 'neighbour' });
    const member = { name: '示例', relationship: 'HEAD', sex: 'MALE', birthDate: '1970-01-01', labour: 'ORDINARY' };
    const register =
      'mutation($input: RegisterHouseholdInput!) { registerHousehold(input: $input) { household { id } } }';
    const input = { region: '430626001001', formerStatus: 'GENERAL', members: [member] };
    const { household } = (await app.product.ask(elsewhere, register, { input })).data.registerHousehold;
    const take = `mutation($input: OpenCaseInput!) { openCase(input: $input) { case { id } userErrors { code path message } } }`;
    const there = (await app.product.ask(elsewhere, take, { input: opening(household.id) })).data.openCase;
    const here = await app.mutate('county', 'openCase', opening(await family()));
    expect(there.userErrors).toMatchObject([{ code: 'DUPLICATE', path: ['input', 'nationalRecord', 'number'] }]);
    expect(here.userErrors[0].message).toBe(there.userErrors[0].message);
  });

  it('lets its household withdraw what it may have authorized there, from its identification on, and once (R09)', async () => {
    const opened = await app.mutate(
      'county',
      'openCase',
      opening(await family(), { ...RECORD, number: 'N-0031' }),
      CASE,
    );
    const { id, version } = opened.case;
    const READ = `query($id: ID!) { monitoringCase(id: $id) { version availableActions { action allowed } history(first: 1) { nodes { summary } } } }`;
    const look = async () => (await app.story.query('village', READ, { id })).monitoringCase;
    const may = async () =>
      (await look()).availableActions.find(({ action }: { action: string }) => action === 'withdrawAuthorization')
        .allowed;
    expect(await may()).toBe(true);
    const withdraw = async (on: string, expectedVersion: number) =>
      app.mutate('village', 'withdrawAuthorization', { caseId: id, expectedVersion, on, note: '户主来电' });
    expect((await withdraw('2022-05-09', version)).userErrors).toMatchObject([{ code: 'DATE_ORDER', article: '3.2' }]);
    const done = await withdraw('2022-05-10', version);
    expect(done.userErrors).toEqual([]);
    expect((await look()).history.nodes[0].summary).toBe('the household withdrew its authorization of look-ups');
    expect(await may()).toBe(false);
    expect((await withdraw('2023-03-08', done.case.version)).userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
    const EVENTS = `query($id: ID!) { auditEvents(subjectId: $id, first: 5) { nodes { action change } } verifyAuditChain(subjectId: $id) { intact differences } }`;
    const { auditEvents, verifyAuditChain } = await app.story.query('auditor', EVENTS, { id });
    const event = auditEvents.nodes.find(({ action }: { action: string }) => action === 'withdrawAuthorization');
    expect(event.change.authorization).toEqual({ source: 'NATIONAL_SYSTEM', on: '2022-05-10' });
    expect(verifyAuditChain).toEqual({ intact: true, differences: [] });
  });

  it('refuses a step before any procedure has begun, and takes a plan', async () => {
    const householdId = await family();
    const { case: kept } = await app.mutate(
      'county',
      'openCase',
      opening(householdId, { ...RECORD, number: 'N-0002' }),
      CASE,
    );
    const on = { caseId: kept.id, expectedVersion: 1 };
    const step = {
      ...on,
      step: 'county-decision',
      outcome: 'PASSED',
      occurredOn: '2023-03-08',
      decision: { decidedBy: '县' },
    };
    expect((await app.mutate('county', 'completeStep', step)).userErrors).toMatchObject([
      { code: 'INVALID_STATE', path: ['input', 'step'] },
    ]);
    const notice = { ...on, step: 'public-notice', opensOn: '2023-03-08', closesOn: '2023-03-14', place: '村' };
    expect((await app.mutate('village', 'publishNotice', notice)).userErrors).toMatchObject([
      { code: 'INVALID_STATE' },
    ]);
    const shared = { timing: 'AFTER_THE_FACT', fundingSource: 'SECTOR_POLICY', startsOn: '2023-03-08' };
    const measures = [
      { instrument: 'medical-assistance', addresses: ['ILLNESS'], ...shared },
      { instrument: 'public-welfare-job', addresses: [], ...shared },
    ];
    const planned = await app.mutate('township', 'planSupport', { ...on, on: '2023-03-08', measures });
    expect(planned).toMatchObject({ case: { version: 2, status: 'MONITORED' }, userErrors: [] });
  });

  it('is refused to a village, twice under one number, beside an open case, and in Hunan or out of it where it does not fit', async () => {
    const householdId = await family();
    const codes = async (person: 'village' | 'county', input: object) =>
      (await app.mutate(person, 'openCase', input as Record<string, unknown>)).userErrors.map(
        ({ code, path }: { code: string; path: string[] }) => `${code} ${path.slice(1).join('.')}`,
      );
    expect(await codes('village', opening(householdId))).toEqual(['WRONG_LEVEL nationalRecord']);
    expect(await codes('county', opening(householdId))).toEqual(['DUPLICATE nationalRecord.number']);
    const wrong = { ...RECORD, number: 'N-0003', category: 'UNSTABLE_OUT_OF_POVERTY', identifiedOn: '2023-03-09' };
    expect(await codes('county', opening(householdId, wrong))).toEqual([
      'RULE_VIOLATION nationalRecord.category',
      'DATE_IN_FUTURE nationalRecord.identifiedOn',
      'DATE_ORDER nationalRecord.takenOverOn',
    ]);
    expect(await codes('county', opening(householdId, { ...RECORD, number: 'N-0004' }))).toEqual([]);
    expect(await codes('county', opening(householdId, { ...RECORD, number: 'N-0005' }))).toEqual([
      'CASE_ALREADY_OPEN householdId',
    ]);
  });
});
