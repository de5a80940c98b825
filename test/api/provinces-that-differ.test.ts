import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, addMonths, date } from '../../src/domain/kernel/calendar-date.js';
import { CaseWalk, SECURE } from '../support/case-walk.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const HEAD = { name: '王大山', relationship: 'HEAD', sex: 'MALE', birthDate: '1970-01-01', medicalInsurance: true };
const ABLE = { ...HEAD, labour: 'ORDINARY', health: ['HEAVY_CHRONIC_ILLNESS'] };
const PLAN = [
  { instrument: 'medical-assistance', addresses: ['ILLNESS'] },
  { instrument: 'public-welfare-job', addresses: [] },
];

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp('2023-02-20', { DEMO: 'off' });
}, 120_000);
afterAll(() => app?.stop());

async function aCase(region: string, today: string, member: object = ABLE): Promise<CaseWalk> {
  const walk = new CaseWalk(app, region, today);
  await walk.register([member]);
  await walk.open();
  return walk;
}
const codes = ({ userErrors }: { userErrors: { code: string; path: string[] }[] }) =>
  userErrors.map(({ code, path }) => `${code} ${path.slice(1).join('.')}`);

describe('Gansu, whose numbers changed on 21 February 2023', () => {
  it('keeps 25 working days for a run of 20 February, and gives 15 to one of the day after', async () => {
    const days = 'identificationDueOn procedures { dueOn steps { definition { code } dueOn } }';
    const of = async (walk: CaseWalk) => {
      const { identificationDueOn, procedures } = await walk.look('clerk', days);
      return [procedures[0].dueOn, identificationDueOn, procedures[0].steps[0].dueOn];
    };
    const before = await aCase('620522100', '2023-02-20');
    const after = await aCase('620522100', '2023-02-21');
    expect(await of(before)).toEqual(['2023-03-27', '2023-03-27', '2023-02-27']);
    expect(await of(after)).toEqual(['2023-03-14', '2023-03-21', '2023-02-28']);
    // The older run is completed under its own rules after the change.
    before.on('2023-03-01');
    await before.runToEnd(undefined, 'democratic-review');
    expect((await of(before))[0]).toBe('2023-03-27');
  });
});

describe('Hainan, where assets are checked before anybody visits', () => {
  it('takes the authorization first, then the comparison, then the visit, and refuses the visit before', async () => {
    const walk = await aCase('469006100', '2023-02-20');
    const current = async () =>
      (await walk.look()).currentSteps.map(({ definition }: { definition: { code: string } }) => definition.code);
    expect(await current()).toEqual(['commitment-authorization']);
    const visit = {
      step: 'household-verification',
      outcome: 'PASSED',
      occurredOn: '2023-02-20',
      verification: {
        visitors: ['驻村干部'],
        findings: '情况属实',
        category: 'MARGINAL_AT_RISK',
        risks: [{ riskType: 'ILLNESS', primary: true }],
      },
    };
    const early = await walk.asked('completeStep', { ...(await walk.onCase()), ...visit });
    expect(codes(early)).toEqual(['STEP_NOT_CURRENT step', 'RULE_VIOLATION step']);
    await walk.runToEnd(undefined, 'data-comparison');
    await walk.runToEnd(undefined, 'household-verification');
    expect(await current()).toEqual(['household-verification']);
    expect(codes(await walk.asked('completeStep', { ...(await walk.onCase()), ...visit }))).toEqual([]);
  });
});

describe('Pingjiang, where an elimination hangs seven days, and the rest of Hunan, where it hangs five', () => {
  it.each([
    ['430626001001', 7],
    ['430121001001', 5],
  ])('in %s refuses a notice a day short of %i days, and takes it', async (region, least) => {
    const walk = await aCase(region, '2023-02-20');
    const { identifiedOn } = await walk.runToEnd();
    await walk.support(PLAN);
    walk.on(addMonths(date(identifiedOn), 6));
    const window = { from: addDays(addMonths(date(walk.today), -12), 1), to: walk.today };
    await walk.records('recordIncome', { income: { ...window, wages: '20000.00' } });
    await walk.records('recordGuarantees', { guarantees: { ...SECURE, checkedOn: walk.today } });
    const { risks, measures } = await walk.look();
    const resolved = { riskId: risks[0].id, resolvedOn: walk.today, note: '病情稳定' };
    await walk.done('resolveRisk', { ...(await walk.onCase()), ...resolved });
    for (const { id } of measures.nodes)
      await walk.onMeasure('concludeMeasure', id, { on: walk.today, status: 'COMPLETED', note: '到期' });
    await walk.done('requestElimination', { ...(await walk.onCase()), on: walk.today });
    await walk.runToEnd(undefined, 'public-notice');
    const hang = async (days: number) => {
      const days5 = { opensOn: walk.today, closesOn: addDays(date(walk.today), days), place: '公开栏' };
      return walk.asked('publishNotice', { ...(await walk.onCase()), step: 'public-notice', ...days5 });
    };
    expect(codes(await hang(least - 1))).toEqual(['NOTICE_TOO_SHORT closesOn']);
    expect(codes(await hang(least))).toEqual([]);
    expect(await walk.runToEnd()).toMatchObject({ status: 'RISK_ELIMINATED' });
  });
});

describe('a household without labour', () => {
  it('is refused an instrument that needs labour, by its place in the plan, and takes the safety net', async () => {
    const walk = await aCase('430121001001', '2023-02-20', { ...HEAD, labour: 'LOST', health: ['CRITICAL_ILLNESS'] });
    await walk.runToEnd();
    const plan = async (measures: readonly object[]) =>
      walk.asked('planSupport', {
        ...(await walk.onCase()),
        on: walk.today,
        measures: measures.map((one) => ({ timing: 'AFTER_THE_FACT', fundingSource: 'SECTOR_POLICY', ...one })),
      });
    const job = { instrument: 'public-welfare-job', addresses: [] };
    const net = { instrument: 'subsistence-allowance', addresses: ['ILLNESS'] };
    const refused = await plan([net, job]);
    expect(codes(refused)).toContain('RULE_VIOLATION measures.1.instrument');
    expect(codes(await plan([net]))).toEqual([]);
  });
});
