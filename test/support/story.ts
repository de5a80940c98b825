import { expect } from 'vitest';

/** What a GraphQL request answers. */
export interface StoryAnswer {
  // biome-ignore lint/suspicious/noExplicitAny: a story reaches into answers of any shape
  readonly data: any;
  readonly errors?: readonly { message: string; extensions?: { code?: string } }[];
}

/** The people of the story, by office. */
export type Person = 'resident' | 'village' | 'township' | 'county' | 'auditor' | 'nobody';

/** How the story reaches the product. */
export interface Stage {
  ask(person: Person, query: string, variables?: Record<string, unknown>): Promise<StoryAnswer>;
  /** Moves the product's day. */
  today(day: string): Promise<void>;
  say(line: string): void;
}

/** Village, township and county in which it happens: 长沙县 星沙街道 开元路社区. */
export const PLACE = { village: '430121001001', township: '430121001', county: '430121' };
/** Number of the household in the national register. */
export const HOUSEHOLD_NUMBER = '4301210010010001';

const PAPER = [{ kind: 'photograph', title: '现场照片', sha256: 'a'.repeat(64) }];
const CASE = `case { id version status category identifiedOn eliminatedOn trackingOnly currentSteps { definition { code } canAct dueOn overdue } }
  userErrors { code message path article }`;

// biome-ignore lint/suspicious/noExplicitAny: as above
type Payload = any;

/** 一户的故事 · One household from a declared difficulty to risk elimination; every expectation is held on the way. */
export class Story {
  household = '';
  case = '';
  version = 0;

  constructor(private readonly stage: Stage) {}

  /** A mutation that must succeed on the case; keeps its version. */
  async act(person: Person, name: string, input: Record<string, unknown>, fields = CASE): Promise<Payload> {
    const payload = await this.mutate(person, name, input, fields);
    expect(payload.userErrors, `${name} by ${person}`).toEqual([]);
    if (payload.case) {
      this.case = payload.case.id;
      this.version = payload.case.version;
    }
    return payload;
  }

  /** A mutation that must be refused with some code and article. */
  async refused(
    person: Person,
    name: string,
    input: Record<string, unknown>,
    code: string,
    article?: string | null,
    fields = CASE,
  ): Promise<Payload> {
    const payload = await this.mutate(person, name, input, fields);
    expect(
      payload.userErrors.map((error: { code: string }) => error.code),
      JSON.stringify(payload.userErrors),
    ).toContain(code);
    const error = payload.userErrors.find((one: { code: string }) => one.code === code);
    if (article !== undefined) expect(error.article).toBe(article);
    this.stage.say(`  refused ${name}: ${error.code} (art. ${error.article ?? '–'}) ${error.message}`);
    return payload;
  }

  async step(
    person: Person,
    step: string,
    occurredOn: string,
    section: Record<string, unknown> = {},
  ): Promise<Payload> {
    const payload = await this.act(person, 'completeStep', this.stepInput(step, occurredOn, section));
    this.stage.say(`  ${occurredOn} ${person} completes ${step} → ${payload.case.status}; next: ${this.next(payload)}`);
    return payload;
  }

  stepInput(step: string, occurredOn: string, section: Record<string, unknown> = {}): Record<string, unknown> {
    return {
      caseId: this.case,
      expectedVersion: this.version,
      step,
      outcome: 'PASSED',
      occurredOn,
      evidence: PAPER,
      ...section,
    };
  }

  async query(person: Person, query: string, variables: Record<string, unknown> = {}): Promise<Payload> {
    const { data, errors } = await this.stage.ask(person, query, variables);
    expect(errors, JSON.stringify(errors)).toBeUndefined();
    return data;
  }

  private async mutate(person: Person, name: string, input: Record<string, unknown>, fields: string): Promise<Payload> {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
    const data = await this.query(person, `mutation($input: ${type}) { ${name}(input: $input) { ${fields} } }`, {
      input,
    });
    return data[name];
  }

