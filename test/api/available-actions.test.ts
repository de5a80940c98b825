import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Grant, Role } from '../../src/domain/jurisdiction/role.js';
import { addDays, date } from '../../src/domain/kernel/calendar-date.js';
import { Refused } from '../../src/features/change/index.js';
import { GRANTS } from '../support/cast.js';
import { declare, eliminate, HOUSEHOLD_NUMBER, identify, PLACE, Story, support } from '../support/story.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

interface Changed {
  readonly id: string;
  readonly version: number;
}

interface Offer {
  readonly action: string;
  readonly title: string;
  readonly allowed: boolean;
  readonly reasons: readonly { code: string; message: string; article: string | null }[];
  readonly step: string | null;
  readonly section: string | null;
  readonly extraForm: object | null;
  readonly requiredEvidence: readonly string[];
  readonly returnTo: readonly string[];
  readonly input: Readonly<Record<string, unknown>>;
}

const OFFER =
  'action title allowed reasons { code message article } step section extraForm requiredEvidence returnTo input';
/** Codes that speak of the role or of the state of the case; a plan has besides a content that R14–R18 judge. */
const ROLE_OR_STATE = ['FORBIDDEN', 'WRONG_LEVEL', 'NOT_FOUND', 'INVALID_STATE'];

const ROLES: readonly Role[] = [
  'VILLAGE_WORKER',
  'TOWNSHIP_OFFICER',
  'COUNTY_OFFICER',
  'CITY_OFFICER',
  'PROVINCE_OFFICER',
  'NATIONAL_OFFICER',
  'AUDITOR',
];
const REGION_OF: Partial<Record<Role, string>> = {
  VILLAGE_WORKER: PLACE.village,
  TOWNSHIP_OFFICER: PLACE.township,
  CITY_OFFICER: '430100',
  PROVINCE_OFFICER: '430000',
  NATIONAL_OFFICER: '000000',
};
/** A role of this place, with now and then an office elsewhere beside it, which counts for nothing here. */
const viewers = fc.record({
  roles: fc.uniqueArray(fc.constantFrom(...ROLES), { minLength: 1, maxLength: 2 }),
  elsewhere: fc.option(fc.constantFrom<Role>('COUNTY_OFFICER', 'TOWNSHIP_OFFICER'), { nil: null }),
  /** `village` has verified, and takes no county decision. */
  subject: fc.constantFrom('village', 'somebody-else'),
});

