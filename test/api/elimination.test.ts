import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, addMonths, date } from '../../src/domain/kernel/calendar-date.js';
import { CaseWalk, SECURE } from '../support/case-walk.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

/** Shaanxi asks for nine months, a higher line, a visit a quarter, and lets an elimination be taken back for thirty days. */
const SHAANXI = `import { dated, defineProvince, monitoringLine, source } from 'holdline/province-sdk';
const TEXT = source({ id: 'shaanxi-elimination', title: '陕西省风险消除办法', standing: 'document' });
export default defineProvince({
  code: '610000',
  name: { zh: '陕西省', en: 'Shaanxi' },
  monitoringLines: dated([
    { from: '2023-01-01', vouchedTo: '2023-12-31', value: monitoringLine({ perCapitaIncome: '7600.00' }), source: TEXT },
    { from: '2024-01-01', vouchedTo: '2024-12-31', value: monitoringLine({ perCapitaIncome: '8000.00' }), source: TEXT },
  ]),
  eliminationMonths: dated([{ from: '2023-01-01', value: 9, source: TEXT }]),
  trackingVisitMonths: dated([{ from: '2023-01-01', value: 1, source: TEXT }]),
  rollbackLimit: dated([{ from: '2023-01-01', value: { amount: 30, unit: 'CALENDAR_DAYS' }, source: TEXT }]),
});
`;

const HEAD = { name: '王大山', relationship: 'HEAD', sex: 'MALE', birthDate: '1970-01-01', medicalInsurance: true };
const ABLE = { ...HEAD, labour: 'ORDINARY', health: ['HEAVY_CHRONIC_ILLNESS'] };
const PLAN = [
  { instrument: 'medical-assistance', addresses: ['ILLNESS'] },
  { instrument: 'public-welfare-job', addresses: [] },
];

interface Place {
  readonly name: string;
  readonly region: string;
  readonly months: number;
  /** Lines of 2023, when the case is opened, and of 2024, the elimination year: just on them, and one fen over. */
  readonly line: string;
  readonly over: string;
  /** Last day after the elimination on which it may be taken back; null for no limit. */
  readonly rollbackDays: number | null;
  readonly visitMonths: number;
}

const PLACES: readonly Place[] = [
  {
    name: 'Hunan',
    region: '430121001001',
    months: 6,
    line: '7500.00',
    over: '7500.01',
    rollbackDays: null,
    visitMonths: 12,
  },
  {
    name: 'Shaanxi',
    region: '610102001',
    months: 9,
    line: '8000.00',
    over: '8000.01',
    rollbackDays: 30,
    visitMonths: 1,
  },
];

const folder = mkdtempSync(join(tmpdir(), 'holdline-elimination-'));
let app: TestApp;

beforeAll(async () => {
  writeFileSync(join(folder, 'index.ts'), SHAANXI);
  app = await startTestApp('2023-06-01', { DEMO: 'off', PROVINCE_MODULES: folder });
}, 120_000);
afterAll(async () => {
  await app?.stop();
  rmSync(folder, { recursive: true });
});