  private next(payload: Payload): string {
    return (
      payload.case.currentSteps.map((step: { definition: { code: string } }) => step.definition.code).join(', ') ||
      'nothing'
    );
  }
}

const INCOME_BEFORE = {
  from: '2022-03-01',
  to: '2023-02-28',
  wages: '9000.00',
  business: '6200.00',
  transfers: '1800.00',
  businessExpenses: '2000.00',
  medical: '6500.00',
  compliantMedicalCost: '6500.00',
};
const SECURE = {
  food: 'SECURE',
  clothing: 'SECURE',
  compulsoryEducation: 'SECURE',
  basicMedicalCare: 'SECURE',
  safeHousing: 'SECURE',
  drinkingWater: 'SECURE',
};

/** Registered, declared, verified. */
export async function declare(story: Story, stage: Stage): Promise<void> {
  await stage.today('2023-03-06');
  const members = [
    {
      name: '张德福',
      relationship: 'HEAD',
      idNumber: '430121196503120018',
      phone: '19900000001',
      labour: 'WEAK',
      health: ['HEAVY_CHRONIC_ILLNESS'],
      medicalInsurance: true,
    },
    {
      name: '李秀英',
      relationship: 'SPOUSE',
      sex: 'FEMALE',
      birthDate: '1968-07-09',
      labour: 'ORDINARY',
      medicalInsurance: true,
    },
    {
      name: '张小雨',
      relationship: 'CHILD',
      sex: 'FEMALE',
      birthDate: '2010-05-20',
      labour: 'NONE',
      schooling: '七年级',
      medicalInsurance: true,
    },
  ];
  const input = {
    number: HOUSEHOLD_NUMBER,
    region: PLACE.village,
    address: '开元路12号',
    formerStatus: 'GENERAL',
    members,
    incomes: [INCOME_BEFORE],
    guarantees: { ...SECURE, checkedOn: '2023-03-02' },
  };
  const fields =
    'household { id number size labourCount specialGroups head { name idNumber } } userErrors { code message path article }';
  const { household } = await story.act('village', 'registerHousehold', input, fields);
  story.household = household.id;
  expect(household).toMatchObject({
    size: 3,
    labourCount: 2,
    specialGroups: ['HEAVY_CHRONIC_ILLNESS'],
    head: { name: '张**', idNumber: '430121************' },
  });
  stage.say(
    `a household of ${household.size} is registered; its head shows as ${household.head.name} ${household.head.idNumber}`,
  );

  const { assess } = await story.query(
    'village',
    'query($id: ID!) { assess(householdId: $id) { withinRange perCapitaIncome perCapitaAfterRigid line { perCapitaIncome } suggestedCategory findings { rule severity message article } } }',
    { id: story.household },
  );
  expect(assess).toMatchObject({ withinRange: true, perCapitaIncome: '5000.00', line: { perCapitaIncome: '7500.00' } });
  stage.say(
    `assessed: ${assess.perCapitaIncome} yuan a head against Hunan's line of ${assess.line.perCapitaIncome}; ${assess.findings.length} findings`,
  );

  const declared = await story.act(
    'resident',
    'submitLead',
    {
      channel: 'SELF_DECLARATION',
      householdId: story.household,
      reportedOn: '2023-03-06',
      statement: '长期患病,医药费负担重',
    },
    'lead { id status dueOn receipt } userErrors { code message path article }',
  );
  const { progress } = await story.query(
    'nobody',
    'query($receipt: String!) { progress(receipt: $receipt) { status nextStep updatedOn } }',
    { receipt: declared.lead.receipt },
  );
  expect(progress).not.toBeNull();
  stage.say(`the resident declares a difficulty; receipt ${declared.lead.receipt}: ${progress.status}`);

  const verified = await story.act(
    'village',
    'verifyLead',
    { leadId: declared.lead.id, outcome: 'OPEN_CASE', verifiedOn: '2023-03-06', note: '情况属实' },
    `lead { status } ${CASE}`,
  );
  expect(verified).toMatchObject({ lead: { status: 'CONFIRMED' }, case: { status: 'UNDER_IDENTIFICATION' } });
  stage.say('the village verifies the lead and opens the case');
}

