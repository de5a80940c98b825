import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CaseWalk } from '../support/case-walk.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

/** Shaanxi before and after: a talk with the family is put between review and notice, the notice hangs longer. */
const shaanxi = (later: boolean): string => `import national from 'holdline/national';
import { adaptProcedure, dated, defineProvince, monitoringLine, nationalProcedure, source, step } from 'holdline/province-sdk';
const TEXT = source({ id: 'shaanxi-rules', title: '陕西省防止返贫动态监测办法', standing: 'document' });
const form = { type: 'object', required: ['恳谈要点'], properties: { 恳谈要点: { type: 'string', maxLength: 200 } } };
export default defineProvince({
  code: '610000',
  name: { zh: '陕西省', en: 'Shaanxi' },
  monitoringLines: dated([
    { from: '2023-01-01', vouchedTo: '2023-12-31', value: monitoringLine({ perCapitaIncome: '${later ? '8200.00' : '7600.00'}' }), source: TEXT },
  ]),
  ${
    later
      ? `procedures: dated([{ from: '2023-01-01', source: TEXT, value: adaptProcedure(nationalProcedure(national, 'IDENTIFICATION', '2023-01-01'), {
    steps: { 'public-notice': { after: ['family-talk'], minimumNoticeDays: 9 }, 'democratic-review': { quorumPercent: 67 } },
    add: [step({ code: 'family-talk', name: { zh: '入户恳谈', en: 'Talk with the family' }, kind: 'CUSTOM', level: 'VILLAGE', after: ['democratic-review'], extraForm: form })],
  }) }]),`
      : ''
  }
});
`;

const RUN =
  'status procedures { kind configVersion outcome steps { definition { code minimumNoticeDays } } } household { assessment { line { perCapitaIncome } } }';
const PERSON = {
  relationship: 'HEAD',
  sex: 'MALE',
  birthDate: '1970-01-01',
  labour: 'ORDINARY',
  medicalInsurance: true,
};

describe('a run under way when the configuration of its province changes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdline-reload-'));
  let app: TestApp;
  let before: CaseWalk;
  let old: string;
  const runOf = async (walk: CaseWalk) => {
    const { procedures, ...rest } = await walk.look('clerk', RUN);
    const [run] = procedures;
    const codes = [...new Set(run.steps.map(({ definition }: { definition: { code: string } }) => definition.code))];
    const notice = run.steps.find(
      ({ definition }: { definition: { code: string } }) => definition.code === 'public-notice',
    );
    return { ...rest, run, codes, noticeDays: notice.definition.minimumNoticeDays };
  };
  const opened = async (name: string): Promise<CaseWalk> => {
    const walk = new CaseWalk(app, '610102001', '2023-06-01');
    await walk.register([{ ...PERSON, name }]);
    await walk.open();
    return walk;
  };
  const step = (walk: CaseWalk, version: number, more: object) =>
    walk.asked('completeStep', {
      caseId: walk.case,
      expectedVersion: version,
      outcome: 'PASSED',
      occurredOn: walk.today,
      ...more,
    });

  beforeAll(async () => {
    writeFileSync(join(folder, 'index.ts'), shaanxi(false));
    app = await startTestApp('2023-06-01', { DEMO: 'off', PROVINCE_MODULES: folder });
    before = await opened('赵前');
    const { expectedVersion } = await before.onCase();
    const verification = {
      visitors: ['队员'],
      findings: '属实',
      category: 'MARGINAL_AT_RISK',
      risks: [{ riskType: 'ILLNESS' }],
    };
    const verified = await step(before, expectedVersion, { step: 'household-verification', verification });
    expect(verified.userErrors).toEqual([]);
    old = (await runOf(before)).run.configVersion;
    writeFileSync(join(folder, 'index.ts'), shaanxi(true));
    expect(await app.app.reloadProvinces()).toMatchObject({ outcome: 'loaded', refused: [] });
  }, 120_000);
  afterAll(async () => {
    await app?.stop();
    rmSync(folder, { recursive: true });
  });

  it('keeps the steps, the notice days and the version that it began under, while the line is today’s', async () => {
    const { run, codes, noticeDays, household } = await runOf(before);
    expect(run.configVersion).toBe(old);
    expect(codes).not.toContain('family-talk');
    expect(noticeDays).toBe(5);
    expect(household.assessment.line.perCapitaIncome).toBe('8200.00');
  });

  it('refuses a step of the new rules in the old run, and takes its notice of five days to the end', async () => {
    const { expectedVersion } = await before.onCase();
    const talk = await step(before, expectedVersion, { step: 'family-talk', extra: { 恳谈要点: '无' } });
    expect(talk.userErrors).toMatchObject([{ code: 'STEP_NOT_CURRENT', path: ['input', 'step'] }]);
    expect(await before.runToEnd()).toMatchObject({ status: 'MONITORED' });
    const { run, codes } = await runOf(before);
    expect(run).toMatchObject({ configVersion: old, outcome: 'PASSED' });
    expect(codes).not.toContain('family-talk');
  });

  it('lets a run that begins now follow the new rules: a quorum of 67 of 100 and not 66, the talk with its form, and nine days of notice', async () => {
    const after = await opened('钱后');
    const { run, codes, noticeDays } = await runOf(after);
    expect(run.configVersion).not.toBe(old);
    expect(codes.indexOf('family-talk')).toBeGreaterThan(-1);
    expect(noticeDays).toBe(9);
    await after.runToEnd(undefined, 'democratic-review');
    const meeting = async (attended: number) => {
      const { expectedVersion } = await after.onCase();
      const review = { eligible: 100, attended, inFavour: attended, against: 0 };
      return step(after, expectedVersion, { step: 'democratic-review', review });
    };
    const missed = await meeting(66);
    expect(missed.case).toBeNull();
    expect(missed.userErrors).toMatchObject([
      { code: 'REVIEW_NOT_CARRIED', path: ['input', 'review', 'attended'], article: '3.2' },
    ]);
    expect(missed.userErrors[0].message).toMatch(/67/);
    expect((await meeting(67)).userErrors).toEqual([]);
    await expect(after.runToEnd()).rejects.toThrow(/family-talk/);
    const { availableActions, version } = await after.look();
    const offer = availableActions.find(({ step: code }: { step: string }) => code === 'family-talk');
    expect(offer).toMatchObject({ allowed: true });
    const talk = await step(after, version, { step: 'family-talk', extra: { 恳谈要点: '已说明政策' } });
    expect(talk.userErrors).toEqual([]);
    const short = {
      caseId: after.case,
      expectedVersion: version + 1,
      step: 'public-notice',
      opensOn: after.today,
      place: '公开栏',
    };
    const eight = await after.asked('publishNotice', { ...short, closesOn: '2023-06-09' });
    expect(eight.userErrors).toMatchObject([{ code: 'NOTICE_TOO_SHORT' }]);
    expect((await after.asked('publishNotice', { ...short, closesOn: '2023-06-10' })).userErrors).toEqual([]);
    expect(await after.runToEnd()).toMatchObject({ status: 'MONITORED' });
  });

  it('keeps the old run under its rules when a module that is faulty comes after: nothing of that is loaded', async () => {
    writeFileSync(join(folder, 'index.ts'), 'export default 7;\n');
    const report = await app.app.reloadProvinces();
    expect(report.outcome).not.toBe('loaded');
    expect((await runOf(before)).run.configVersion).toBe(old);
  });
});
