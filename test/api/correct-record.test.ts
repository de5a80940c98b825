import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declare, identify, PLACE, support } from '../support/story.js';
import { type StoryApp, startStoryApp } from '../support/story-app.js';

const ANSWER = `household { version formerStatus income { perCapita } assessment { withinRange perCapitaIncome } }
  case { id version category }
  correction { subject fields before after reason evidence { kind } actor consequences { code article message } }
  userErrors { code message path article }`;

describe('correctRecord', () => {
  let app: StoryApp;
  let household = 1;

  const correct = async (subjectId: string, expectedVersion: number, set: object, more: object = {}) => {
    const input = { subjectId, expectedVersion, set, reason: '录入有误', ...more };
    const answer = await app.mutate('county', 'correctRecord', input, ANSWER);
    if (answer.case?.id === app.story.case) app.story.version = answer.case.version;
    if (answer.household) household = answer.household.version;
    return answer;
  };
  const ofHousehold = (set: object, more: object = {}) => correct(app.story.household, household, set, more);
  const ofCase = (set: object, more: object = {}) => correct(app.story.case, app.story.version, set, more);
  const read = async (fields: string) =>
    (
      await app.story.query('county', `query($id: ID!) { monitoringCase(id: $id) { ${fields} } }`, {
        id: app.story.case,
      })
    ).monitoringCase;
  const codes = ({ userErrors }: { userErrors: { code: string; path: string[] }[] }) =>
    userErrors.map(({ code, path }) => `${code} ${path.slice(1).join('.')}`);

  beforeAll(async () => {
    app = await startStoryApp();
    const { story, stage } = app;
    await declare(story, stage);
    await identify(story, stage);
    await support(story, stage);
    household = (await read('household { version }')).household.version;
  }, 120_000);
  afterAll(() => app?.product.stop());

  it('puts a former status right, says that the category no longer fits, and tells the case', async () => {
    const { version } = await read('version');
    const answer = await ofHousehold(
      { formerStatus: 'FORMERLY_POOR' },
      { evidence: [{ kind: 'register-extract', title: '建档立卡摘录', sha256: 'c'.repeat(64) }] },
    );
    expect(answer.userErrors).toEqual([]);
    expect(answer.household.formerStatus).toBe('FORMERLY_POOR');
    expect(answer.correction).toMatchObject({
      subject: 'Household',
      fields: ['formerStatus'],
      before: { formerStatus: 'GENERAL' },
      after: { formerStatus: 'FORMERLY_POOR' },
      reason: '录入有误',
      evidence: [{ kind: 'register-extract' }],
      actor: 'county',
      consequences: [{ code: 'category-no-longer-fits', article: '2.1' }],
    });
    const found = await read('version category history(first: 1) { nodes { kind summary } }');
    expect(found).toMatchObject({ version, category: 'MARGINAL_AT_RISK' });
    expect(found.history.nodes[0]).toEqual({
      kind: 'correctRecord',
      summary: 'record corrected: former status; the category no longer fits',
    });
  });

  it('takes the category that fits since, refuses the one that did, and raises the version of the case by one', async () => {
    const { version } = await read('version');
    expect(codes(await ofCase({ category: 'MARGINAL_AT_RISK' }))).toEqual([
      'RULE_VIOLATION set.category',
      'BAD_VALUE set.category',
    ]);
    const answer = await ofCase({ category: 'UNSTABLE_OUT_OF_POVERTY' });
    expect(answer).toMatchObject({
      case: { category: 'UNSTABLE_OUT_OF_POVERTY', version: version + 1 },
      correction: { before: { category: 'MARGINAL_AT_RISK' }, consequences: [] },
      userErrors: [],
    });
  });

  it('puts a window of income right to the fen, says that the range changed, and finds the household by the new amount', async () => {
    const window = { from: '2022-03-01', to: '2023-02-28' };
    // 15,000.00 net for three heads; 22,500.00 is 7,500.00 a head, the line itself.
    const under = await ofHousehold({ income: { ...window, wages: '16499.97' } });
    expect(under).toMatchObject({ household: { income: { perCapita: '7499.99' } }, correction: { consequences: [] } });
    const over = await ofHousehold({ income: { ...window, wages: '16500.00' } });
    expect(over).toMatchObject({
      household: { assessment: { withinRange: false, perCapitaIncome: '7500.00' } },
      correction: {
        before: { income: { ...window, wages: '16499.97' } },
        after: { income: { ...window, wages: '16500.00', medical: '6500.00' } },
        consequences: [
          { code: 'range-changed', article: '2.2' },
          { code: 'identification-would-differ', article: '3.2' },
        ],
      },
      userErrors: [],
    });
    const found = await app.story.query(
      'county',
      `query($w: HouseholdFilter) { households(where: $w) { nodes { id } } }`,
      { w: { perCapitaIncome: { eq: '7500.00' } } },
    );
    expect(found.households.nodes).toEqual([{ id: app.story.household }]);
  });

  it('puts the window itself right, and not onto one that is recorded', async () => {
    const income = { from: '2022-03-01', to: '2023-02-28', window: { from: '2022-02-01', to: '2023-01-31' } };
    expect((await ofHousehold({ income })).userErrors).toEqual([]);
    expect(codes(await ofHousehold({ income }))).toEqual(['BAD_VALUE set.income']);
    const later = { from: '2022-02-01', to: '2023-01-31', window: { from: '2023-01-01', to: '2023-12-31' } };
    expect(codes(await ofHousehold({ income: later }))).toEqual(['DATE_IN_FUTURE set.income.to']);
  });

  it('puts an answer of a check right, and the gate of elimination follows it', async () => {
    const gate = async () => {
      const { eliminationGates } = await read('eliminationGates { code passed }');
      return eliminationGates.find(({ code }: { code: string }) => code === 'guarantee-safe-housing').passed;
    };
    const guarantees = {
      food: 'SECURE',
      clothing: 'SECURE',
      compulsoryEducation: 'SECURE',
      basicMedicalCare: 'SECURE',
    };
    const check = { ...guarantees, safeHousing: 'AT_RISK', drinkingWater: 'SECURE', checkedOn: '2023-03-29' };
    const input = { householdId: app.story.household, guarantees: check };
    await app.mutate('village', 'recordGuarantees', input, 'household { version } userErrors { code }');
    household += 1;
    expect(await gate()).toBe(false);
    const answer = await ofHousehold({ guarantees: { checkedOn: '2023-03-29', safeHousing: 'SECURE' } });
    expect(answer).toMatchObject({
      correction: {
        before: { guarantees: { safeHousing: 'AT_RISK' } },
        after: { guarantees: { safeHousing: 'SECURE' } },
      },
      userErrors: [],
    });
    expect(await gate()).toBe(true);
  });

  it('moves a check onto a day that has one: the later entry counts there, for the filter as for the assessment', async () => {
    const record = async (checkedOn: string, food: string) => {
      const six = { clothing: 'SECURE', compulsoryEducation: 'SECURE', basicMedicalCare: 'SECURE' };
      const check = { ...six, food, safeHousing: 'SECURE', drinkingWater: 'SECURE', checkedOn };
      const input = { householdId: app.story.household, guarantees: check };
      await app.mutate('village', 'recordGuarantees', input, 'household { version } userErrors { code }');
      household += 1;
    };
    const secure = async () => {
      const query = 'query($w: HouseholdFilter) { households(where: $w) { nodes { guarantees { food } } } }';
      const { households } = await app.story.query('county', query, { w: { guaranteesSecure: true } });
      return households.nodes.length === 1;
    };
    await record('2023-03-28', 'AT_RISK');
    await record('2023-03-30', 'SECURE');
    // Entered before the check of the 30th: that one goes on to count.
    expect((await ofHousehold({ guarantees: { checkedOn: '2023-03-28', day: '2023-03-30' } })).userErrors).toEqual([]);
    expect(await secure()).toBe(true);
    await record('2023-03-27', 'AT_RISK');
    // Entered after it: this one does.
    expect((await ofHousehold({ guarantees: { checkedOn: '2023-03-27', day: '2023-03-30' } })).userErrors).toEqual([]);
    expect(await secure()).toBe(false);
    expect((await ofHousehold({ guarantees: { checkedOn: '2023-03-30', food: 'SECURE' } })).userErrors).toEqual([]);
    expect(await secure()).toBe(true);
  });

  it('puts right where the household, a window and a check come from, in record, trail and history (R30)', async () => {
    const SOURCES = 'household { version source income { source } guarantees { source checkedOn } }';
    const { household: was, version } = await read(`version ${SOURCES}`);
    expect([was.source, was.income.source, was.guarantees.source]).toEqual(['VISIT', 'VISIT', 'VISIT']);
    const window = { from: '2022-02-01', to: '2023-01-31' };
    const { checkedOn } = was.guarantees;
    const refused = [
      await ofHousehold({ source: 'VISIT' }),
      await ofHousehold({ source: 'RUMOUR' }),
      await ofHousehold({ income: { ...window, source: 'VISIT' } }),
      await ofHousehold({ guarantees: { checkedOn, source: 'VISIT' } }),
      await ofHousehold({ guarantees: { checkedOn, source: 'HEARSAY' } }),
    ];
    expect(refused.map(codes)).toEqual([
      ['BAD_VALUE set.source'],
      ['BAD_VALUE set.source'],
      ['BAD_VALUE set.income'],
      ['BAD_VALUE set.guarantees'],
      ['BAD_VALUE set.guarantees.source'],
    ]);
    const answer = await ofHousehold({
      source: 'NATIONAL_SYSTEM',
      income: { ...window, source: 'DEPARTMENT' },
      guarantees: { checkedOn, source: null },
    });
    expect(answer).toMatchObject({
      household: { version: was.version + 1 },
      correction: {
        fields: ['source', 'income', 'guarantees'],
        before: { source: 'VISIT', income: { source: 'VISIT', wages: '16500.00' }, guarantees: { source: 'VISIT' } },
        after: {
          source: 'NATIONAL_SYSTEM',
          income: { source: 'DEPARTMENT', wages: '16500.00' },
          guarantees: { source: null, safeHousing: 'SECURE' },
        },
        consequences: [],
      },
      userErrors: [],
    });
    const now = await read(`version ${SOURCES} history(first: 1) { nodes { kind summary } }`);
    expect([now.household.source, now.household.income.source, now.household.guarantees.source]).toEqual([
      'NATIONAL_SYSTEM',
      'DEPARTMENT',
      null,
    ]);
    expect(now.version).toBe(version);
    expect(now.history.nodes[0]).toEqual({
      kind: 'correctRecord',
      summary:
        'record corrected: source of the record, income, check of the guarantees (household from national system, not visit; income from department, not visit; check of the guarantees from not said, not visit)',
    });
    const EVENTS =
      'query($id: ID!) { auditEvents(subjectId: $id, first: 1) { nodes { change } } verifyAuditChain(subjectId: $id) { intact differences } }';
    for (const id of [app.story.household, app.story.case]) {
      const { auditEvents, verifyAuditChain } = await app.story.query('auditor', EVENTS, { id });
      expect(auditEvents.nodes[0].change.sources).toEqual([
        { of: 'household', was: 'VISIT', is: 'NATIONAL_SYSTEM' },
        { of: 'income', was: 'VISIT', is: 'DEPARTMENT' },
        { of: 'guarantees', was: 'VISIT', is: null },
      ]);
      expect(verifyAuditChain).toMatchObject({
        intact: true,
        differences: id === app.story.case ? [] : expect.anything(),
      });
    }
    expect(codes(await ofHousehold({ guarantees: { checkedOn, source: null } }))).toEqual(['BAD_VALUE set.guarantees']);
  });

  it('puts what the rules read of a member right: labour, and with it the plan and the tracking of the case', async () => {
    const members = async () => (await read('household { version members { id labour safetyNet } }')).household.members;
    const [head, spouse] = await members();
    const one = await correct(spouse.id, household, { labour: 'LOST' });
    expect(one).toMatchObject({
      correction: { subject: 'Member', before: { labour: 'ORDINARY' }, after: { labour: 'LOST' }, consequences: [] },
      userErrors: [],
    });
    const other = await correct(head.id, household, { labour: 'LOST', safetyNet: 'SUBSISTENCE_ALLOWANCE' });
    expect(other.userErrors).toEqual([]);
    app.story.version = (await read('version')).version;
    expect(await read('trackingOnly')).toEqual({ trackingOnly: true });
    const back = await correct(head.id, household, { labour: 'WEAK', safetyNet: 'NONE' });
    expect(back.userErrors).toEqual([]);
    app.story.version = (await read('version')).version;
    expect(await read('trackingOnly household { labourCount }')).toEqual({
      trackingOnly: false,
      household: { labourCount: 1 },
    });
  });

  it('refuses a birth date that the ID number contradicts, a value that is recorded already, and a field that is none', async () => {
    const { members } = (await read('household { members { id } }')).household;
    const before = await read('version household { version }');
    const of = async (set: object, place = 0) => codes(await correct(members[place].id, household, set));
    expect(await of({ birthDate: '1965-03-13' })).toEqual(['BAD_VALUE set.birthDate']);
    expect(await of({ labour: 'WEAK' })).toEqual(['BAD_VALUE set.labour']);
    expect(await of({ birthDate: '2023-12-31' }, 1)).toEqual(['DATE_IN_FUTURE set.birthDate']);
    expect(await of({ name: '张三' })).toEqual(['BAD_VALUE set']);
    expect(await of({ labour: 'STRONG' })).toEqual(['BAD_VALUE set.labour']);
    expect(await of({})).toEqual(['BAD_VALUE set']);
    expect(await read('version household { version }')).toEqual(before);
  });

  it('puts the type of a risk right, and says which measures address none of the case any more', async () => {
    const { risks } = await read('risks { id riskType { code } }');
    const unknown = await correct(risks[0].id, app.story.version, { riskType: 'BAD_LUCK' });
    expect(codes(unknown)).toEqual(['BAD_VALUE set.riskType']);
    const answer = await correct(risks[0].id, app.story.version, {
      riskType: 'DISABILITY',
      identifiedOn: '2023-03-01',
    });
    expect(answer.correction).toMatchObject({
      subject: 'CaseRisk',
      before: { riskType: 'ILLNESS', identifiedOn: '2023-03-07' },
      consequences: [{ code: 'measure-without-risk', article: '4.2' }],
    });
    expect((await read('risks { riskType { code } identifiedOn }')).risks).toEqual([
      { riskType: { code: 'DISABILITY' }, identifiedOn: '2023-03-01' },
    ]);
  });

  it('puts timing and provider of a measure right, and money that was given in kind; no event holds the words', async () => {
    const nodes = 'measures(first: 10) { nodes { id timing provider delivered deliveries { on amount inKind } } }';
    const [{ id }] = (await read(nodes)).measures.nodes;
    const set = {
      timing: 'PREVENTIVE',
      provider: '县红十字会',
      delivery: { on: '2023-03-30', amount: null, inKind: '轮椅一部' },
    };
    const answer = await correct(id, app.story.version, set);
    expect(answer).toMatchObject({
      userErrors: [],
      correction: {
        before: { timing: 'AFTER_THE_FACT', provider: null, delivery: { amount: '1500.00', inKind: null } },
        after: { timing: 'PREVENTIVE', provider: '县红十字会', delivery: { amount: null, inKind: '轮椅一部' } },
      },
    });
    const measure = (await read(nodes)).measures.nodes.find((one: { id: string }) => one.id === id);
    expect(measure).toMatchObject({
      timing: 'PREVENTIVE',
      provider: '县红十字会',
      delivered: '0.00',
      deliveries: [{ on: '2023-03-30', amount: null, inKind: '轮椅一部' }],
    });
    const EVENTS = `query($id: ID!) { auditEvents(subjectId: $id, first: 3) { nodes { change } } verifyAuditChain(subjectId: $id) { intact differences } }`;
    const { auditEvents, verifyAuditChain } = await app.story.query('auditor', EVENTS, { id: app.story.case });
    expect(verifyAuditChain).toEqual({ intact: true, differences: [] });
    const told = JSON.stringify(auditEvents);
    expect(told).not.toMatch(/县红十字会|轮椅一部/);
    expect(told).toContain('"provider":true');
    const social = await correct(id, app.story.version, { provider: '红'.repeat(121) });
    expect(codes(social)).toEqual(['BAD_VALUE set.provider']);
    const back = { delivery: { on: '2023-03-30', amount: '1500.00', inKind: null } };
    expect((await correct(id, app.story.version, back)).userErrors).toEqual([]);
  });

  it('refuses what is no correction, each with its path, and writes nothing', async () => {
    const before = await read('version household { version corrections { id } }');
    const tried = [
      await ofHousehold({ formerStatus: 'RICH' }),
      await ofHousehold({ number: '1' }),
      await ofHousehold({}),
      await ofHousehold({ formerStatus: 'FORMERLY_POOR' }),
      await ofHousehold({ income: { from: '2020-01-01', to: '2020-12-31', wages: '1.00' } }),
      await ofHousehold({ income: { from: '2022-02-01', to: '2023-01-31', wages: '1.005' } }),
      await ofHousehold({ income: { from: '2022-02-01', to: '2023-01-31', wages: '-0.01' } }),
      await ofHousehold({ guarantees: { checkedOn: '2023-03-30', food: 'SECURE' } }),
      await ofHousehold({ formerStatus: 'GENERAL' }, { reason: ' ' }),
      await ofHousehold({ formerStatus: 'GENERAL' }, { evidence: [{ kind: 'paper', title: '材料' }] }),
      await correct(app.story.household, household - 1, { formerStatus: 'GENERAL' }),
      await ofCase({ channel: 'SELF_DECLARATION' }),
      await correct(
        Buffer.from(`Household:${PLACE.county}:01890000-0000-7000-8000-000000000000`).toString('base64url'),
        1,
        {},
      ),
    ];
    expect(tried.map(codes)).toEqual([
      ['BAD_VALUE set.formerStatus'],
      ['BAD_VALUE set'],
      ['BAD_VALUE set'],
      ['BAD_VALUE set.formerStatus'],
      ['BAD_VALUE set.income'],
      ['BAD_VALUE set.income.wages'],
      ['BAD_VALUE set.income.wages'],
      ['BAD_VALUE set.guarantees'],
      ['BAD_VALUE reason'],
      ['EVIDENCE_REQUIRED evidence.0.sha256'],
      ['CONFLICT expectedVersion'],
      ['BAD_VALUE set.channel'],
      ['NOT_FOUND subjectId'],
    ]);
    expect(await read('version household { version corrections { id } }')).toEqual(before);
  });

  it('is done once for a key that is sent twice, at once', async () => {
    const idempotencyKey = '01890000-0000-7000-8000-00000000000c';
    const input = {
      idempotencyKey,
      subjectId: app.story.case,
      expectedVersion: app.story.version,
      set: { channel: 'CADRE_INSPECTION' },
      reason: '渠道填错',
    };
    const fields = 'case { id version } correction { id } userErrors { code }';
    const [one, other] = await Promise.all([1, 2].map(() => app.mutate('county', 'correctRecord', input, fields)));
    expect(one).toEqual(other);
    expect(one).toMatchObject({ case: { version: app.story.version + 1 }, userErrors: [] });
  });

  it('is the county’s: a village never calls it, and the county next door finds nothing', async () => {
    const query = `mutation($input: CorrectRecordInput!) { correctRecord(input: $input) { userErrors { code } } }`;
    const input = { subjectId: app.story.household, expectedVersion: household, set: {}, reason: '试' };
    expect((await app.ask('village', query, { input })).errors[0]?.extensions.code).toBe('FORBIDDEN');
    const neighbour = await app.product.token([{ role: 'COUNTY_OFFICER', region: '430122' }]);
    const { data } = await app.product.ask(neighbour, query, { input });
    expect(data.correctRecord.userErrors).toEqual([{ code: 'NOT_FOUND' }]);
  });

  it('shows the nation that there was a correction and none of its values, and leaves an intact chain', async () => {
    const nation = await app.product.token([{ role: 'NATIONAL_OFFICER', region: '000000' }]);
    const query = `query($id: ID!) { household(id: $id) { corrections { fields before after reason evidence { title } consequences { code } } } }`;
    const { data } = await app.product.ask(nation, query, { id: app.story.household });
    expect(data.household.corrections.length).toBeGreaterThan(5);
    for (const one of data.household.corrections)
      expect(one).toMatchObject({ before: null, after: null, reason: null, evidence: [] });
    for (const id of [app.story.household, app.story.case]) {
      const { verifyAuditChain } = await app.story.query(
        'auditor',
        'query($id: ID!) { verifyAuditChain(subjectId: $id) { intact } }',
        { id },
      );
      expect(verifyAuditChain).toEqual({ intact: true });
    }
  });

  it('cannot be changed or taken away by the application', async () => {
    const { database } = app.product.app.ground;
    const { sql } = await import('drizzle-orm');
    const scope = { prefixes: [''], householdId: null };
    for (const change of [sql`DELETE FROM correction`, sql`UPDATE correction SET actor = 'nobody'`])
      await expect(database.write(scope, (tx) => tx.rows(change))).rejects.toThrow(/permission denied/);
  });
});