describe.each(PLACES)('elimination in $name', ({ region, months, line, over, rollbackDays, visitMonths }) => {
  let walk: CaseWalk;
  let identifiedOn: string;
  let eliminatedOn: string;
  const window = () => ({ from: addDays(addMonths(date(walk.today), -12), 1), to: walk.today });
  const request = async (more: object = {}) =>
    walk.asked('requestElimination', { ...(await walk.onCase()), on: walk.today, ...more });
  const gatesOf = ({ userErrors }: { userErrors: { code: string; message: string }[] }) =>
    userErrors.map(({ code, message }) => `${code} ${message.split(':')[0]}`);

  it('begins with a household that is monitored, has a plan, and had support delivered', async () => {
    walk = new CaseWalk(app, region, '2023-06-01');
    await walk.register([ABLE]);
    await walk.open();
    const monitored = await walk.runToEnd();
    expect(monitored.status).toBe('MONITORED');
    identifiedOn = monitored.identifiedOn;
    await walk.support(PLAN);
  });

  it('tells every gate that is shut on any day, and refuses with one refusal a gate', async () => {
    walk.on(addDays(addMonths(date(identifiedOn), months), -1));
    const shut = await walk.shut();
    expect(shut).toEqual(
      expect.arrayContaining([
        'months-since-identification',
        'income-above-line',
        'guarantee-food',
        'risks-resolved',
        'measures-concluded',
      ]),
    );
    expect(gatesOf(await request())).toEqual(shut.map((gate) => `GATE_NOT_PASSED ${gate}`));
  });

  it(`waits ${months} months from identification: not the day before, and the day itself`, async () => {
    const day = addMonths(date(identifiedOn), months);
    expect(await walk.shut(addDays(day, -1))).toContain('months-since-identification');
    expect(await walk.shut(day)).not.toContain('months-since-identification');
  });

  it(`asks for income over the line of the elimination year: ${line} is not, ${over} is`, async () => {
    walk.on('2024-05-31');
    await walk.records('recordIncome', { income: { ...window(), wages: line } });
    expect(await walk.shut()).toContain('income-above-line');
    const { household } = await walk.look();
    const set = { income: { ...window(), wages: over } };
    const correction = { subjectId: household.id, expectedVersion: household.version, set, reason: '漏记工资' };
    await walk.done('correctRecord', correction, 'clerk', 'household { id }');
    expect(await walk.shut()).not.toContain('income-above-line');
  });

  it('asks for reference income too: own medical cost that brings it to the line shuts the gate', async () => {
    const { household } = await walk.look();
    const fix = (compliantMedicalCost: string, version: number) => ({
      subjectId: household.id,
      expectedVersion: version,
      set: { income: { ...window(), compliantMedicalCost } },
      reason: '医疗支出漏记',
    });
    await walk.done('correctRecord', fix('0.01', household.version), 'clerk', 'household { id }');
    expect(await walk.shut()).toContain('income-above-line');
    await walk.done('correctRecord', fix('0.00', household.version + 1), 'clerk', 'household { id }');
    expect(await walk.shut()).not.toContain('income-above-line');
  });

  it('asks for every guarantee at every check in that time, not only the last', async () => {
    const earlier = addDays(date(walk.today), -60);
    await walk.records('recordGuarantees', { guarantees: { ...SECURE, drinkingWater: 'AT_RISK', checkedOn: earlier } });
    await walk.records('recordGuarantees', { guarantees: { ...SECURE, checkedOn: walk.today } });
    expect((await walk.shut()).filter((gate) => gate.startsWith('guarantee'))).toEqual(['guarantee-drinking-water']);
    const { household } = await walk.look();
    const set = { guarantees: { checkedOn: earlier, drinkingWater: 'SECURE' } };
    const correction = { subjectId: household.id, expectedVersion: household.version, set, reason: '填错' };
    await walk.done('correctRecord', correction, 'clerk', 'household { id }');
    expect((await walk.shut()).filter((gate) => gate.startsWith('guarantee'))).toEqual([]);
  });

  it('asks for each risk to be resolved by a measure that fits it, and for measures to be concluded or standing', async () => {
    expect(await walk.shut()).toEqual(['risks-resolved', 'measures-concluded']);
    const found = { riskType: 'DISASTER', identifiedOn: walk.today };
    await walk.done('recordRisk', { ...(await walk.onCase()), ...found });
    for (const { id } of (await walk.look()).risks)
      await walk.done('resolveRisk', { ...(await walk.onCase()), riskId: id, resolvedOn: walk.today, note: '已化解' });
    const [medical] = (await walk.look()).measures.nodes.filter(
      ({ instrument }: { instrument: { code: string } }) => instrument.code === 'medical-assistance',
    );
    await walk.onMeasure('concludeMeasure', medical.id, { on: walk.today, status: 'COMPLETED', note: '已落实' });
    // The public-welfare job stands; the disaster was resolved by no measure.
    expect(await walk.shut()).toEqual(['risks-resolved']);
    expect((await request()).userErrors).toMatchObject([{ code: 'GATE_NOT_PASSED', article: '3.3' }]);
  });

  it('takes NATURAL with a reason, and not without one, for a risk that passed of itself', async () => {
    expect((await request({ mode: 'NATURAL' })).userErrors).toMatchObject([
      { code: 'GATE_NOT_PASSED', path: ['input', 'reason'], article: 'G' },
    ]);
    const started = await request({ mode: 'NATURAL', reason: '灾后自行恢复,收入稳定' });
    expect(started).toMatchObject({ case: { status: 'UNDER_ELIMINATION' }, userErrors: [] });
  });

  it('looks at the gates again at the decision: a fact that turned up meanwhile keeps the county from passing it', async () => {
    const bad = { ...SECURE, safeHousing: 'NOT_SECURED', checkedOn: walk.today };
    await walk.records('recordGuarantees', { guarantees: bad });
    await expect(walk.runToEnd()).rejects.toThrow();
    const { household, availableActions } = await walk.look('decider');
    const decisions = availableActions.filter(({ step }: { step: string | null }) => step !== null);
    const passed = decisions.find(({ input }: { input: { outcome: string } }) => input.outcome === 'PASSED');
    expect(passed.allowed).toBe(false);
    const set = { guarantees: { checkedOn: bad.checkedOn, safeHousing: 'SECURE' } };
    const correction = { subjectId: household.id, expectedVersion: household.version, set, reason: '误判' };
    await walk.done('correctRecord', correction, 'clerk', 'household { id }');
    const ended = await walk.runToEnd();
    expect(ended).toMatchObject({ status: 'RISK_ELIMINATED', supportContinued: false });
    eliminatedOn = ended.eliminatedOn;
  });

  it(
    rollbackDays === null
      ? 'lets the county take it back, with a reason, years later: no text sets a limit'
      : `lets the county take it back on the ${rollbackDays}th day, and not on the next`,
    async () => {
      const back = async (on: string, reason: string) => {
        walk.on(on);
        return walk.asked('rollBackElimination', { ...(await walk.onCase()), on, reason });
      };
      expect((await back(eliminatedOn, ' ')).userErrors).toMatchObject([
        { code: 'BAD_VALUE', path: ['input', 'reason'] },
      ]);
      if (rollbackDays !== null) {
        const late = await back(addDays(date(eliminatedOn), rollbackDays + 1), '误标');
        expect(late.userErrors).toMatchObject([{ code: 'RULE_VIOLATION', path: ['input', 'on'], article: '3.3' }]);
      }
      const last = addDays(date(eliminatedOn), rollbackDays ?? 800);
      expect(await back(last, '误标')).toMatchObject({
        case: { status: 'MONITORED', eliminatedOn: null },
        userErrors: [],
      });
    },
  );

  it('keeps a case of weak stability from elimination until its review day, and then takes the whole procedure again', async () => {
    const reviewBy = addDays(date(walk.today), 20);
    const weak = { ...(await walk.onCase()), reason: '收入不稳定', reviewBy };
    expect(await walk.done('continueSupport', weak)).toMatchObject({
      case: { supportContinued: true, nextReviewOn: reviewBy },
    });
    expect(await walk.shut(addDays(date(reviewBy), -1))).toContain('stability');
    expect(await walk.shut(reviewBy)).not.toContain('stability');
    walk.on(reviewBy);
    await walk.records('recordIncome', { income: { ...window(), wages: '60000.00' } });
    await walk.records('recordGuarantees', { guarantees: { ...SECURE, checkedOn: walk.today } });
    expect((await request({ mode: 'NATURAL', reason: '自然恢复' })).userErrors).toEqual([]);
    const { procedures } = await walk.look('clerk', 'procedures { kind outcome steps { status } }');
    const runs = procedures.filter(({ kind }: { kind: string }) => kind === 'ELIMINATION');
    expect(runs.map(({ outcome }: { outcome: string | null }) => outcome)).toEqual(['PASSED', null]);
    expect(runs[1].steps.some(({ status }: { status: string }) => status === 'DONE')).toBe(false);
    expect(await walk.runToEnd()).toMatchObject({ status: 'RISK_ELIMINATED', supportContinued: false });
  });

  it('opens a new case at a relapse, which names the old one; the old is taken back no more', async () => {
    const before = walk.case;
    walk.later(5);
    const old = await walk.onCase();
    await walk.open();
    expect(await walk.look()).toMatchObject({
      status: 'UNDER_IDENTIFICATION',
      previousCase: { id: before, status: 'RISK_ELIMINATED' },
    });
    const late = await walk.asked('rollBackElimination', { ...old, on: walk.today, reason: '误标' });
    expect(late.userErrors).toMatchObject([{ code: 'CASE_ALREADY_OPEN' }]);
  });

  it('lets a case go whose household has died out, with a note, on a day that has come', async () => {
    const gone = { ...(await walk.onCase()), reason: 'DIED_OUT', note: '户主病故', on: walk.today };
    const tomorrow = addDays(date(walk.today), 1);
    expect((await walk.asked('withdrawCase', { ...gone, on: tomorrow })).userErrors).toMatchObject([
      { code: 'DATE_IN_FUTURE' },
    ]);
    expect((await walk.asked('withdrawCase', { ...gone, note: '' })).userErrors).toMatchObject([{ code: 'BAD_VALUE' }]);
    expect(await walk.done('withdrawCase', gone)).toMatchObject({ case: { status: 'WITHDRAWN', currentSteps: [] } });
  });

  it('tracks a household without labour once its safety net is in place, visits it, and starts no elimination', async () => {
    const alone = new CaseWalk(app, region, '2024-01-10');
    await alone.register([{ ...HEAD, name: '李守望', labour: 'NONE', health: ['HEAVY_CHRONIC_ILLNESS'] }]);
    await alone.open();
    expect(await alone.runToEnd()).toMatchObject({ status: 'MONITORED', trackingOnly: false });
    const plan = [
      { instrument: 'medical-assistance', addresses: ['ILLNESS'] },
      { instrument: 'subsistence-allowance', addresses: [] },
    ];
    await alone.support(plan);
    const visit = addMonths(date(alone.today), visitMonths);
    expect(await alone.look()).toMatchObject({ trackingOnly: true, nextReviewOn: visit });
    alone.on('2025-01-20');
    for (const mode of ['SUPPORTED', 'NATURAL']) {
      const input = { ...(await alone.onCase()), on: alone.today, mode, reason: '自然' };
      expect(gatesOf(await alone.asked('requestElimination', input))).toContain('GATE_NOT_PASSED labour-capacity');
    }
    expect((await alone.look()).status).toBe('MONITORED');
    // Labour regained ends it at the next answer.
    const query = 'query($id: ID!) { household(id: $id) { version head { id } } }';
    const token = await app.token([{ role: 'COUNTY_OFFICER', region: region.slice(0, 6) }]);
    const { household } = (await app.ask(token, query, { id: alone.household })).data;
    const change = { memberId: household.head.id, expectedVersion: household.version, member: { labour: 'WEAK' } };
    await alone.done('updateMember', change, 'clerk', 'household { id }');
    const [measure] = (await alone.look()).measures.nodes;
    await alone.onMeasure('recordDelivery', measure.id, { on: alone.today, inKind: '药品' });
    expect(await alone.look()).toMatchObject({ trackingOnly: false, nextReviewOn: null });
    expect(await alone.shut()).not.toContain('labour-capacity');
  });
});