describe('what availableActions says and what the mutations answer', () => {
  let product: TestApp;
  let story: Story;
  let checked = 0;
  let allowed = 0;
  const statuses = new Set<string>();

  /** Runs a mutation to its end and takes everything back. */
  async function tried(token: string, action: string, input: Record<string, unknown>): Promise<readonly string[]> {
    const { database } = product.app.ground;
    const write = database.write.bind(database);
    const spy = vi.spyOn(database, 'write').mockImplementation((scope, work) =>
      write(scope, async (tx) => {
        await work(tx);
        throw new Refused([]);
      }),
    );
    try {
      const type = `${action[0]!.toUpperCase()}${action.slice(1)}Input!`;
      const query = `mutation($input: ${type}) { ${action}(input: $input) { userErrors { code message } } }`;
      const { data, errors } = await product.ask(token, query, { input });
      if (errors.length > 0) return errors.map(({ extensions, message }) => extensions?.code ?? message);
      return data[action].userErrors.map(({ code }: { code: string }) => code);
    } finally {
      spy.mockRestore();
    }
  }

  async function agree(today: string, seed: number, runs = 2): Promise<void> {
    for (const { roles, elsewhere, subject } of fc.sample(viewers, { seed, numRuns: runs })) {
      const grants: Grant[] = roles.map((role) => ({ role, region: REGION_OF[role] ?? PLACE.county }));
      if (elsewhere !== null)
        grants.push({ role: elsewhere, region: elsewhere === 'COUNTY_OFFICER' ? '430181' : '430181001' });
      const token = await product.token(grants, { subject });
      const { data, errors } = await product.ask(token, LOOK, { id: story.case });
      expect(errors).toEqual([]);
      const found = data.monitoringCase;
      statuses.add(found.status);
      for (const offer of found.availableActions as Offer[]) {
        expect(offer.allowed).toBe(offer.reasons.length === 0);
        const codes = await tried(token, offer.action, fitting(offer, found, today, story.case));
        const refused = offer.action === 'planSupport' ? codes.filter((code) => ROLE_OR_STATE.includes(code)) : codes;
        const about = `${today} ${found.status} ${JSON.stringify(grants)} ${subject}: ${JSON.stringify(offer)} answered ${codes}`;
        expect(refused.length === 0, about).toBe(offer.allowed);
        checked += 1;
        allowed += Number(offer.allowed);
      }
    }
  }

  beforeAll(async () => {
    product = await startTestApp('2023-03-06', { DEMO: 'off' });
  }, 120_000);
  afterAll(() => product?.stop());

  it('agree at every step of a case from its opening to its end, for roles drawn at random', async () => {
    let day = '2023-03-06';
    let seed = 1;
    const stage = {
      async ask(person: keyof typeof GRANTS | 'nobody', query: string, values?: Record<string, unknown>) {
        const more = { subject: person, household: HOUSEHOLD_NUMBER };
        const token = person === 'nobody' ? null : await product.token([GRANTS[person]], more);
        const { data, errors } = await product.ask(token, query, values);
        if (errors.length > 0) return { data, errors };
        const changed = query.startsWith('mutation') ? (Object.values(data)[0] as { case?: Changed }).case : null;
        if (changed) {
          story.case = changed.id;
          story.version = changed.version;
          seed += 1;
          await agree(day, seed);
        }
        return { data };
      },
      today: async (next: string) => {
        day = next;
        product.today(next);
      },
      say: () => undefined,
    };
    story = new Story(stage);
    await declare(story, stage);
    await identify(story, stage);
    await support(story, stage);
    await eliminate(story, stage);
    await agree('2023-10-30', 100, 8);
    await stage.today('2024-03-30');
    await agree('2024-03-30', 101, 8);
    const on = () => ({ caseId: story.case, expectedVersion: story.version });
    await stage.today('2023-11-20');
    await story.act('county', 'rollBackElimination', { ...on(), reason: '误标', on: '2023-11-20' });
    await story.act('township', 'continueSupport', { ...on(), reason: '收入不稳', reviewBy: '2023-12-31' });
    const person = { name: '王干部', organization: '县农业农村局', from: '2023-11-20' };
    await story.act('township', 'assignResponsiblePerson', { ...on(), ...person });
    await story.act('county', 'withdrawCase', { ...on(), reason: 'MOVED_AWAY', note: '迁出', on: '2023-11-20' });
    await agree('2023-11-20', 102, 8);
    expect([...statuses].sort()).toEqual([
      'MONITORED',
      'RISK_ELIMINATED',
      'UNDER_ELIMINATION',
      'UNDER_IDENTIFICATION',
      'WITHDRAWN',
    ]);
    expect(checked).toBeGreaterThan(500);
    expect(allowed).toBeGreaterThan(100);
  }, 600_000);

  it('lead a front end that knows nothing else through an emergency, an objection and back, to monitoring', async () => {
    product.today('2023-12-01');
    const village = await product.token([GRANTS.county], { subject: 'whoever-verifies' });
    const county = await product.token([GRANTS.county], { subject: 'whoever-decides' });
    const opening = {
      householdId: story.household,
      channel: 'CADRE_INSPECTION',
      emergency: true,
      openedOn: '2023-12-01',
    };
    const { case: opened } = await done(village, 'openCase', opening);
    story.case = opened.id;
    let day = 1;
    let objected = false;
    for (let turn = 0; turn < 40 && (await look(county)).status === 'UNDER_IDENTIFICATION'; turn += 1) {
      const today = `2023-12-${String(day).padStart(2, '0')}`;
      product.today(today);
      const token = (await look(village)).availableActions.some(isPassing) ? village : county;
      const found = await look(token);
      const chosen = found.availableActions.find(isPassing);
      const hung = found.currentSteps.find(({ notice }) => notice !== null)?.notice ?? null;
      if (hung !== null && !objected) {
        objected = true;
        const { entries } = (await product.ask(null, NOTICES, { region: PLACE.village })).data.publicNotices.nodes[0];
        await done(
          null,
          'fileObjection',
          { entryId: entries[0].id, filedOn: today, statement: '不属实' },
          'objection { id }',
        );
        await agree(today, 103, 8);
        const offers = (await look(county)).availableActions.filter(({ action }) => action === 'resolveObjection');
        expect(offers.map(({ allowed, input }) => [allowed, input['outcome']])).toEqual([
          [true, 'UPHELD'],
          [true, 'DISMISSED'],
        ]);
        const upheld = fitting(offers[0]!, found, today, story.case);
        await done(county, 'resolveObjection', upheld, 'case { id status }');
        await agree(today, 104, 6);
      } else if (chosen === undefined) {
        const notice = found.availableActions.find(({ action, allowed }) => action === 'publishNotice' && allowed);
        if (hung === null && notice !== undefined) {
          const closesOn = `2023-12-${String(day + 7).padStart(2, '0')}`;
          await done(token, 'publishNotice', { ...fitting(notice, found, today, story.case), closesOn });
        } else day += 1;
      } else await done(token, 'completeStep', fitting(chosen, found, today, story.case));
    }
    expect(await look(county)).toMatchObject({ status: 'MONITORED' });
    expect(objected).toBe(true);
  }, 300_000);

  it('are told of a page of cases in the statements that one case takes', async () => {
    const token = await product.token([GRANTS.county], { subject: 'whoever-decides' });
    const counted = async (first: number): Promise<number> => {
      product.forget();
      const query = `query($first: Int) { monitoringCases(first: $first) { nodes { availableActions { action allowed } } } }`;
      const { data, errors } = await product.ask(token, query, { first });
      expect(errors).toEqual([]);
      expect(data.monitoringCases.nodes).toHaveLength(first);
      return product.statements.length;
    };
    expect([await counted(1), await counted(2)]).toEqual([5, 5]);
  });

  const isPassing = ({ action, allowed, input }: Offer): boolean =>
    action === 'completeStep' && allowed && input['outcome'] === 'PASSED';

  async function look(token: string): Promise<Found & { availableActions: Offer[] }> {
    const { data, errors } = await product.ask(token, LOOK, { id: story.case });
    expect(errors).toEqual([]);
    return data.monitoringCase;
  }

  async function done(
    token: string | null,
    action: string,
    input: object,
    fields = 'case { id status }',
  ): Promise<{ case: Changed }> {
    const type = `${action[0]!.toUpperCase()}${action.slice(1)}Input!`;
    const query = `mutation($input: ${type}) { ${action}(input: $input) { ${fields} userErrors { code message path } } }`;
    const { data, errors } = await product.ask(token, query, { input });
    expect(errors).toEqual([]);
    expect(data[action].userErrors, `${action} ${JSON.stringify(input)}`).toEqual([]);
    return data[action];
  }
});

