import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { build } from '../../scripts/build.mjs';
import type { Grant, Role } from '../../src/domain/jurisdiction/role.js';
import { askServer } from '../support/http-stage.js';
import { type ServerProcess, startServer } from '../support/server-process.js';
import { freshDatabase } from '../support/test-database.js';

const VILLAGE = '522632001004';
const SECURE = {
  ...{ food: 'SECURE', clothing: 'SECURE', compulsoryEducation: 'SECURE' },
  ...{ basicMedicalCare: 'AT_RISK', safeHousing: 'SECURE', drinkingWater: 'SECURE', checkedOn: '2023-03-02' },
};

/** Guizhou, as a test writes it: a line, the days of a notice, and a talk after the visit or none. */
function guizhou(line: string, noticeDays: number, talk: boolean): string {
  const own = talk
    ? `, 'democratic-review': { after: ['commitment-authorization', 'family-talk'] } },
    add: [step({ code: 'family-talk', name: { zh: '恳谈', en: 'Talk' }, kind: 'CUSTOM', level: 'VILLAGE', after: ['household-verification'] })]`
    : ' }';
  return `import national from 'holdline/national';
import { adaptProcedure, dated, defineProvince, monitoringLine, nationalProcedure, source, step, workingDays } from 'holdline/province-sdk';
const TEXT = source({ id: 'guizhou-test', title: '测试用', standing: 'document' });
export default defineProvince({
  code: '520000',
  name: { zh: '贵州省', en: 'Guizhou' },
  monitoringLines: dated([{ from: '2023-01-01', value: monitoringLine({ perCapitaIncome: '${line}' }), source: TEXT }]),
  procedures: dated([{ from: '2023-01-01', source: TEXT, value: adaptProcedure(nationalProcedure(national, 'IDENTIFICATION', '2023-01-01'), {
    limit: workingDays(20),
    steps: { 'public-notice': { minimumNoticeDays: ${noticeDays} }${own},
  }) }]),
});
`;
}

const CASE = `id version configVersion currentSteps { definition { code minimumNoticeDays } dueOn }
  procedures { dueOn configVersion steps { status definition { code minimumNoticeDays } } }`;

/** A case as these questions answer it. */
interface Opened {
  readonly id: string;
  readonly version: number;
  readonly configVersion: string;
  readonly procedures: readonly {
    readonly dueOn: string | null;
    readonly steps: readonly {
      readonly definition: { readonly code: string; readonly minimumNoticeDays: number | null };
    }[];
  }[];
  readonly currentSteps: readonly { readonly definition: { readonly code: string } }[];
}