/** Every identification step, in its order. */
export async function identify(story: Story, stage: Stage): Promise<void> {
  await stage.today('2023-03-08');
  const proposal = {
    visitors: ['village-worker', 'squad-leader'],
    findings: '户主慢性病,收入下降',
    needs: ['医疗救助'],
    category: 'MARGINAL_AT_RISK',
    risks: [{ riskType: 'ILLNESS', primary: true }],
  };
  const skip = story.stepInput('county-decision', '2023-03-08', { decision: { decidedBy: '县农业农村局' } });
  await story.refused('county', 'completeStep', skip, 'RULE_VIOLATION', '3.2');
  await story.refused(
    'village',
    'completeStep',
    story.stepInput('household-verification', '2023-03-09', { verification: proposal }),
    'DATE_IN_FUTURE',
  );
  await story.refused(
    'village',
    'completeStep',
    story.stepInput('household-verification', '2023-03-07', {
      verification: { ...proposal, category: 'UNSTABLE_OUT_OF_POVERTY' },
    }),
    'RULE_VIOLATION',
    '2.1',
  );
  await story.step('village', 'household-verification', '2023-03-07', { verification: proposal });
  const early = story.stepInput('data-comparison', '2023-03-08', {
    comparison: { departments: ['MEDICAL_SECURITY'], discrepancies: [] },
  });
  await story.refused('county', 'completeStep', early, 'RULE_VIOLATION', '3.2');
  await story.step('village', 'commitment-authorization', '2023-03-07', {
    commitment: { signedBy: '张德福', truthful: true, authorizesLookup: true },
  });
  await story.step('county', 'data-comparison', '2023-03-08', {
    comparison: { departments: ['MEDICAL_SECURITY', 'CIVIL_AFFAIRS'], discrepancies: [] },
  });
  await story.refused(
    'village',
    'completeStep',
    story.stepInput('democratic-review', '2023-03-08', {
      review: { eligible: 40, attended: 30, inFavour: 20, against: 5, abstained: 4 },
    }),
    'BAD_VALUE',
  );
  await story.step('village', 'democratic-review', '2023-03-08', {
    review: { eligible: 40, attended: 30, inFavour: 26, against: 1, abstained: 3 },
  });
  const notice = {
    caseId: story.case,
    expectedVersion: story.version,
    step: 'public-notice',
    opensOn: '2023-03-08',
    place: '村务公开栏',
  };
  await story.refused('village', 'publishNotice', { ...notice, closesOn: '2023-03-12' }, 'NOTICE_TOO_SHORT');
  await story.act('village', 'publishNotice', { ...notice, closesOn: '2023-03-13' });
  stage.say('  2023-03-08 the notice is put up until 2023-03-13');
  const { publicNotices } = await story.query(
    'nobody',
    'query($r: RegionCode!) { publicNotices(region: $r) { totalCount nodes { opensOn closesOn entries { householdName purpose } } } }',
    { r: PLACE.village },
  );
  expect(publicNotices.nodes.flatMap((one: Payload) => one.entries)).toContainEqual({
    householdName: '张**',
    purpose: 'IDENTIFICATION',
  });
  await story.refused('village', 'completeStep', story.stepInput('public-notice', '2023-03-08'), 'NOTICE_STILL_OPEN');
  await stage.today('2023-03-13');
  await story.refused('village', 'completeStep', story.stepInput('public-notice', '2023-03-13'), 'NOTICE_STILL_OPEN');
  await stage.today('2023-03-15');
  await story.step('village', 'public-notice', '2023-03-14');
  await story.refused(
    'village',
    'completeStep',
    story.stepInput('township-review', '2023-03-14', { decision: { decidedBy: '乡镇' } }),
    'WRONG_LEVEL',
    '5.1',
  );
  await story.step('township', 'township-review', '2023-03-14', { decision: { decidedBy: '星沙街道办事处' } });
  const decided = await story.step('county', 'county-decision', '2023-03-15', {
    decision: { decidedBy: '县农业农村局', document: '长县农〔2023〕1号' },
  });
  expect(decided.case).toMatchObject({ status: 'MONITORED', identifiedOn: '2023-03-15', category: 'MARGINAL_AT_RISK' });
}

