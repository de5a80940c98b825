import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toGlobalId } from '../../../src/platform/graphql/global-id.js';
import { undescribed } from '../../architecture/undescribed.js';
import {
  type AssessmentRoom,
  NEXT_COUNTY,
  NEXT_VILLAGE,
  openAssessmentRoom,
  QINGHAI,
  VILLAGE,
  YUNNAN,
} from './an-assessment-room.js';

let room: AssessmentRoom;
let under: string;
let over: string;
let nextVillage: string;
let nextCounty: string;
let qinghai: string;
let yunnan: string;
let withoutIncome: string;

beforeAll(async () => {
  room = await openAssessmentRoom();
  under = await room.enter({ region: VILLAGE, wages: 749_999 });
  over = await room.enter({ region: VILLAGE, wages: 750_000 });
  nextVillage = await room.enter({ region: NEXT_VILLAGE, wages: 900_000, medical: 200_000 });
  nextCounty = await room.enter({ region: NEXT_COUNTY, wages: 749_999 });
  qinghai = await room.enter({ region: QINGHAI, wages: 600_000 });
  yunnan = await room.enter({ region: YUNNAN, wages: 600_000 });
  withoutIncome = await room.enter({ region: VILLAGE, wages: null });
});

afterAll(() => room.close());

const NATION = { grants: [['NATIONAL_OFFICER', '000000']] } as const;
const ASSESS = `query ($id: ID!, $on: Date) { assess(householdId: $id, on: $on) {
  on withinRange perCapitaIncome perCapitaAfterRigid suggestedCategory configVersion
  band { code name } line { perCapitaIncome outdated from county { code } bands { code } source { id verified } }
  findings { rule severity message evidence missing article riskType { code name } source { id } }
  suggestedInstruments { instrument { code name addresses { code } } reason addresses { code name } }
  household { number size } } }`;

