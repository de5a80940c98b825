import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema, isEnumType, isInputObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '../../src/domain/jurisdiction/role.js';
import { toGlobalId } from '../../src/platform/graphql/global-id.js';
import { declare, HOUSEHOLD_NUMBER, identify, PLACE } from '../support/story.js';
import { type StoryApp, startStoryApp } from '../support/story-app.js';

const schema = buildSchema(readFileSync(fileURLToPath(new URL('../../schema.graphql', import.meta.url)), 'utf8'));
const NEVER = '01890000-0000-7000-8000-000000000000';
const NEIGHBOUR: Grant = { role: 'COUNTY_OFFICER', region: '430122' };
const COUNTY: Grant = { role: 'COUNTY_OFFICER', region: PLACE.county };

let app: StoryApp;
const ask = async (grants: readonly Grant[] | null, query: string, variables = {}) =>
  app.product.ask(grants === null ? null : await app.product.token(grants), query, variables);

beforeAll(async () => {
  app = await startStoryApp();
  await declare(app.story, app.stage);
  await identify(app.story, app.stage);
}, 120_000);
afterAll(() => app?.product.stop());

describe('threat 18 · an id outside the scope and an id that never was', () => {
  const READS = [
    'query($id: ID!) { node(id: $id) { __typename id } }',
    'query($id: ID!) { nodes(ids: [$id, $id]) { id } }',
    'query($id: ID!) { household(id: $id) { number members { name } cases { number } leads { totalCount } } }',
    'query($id: ID!) { monitoringCase(id: $id) { number household { number } history { totalCount } } }',
    'query($id: ID!) { assess(householdId: $id) { withinRange } }',
  ];
  const WRITES = [
    'mutation($id: ID!) { recordGuarantees(input: { householdId: $id, guarantees: { food: SECURE, clothing: SECURE, compulsoryEducation: SECURE, basicMedicalCare: SECURE, safeHousing: SECURE, drinkingWater: SECURE, checkedOn: "2023-03-01" } }) { household { id } userErrors { code message path } } }',
    'mutation($id: ID!) { removeMember(input: { memberId: $id, expectedVersion: 1, on: "2023-03-01", reason: DEATH }) { household { id } userErrors { code message path } } }',
    'mutation($id: ID!) { openCase(input: { householdId: $id, openedOn: "2023-03-01", channel: CADRE_INSPECTION }) { case { id } userErrors { code message path } } }',
    'mutation($id: ID!) { withdrawCase(input: { caseId: $id, expectedVersion: 1, reason: MOVED_AWAY, note: "x", on: "2023-03-01" }) { case { id } userErrors { code message path } } }',
    'mutation($id: ID!) { continueSupport(input: { caseId: $id, expectedVersion: 1, reason: "x", reviewBy: "2024-03-01" }) { case { id } userErrors { code message path } } }',
  ];

  it.each([...READS, ...WRITES])('are answered alike to the letter, by the same statements: %s', async (query) => {
    const type = /monitoringCase|caseId/.test(query) ? 'MonitoringCase' : 'Household';
    const there = type === 'Household' ? app.story.household : app.story.case;
    const seen: unknown[] = [];
    for (const id of [there, toGlobalId(type, PLACE.county, NEVER)]) {
      app.product.forget();
      const answer = await ask([NEIGHBOUR], query, { id });
      expect(answer.errors.filter(({ extensions }) => extensions.code === 'BAD_REQUEST')).toEqual([]);
      seen.push({ answer: JSON.stringify(answer), statements: [...app.product.statements] });
    }
    expect(seen[0]).toEqual(seen[1]);
  });

  it('are answered by the same statements within the own county, to a village beside', async () => {
    const sibling: Grant = { role: 'VILLAGE_WORKER', region: '430121001002' };
    const seen: unknown[] = [];
    for (const id of [app.story.household, toGlobalId('Household', PLACE.county, NEVER)]) {
      app.product.forget();
      const answer = await ask([sibling], READS[2]!, { id });
      seen.push({ answer: JSON.stringify(answer), statements: [...app.product.statements] });
    }
    expect(seen[0]).toEqual(seen[1]);
    expect((seen[0] as { statements: string[] }).statements).toHaveLength(1);
  });
});