/** A plan that meets R15–R17, its procedure, its deliveries. */
export async function support(story: Story, stage: Stage): Promise<void> {
  await stage.today('2023-03-30');
  const measure = (instrument: string, addresses: string[]) => ({
    instrument,
    addresses,
    timing: 'AFTER_THE_FACT',
    fundingSource: 'SECTOR_POLICY',
    budget: '3000.00',
    startsOn: '2023-03-20',
  });
  const plan = (measures: unknown[]) => ({
    caseId: story.case,
    expectedVersion: story.version,
    on: '2023-03-20',
    measures,
  });
  await story.refused(
    'township',
    'planSupport',
    plan([measure('medical-assistance', ['ILLNESS'])]),
    'RULE_VIOLATION',
    '4.2',
  );
  await story.refused(
    'township',
    'planSupport',
    plan([
      measure('medical-assistance', ['ILLNESS']),
      measure('chronic-disease-card', ['ILLNESS']),
      measure('public-welfare-job', []),
    ]),
    'RULE_VIOLATION',
    '4.2',
  );
  await story.act(
    'township',
    'planSupport',
    plan([measure('medical-assistance', ['ILLNESS']), measure('public-welfare-job', [])]),
  );
  stage.say('  2023-03-20 the township plans medical assistance and a public-welfare job');
  await story.step('village', 'democratic-review', '2023-03-21', {
    review: { eligible: 40, attended: 32, inFavour: 32, against: 0 },
  });
  await story.act('village', 'publishNotice', {
    caseId: story.case,
    expectedVersion: story.version,
    step: 'public-notice',
    opensOn: '2023-03-21',
    closesOn: '2023-03-26',
    place: '村务公开栏',
  });
  await story.step('village', 'public-notice', '2023-03-27');
  await story.step('township', 'township-review', '2023-03-28', { decision: { decidedBy: '星沙街道办事处' } });
  const { monitoringCase } = await story.query(
    'village',
    'query($id: ID!) { monitoringCase(id: $id) { measures { nodes { id status instrument { code } } } } }',
    { id: story.case },
  );
  expect(monitoringCase.measures.nodes.map((one: Payload) => one.status)).toEqual(['APPROVED', 'APPROVED']);
  for (const { id, instrument } of monitoringCase.measures.nodes) {
    await story.act('village', 'recordDelivery', {
      measureId: id,
      expectedVersion: story.version,
      on: '2023-03-30',
      amount: '1500.00',
    });
    stage.say(`  2023-03-30 1500.00 yuan of ${instrument.code} delivered`);
  }
  const over = {
    measureId: monitoringCase.measures.nodes[0].id,
    expectedVersion: story.version,
    on: '2023-03-30',
    amount: '1500.01',
  };
  await story.refused('village', 'recordDelivery', over, 'RULE_VIOLATION');
}

