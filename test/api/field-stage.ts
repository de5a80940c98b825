import type { Grant } from '../../src/domain/jurisdiction/role.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

/** Two villages of one township, another township and another county: where visits, hazards and screenings happen. */
export const FIELD = {
  village: '430121001001',
  otherVillage: '430121001002',
  township: '430121001',
  otherTownship: '430121103',
  county: '430121',
  otherCounty: '430626',
  province: '430000',
} as const;

export const OFFICES = {
  village: { role: 'VILLAGE_WORKER', region: FIELD.village },
  otherVillage: { role: 'VILLAGE_WORKER', region: FIELD.otherVillage },
  township: { role: 'TOWNSHIP_OFFICER', region: FIELD.township },
  county: { role: 'COUNTY_OFFICER', region: FIELD.county },
  otherCounty: { role: 'COUNTY_OFFICER', region: FIELD.otherCounty },
  province: { role: 'PROVINCE_OFFICER', region: FIELD.province },
  auditor: { role: 'AUDITOR', region: FIELD.county },
  department: { role: 'DEPARTMENT_CLIENT', region: FIELD.county },
  resident: { role: 'RESIDENT', region: FIELD.village },
  analyst: { role: 'ANALYST', region: FIELD.county },
} as const satisfies Readonly<Record<string, Grant>>;
export type Office = keyof typeof OFFICES;

// biome-ignore lint/suspicious/noExplicitAny: tests reach into answers of any shape
type Any = any;

/** The product with the offices of the field around it. */
export class FieldStage {
  private constructor(readonly product: TestApp) {}

  static async start(day: string, variables: Readonly<Record<string, string>> = {}): Promise<FieldStage> {
    return new FieldStage(await startTestApp(day, { DEMO: 'off', ...variables }));
  }

  /** What a query answers; throws on any error. */
  async query(office: Office, query: string, variables: Record<string, unknown> = {}): Promise<Any> {
    const { data, errors } = await this.ask(office, query, variables);
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return data;
  }

  async ask(office: Office, query: string, variables: Record<string, unknown> = {}) {
    return this.product.ask(await this.product.token([OFFICES[office]], { subject: office }), query, variables);
  }

  /** A mutation's payload, refused or not. */
  async mutate(office: Office, name: string, input: Record<string, unknown>, fields: string): Promise<Any> {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
    const document = `mutation($input: ${type}) { ${name}(input: $input) { ${fields} userErrors { code message path article } } }`;
    return (await this.query(office, document, { input }))[name];
  }

  /** Codes and last parts of the paths of a refusal. */
  async refused(office: Office, name: string, input: Record<string, unknown>): Promise<string[]> {
    const { userErrors } = await this.mutate(office, name, input, '');
    return userErrors.map(({ code, path }: Any) => `${code} ${path.slice(1).join('.')}`);
  }

  /** Registers a household and answers its global id. */
  async register(office: Office, number: string, more: Record<string, unknown> = {}): Promise<string> {
    const member = {
      name: `示例${number}`,
      relationship: 'HEAD',
      sex: 'MALE',
      birthDate: '1970-01-01',
      labour: 'ORDINARY',
    };
    const input = { region: OFFICES[office].region, number, formerStatus: 'GENERAL', members: [member], ...more };
    const { household, userErrors } = await this.mutate(office, 'registerHousehold', input, 'household { id }');
    if (household === null) throw new Error(JSON.stringify(userErrors));
    return household.id;
  }
}