describe('assess', () => {
  it('finds 7,499.99 yuan within the range of Hunan in 2023, and 7,500.00 not', async () => {
    const low = await room.ask(ASSESS, {}, { id: under });
    expect(low.errors).toEqual([]);
    expect(low.data.assess).toMatchObject({
      on: '2023-06-01',
      withinRange: true,
      perCapitaIncome: '7499.99',
      perCapitaAfterRigid: '7499.99',
      band: { code: 'within-range', name: '监测范围内' },
      line: { perCapitaIncome: '7500.00', outdated: false, county: null, source: { id: 'hunan-line-2023' } },
      suggestedCategory: 'MARGINAL_AT_RISK',
      household: { number: 'H1', size: 1 },
    });
    const high = await room.ask(ASSESS, {}, { id: over });
    expect(high.data.assess).toMatchObject({
      withinRange: false,
      band: { code: 'above-range' },
      suggestedCategory: null,
      household: { number: 'H2' },
    });
  });

  it('explains what it found: numbers, parameter, article and source', async () => {
    const { data } = await room.ask(ASSESS, {}, { id: under });
    expect(data.assess.findings).toContainEqual({
      rule: 'income-line',
      severity: 'WARNING',
      message: '人均纯收入7499.99元,低于监测线7500.00元',
      evidence: expect.objectContaining({ perCapita: '7499.99', line: '7500.00', heads: 1 }),
      missing: [],
      article: '2.2',
      riskType: null,
      source: { id: 'hunan-line-2023' },
    });
  });

  it('speaks English where it is asked to', async () => {
    const { data } = await room.ask(ASSESS, { language: 'en' }, { id: under });
    expect(data.assess.findings).toContainEqual(
      expect.objectContaining({
        message: 'net income a head is 7499.99 yuan, under the monitoring line of 7500.00 yuan',
      }),
    );
    const { findings, suggestedInstruments } = data.assess;
    const spoken = { messages: findings.map(({ message }: { message: string }) => message), suggestedInstruments };
    expect(suggestedInstruments.length).toBeGreaterThan(0);
    expect(JSON.stringify(spoken)).not.toMatch(/\p{Script=Han}/u);
  });

  it('assesses 2022 by 6,000.00 yuan, and 2026 by 7,500.00 with the warning that it is outdated', async () => {
    const past = await room.ask(ASSESS, {}, { id: under, on: '2022-12-31' });
    expect(past.data.assess).toMatchObject({
      on: '2022-12-31',
      withinRange: false,
      line: { perCapitaIncome: '6000.00' },
    });
    const now = await room.ask(ASSESS, { today: '2026-03-01' }, { id: under });
    expect(now.data.assess.line).toMatchObject({ perCapitaIncome: '7500.00', outdated: true });
    expect(now.data.assess.findings).toContainEqual(
      expect.objectContaining({
        rule: 'parameter-outdated',
        evidence: expect.objectContaining({ code: 'PARAMETER_OUTDATED', parameter: 'monitoringLines' }),
        source: { id: 'hunan-line-2023' },
      }),
    );
  });

  it('leaves the range open where no income is recorded, and says which fact is missing', async () => {
    const { data } = await room.ask(ASSESS, {}, { id: withoutIncome });
    expect(data.assess).toMatchObject({ withinRange: null, band: null, perCapitaIncome: null });
    expect(data.assess.findings).toContainEqual(expect.objectContaining({ rule: 'income-line', missing: ['income'] }));
  });

  it('takes 9,000.00 yuan less 2,000.00 of medical spending for a sudden difficulty', async () => {
    const { data } = await room.ask(ASSESS, {}, { id: nextVillage });
    expect(data.assess).toMatchObject({
      withinRange: false,
      perCapitaIncome: '9000.00',
      perCapitaAfterRigid: '7000.00',
      suggestedCategory: 'SUDDEN_SEVERE_DIFFICULTY',
    });
  });

  it('puts the weightiest findings first', async () => {
    const { data } = await room.ask(ASSESS, { today: '2026-03-01' }, { id: nextVillage });
    const weights = data.assess.findings.map(({ severity }: { severity: string }) =>
      ['CRITICAL', 'WARNING', 'INFO'].indexOf(severity),
    );
    expect(weights).toEqual([...weights].sort());
    expect(new Set(weights).size).toBeGreaterThan(1);
  });

  it('assesses Qinghai by the baseline, 6,000.00 yuan not within its range', async () => {
    const { data, errors } = await room.ask(ASSESS, NATION, { id: qinghai });
    expect(errors).toEqual([]);
    expect(data.assess).toMatchObject({ withinRange: false, line: { perCapitaIncome: '6000.00', outdated: true } });
  });

  it('answers PROVINCE_CONFIG_INVALID in Yunnan, whose module was refused, and never the baseline', async () => {
    const { data, errors } = await room.ask(ASSESS, NATION, { id: yunnan });
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ code: 'PROVINCE_CONFIG_INVALID', extra: { province: '530000' } }]);
  });

  it('reads the facts in one statement, and the household in a second where it is asked for', async () => {
    const alone = await room.ask('query ($id: ID!) { assess(householdId: $id) { withinRange } }', {}, { id: under });
    expect(alone.statements).toHaveLength(1);
    const both = await room.ask(ASSESS, {}, { id: under });
    expect(both.statements).toHaveLength(2);
  });
});

