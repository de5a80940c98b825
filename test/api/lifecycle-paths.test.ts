import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CaseWalk } from '../support/case-walk.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

// biome-ignore lint/suspicious/noExplicitAny: answers of any shape
type Answered = any;
const PAPER = [{ kind: 'photograph', title: '现场照片', sha256: 'd'.repeat(64) }];
const HUNAN = '430121001001';
const ANHUI = '340121';
const codes = ({ userErrors }: Answered): string[] =>
  userErrors.map(({ code, path }: Answered) => `${code} ${path.slice(1).join('.')}`);

describe('paths of a case through the API', () => {
  let app: TestApp;

  const opened = async (region: string, day = '2023-03-06'): Promise<CaseWalk> => {
    const walk = new CaseWalk(app, region, day);
    await walk.register([
      { name: '张三', relationship: 'HEAD', sex: 'MALE', birthDate: '1970-01-01', labour: 'ORDINARY' },
    ]);
    await walk.open();
    return walk;
  };
  const act = async (walk: CaseWalk, step: string, more: object, by: 'clerk' | 'decider' = 'clerk') =>
    walk.done(
      'completeStep',
      { ...(await walk.onCase()), step, outcome: 'PASSED', occurredOn: walk.today, evidence: PAPER, ...more },
      by,
    );
  const VERIFIED = {
    verification: {
      visitors: ['驻村干部'],
      findings: '情况属实',
      category: 'MARGINAL_AT_RISK',
      risks: [{ riskType: 'ILLNESS', primary: true }],
    },
  };
  const SIGNED = { commitment: { signedBy: '户主', truthful: true, authorizesLookup: true } };
  const COMPARED = { comparison: { departments: ['CIVIL_AFFAIRS'], discrepancies: [] } };
  const REVIEWED = { review: { eligible: 40, attended: 32, inFavour: 30, against: 2 } };
  const steps = async (walk: CaseWalk): Promise<Answered[]> =>
    (
      await walk.look(
        'clerk',
        'procedures { steps { definition { code } status outcome completedOn note evidence { kind sha256 } } }',
      )
    ).procedures[0].steps;
  const current = async (walk: CaseWalk): Promise<string[]> =>
    (await walk.look()).currentSteps.map(({ definition }: Answered) => definition.code).sort();

  beforeAll(async () => {
    app = await startTestApp('2023-03-06', { DEMO: 'off' });
  }, 120_000);
  afterAll(() => app?.stop());

  it('return to an earlier step: what was done stays readable with its reason, and the steps after it are open again', async () => {
    const walk = await opened(HUNAN);
    await act(walk, 'household-verification', VERIFIED);
    await act(walk, 'commitment-authorization', SIGNED);
    await act(walk, 'data-comparison', COMPARED);
    expect(await current(walk)).toEqual(['democratic-review']);
    const back = { outcome: 'RETURNED', returnTo: 'household-verification', note: '收入情况不清', ...REVIEWED };
    await act(walk, 'democratic-review', back);
    expect(await current(walk)).toEqual(['household-verification']);
    const done = (await steps(walk)).filter(({ status }) => status === 'DONE');
    expect(done.map(({ definition, outcome }) => `${definition.code} ${outcome}`).sort()).toEqual([
      'commitment-authorization PASSED',
      'data-comparison PASSED',
      'democratic-review RETURNED',
      'household-verification PASSED',
    ]);
    const returned = done.find(({ outcome }) => outcome === 'RETURNED');
    expect(returned).toMatchObject({
      note: '收入情况不清',
      evidence: [{ kind: 'photograph', sha256: 'd'.repeat(64) }],
    });
    await act(walk, 'household-verification', VERIFIED);
    expect(await current(walk)).not.toContain('democratic-review');
    expect((await walk.runToEnd()).status).toBe('MONITORED');
  });

  it('steps side by side: in Anhui the notice waits for both, and each is taken in either order', async () => {
    const walk = await opened(ANHUI);
    const orders: string[][] = [];
    for (let turn = 0; turn < 12; turn += 1) {
      const now = await current(walk);
      orders.push(now);
      if (now.length > 1) break;
      const [only] = now;
      if (only === undefined) break;
      const section = {
        'household-verification': VERIFIED,
        'commitment-authorization': SIGNED,
        'data-comparison': COMPARED,
        'democratic-review': REVIEWED,
      }[only];
      if (section === undefined) break;
      await act(walk, only, section);
    }
    const beside = orders.at(-1)!;
    expect(beside.length).toBeGreaterThan(1);
    expect((await walk.runToEnd()).status).toBe('MONITORED');
  });

  it.each(['MERGED', 'MOVED_AWAY'])(
    'withdrawal as %s ends the case with its reason, and another may be opened',
    async (reason) => {
      const walk = await opened(HUNAN);
      const gone = { reason, note: '已核实', on: walk.today };
      expect(codes(await walk.asked('withdrawCase', { ...(await walk.onCase()), ...gone, note: ' ' }))).toEqual([
        'BAD_VALUE note',
      ]);
      const { case: withdrawn } = await walk.done('withdrawCase', { ...(await walk.onCase()), ...gone });
      expect(withdrawn).toMatchObject({ status: 'WITHDRAWN', currentSteps: [] });
      const told = await walk.look('clerk', 'history(first: 1) { nodes { summary } }');
      expect(told.history.nodes[0].summary).toContain('case withdrawn');
      expect(codes(await walk.asked('withdrawCase', { ...(await walk.onCase()), ...gone }))).toEqual([
        'INVALID_STATE caseId',
      ]);
      walk.later(1);
      await walk.open();
      expect((await walk.look()).status).toBe('UNDER_IDENTIFICATION');
    },
  );

  it('a risk that turns up later asks for its measure: another plan is refused without it, and taken with it', async () => {
    const walk = await opened(HUNAN);
    await walk.runToEnd();
    await walk.support([
      { instrument: 'medical-assistance', addresses: ['ILLNESS'] },
      { instrument: 'public-welfare-job', addresses: [] },
    ]);
    await walk.done('recordRisk', {
      ...(await walk.onCase()),
      riskType: 'SCHOOLING',
      identifiedOn: walk.today,
      note: '子女升学',
    });
    expect((await walk.look()).risks.map(({ riskType }: Answered) => riskType.code).sort()).toEqual([
      'ILLNESS',
      'SCHOOLING',
    ]);
    expect(await walk.shut()).toContain('risks-resolved');
    const measure = (instrument: string, ...addresses: string[]) => ({
      instrument,
      addresses,
      timing: 'AFTER_THE_FACT',
      fundingSource: 'SECTOR_POLICY',
    });
    const plan = async (...measures: object[]) =>
      walk.asked('planSupport', { ...(await walk.onCase()), on: walk.today, measures });
    const without = await plan(measure('chronic-disease-card', 'ILLNESS'));
    const uncovered = without.userErrors.filter(({ message }: Answered) => message.includes('SCHOOLING'));
    expect(uncovered).toMatchObject([{ code: 'RULE_VIOLATION', article: '4.2' }]);
    const { assess } = (
      await app.ask(
        await app.token([{ role: 'COUNTY_OFFICER', region: '430121' }], { subject: 'clerk' }),
        'query($id: ID!) { assess(householdId: $id) { suggestedInstruments { instrument { code } reason } } }',
        { id: walk.household },
      )
    ).data;
    for (const { reason } of assess.suggestedInstruments) expect(reason.length).toBeGreaterThan(5);
    const offered = (
      await app.ask(null, '{ province(code: "430000") { instruments { code addresses { code } fundingSources } } }', {})
    ).data?.province?.instruments;
    const schooling = (offered ?? []).find(({ addresses }: Answered) =>
      addresses.some(({ code }: Answered) => code === 'SCHOOLING'),
    );
    const code = schooling?.code ?? 'school-aid';
    const fundingSource = schooling?.fundingSources?.[0] ?? 'SECTOR_POLICY';
    const withIt = await plan({ ...measure(code, 'SCHOOLING'), fundingSource });
    expect(withIt.userErrors).toEqual([]);
  });

  it('holds a plan to what the verification saw: no stable income with weak labour asks for the safety net, weak drive for its own (R17)', async () => {
    const JOB = { instrument: 'public-welfare-job', addresses: [] };
    const AID = { instrument: 'medical-assistance', addresses: ['ILLNESS'] };
    const planned = async (seen: object) => {
      const walk = new CaseWalk(app, HUNAN, '2023-03-06');
      await walk.register([
        { name: '李四', relationship: 'HEAD', sex: 'MALE', birthDate: '1970-01-01', labour: 'WEAK' },
      ]);
      await walk.open();
      await act(walk, 'household-verification', { verification: { ...VERIFIED.verification, ...seen } });
      await walk.runToEnd();
      return async (...measures: object[]) => {
        const given = measures.map((one) => ({ timing: 'AFTER_THE_FACT', fundingSource: 'SECTOR_POLICY', ...one }));
        const { userErrors } = await walk.asked('planSupport', {
          ...(await walk.onCase()),
          on: walk.today,
          measures: given,
        });
        return userErrors.map(({ code, message, article }: Answered) => [
          code,
          article,
          /R\d\d: ([^,]+)/.exec(message)?.[1],
        ]);
      };
    };
    for (const stableIncomeFromWork of [null, true])
      expect(await (await planned({ stableIncomeFromWork }))(JOB, AID)).toEqual([]);
    const unstable = await planned({ stableIncomeFromWork: false });
    expect(await unstable(JOB, AID)).toEqual([['RULE_VIOLATION', '4.2', 'without labour capacity']]);
    expect(await unstable(JOB, AID, { instrument: 'subsistence-allowance', addresses: [] })).toEqual([]);
    const idle = await planned({ weakDrive: true });
    expect(await idle(JOB, AID)).toEqual([['RULE_VIOLATION', '4.2', 'for weak drive']]);
    expect(await idle(JOB, AID, { instrument: 'aspiration-and-skills', addresses: [] })).toEqual([]);
  });

  it('offers to withdraw the authorization once there is one, and says why not before and after', async () => {
    const walk = await opened(HUNAN);
    const offered = async () =>
      (
        await walk.look('clerk', 'availableActions { action allowed title reasons { code article } input }')
      ).availableActions.find(({ action }: Answered) => action === 'withdrawAuthorization');
    expect(await offered()).toMatchObject({ allowed: false, reasons: [{ code: 'INVALID_STATE', article: '3.2' }] });
    await act(walk, 'household-verification', VERIFIED);
    await act(walk, 'commitment-authorization', SIGNED);
    const now = await offered();
    expect(now).toMatchObject({ allowed: true, title: 'Withdraw the authorization', reasons: [] });
    await walk.done('withdrawAuthorization', { ...now.input, on: walk.today, note: '来电撤回' });
    expect(await offered()).toMatchObject({ allowed: false, reasons: [{ code: 'INVALID_STATE' }] });
  });
});
