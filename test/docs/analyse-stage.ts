import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import type { Grant } from '../../src/domain/jurisdiction/role.js';
import { date } from '../../src/domain/kernel/calendar-date.js';
import { DISCLOSURE_DEFAULTS } from '../../src/domain/statistics/disclosure/parameters.js';
import type { Department } from '../../src/domain/support/policy-instrument.js';
import { loadRegister } from '../../src/features/demonstration/index.js';
import { DEMONSTRATION_COUNTIES } from '../../src/features/region/index.js';
import { publishFigures } from '../../src/features/publication/index.js';
import { Database } from '../../src/platform/database/database.js';
import { WHOLE_REGISTER } from '../../src/platform/database/scope.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import type { Cast } from './tell-guide.js';

const TODAY = date('2023-11-30');

/** Who asks in the pages of the analysts' questions. */
export const ANALYSE_CAST = {
  province: { grant: { role: 'PROVINCE_OFFICER', region: '430000' } },
  nation: { grant: { role: 'NATIONAL_OFFICER', region: '000000' } },
  analyst: { grant: { role: 'ANALYST', region: '000000' } },
} as const satisfies Cast;

/** The register that the pages ask about: 300 households in three counties, with published figures of them. */
export async function startAnalyseStage(before?: (product: TestApp) => Promise<void>): Promise<TestApp> {
  // The same keys make the same noise, so that what analysts are shown can be compared.
  const PII_KEYS = `guide:${Buffer.alloc(32, 'analyse').toString('base64')}`;
  const product = await startTestApp(TODAY, { DEMO: 'off', PII_KEYS });
  const { ground, engine } = product.app;
  const order = { households: 300, seed: 7, counties: DEMONSTRATION_COUNTIES };
  await loadRegister({ ...ground, engine, today: TODAY, ...order });
  await before?.(product);
  const parts = { ...ground, database: new Database(engine), parameters: DISCLOSURE_DEFAULTS };
  await publishFigures(parts, { today: TODAY, now: () => new Date() });
  return product;
}

const SENT: readonly {
  readonly department: Department;
  readonly kind: string;
  readonly outcomes: readonly string[];
}[] = [
  { department: 'HEALTH', kind: 'new-critical-illness', outcomes: ['OPEN_CASE', 'OPEN_CASE', 'DISMISS', ''] },
  { department: 'EMERGENCY', kind: 'struck-by-disaster', outcomes: ['OPEN_CASE', 'DISMISS', ''] },
  { department: 'EDUCATION', kind: 'schooling-own-cost', outcomes: ['DISMISS', 'DISMISS', '', ''] },
];
const SENT_ON = '2023-10-16';
const COUNTY = '430121';
const SUBMIT = `mutation($input: SubmitDepartmentAlertsInput!) { submitDepartmentAlerts(input: $input) {
  alerts { status } rowErrors { message } userErrors { message } } }`;
const VERIFY = 'mutation($input: VerifyLeadInput!) { verifyLead(input: $input) { userErrors { message } } }';

/** Alerts of three departments about households without a case: some were true, some not, some wait past their day. */
export async function sendAlerts(product: TestApp): Promise<void> {
  const officer: Grant = { role: 'COUNTY_OFFICER', region: COUNTY };
  const households = await rowsOf<{ number: string }>(
    product,
    `SELECT h.number FROM household h WHERE h.county_code = '${COUNTY}'
      AND NOT EXISTS (SELECT 1 FROM monitoring_case c WHERE c.county_code = h.county_code AND c.household_id = h.id)
      AND NOT EXISTS (SELECT 1 FROM lead l WHERE l.county_code = h.county_code AND l.household_id = h.id) ORDER BY h.number`,
  );
  const numbers = households.map(({ number }) => number).values();
  product.today(SENT_ON);
  for (const { department, kind, outcomes } of SENT) {
    const token = await product.token([{ role: 'DEPARTMENT_CLIENT', region: COUNTY }], { department });
    const alerts = outcomes.map((_, at) => ({
      reference: `${department}-${at}`,
      department,
      kind,
      raisedOn: SENT_ON,
      householdNumber: numbers.next().value,
      ...(department === 'EDUCATION' ? { amount: '12000.00' } : {}),
    }));
    const { submitDepartmentAlerts } = await answered(product, token, SUBMIT, { input: { alerts } });
    expect(submitDepartmentAlerts).toEqual({
      alerts: outcomes.map(() => ({ status: 'DISPATCHED' })),
      rowErrors: [],
      userErrors: [],
    });
  }
  const token = await product.token([officer]);
  const { departmentAlerts } = await answered(
    product,
    token,
    '{ departmentAlerts(first: 50) { nodes { reference lead { id } } } }',
    {},
  );
  const leads = new Map<string, string>(
    departmentAlerts.nodes.map(({ reference, lead }: { reference: string; lead: { id: string } }) => [
      reference,
      lead.id,
    ]),
  );
  for (const { department, outcomes } of SENT)
    for (const [at, outcome] of outcomes.entries()) {
      if (outcome === '') continue;
      const verifiedOn = `2023-10-${18 + 2 * at}`;
      product.today(verifiedOn);
      const input = { leadId: leads.get(`${department}-${at}`), outcome, verifiedOn, note: '入户核实。' };
      const { verifyLead } = await answered(product, token, VERIFY, { input });
      expect(verifyLead.userErrors).toEqual([]);
    }
  product.today(TODAY);
}

async function answered(product: TestApp, token: string, query: string, variables: Record<string, unknown>) {
  const { data, errors } = await product.ask(token, query, variables);
  expect(errors).toEqual([]);
  return data;
}

/** What the tables say, by SQL that the product has no part in. */
export const rowsOf = <T>(product: TestApp, text: string): Promise<T[]> =>
  product.app.ground.database.read(WHOLE_REGISTER, (tx) => tx.rows<T>(sql.raw(text)));
