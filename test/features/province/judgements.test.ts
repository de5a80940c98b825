import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toGlobalId } from '../../../src/platform/graphql/global-id.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { plantHouseholds } from '../simulation/planted-households.js';

/** Shaanxi: whoever earned from wages alone is brought in, and nobody leaves without two members; Xincheng's stumbles. */
function shaanxi(range = `facts.income !== null && facts.income.wages <= most`): string {
  return `import { defineProvince, gateJudgement, rangeJudgement, source } from 'holdline/province-sdk';
const TEXT = source({ id: 'shaanxi-rules', title: '陕西省防止返贫动态监测办法', standing: 'document' });
export default defineProvince({
  code: '610000',
  name: { zh: '陕西省', en: 'Shaanxi' },
  judgements: [
    rangeJudgement({
      code: 'few-wages',
      name: { zh: '工资过低', en: 'Few wages' },
      from: '2023-01-01',
      parameters: { most: 900000 },
      source: TEXT,
      judge(facts, rules, { most }) {
        const within: boolean = ${range};
        return {
          within,
          findings: within
            ? [{ severity: 'WARNING', message: { zh: '工资过低', en: 'few wages' }, evidence: { most, line: rules.line?.perCapitaIncome ?? null } }]
            : [],
        };
      },
    }),
    gateJudgement({
      code: 'two-heads',
      name: { zh: '两人以上', en: 'Two heads' },
      from: '2023-01-01',
      source: TEXT,
      judge: ({ income, mode, risks }) => ({
        passed: (income?.heads ?? 0) >= 2,
        reason: { zh: '人口不足', en: \`\${income?.heads ?? 0} heads, \${mode}, \${risks.length} risks\` },
      }),
    }),
    rangeJudgement({
      code: 'stumbles',
      name: { zh: '出错的', en: 'Stumbling' },
      from: '2023-01-01',
      county: '610103',
      source: TEXT,
      judge: (facts) => {
        if (facts.income?.wages === 1234567) throw new Error(\`wages of \${facts.income.wages}\`);
        return { within: false, findings: [] };
      },
    }),
  ],
});
`;
}

const ASSESS = `query($id: ID!, $on: Date) { assess(householdId: $id, on: $on) {
  withinRange suggestedCategory findings { rule severity message evidence missing article source { id } }
} }`;
const earned = (wages: number) => [{ from: '2022-01-01', to: '2022-12-31', heads: 1, wages, businessExpenses: 0 }];

describe('the functions of a module, in the server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdline-judgements-'));
  let app: TestApp;
  const ids: Record<string, string> = {};
  const ask = async (query: string, variables: Record<string, unknown>) => {
    const token = await app.token([
      { role: 'COUNTY_OFFICER', region: '610102' },
      { role: 'COUNTY_OFFICER', region: '610103' },
      { role: 'VILLAGE_WORKER', region: '610102001001' },
    ]);
    return app.ask(token, query, variables, 'en');
  };
  const assess = async (name: string, on = '2023-06-01') =>
    (await ask(ASSESS, { id: ids[name], on })).data.assess as {
      withinRange: boolean | null;
      suggestedCategory: string | null;
      findings: { rule: string; message: string; missing: string[]; source: { id: string } | null; evidence: object }[];
    };

  beforeAll(async () => {
    writeFileSync(join(folder, 'index.ts'), shaanxi());
    app = await startTestApp('2023-06-01', { PROVINCE_MODULES: folder, DEMO: 'off' });
    const plant = async (name: string, county: string, wages: number) => {
      const [facts] = await plantHouseholds(app.app.ground.database, `${county}001001`, [earned(wages)]);
      ids[name] = toGlobalId('Household', county, facts!.id);
    };
    await plant('at 9,000.00', '610102', 900_000);
    await plant('at 9,000.01', '610102', 900_001);
    await plant('stumbling', '610103', 1_234_567);
    await plant('beside it', '610103', 1_234_568);
  });
  afterAll(async () => {
    await app.stop();
    rmSync(folder, { recursive: true });
  });

  it('bring in at 9,000.00 yuan and leave out at 9,000.01, over the line of 6,000.00, and say what they found', async () => {
    const inside = await assess('at 9,000.00');
    expect(inside).toMatchObject({ withinRange: true, suggestedCategory: 'MARGINAL_AT_RISK' });
    expect(inside.findings).toContainEqual({
      rule: 'few-wages',
      severity: 'WARNING',
      message: 'few wages',
      evidence: { most: 900_000, line: 600_000 },
      missing: [],
      article: '2.1',
      source: { id: 'shaanxi-rules' },
    });
    expect(await assess('at 9,000.01')).toMatchObject({ withinRange: false, suggestedCategory: null });
  });

  it('do not hold on the day before their first', async () => {
    const { findings } = await assess('at 9,000.00', '2022-12-31');
    expect(findings.map(({ rule }) => rule)).not.toContain('few-wages');
  });

  it('are named where they throw, in that household alone, without a word of it', async () => {
    const { withinRange, findings } = await assess('stumbling');
    expect(withinRange).toBeNull();
    const [named] = findings.filter(({ rule }) => rule === 'stumbles');
    expect(named?.message).toMatch(
      /^the function "Stumbling" \(stumbles\) of 610103 threw an error \(Error at \d+:\d+\)/,
    );
    expect(named?.missing).toEqual(['an answer of stumbles']);
    expect(JSON.stringify(named)).not.toContain('1234567');
    expect(await assess('beside it')).toMatchObject({ withinRange: false });
  });

  it('are gates of elimination beside the nation’s', async () => {
    const opened = await ask(
      `mutation($input: OpenCaseInput!) { openCase(input: $input) { userErrors { code message } case { id eliminationGates(on: "2023-06-01") { code passed reason article } } } }`,
      { input: { householdId: ids['at 9,000.00'], channel: 'CADRE_INSPECTION', openedOn: '2023-06-01' } },
    );
    expect(opened.errors).toEqual([]);
    const { case: found, userErrors } = opened.data.openCase;
    expect(userErrors).toEqual([]);
    expect(found.eliminationGates.at(-1)).toEqual({
      code: 'two-heads',
      passed: false,
      reason: '1 heads, SUPPORTED, 0 risks',
      article: '3.3',
    });
    expect(found.eliminationGates.length).toBe(14);
  });

  it('keep a module out that is loaded anew with one that does not end, and what ruled rules on', async () => {
    writeFileSync(join(folder, 'index.ts'), shaanxi('(() => { for (;;); })()'));
    const report = await app.app.reloadProvinces();
    expect(report).toMatchObject({ outcome: 'refused', refused: [{ province: '610000' }] });
    expect(JSON.stringify(report)).toContain('judgements[0].judge');
    expect(await assess('at 9,000.00')).toMatchObject({ withinRange: true });
  });

  it('are another version of the configuration where a parameter or a word of the text is another', async () => {
    const version = async () =>
      (await app.ask(null, '{ province(code: "610000") { configVersion } }')).data.province.configVersion as string;
    const before = await version();
    writeFileSync(join(folder, 'index.ts'), shaanxi('facts.income !== null && facts.income.wages < most'));
    expect(await app.app.reloadProvinces()).toMatchObject({ outcome: 'loaded' });
    expect(await version()).not.toBe(before);
    expect(await assess('at 9,000.00')).toMatchObject({ withinRange: false });
  });
});