describe('threat 20 · an analyst after rows', () => {
  const ANALYST: Grant = { role: 'ANALYST', region: '430000' };

  it.each(['households', 'monitoringCases', 'leads', 'worklist', 'auditEvents'])(
    'is FORBIDDEN %s, its count as well as its rows',
    async (list) => {
      for (const selection of ['totalCount', 'nodes { __typename }', 'pageInfo { hasNextPage }'])
        expect(await ask([ANALYST], `{ ${list} { ${selection} } }`)).toMatchObject({
          status: 403,
          errors: [{ extensions: { code: 'FORBIDDEN' } }],
        });
    },
  );
});

describe('threat 22 · a hidden column read by sorting, filtering or a cursor', () => {
  const HIDDEN = /name|idNumber|phone|address|note|statement|bank|birthDate|proxy|signedBy/i;

  it('has no sealed column among the fields of filters and orders', () => {
    const reached = Object.values(schema.getTypeMap()).flatMap((type) => {
      if (isInputObjectType(type) && type.name.endsWith('Filter'))
        return Object.keys(type.getFields()).map((field) => `${type.name}.${field}`);
      return isEnumType(type) && type.name.endsWith('OrderField')
        ? type.getValues().map(({ name }) => `${type.name}.${name}`)
        : [];
    });
    expect(reached.length).toBeGreaterThan(20);
    expect(reached.filter((field) => HIDDEN.test(field.split('.')[1]!))).toEqual([]);
  });

  it.each([
    '{ households(where: { name: { eq: "张德福" } }) { totalCount } }',
    '{ households(where: { head: { idNumber: { startsWith: "4301" } } }) { totalCount } }',
    '{ households(orderBy: [{ by: PHONE }]) { totalCount } }',
  ])('refuses %s before anything is read', async (query) => {
    app.product.forget();
    expect((await ask([COUNTY], query)).status).toBe(400);
    expect(app.product.statements).toEqual([]);
  });

  it('shows nothing of a row in a cursor', async () => {
    const { data } = await ask([COUNTY], '{ households(first: 1) { edges { cursor node { number id } } } }');
    const [{ cursor, node }] = data.households.edges;
    const decoded = Buffer.from(cursor, 'base64url').toString('latin1');
    for (const word of [node.number, PLACE.county, '430121'])
      expect([cursor.includes(word), decoded.includes(word)]).toEqual([false, false]);
  });
});

describe('threat 26 · SQL in whatever text', () => {
  const HOSTILE = [
    `' OR '1'='1`,
    `'; DROP TABLE household; --`,
    `%`,
    `_`,
    `\\`,
    `{"a":1}`,
    `$1`,
    `430121' UNION SELECT 1--`,
  ];

  it.each(HOSTILE)('has no effect and fails nothing: %j', async (text) => {
    const queries = [
      'query($t: String!) { householdByNumber(number: $t) { id } }',
      'query($t: String!) { households(where: { number: { eq: $t } }) { totalCount } }',
      'query($t: String!) { progress(receipt: $t) { status } }',
      'query($t: ID!) { node(id: $t) { id } }',
      'query($t: ID!) { household(id: $t) { id } }',
      'query($t: String!) { households(after: $t) { totalCount } }',
      'query($t: RegionCode!) { region(code: $t) { name } }',
      'query($t: String!) { monitoringCases(where: { riskType: [$t] }) { totalCount } }',
    ];
    for (const query of queries) {
      const { data, errors } = await ask([COUNTY], query, { t: text });
      for (const { extensions } of errors)
        expect(['BAD_USER_INPUT', 'INVALID_CURSOR'], query).toContain(extensions.code);
      for (const found of Object.values(data ?? {}))
        expect(found === null || (found as { totalCount: number }).totalCount === 0, query).toBe(true);
    }
    expect((await ask([COUNTY], '{ households { totalCount } }')).data.households.totalCount).toBe(1);
  });
});

