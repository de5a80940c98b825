import { getTableColumns, getTableName } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '../../src/domain/jurisdiction/role.js';
import { date } from '../../src/domain/kernel/calendar-date.js';
import { verifyRegister } from '../../src/features/audit/index.js';
import { eraseDueRecords, exportHousehold, recordsDue } from '../../src/features/privacy/index.js';
import { Database } from '../../src/platform/database/database.js';
import { declaredTables } from '../../src/platform/database/table-kind.js';
import { fromGlobalId } from '../../src/platform/graphql/global-id.js';
import { HOUSEHOLD_NUMBER, PLACE, tellStory } from '../support/story.js';
import { type StoryApp, startStoryApp } from '../support/story-app.js';

const ID_NUMBER = '430121196503120018';
const COUNTY: Grant = { role: 'COUNTY_OFFICER', region: PLACE.county };

let app: StoryApp;
const seen: Record<string, string> = {};
const ask = async (query: string, variables: Record<string, unknown> = {}, grant: Grant = COUNTY) =>
  app.product.ask(await app.product.token([grant], { subject: 'county' }), query, variables);
const version = async () =>
  (await ask('query($id: ID!) { household(id: $id) { version } }', { id: app.story.household })).data.household.version;
const close = async (input: Record<string, unknown> = {}) =>
  app.mutate(
    'county',
    'closeHousehold',
    {
      householdId: app.story.household,
      reason: 'MOVED_AWAY',
      on: '2023-12-01',
      note: '迁出证明',
      ...input,
      expectedVersion: input['expectedVersion'] ?? (await version()),
    },
    'record { number reason closedOn keptUntil } userErrors { code path message article }',
  );
const chains = async () => (await verifyRegister({ engine: app.product.app.engine })).broken;
const act = (today: string) => ({
  operator: 'wang',
  when: { now: new Date(`${today}T02:00:00.000Z`), today: date(today), requestId: 'r' },
});

const LISTS: Record<string, string> = {
  households: '{ households { totalCount nodes { id } } }',
  'cases, closed ones too': '{ monitoringCases { totalCount nodes { id } } }',
  leads: '{ leads { totalCount nodes { id } } }',
  'alerts of departments': '{ departmentAlerts { totalCount nodes { id } } }',
  'the worklist': '{ worklist { totalCount } }',
};
const FINDS: Record<string, [string, (a: StoryApp) => Record<string, unknown>]> = {
  'its id': ['query($id: ID!) { found: household(id: $id) { id } }', ({ story }) => ({ id: story.household })],
  'its number': [`{ found: householdByNumber(number: "${HOUSEHOLD_NUMBER}") { id } }`, () => ({})],
  'an identity number': [
    `{ found: householdByIdNumber(idNumber: "${ID_NUMBER}", purpose: "查询") { id } }`,
    () => ({}),
  ],
  'the id of its case': [
    'query($id: ID!) { found: monitoringCase(id: $id) { id } }',
    ({ story }) => ({ id: story.case }),
  ],
  'node of the household': [
    'query($id: ID!) { found: node(id: $id) { id } }',
    ({ story }) => ({ id: story.household }),
  ],
  'node of a member': ['query($id: ID!) { found: node(id: $id) { id } }', () => ({ id: seen['member'] })],
  'node of a measure': ['query($id: ID!) { found: node(id: $id) { id } }', () => ({ id: seen['measure'] })],
};

const write = (statement: string): Promise<unknown[]> =>
  app.product.app.engine.transaction(['BEGIN'], true, (connection) =>
    connection.query(statement, [], 'object'),
  ) as Promise<unknown[]>;
const REFERENCE = '430121197001010011';
const DIGEST = 'digest-of-the-number-that-was-sent';
const CASE_NUMBER = 'NATIONAL-77';
const ALERT = '01890000-0000-7000-8000-0000000a1e47';
/** As a department sent it under a person's number, and as a case that was taken over from the national system. */
async function plantAlert(household: string): Promise<void> {
  const id = ALERT;
  const place = { table: 'department_alert', column: 'payload_sealed', rowId: id };
  const payload = app.product.app.ground.cipher.seal('{}', place);
  await write(`INSERT INTO department_alert (county_code, id, region_code, household_id, department, sender_region, reference, kind, grade,
    status, raised_on, received_at, received_on, payload_sealed, id_digest, household_number, audit_sequence, updated_at)
    VALUES ('${PLACE.county}', '${id}', '${PLACE.village}', '${household}', 'CIVIL_AFFAIRS', '${PLACE.county}', '${REFERENCE}', 'x', 'GENERAL',
    'DUPLICATE', '2023-10-01', '2023-10-01T00:00:00Z', '2023-10-01', '${payload}', '${DIGEST}', '${HOUSEHOLD_NUMBER}', 0, '2023-10-01T00:00:00Z')`);
  await write(`INSERT INTO alert_reference (reference_key, county_code, alert_id)
    VALUES ('${PLACE.county}/CIVIL_AFFAIRS/${REFERENCE}', '${PLACE.county}', '${id}')`);
  await write(`INSERT INTO alert_place (alert_id, county_code, sender_region, department)
    VALUES ('${id}', '${PLACE.county}', '${PLACE.county}', 'CIVIL_AFFAIRS')`);
  await write(`UPDATE monitoring_case SET number = '${CASE_NUMBER}' WHERE household_id = '${household}'`);
  await write(`INSERT INTO national_case_number (number, county_code, case_id)
    SELECT number, county_code, id FROM monitoring_case WHERE household_id = '${household}'`);
}

