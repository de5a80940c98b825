import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import type { RegionCode } from '../../../src/domain/kernel/region-code.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

/** Shaanxi: lines a year apart, Xincheng county's own, and an identification with a step and a form of its own. */
function shaanxi(line2024: string): string {
  return `import national from 'holdline/national';
import { adaptProcedure, dated, defineProvince, monitoringLine, nationalProcedure, source, step } from 'holdline/province-sdk';
import { LINE_2023 } from './lines.js';
const TEXT = source({ id: 'shaanxi-rules', title: '陕西省防止返贫动态监测办法', standing: 'document' });
const form = { type: 'object', properties: { 收入来源说明: { type: 'string', maxLength: 200 } } };
export default defineProvince({
  code: '610000',
  name: { zh: '陕西省', en: 'Shaanxi' },
  monitoringLines: dated([
    { from: '2023-01-01', vouchedTo: '2023-12-31', value: monitoringLine({ perCapitaIncome: LINE_2023 }), source: TEXT },
    { from: '2024-01-01', vouchedTo: '2024-12-31', value: monitoringLine({ perCapitaIncome: '${line2024}' }), source: TEXT },
    { from: '2024-01-01', county: '610102', value: monitoringLine({ perCapitaIncome: '9000.00' }), source: TEXT },
  ]),
  procedures: dated([{ from: '2023-01-01', source: TEXT, value: adaptProcedure(nationalProcedure(national, 'SUPPORT', '2023-01-01'), {
    steps: { 'public-notice': { after: ['family-talk'] } },
    add: [step({ code: 'family-talk', name: { zh: '入户恳谈', en: 'Talk with the family' }, kind: 'CUSTOM', level: 'VILLAGE', after: ['democratic-review'], extraForm: form })],
  }) }]),
});
`;
}

const QUERY = `query($code: RegionCode!, $on: Date) { province(code: $code) {
  servedByBaseline configVersion
  monitoringLine(on: $on) { perCapitaIncome }
  monitoringLines { from perCapitaIncome county { code } }
  procedures(on: $on) { kind steps { code kind extraForm } }
} }`;

describe('a province outside the tree', () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdline-outside-'));
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  let app: TestApp;
  const ask = async (on: string) => (await app.ask(null, QUERY, { code: '610000', on })).data.province;

  beforeAll(async () => {
    write('lines.ts', "export const LINE_2023: string = '7600.00';\n");
    write('index.ts', shaanxi('8000.00'));
    app = await startTestApp('2024-06-01', { PROVINCE_MODULES: folder, DEMO: 'off' });
  });
  afterAll(async () => {
    await app.stop();
    rmSync(folder, { recursive: true });
  });

  it('is seen through the API: two lines a year apart, a county’s own, a step and a form', async () => {
    expect(await ask('2023-12-31')).toMatchObject({ monitoringLine: { perCapitaIncome: '7600.00' } });
    const seen = await ask('2024-01-01');
    expect(seen).toMatchObject({ servedByBaseline: false, monitoringLine: { perCapitaIncome: '8000.00' } });
    expect(seen.monitoringLines).toContainEqual({
      from: '2024-01-01',
      perCapitaIncome: '9000.00',
      county: { code: '610102' },
    });
    const support = seen.procedures.find((one: { kind: string }) => one.kind === 'SUPPORT');
    const talk = support.steps.find((one: { code: string }) => one.code === 'family-talk');
    expect(talk).toMatchObject({
      kind: 'CUSTOM',
      extraForm: { properties: { 收入来源说明: { maxLength: 200 } } },
    });
  });

  it('takes a changed line without a restart, and keeps the old version for what began under it', async () => {
    const before = await ask('2024-06-01');
    write('index.ts', shaanxi('8200.00'));
    const report = await app.app.reloadProvinces();
    expect(report).toMatchObject({ outcome: 'loaded', refused: [] });
    const after = await ask('2024-06-01');
    expect(after.monitoringLine.perCapitaIncome).toBe('8200.00');
    expect(after.configVersion).not.toBe(before.configVersion);
    const { provinces } = app.app.ground;
    const line = (version: string) =>
      provinces.rulesOf(version, '610000' as RegionCode, date('2024-06-01')).line?.perCapitaIncome;
    expect([line(before.configVersion), line(after.configVersion)]).toEqual([800_000, 820_000]);
  });

  it('keeps what ruled where a line goes to 5,999.99 yuan, and names the fault in the health answer', async () => {
    write('lines.ts', "export const LINE_2023: string = '5999.99';\n");
    const report = await app.app.reloadProvinces();
    expect(report.outcome).toBe('refused');
    expect(report.refused).toEqual([
      {
        province: '610000',
        faults: [
          expect.objectContaining({
            code: 'line-under-floor',
            path: 'monitoringLines[0].value.perCapitaIncome',
            article: '2.2',
          }),
        ],
      },
    ]);
    expect(await ask('2023-06-01')).toMatchObject({ monitoringLine: { perCapitaIncome: '7600.00' } });
    expect(app.app.provinces()).toMatchObject({ refused: [], reload: { outcome: 'refused' } });
  });

  it('takes 6,000.00 yuan, one fen more', async () => {
    write('lines.ts', "export const LINE_2023: string = '6000.00';\n");
    expect(await app.app.reloadProvinces()).toMatchObject({ outcome: 'loaded' });
    expect(await ask('2023-06-01')).toMatchObject({ monitoringLine: { perCapitaIncome: '6000.00' } });
  });

  it('keeps what ruled where a file cannot be read, also when it is asked twice at once', async () => {
    write('lines.ts', 'export const LINE_2023 = ;\n');
    const reports = await Promise.all([app.app.reloadProvinces(), app.app.reloadProvinces()]);
    expect(reports.map(({ outcome }) => outcome)).toEqual(['refused', 'refused']);
    expect(reports[0]?.refused[0]).toMatchObject({ province: '610000', faults: [{ code: 'unreadable' }] });
    expect(await ask('2023-06-01')).toMatchObject({ monitoringLine: { perCapitaIncome: '6000.00' } });
  });
});

describe('a province outside the tree that is refused at the start', () => {
  it('answers PROVINCE_CONFIG_INVALID for its region, while the others go on, and is named', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'holdline-outside-'));
    writeFileSync(join(folder, 'index.ts'), "import 'node:fs';\nexport default { code: '610000' };\n");
    const app = await startTestApp('2024-06-01', { PROVINCE_MODULES: folder, DEMO: 'off' });
    try {
      const asked = await app.ask(null, QUERY, { code: '610000', on: '2024-06-01' });
      expect(asked.errors.map(({ extensions }) => extensions.code)).toEqual(['PROVINCE_CONFIG_INVALID']);
      const hunan = await app.ask(null, QUERY, { code: '430000', on: '2024-06-01' });
      expect(hunan.data.province.monitoringLine.perCapitaIncome).toBe('7500.00');
      expect(app.app.provinces().refused).toEqual([
        { province: '610000', faults: [expect.objectContaining({ code: 'import-forbidden', path: 'index.ts' })] },
      ]);
    } finally {
      await app.stop();
      rmSync(folder, { recursive: true });
    }
  });
});