describe('threat 28 · fields that a caller may not set', () => {
  it.each([
    [
      'openCase',
      '{ householdId: "x", openedOn: "2023-03-01", channel: CADRE_INSPECTION, status: MONITORED }',
      'status',
    ],
    ['openCase', '{ householdId: "x", openedOn: "2023-03-01", channel: CADRE_INSPECTION, number: "1" }', 'number'],
    [
      'registerHousehold',
      '{ region: "430121001001", formerStatus: GENERAL, members: [], createdAt: "2020-01-01" }',
      'createdAt',
    ],
    ['registerHousehold', '{ region: "430121001001", formerStatus: GENERAL, members: [], version: 7 }', 'version'],
    [
      'withdrawCase',
      '{ caseId: "x", expectedVersion: 1, reason: MOVED_AWAY, note: "x", on: "2023-03-01", actor: "me" }',
      'actor',
    ],
  ])('%s refuses %s', async (name, input, field) => {
    app.product.forget();
    const refused = await ask([COUNTY], `mutation { ${name}(input: ${input}) { userErrors { code } } }`);
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.errors)).toContain(field);
    expect(app.product.statements).toEqual([]);
  });

  it('is refused in variables as in the document', async () => {
    const refused = await ask(
      [COUNTY],
      'mutation($input: WithdrawCaseInput!) { withdrawCase(input: $input) { userErrors { code } } }',
      {
        input: {
          caseId: 'x',
          expectedVersion: 1,
          reason: 'MOVED_AWAY',
          note: 'x',
          on: '2023-03-01',
          status: 'MONITORED',
        },
      },
    );
    expect(refused).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });
});

describe('threat 51 · finding out by asking', () => {
  it('answers alike for a number that is registered out of reach and one that nobody has', async () => {
    const byNumber = 'query($n: String!) { householdByNumber(number: $n) { id } }';
    const byId = 'query($n: String!) { householdByIdNumber(idNumber: $n, purpose: "入户核查") { id } }';
    const known = '430121196503120018';
    for (const [query, there, never] of [
      [byNumber, HOUSEHOLD_NUMBER, '4301210010019999'],
      [byId, known, '110101199001010015'],
    ] as const) {
      const seen: unknown[] = [];
      for (const n of [there, never]) {
        app.product.forget();
        const answer = await ask([NEIGHBOUR], query, { n });
        seen.push({ answer, statements: [...app.product.statements] });
      }
      expect(seen[0]).toEqual(seen[1]);
    }
  });

  it('answers alike for every text that is no receipt', async () => {
    const seen = new Set<string>();
    for (const receipt of ['', 'x', 'HL-0000-0000-0000', HOUSEHOLD_NUMBER, '张德福']) {
      app.product.forget();
      const answer = await ask(null, 'query($r: String!) { progress(receipt: $r) { status } }', { r: receipt });
      seen.add(JSON.stringify([answer, app.product.statements]));
    }
    expect(seen.size).toBe(1);
  });
});

describe('threat 52 · names that deceive', () => {
  it.each(['张\u202e福德', '张\u2066三', '张\u0000三', '张\u001b[31m三'])(
    'refuses a name that turns or hides what is written: %j',
    async (name) => {
      const input = {
        region: PLACE.village,
        formerStatus: 'GENERAL',
        members: [{ name, sex: 'MALE', birthDate: '1968-03-15', relationship: 'HEAD', labour: 'ORDINARY' }],
      };
      const { userErrors } = await app.mutate(
        'village',
        'registerHousehold',
        input,
        'household { id } userErrors { code path message }',
      );
      expect(userErrors).toMatchObject([{ code: 'BAD_VALUE', path: expect.arrayContaining(['members', '0', 'name']) }]);
      expect(JSON.stringify(userErrors)).not.toContain(name);
    },
  );
});