describe('a household out of reach', () => {
  const villager = { grants: [['VILLAGE_WORKER', VILLAGE]] } as const;
  const unknown = toGlobalId('Household', '430121', '00000000-0000-7000-8000-00000000ffff');

  it('is answered like an id that never was: in the next village, the next county, of another type, no id at all', async () => {
    const ids = [
      unknown,
      nextVillage,
      nextCounty,
      toGlobalId('Lead', '430121', '00000000-0000-7000-8000-000000000001'),
      'x',
    ];
    const answers = await Promise.all(ids.map((id) => room.ask(ASSESS, villager, { id })));
    for (const { data, errors } of answers) {
      expect(data).toBeNull();
      expect(errors).toEqual([
        {
          message: 'There is no such object in your region.',
          path: ['assess'],
          code: 'BAD_USER_INPUT',
          extra: { path: ['householdId'] },
        },
      ]);
    }
    expect((await room.ask(ASSESS, villager, { id: under })).errors).toEqual([]);
  });

  it('asks the database nothing where the county itself is out of reach', async () => {
    expect((await room.ask(ASSESS, villager, { id: nextCounty })).statements).toEqual([]);
  });

  it('is FORBIDDEN altogether for roles that may not assess', async () => {
    for (const role of ['ANALYST', 'AUDITOR', 'PROVINCE_IT'] as const) {
      const { errors } = await room.ask(ASSESS, { grants: [[role, '430121']], household: 'H1' }, { id: under });
      expect(errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    }
  });
});

describe('Household.assessment', () => {
  const PAGE = `{ households { nodes { number assessment { on withinRange suggestedInstruments { instrument { code } } findings { message } } } } }`;

  it('costs a page one statement more, however many households', async () => {
    const plain = await room.ask('{ households { nodes { number } } }');
    const assessed = await room.ask(PAGE);
    expect(assessed.errors).toEqual([]);
    expect(assessed.data.households.nodes).toHaveLength(4);
    expect(assessed.statements).toHaveLength(plain.statements.length + 1);
  });

  it('costs one statement more a county', async () => {
    const hunan = { grants: [['PROVINCE_OFFICER', '430000']] } as const;
    const { data, errors, statements } = await room.ask(PAGE, hunan);
    expect(errors).toEqual([]);
    expect(data.households.nodes).toHaveLength(5);
    expect(statements).toHaveLength(1 + 2);
  });

  it('reads facts once for two days, and the household behind every assessment in one statement', async () => {
    const { data, statements } = await room.ask(
      '{ households { nodes { number a: assessment(on: "2023-06-01") { withinRange household { number } } b: assessment(on: "2022-12-31") { withinRange } } } }',
    );
    const [first] = data.households.nodes;
    expect(first).toEqual({
      number: 'H1',
      a: { withinRange: true, household: { number: 'H1' } },
      b: { withinRange: false },
    });
    for (const { number, a } of data.households.nodes) expect(a.household.number).toBe(number);
    expect(statements).toHaveLength(1 + 1 + 1);
  });

  it('is read anew when it is asked for again', async () => {
    const twice = await room.ask(
      'query ($id: ID!) { household(id: $id) { assessment { household { assessment { withinRange } } } } }',
      {},
      { id: under },
    );
    expect(twice.data.household.assessment.household.assessment).toEqual({ withinRange: true });
    expect(twice.statements).toHaveLength(4);
  });

  it('shows a resident the assessment of the own household, and answers for another as for one that never was', async () => {
    const resident = { grants: [['RESIDENT', '430121']], household: 'H1' } as const;
    const OWN = 'query ($id: ID!) { household(id: $id) { number assessment { on perCapitaIncome } } }';
    const own = await room.ask(OWN, resident, { id: under });
    expect(own).toMatchObject({ errors: [], data: { household: { assessment: { perCapitaIncome: '7499.99' } } } });
    expect((await room.ask(ASSESS, resident, { id: under })).errors).toEqual([]);
    const never = toGlobalId('Household', VILLAGE.slice(0, 6), '01890000-0000-7000-8000-000000000000');
    const unknown = await room.ask(ASSESS, resident, { id: never });
    expect(unknown.errors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
    for (const id of [over, nextVillage, nextCounty]) {
      const { data, errors } = await room.ask(ASSESS, resident, { id });
      expect({ data, errors }).toEqual({ data: unknown.data, errors: unknown.errors });
    }
  });

  it('is FORBIDDEN to an auditor, who reads the case and not the opinion, before the case is read', async () => {
    const { errors } = await room.ask(
      'query ($id: ID!) { household(id: $id) { assessment { on } } }',
      {
        grants: [['AUDITOR', '430121']],
      },
      { id: under },
    );
    expect(errors).toMatchObject([{ code: 'FORBIDDEN', path: ['household'] }]);
  });
});

it('describes every field and argument of the room', () => {
  const own = undescribed(room.schema).filter((fault) => /^(Assessment|Finding|Instrument|Query\.assess)/.test(fault));
  expect(own).toEqual([]);
});