/** Refused while gates fail, then the whole procedure. */
export async function eliminate(story: Story, stage: Stage): Promise<void> {
  await stage.today('2023-09-14');
  const request = (on: string) => ({ caseId: story.case, expectedVersion: story.version, on });
  const early = await story.refused('village', 'requestElimination', request('2023-09-14'), 'GATE_NOT_PASSED', 'G');
  expect(early.userErrors.map((error: Payload) => error.message.split(':')[0])).toEqual(
    expect.arrayContaining(['months-since-identification', 'income-above-line', 'risks-resolved']),
  );
  await stage.today('2023-10-10');
  const income = {
    from: '2022-10-01',
    to: '2023-09-30',
    wages: '26000.00',
    business: '4000.00',
    transfers: '3000.00',
    businessExpenses: '1000.00',
    claimsPaid: '3000.00',
    medical: '2000.00',
    compliantMedicalCost: '2000.00',
  };
  const household = 'household { version } userErrors { code message path article }';
  await story.act('village', 'recordIncome', { householdId: story.household, income }, household);
  await story.act(
    'village',
    'recordGuarantees',
    { householdId: story.household, guarantees: { ...SECURE, checkedOn: '2023-10-09' } },
    household,
  );
  const { monitoringCase } = await story.query(
    'village',
    'query($id: ID!) { monitoringCase(id: $id) { risks { id riskType { code } } measures { nodes { id } } } }',
    { id: story.case },
  );
  await story.act('township', 'resolveRisk', {
    caseId: story.case,
    expectedVersion: story.version,
    riskId: monitoringCase.risks[0].id,
    resolvedOn: '2023-10-09',
    note: '病情稳定,医疗救助已落实',
  });
  for (const { id } of monitoringCase.measures.nodes)
    await story.act('township', 'concludeMeasure', {
      measureId: id,
      expectedVersion: story.version,
      on: '2023-10-10',
      status: 'COMPLETED',
      note: '已落实到位',
    });
  const started = await story.act('village', 'requestElimination', request('2023-10-10'));
  expect(started.case.status).toBe('UNDER_ELIMINATION');
  stage.say('  2023-10-10 every gate is passed; the elimination procedure begins');
  await stage.today('2023-10-30');
  await story.step('village', 'household-verification', '2023-10-11', {
    verification: { visitors: ['village-worker'], findings: '收入稳定' },
  });
  await story.step('village', 'democratic-review', '2023-10-12', {
    review: { eligible: 40, attended: 31, inFavour: 30, against: 1 },
  });
  await story.act('village', 'publishNotice', {
    caseId: story.case,
    expectedVersion: story.version,
    step: 'public-notice',
    opensOn: '2023-10-12',
    closesOn: '2023-10-19',
    place: '村务公开栏',
  });
  await story.step('village', 'public-notice', '2023-10-20');
  await story.step('township', 'township-review', '2023-10-23', { decision: { decidedBy: '星沙街道办事处' } });
  const done = await story.step('county', 'county-decision', '2023-10-30', { decision: { decidedBy: '县农业农村局' } });
  expect(done.case).toMatchObject({ status: 'RISK_ELIMINATED', eliminatedOn: '2023-10-30' });
}

/** The history reads, and the chain proves it. */
export async function lookBack(story: Story, stage: Stage): Promise<void> {
  const { monitoringCase } = await story.query(
    'county',
    'query($id: ID!) { monitoringCase(id: $id) { version history(first: 100) { totalCount nodes { occurredOn summary actor } } } }',
    { id: story.case },
  );
  expect(monitoringCase.history.totalCount).toBe(monitoringCase.version);
  for (const event of [...monitoringCase.history.nodes].reverse())
    stage.say(`  ${event.occurredOn} ${event.summary} (${event.actor})`);
  const { verifyAuditChain } = await story.query(
    'auditor',
    'query($id: ID!) { verifyAuditChain(subjectId: $id) { intact events } }',
    { id: story.case },
  );
  expect(verifyAuditChain).toEqual({ intact: true, events: monitoringCase.version });
  stage.say(`the audit chain of ${verifyAuditChain.events} events is intact`);
}

/** The whole story. */
export async function tellStory(stage: Stage): Promise<void> {
  const story = new Story(stage);
  await declare(story, stage);
  await identify(story, stage);
  await support(story, stage);
  await eliminate(story, stage);
  await lookBack(story, stage);
}