beforeAll(async () => {
  app = await startStoryApp();
  await tellStory(app.stage);
  app.story.household ||= '';
  await app.stage.today('2023-12-01');
  const { data } = await ask('{ households { nodes { id members { id } cases { id measures { nodes { id } } } } } }');
  const [own] = data.households.nodes;
  app.story.household = own.id;
  app.story.case = own.cases[0].id;
  await plantAlert(fromGlobalId(own.id)!.id);
  seen['member'] = own.members[0].id;
  seen['measure'] = own.cases[0].measures.nodes[0].id;
}, 180_000);
afterAll(() => app?.product.stop());

describe('threat 54 · the right to deletion against the time of keeping', () => {
  it('finds the household by each of the ways while its record is open', async () => {
    for (const [query, variables] of Object.values(FINDS))
      expect((await ask(query, variables(app))).data.found, query).not.toBeNull();
    for (const name of ['households', 'cases, closed ones too', 'leads', 'alerts of departments'])
      expect(Object.values<{ totalCount: number }>((await ask(LISTS[name]!)).data)[0]!.totalCount, name).toBe(1);
  });

  it('closes nothing on request within 120 months of the last record, and says from when', async () => {
    expect(await close({ reason: 'ON_REQUEST' })).toMatchObject({
      record: null,
      userErrors: [{ code: 'INVALID_STATE', path: ['input', 'reason'], article: '5.3' }],
    });
    expect(await close({ on: '2023-12-02' })).toMatchObject({ userErrors: [{ code: 'DATE_IN_FUTURE' }] });
    expect(await close({ note: '' })).toMatchObject({ userErrors: [{ code: 'BAD_VALUE', path: ['input', 'note'] }] });
  });

  it('is the county’s to do: a township officer is FORBIDDEN, a neighbour finds nothing', async () => {
    const query = `mutation($id: ID!) { closeHousehold(input: { householdId: $id, expectedVersion: 1, reason: DIED_OUT, on: "2023-12-01", note: "x" })
      { record { number } userErrors { code } } }`;
    const by = (grant: Grant) => ask(query, { id: app.story.household }, grant);
    expect(await by({ role: 'TOWNSHIP_OFFICER', region: PLACE.township })).toMatchObject({ status: 403 });
    expect((await by({ role: 'COUNTY_OFFICER', region: '430122' })).data.closeHousehold).toEqual({
      record: null,
      userErrors: [{ code: 'NOT_FOUND' }],
    });
  });

  it('closes a record of 1 December 2023 that is kept until the same day of 2033, once, and answers a retry alike', async () => {
    const input = { idempotencyKey: '01890000-0000-7000-8000-00000000c105', expectedVersion: await version() };
    const closed = await close(input);
    expect(closed).toEqual({
      record: { number: HOUSEHOLD_NUMBER, reason: 'MOVED_AWAY', closedOn: '2023-12-01', keptUntil: '2033-12-01' },
      userErrors: [],
    });
    expect(await close(input)).toEqual(closed);
    expect(await close({ expectedVersion: input.expectedVersion + 1 })).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND' }],
    });
  });

  it.each(Object.keys(FINDS))('finds it no more by %s', async (by) => {
    const [query, variables] = FINDS[by]!;
    const answer = await ask(query, variables(app));
    expect(answer).toMatchObject({ status: 200, data: { found: null }, errors: [] });
  });

  it.each(Object.keys(LISTS))('is in no list: %s', async (list) => {
    for (const grant of [COUNTY, { role: 'NATIONAL_OFFICER', region: '000000' } as const]) {
      if (list === 'the worklist' && grant !== COUNTY) continue;
      const { data, errors } = await ask(LISTS[list]!, {}, grant);
      expect(errors).toEqual([]);
      expect(Object.values<{ totalCount: number }>(data)[0]!.totalCount).toBe(0);
    }
  });

  it('lets the person be registered elsewhere without a review', async () => {
    const registered = await app.mutate(
      'village',
      'registerHousehold',
      {
        region: PLACE.village,
        formerStatus: 'GENERAL',
        members: [
          {
            name: '张德福',
            sex: 'MALE',
            relationship: 'HEAD',
            labour: 'ORDINARY',
            birthDate: '1965-03-12',
            idNumber: ID_NUMBER,
          },
        ],
      },
      'household { id } userErrors { code }',
    );
    expect(registered.userErrors).toEqual([]);
    const found = await ask(`{ householdByIdNumber(idNumber: "${ID_NUMBER}", purpose: "查询") { id } }`);
    expect(found.data.householdByIdNumber.id).toBe(registered.household.id);
    const reviews = await app.product.app.engine.transaction(['BEGIN READ ONLY'], false, (connection) =>
      connection.query('SELECT 1 FROM identity_review WHERE settled_on IS NULL', [], 'array'),
    );
    expect(reviews).toEqual([]);
  });

  it('keeps the audit trail: the auditor reads the chain to its closing, and it verifies', async () => {
    const auditor: Grant = { role: 'AUDITOR', region: PLACE.county };
    const { data } = await ask(
      'query($id: ID!) { auditEvents(subjectId: $id, first: 1) { nodes { action change } } verifyAuditChain(subjectId: $id) { intact } }',
      { id: app.story.household },
      auditor,
    );
    expect(data.auditEvents.nodes[0]).toMatchObject({ action: 'closeHousehold' });
    expect(JSON.stringify(data.auditEvents.nodes)).not.toContain('迁出证明');
    expect(data.verifyAuditChain).toEqual({ intact: true });
    expect(await chains()).toEqual([]);
  });

  it('still gives the person all that is kept, until 30 November 2033', async () => {
    const { cipher, blindIndex } = app.product.app.ground;
    const parts = { database: new Database(app.product.app.engine), cipher, blindIndex };
    const found = await exportHousehold(parts, { number: HOUSEHOLD_NUMBER, purpose: '本人申请', ...act('2033-11-30') });
    expect(JSON.stringify(found!.kept)).toContain('张德福');
    expect(await recordsDue({ engine: app.product.app.engine }, { today: date('2033-11-30') }, 10)).toEqual([]);
  });

  it('erases it from 1 December 2033 on: no name, number, phone or word opens, and every chain verifies', async () => {
    const { engine, ground } = { engine: app.product.app.engine, ground: app.product.app.ground };
    const parts = { engine, cipher: ground.cipher };
    expect(await eraseDueRecords(parts, act('2033-11-30'))).toBe(0);
    expect(await recordsDue({ engine }, { today: date('2033-12-01') }, 10)).toMatchObject([
      { number: HOUSEHOLD_NUMBER, reason: 'MOVED_AWAY' },
    ]);
    expect(await eraseDueRecords(parts, act('2033-12-01'))).toBe(1);
    expect(await eraseDueRecords(parts, act('2033-12-02'))).toBe(0);
    const left = (await engine.transaction(['BEGIN READ ONLY'], false, (connection) =>
      connection.query(
        `SELECT m.name_sealed, m.id, m.id_number_sealed, m.phone_sealed, m.birth_date, h.number, h.address_sealed, h.closing_note_sealed
         FROM member m JOIN household h ON h.id = m.household_id WHERE h.erased_on IS NOT NULL`,
        [],
        'object',
      ),
    )) as Record<string, string | null>[];
    expect(left.length).toBeGreaterThan(0);
    for (const { name_sealed: name, id, number, ...rest } of left) {
      expect(ground.cipher.open(name!, { table: 'member', column: 'name_sealed', rowId: id! })).toBe('');
      expect(number).toMatch(/^erased-/);
      expect(new Set(Object.values(rest))).toEqual(new Set([null]));
    }
    const kept = [HOUSEHOLD_NUMBER, CASE_NUMBER, REFERENCE, DIGEST, ID_NUMBER, '张德福'];
    for (const [table, kind] of declaredTables()) {
      const columns = Object.values(getTableColumns(table)).map(({ name }) => name);
      const own = columns.includes('household_id')
        ? 'WHERE household_id IN (SELECT id FROM household WHERE erased_on IS NOT NULL)'
        : '';
      const name = getTableName(table);
      if (name === 'audit_event' || (own === '' && kind !== 'DIRECTORY')) continue;
      const text = JSON.stringify(await write(`SELECT * FROM ${name} t ${own}`));
      for (const word of kept) expect(text.includes(word), `${word} in ${name}`).toBe(false);
    }
    expect(await write(`SELECT 1 FROM alert_place WHERE alert_id = '${ALERT}'`)).toEqual([]);
    const purposes = (await engine.transaction(['BEGIN READ ONLY'], false, (connection) =>
      connection.query(
        'SELECT 1 FROM audit_event e JOIN household h ON h.id = e.household_id WHERE h.erased_on IS NOT NULL AND e.purpose_sealed IS NOT NULL',
        [],
        'array',
      ),
    )) as unknown[];
    expect(purposes).toEqual([]);
    const parts2 = { database: new Database(engine), cipher: ground.cipher, blindIndex: ground.blindIndex };
    expect(
      await exportHousehold(parts2, { number: HOUSEHOLD_NUMBER, purpose: '本人申请', ...act('2033-12-02') }),
    ).toBeNull();
    expect(await chains()).toEqual([]);
  });
});
