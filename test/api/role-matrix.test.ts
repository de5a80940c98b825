import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema, type GraphQLObjectType, isInterfaceType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIELD_RULES, SILENT_FIELDS } from '../../src/domain/jurisdiction/field-rules.js';
import { ROLES, type Role } from '../../src/domain/jurisdiction/role.js';
import { toGlobalId } from '../../src/platform/graphql/global-id.js';
import { declare, HOUSEHOLD_NUMBER, identify, PLACE, support } from '../support/story.js';
import { type StoryApp, startStoryApp } from '../support/story-app.js';
import { FieldPaths } from './field-paths.js';

const schema = buildSchema(readFileSync(fileURLToPath(new URL('../../schema.graphql', import.meta.url)), 'utf8'));
/** Subscriptions are asked over a socket, and tried by every role in subscriptions.test.ts. */
const TYPES = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType =>
    (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith('__') && type.name !== 'Subscription',
);
const NEVER = '01890000-0000-7000-8000-000000000000';
const REFUSED = ['FORBIDDEN', 'UNAUTHENTICATED'];

/** Where each role holds, so that it reaches the household of the story. */
const REGION: Readonly<Record<Role, string>> = {
  RESIDENT: PLACE.village,
  VILLAGE_WORKER: PLACE.village,
  TOWNSHIP_OFFICER: PLACE.township,
  COUNTY_OFFICER: PLACE.county,
  CITY_OFFICER: '430100',
  PROVINCE_OFFICER: '430000',
  NATIONAL_OFFICER: '000000',
  DEPARTMENT_CLIENT: PLACE.county,
  ANALYST: PLACE.county,
  PROVINCE_IT: '430000',
  AUDITOR: PLACE.county,
};

describe('threat 21 · every field of the schema, tried by every role and by nobody', () => {
  let app: StoryApp;
  let values: Record<string, unknown>;
  let pairs = 0;

  beforeAll(async () => {
    app = await startStoryApp();
    const { story, stage } = app;
    await declare(story, stage);
    await identify(story, stage);
    await support(story, stage);
    values = {
      'Query.household.id': story.household,
      'Query.monitoringCase.id': story.case,
      'Query.node.id': toGlobalId('Region', PLACE.county, PLACE.county),
      'Query.nodes.ids': [toGlobalId('Region', PLACE.county, PLACE.county)],
      'Query.assess.householdId': story.household,
      'Query.verifyAuditChain.subjectId': story.case,
      'Query.householdByNumber.number': HOUSEHOLD_NUMBER,
      'Query.simulateRules.region': PLACE.county,
      'Query.publicNotices.on': '2023-03-20',
      'Query.province.code': '430000',
      // Of alerts and findings fewer roles read the records.
      'Query.scorecardRecords.figure': 'MONITORED',
      'Query.region.code': PLACE.county,
      'scalar ID': toGlobalId('MonitoringCase', PLACE.county, NEVER),
      'scalar Date': '2023-03-01',
      'scalar DateTime': '2023-03-01T00:00:00Z',
      'scalar JSONObject': {},
      'scalar Int': 1,
      'scalar Float': 1,
      'scalar Boolean': false,
      'scalar Yuan': '1.00',
      'scalar RegionCode': PLACE.village,
    };
  }, 120_000);
  afterAll(async () => {
    console.log(`${pairs} pairs of a field and a role were tried`);
    await app?.product.stop();
  });

  it.each([...ROLES, null])('as %s', { timeout: 300_000 }, async (role) => {
    const mayRead = (field: string): boolean => {
      const rule = FIELD_RULES.get(field);
      return rule === 'open' || (role !== null && (rule ?? []).includes(role));
    };
    const allowed = new FieldPaths(schema, mayRead, values);
    const any = new FieldPaths(schema, () => true, values);
    const more = { subject: String(role), household: HOUSEHOLD_NUMBER };
    const token = role === null ? null : await app.product.token([{ role, region: REGION[role] }], more);
    const wrong: string[] = [];
    for (const type of TYPES)
      for (const field of Object.values(type.getFields())) {
        const name = `${type.name}.${field.name}`;
        const way = allowed.documentFor(type.name, field);
        const document = way ?? any.documentFor(type.name, field);
        if (document === null) throw new Error(`no field leads to ${type.name}`);
        const { errors } = await app.product.ask(token, document);
        pairs += 1;
        const refused = errors.some(({ extensions }) => REFUSED.includes(extensions.code));
        const expected = way === null || (!mayRead(name) && !SILENT_FIELDS.has(name));
        if (refused !== expected)
          wrong.push(`${name}: ${expected ? 'answered' : 'refused'} ${document} ${JSON.stringify(errors)}`);
        const failed = errors.find(({ extensions }) => extensions.code === 'INTERNAL_SERVER_ERROR');
        if (failed !== undefined) wrong.push(`${name}: failed ${document} ${failed.message}`);
      }
    expect(wrong).toEqual([]);
  });
});