const NOTICES = 'query($region: RegionCode!) { publicNotices(region: $region) { nodes { entries { id } } } }';
const LOOK = `query($id: ID!) { monitoringCase(id: $id) { status version
  currentSteps { definition { code } notice { opensOn closesOn } } risks { riskType { code } resolvedOn }
  availableActions { ${OFFER} } } }`;

/** The input that an offer asks for, filled in as it should be and dated today. */
function fitting(
  { action, step, section, requiredEvidence, returnTo, input }: Offer,
  found: {
    status: string;
    currentSteps: { definition: { code: string }; notice: { opensOn: string; closesOn: string } | null }[];
    risks: { riskType: { code: string }; resolvedOn: string | null }[];
  },
  today: string,
  caseId: string,
): Record<string, unknown> {
  const passed = input['outcome'] === 'PASSED';
  const filled: Record<string, Record<string, unknown>> = {
    completeStep: {
      step: step ?? 'household-verification',
      outcome: 'PASSED',
      occurredOn: today,
      note: '说明',
      evidence: [...requiredEvidence, 'photograph'].map((kind) => ({ kind, title: kind, sha256: 'b'.repeat(64) })),
      ...(returnTo.length > 0 ? { returnTo: returnTo[0] } : {}),
      ...(section === null ? {} : { [section]: SECTIONS[section]!(passed, input['outcome'] !== 'REJECTED', found) }),
    },
    publishNotice: { ...noticeOf(step, found, today), place: '村务公开栏' },
    resolveObjection: { resolvedOn: today, resolution: '已核实' },
    recordRisk: { riskType: freeRisk(found), identifiedOn: today },
    resolveRisk: { resolvedOn: today, note: '已化解' },
    planSupport: {
      on: today,
      measures: [
        {
          instrument: 'medical-assistance',
          addresses: ['ILLNESS'],
          timing: 'PREVENTIVE',
          fundingSource: 'SECTOR_POLICY',
        },
      ],
    },
    giveUrgentHelp: { on: today, instrument: 'temporary-assistance', inKind: '口粮', note: '急需' },
    recordDelivery: { on: today, inKind: '药品' },
    concludeMeasure: { on: today, note: '办结' },
    requestElimination: { on: today, reason: '风险自然消除' },
    continueSupport: { reason: '收入不稳', reviewBy: '2030-01-01' },
    assignResponsiblePerson: { name: '王干部', organization: '县农业农村局', from: today },
    withdrawAuthorization: { on: today, note: '来电撤回' },
    withdrawCase: { reason: 'MOVED_AWAY', note: '迁出', on: today },
    rollBackElimination: { reason: '误标', on: today },
    correctRecord: { set: { channel: 'PETITION' }, reason: '渠道填错' },
  };
  return { ...(action === 'giveUrgentHelp' ? { caseId } : {}), ...filled[action], ...input };
}