describe('a run under way when the server comes back with newer rules', () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdline-newer-'));
  let server: ServerProcess | undefined;
  let settings: Record<string, string> = {};
  afterAll(() => {
    server?.kill();
    rmSync(folder, { recursive: true });
  });

  const as = (role: Role, region = VILLAGE): Grant => ({ role, region });
  // biome-ignore lint/suspicious/noExplicitAny: a story reaches into answers of any shape
  async function ask(grant: Grant | null, query: string, variables: Record<string, unknown> = {}): Promise<any> {
    const { data, errors } = await askServer(server!, settings, grant, query, variables);
    expect(errors, JSON.stringify(errors)).toBeUndefined();
    return data;
  }
  async function act(name: string, input: Record<string, unknown>, fields: string) {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
    const query = `mutation($input: ${type}) { ${name}(input: $input) { ${fields} userErrors { code message path } } }`;
    const payload = (await ask(as('VILLAGE_WORKER'), query, { input }))[name];
    expect(payload.userErrors).toEqual([]);
    return payload;
  }
  /** Another life of the server, on the same database, with the module as it is now, or without one. */
  async function live(module: string | null): Promise<void> {
    if (server !== undefined) expect(await server.stop(), server.output()).toBe(0);
    if (module !== null) writeFileSync(join(folder, 'index.ts'), module);
    const modules: Record<string, string> = module === null ? {} : { PROVINCE_MODULES: folder };
    server = await startServer({ ...settings, ...modules, TODAY: '2023-03-06' });
  }
  async function open(number: string, birthDate: string): Promise<Opened> {
    const input = {
      ...{ number, region: VILLAGE, formerStatus: 'GENERAL' },
      members: [
        { name: '王小明', relationship: 'HEAD', sex: 'MALE', birthDate, labour: 'WEAK', medicalInsurance: true },
      ],
      incomes: [{ from: '2022-03-01', to: '2023-02-28', wages: '7500.00' }],
      guarantees: SECURE,
    };
    const { household } = await act('registerHousehold', input, 'household { id }');
    const opened = { householdId: household.id, channel: 'CADRE_INSPECTION', openedOn: '2023-03-06' };
    return (await act('openCase', opened, `case { ${CASE} }`)).case;
  }
  const verify = async (of: Opened): Promise<Opened> =>
    (
      await act(
        'completeStep',
        {
          ...{ caseId: of.id, expectedVersion: of.version, step: 'household-verification', outcome: 'PASSED' },
          occurredOn: '2023-03-06',
          verification: {
            ...{ visitors: ['干部甲'], mode: 'VISIT', findings: '户主患病', category: 'MARGINAL_AT_RISK' },
            risks: [{ riskType: 'ILLNESS', primary: true }],
          },
        },
        `case { ${CASE} }`,
      )
    ).case;
  const read = async (id: string): Promise<Opened> =>
    (await ask(as('COUNTY_OFFICER', '522632'), `query($id: ID!) { monitoringCase(id: $id) { ${CASE} } }`, { id }))
      .monitoringCase;
  const stepsOf = (of: Opened): Opened['procedures'][number]['steps'] => of.procedures[0]?.steps ?? [];
  const codes = (of: Opened): string[] => stepsOf(of).map(({ definition }) => definition.code);
  const noticeDays = (of: Opened) =>
    stepsOf(of).find(({ definition }) => definition.code === 'public-notice')?.definition.minimumNoticeDays;

  it('keeps its own, also where no module is left; what starts afterwards follows the newer ones', async () => {
    build();
    const database = await freshDatabase({ filled: true });
    settings = { DATA_DIR: database.folder, DEMO: 'off', ...database.env };
    try {
      await live(guizhou('7600.00', 7, true));
      const old = await open('5226320010040001', '1965-03-12');
      expect([codes(old).includes('family-talk'), noticeDays(old)]).toEqual([true, 7]);

      await live(guizhou('8000.00', 9, false));
      const kept = await read(old.id);
      expect(kept.configVersion).toBe(old.configVersion);
      expect([codes(kept), noticeDays(kept), kept.procedures[0]?.dueOn]).toEqual([
        codes(old),
        7,
        old.procedures[0]?.dueOn,
      ]);
      const verified = await verify(kept);
      expect(verified.currentSteps.map(({ definition }) => definition.code)).toEqual(
        expect.arrayContaining(['commitment-authorization', 'family-talk']),
      );
      const fresh = await open('5226320010040002', '1970-01-01');
      expect(fresh.configVersion).not.toBe(old.configVersion);
      expect([codes(fresh).includes('family-talk'), noticeDays(fresh)]).toEqual([false, 9]);
      const input = { province: '520000', region: '522632', perCapitaIncomeLine: '7000.00', on: '2023-03-06' };
      const { simulateRules } = await ask(
        as('PROVINCE_IT', '520000'),
        'query($input: SimulateRulesInput!) { simulateRules(input: $input) { households withinRangeNow withinRangeThen leaving } }',
        { input },
      );
      expect(simulateRules).toEqual({ households: 2, withinRangeNow: 2, withinRangeThen: 0, leaving: 2 });

      await live(null);
      const still = await read(old.id);
      expect([codes(still), noticeDays(still)]).toEqual([codes(old), 7]);
      const { province } = await ask(null, '{ province(code: "520000") { servedByBaseline } }');
      expect(province.servedByBaseline).toBe(true);
      const latest = await open('5226320010040003', '1972-05-05');
      expect([codes(latest).includes('family-talk'), noticeDays(latest)]).toEqual([false, 5]);
    } finally {
      await server?.stop();
      await database.drop();
    }
  }, 600_000);
});