type Found = Parameters<typeof fitting>[1];

const SECTIONS: Readonly<Record<string, (passed: boolean, given: boolean, found: Found) => object>> = {
  verification: (_passed, _given, { status }) => ({
    visitors: ['驻村干部'],
    findings: '情况属实',
    ...(status === 'UNDER_IDENTIFICATION'
      ? { category: 'MARGINAL_AT_RISK', risks: [{ riskType: 'ILLNESS', primary: true }] }
      : {}),
  }),
  commitment: (_passed, given) => ({ signedBy: '户主', truthful: given, authorizesLookup: given }),
  comparison: () => ({ departments: ['MEDICAL_SECURITY'], discrepancies: [] }),
  review: (passed) => ({ eligible: 40, attended: 30, inFavour: passed ? 28 : 2, against: passed ? 2 : 28 }),
  decision: () => ({ decidedBy: '办公室' }),
};

function noticeOf(step: string | null, { currentSteps }: Found, today: string): Record<string, unknown> {
  const hung = currentSteps.find(({ definition }) => definition.code === step)?.notice ?? null;
  return {
    step: step ?? 'public-notice',
    opensOn: hung?.opensOn ?? today,
    closesOn: addDays(date(hung?.closesOn ?? today), 30),
  };
}

function freeRisk({ risks }: Found): string {
  const open = risks.filter(({ resolvedOn }) => resolvedOn === null).map(({ riskType }) => riskType.code);
  return ['ILLNESS', 'DISABILITY'].find((code) => !open.includes(code))!;
}
