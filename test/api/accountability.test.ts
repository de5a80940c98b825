import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '../../src/domain/jurisdiction/role.js';
import { chainId } from '../../src/features/audit/chain-id.js';
import { RefusalTrail, verifyRegister } from '../../src/features/audit/index.js';
import { WHOLE_REGISTER } from '../../src/platform/database/scope.js';
import { fromGlobalId, toGlobalId } from '../../src/platform/graphql/global-id.js';
import { PLACE } from '../support/story.js';
import { asOwner } from '../features/audit/as-owner.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const REGISTER = `mutation ($input: RegisterHouseholdInput!) { registerHousehold(input: $input) { household { id version members { id } } userErrors { code path } } }`;
const UPDATE = `mutation ($input: UpdateMemberInput!) { updateMember(input: $input) { household { version } userErrors { code path } } }`;
const MEMBERS = [
  {
    name: '张德福',
    relationship: 'HEAD',
    sex: 'MALE',
    birthDate: '1965-03-12',
    labour: 'WEAK',
    health: ['CRITICAL_ILLNESS'],
    phone: '19900000001',
  },
];

let product: TestApp;
let household: { id: string; version: number; members: { id: string }[] };
const worker: Grant = { role: 'VILLAGE_WORKER', region: PLACE.village };
const auditor: Grant = { role: 'AUDITOR', region: '430000' };
const as = (grant: Grant, subject: string = grant.role) => product.token([grant], { subject });

beforeAll(async () => {
  product = await startTestApp('2023-11-30', { DEMO: 'off' });
  const input = { region: PLACE.village, formerStatus: 'GENERAL', members: MEMBERS };
  const { data } = await product.ask(await as(worker), REGISTER, { input });
  household = data.registerHousehold.household;
});
afterAll(() => product?.stop());

interface Told {
  readonly action: string;
  readonly actor: string;
  readonly role: string;
  readonly region: string;
  readonly change: { acts?: { operation: string; code: string; objects: string[] }[]; requests?: number };
}
const refusals = (): Promise<Told[]> =>
  product.app.ground.database.read(WHOLE_REGISTER, (tx) =>
    tx.rows<Told>(
      sql`SELECT action, actor, role, region_code AS region, change FROM audit_event WHERE subject_type = 'Refusals' ORDER BY sequence`,
    ),
  );
const actsAfter = async (before: number) =>
  (await refusals()).slice(before).map(({ actor, change }) => [actor, change.acts]);

describe('threats rows 18, 21 and 45: a refusal for want of right', () => {
  it('is an event of its own where the role never may: who, in which role, where, what', async () => {
    const analyst: Grant = { role: 'ANALYST', region: '430000' };
    const { errors } = await product.ask(await as(analyst, 'curious'), '{ a4301219900: households { totalCount } }');
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const [event] = await refusals();
    expect(event).toEqual({
      action: 'refused',
      actor: 'curious',
      role: 'ANALYST',
      region: '430000',
      change: { acts: [{ operation: 'households', code: 'FORBIDDEN', objects: [] }] },
    });
  });

  it('is one where the step or the object is not the caller’s, alike for an object out of reach and for one that never was', async () => {
    const before = (await refusals()).length;
    const stranger = await as({ role: 'VILLAGE_WORKER', region: '510104001001' }, 'stranger');
    const never = toGlobalId('Household', fromGlobalId(household.id)!.county, '018c1f2e-7b3a-7c4d-9e5f-0a1b2c3d4e5f');
    for (const householdId of [household.id, never]) {
      const input = { householdId, expectedVersion: 1, resettled: true };
      const update = `mutation ($input: UpdateHouseholdInput!) { updateHousehold(input: $input) { userErrors { code } } }`;
      const { data } = await product.ask(stranger, update, { input });
      expect(data.updateHousehold.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    }
    expect(await actsAfter(before)).toEqual([
      ['stranger', [{ operation: 'updateHousehold', code: 'NOT_FOUND', objects: [household.id] }]],
      ['stranger', [{ operation: 'updateHousehold', code: 'NOT_FOUND', objects: [never] }]],
    ]);
  });

  it('is none where a rule or a version refuses, nor without a token', async () => {
    const before = (await refusals()).length;
    const input = { memberId: household.members[0]!.id, expectedVersion: 99, member: { phone: '19900000002' } };
    const { data } = await product.ask(await as(worker), UPDATE, { input });
    expect(data.updateMember.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    expect((await product.ask(null, '{ households { totalCount } }')).errors).toMatchObject([
      { extensions: { code: 'UNAUTHENTICATED' } },
    ]);
    expect(await refusals()).toHaveLength(before);
  });

  it('is read by auditors of the region in a chain that holds, and not by others', async () => {
    const EVENTS = `query ($id: ID) { auditEvents(subjectId: $id) { totalCount nodes { action subjectId } } }`;
    const id = toGlobalId('Refusals', '510104', chainId('Refusals', '510104'));
    expect((await product.ask(await as(auditor), EVENTS, { id })).data.auditEvents.totalCount).toBe(0);
    const sichuan = await as({ role: 'AUDITOR', region: '510000' });
    expect((await product.ask(sichuan, EVENTS, { id })).data.auditEvents.totalCount).toBe(2);
    const verify = `query ($id: ID!) { verifyAuditChain(subjectId: $id) { intact events } }`;
    expect((await product.ask(sichuan, verify, { id })).data.verifyAuditChain).toEqual({ intact: true, events: 2 });
    const all = await product.ask(await as(auditor), '{ auditEvents { nodes { action subjectId } } }');
    expect(all.data.auditEvents.nodes.map(({ action }: Told) => action)).toContain('refused');
  });

  it('cannot fill the store: 20 an hour of one subject are written, the rest is one event', async () => {
    const before = (await refusals()).length;
    const flood = await as({ role: 'ANALYST', region: '430121' }, 'flood');
    for (let n = 0; n < 33; n += 1) await product.ask(flood, '{ households { totalCount } }');
    expect(await refusals()).toHaveLength(before + 20);
    const told: unknown[] = [];
    const caller = (minutes: number, subject = 's') => ({
      principal: {
        subject,
        grants: [{ role: 'ANALYST' as const, region: '430121' }],
        department: null,
        household: null,
        tokenId: null,
      },
      requestId: 'r',
      today: '2023-11-30' as never,
      now: new Date(Date.UTC(2023, 10, 30, 0, minutes)),
    });
    const acts = [{ operation: 'households', code: 'FORBIDDEN', objects: [] }];
    const trail = new RefusalTrail(
      { database: product.app.ground.database, onFault: (error) => told.push(error) },
      { perSubject: 2, together: 3 },
    );
    for (let minute = 0; minute < 10; minute += 1) await trail.record(caller(minute), acts);
    for (let minute = 10; minute < 15; minute += 1) await trail.record(caller(minute, 't'), acts);
    expect(await refusals()).toHaveLength(before + 23);
    await trail.record(caller(59), acts);
    await trail.record(caller(60), acts);
    await trail.settleAll(new Date(), true);
    const last = (await refusals()).slice(before + 23);
    expect(last.map(({ action, change }) => [action, change.requests])).toEqual([
      ['refusedMore', 9],
      ['refused', undefined],
      ['refusedMore', 4],
    ]);
    expect(told).toEqual([]);
  });
});

describe('a change and its trail', () => {
  it('say what was before and after, personal data as keyed digests that tell the same from another', async () => {
    const member = household.members[0]!.id;
    const update = async (version: number, patch: object) => {
      const input = { memberId: member, expectedVersion: version, member: patch };
      const { data } = await product.ask(await as(worker), UPDATE, { input });
      expect(data.updateMember.userErrors).toEqual([]);
    };
    await update(1, { phone: '19900000002', labour: 'LOST' });
    await update(2, { phone: '19900000001', health: [] });
    const changes = await product.app.ground.database.read(WHOLE_REGISTER, (tx) =>
      tx.rows<{ change: { before: Record<string, string>; after: Record<string, string> } }>(
        sql`SELECT change FROM audit_event WHERE action = 'updateMember' ORDER BY sequence`,
      ),
    );
    const [first, second] = changes.map(({ change }) => change);
    expect(first).toMatchObject({ before: { labour: 'WEAK' }, after: { labour: 'LOST' } });
    expect(first!.before['phone']).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(second!.before['phone']).toBe(first!.after['phone']);
    expect(second!.after['phone']).toBe(first!.before['phone']);
    expect(Object.keys(second!.after).sort()).toEqual(['health', 'phone']);
    expect(JSON.stringify(changes)).not.toMatch(/1990000|CRITICAL_ILLNESS|张德福/);
  });

  it('stand or fall together (threat 46): what cannot be recorded is neither changed nor shown', async () => {
    const { database } = product.app.ground;
    const asOwner = (text: string) =>
      database.write(WHOLE_REGISTER, async (tx) => {
        await tx.text('RESET ROLE', []);
        await tx.text(text, []);
      });
    const READ = `query ($id: ID!) { household(id: $id) { version resettled head { name(purpose: "入户核实") } } }`;
    const token = await as(worker);
    const before = (await product.ask(token, READ, { id: household.id })).data.household;
    expect(before.head.name).toBe('张德福');
    await asOwner('REVOKE INSERT ON audit_event FROM holdline_app');
    try {
      const input = { householdId: household.id, expectedVersion: before.version, resettled: true };
      const update = `mutation ($input: UpdateHouseholdInput!) { updateHousehold(input: $input) { household { version } userErrors { code } } }`;
      expect((await product.ask(token, update, { input })).errors).toHaveLength(1);
      const read = await product.ask(token, READ, { id: household.id });
      expect(read.errors).toHaveLength(1);
      expect(JSON.stringify(read)).not.toContain('张德福');
      const plain = await product.ask(token, `query ($id: ID!) { household(id: $id) { version resettled } }`, {
        id: household.id,
      });
      expect(plain.data.household).toEqual({ version: before.version, resettled: false });
    } finally {
      await asOwner('GRANT INSERT ON audit_event TO holdline_app');
    }
  });

  it('shows the words of a purpose to auditors of the region, and its digest to all who read the trail', async () => {
    const EVENTS = `query ($id: ID) { auditEvents(subjectId: $id) { nodes { action purposes change } } }`;
    const ask = async (grant: Grant) => {
      const { data } = await product.ask(await as(grant), EVENTS, { id: household.id });
      return data.auditEvents.nodes.find(({ action }: Told) => action === 'readPersonalData');
    };
    expect(await ask(auditor)).toMatchObject({ purposes: ['入户核实'], change: { purposes: [expect.any(String)] } });
    expect(await ask({ role: 'NATIONAL_OFFICER', region: '000000' })).toMatchObject({ purposes: null });
  });
});

describe('the chain of a configuration', () => {
  it('has an event for each configuration that came to rule, and every chain of the register holds', async () => {
    const events = await product.app.ground.database.read(WHOLE_REGISTER, (tx) =>
      tx.rows<{ code: string; actor: string; change: object }>(
        sql`SELECT county_code AS code, actor, change FROM audit_event WHERE subject_type = 'Configuration' AND county_code = '430000'`,
      ),
    );
    const { data } = await product.ask(null, '{ province(code: "430000") { configVersion } }');
    expect(events).toEqual([
      { code: '430000', actor: 'system', change: { before: null, configVersion: data.province.configVersion } },
    ]);
    await product.app.reloadProvinces();
    const check = await verifyRegister({ engine: product.app.engine });
    expect(check.broken).toEqual([]);
    expect(check.chains).toBeGreaterThan(30);
  });
});

describe('the chains of campaigns, hazards, links, warnings and studies (threat 45)', () => {
  const county: Grant = { role: 'COUNTY_OFFICER', region: PLACE.county };
  const ERRORS = 'userErrors { code path message }';
  const mutate = async (name: string, input: object, fields = '') => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
    const document = `mutation ($input: ${type}) { ${name}(input: $input) { ${fields} ${ERRORS} } }`;
    const { data, errors } = await product.ask(await as(county), document, { input });
    expect(errors).toEqual([]);
    expect(data[name].userErrors).toEqual([]);
    return data[name];
  };
  const verify = async (id: string) => {
    const query = 'query ($id: ID!) { verifyAuditChain(subjectId: $id) { intact events firstBroken { sequence } } }';
    return (await product.ask(await as(auditor), query, { id })).data.verifyAuditChain;
  };
  const own = (kind: 'Campaigns' | 'Hazards' | 'Links') => toGlobalId(kind, PLACE.county, chainId(kind, PLACE.county));
  const chains = new Map<string, string>();

  beforeAll(async () => {
    const region = PLACE.county;
    for (const startsOn of ['2023-11-01', '2023-11-02'])
      await mutate('startInspectionCampaign', { region, year: 2023, startsOn, endsOn: '2023-12-31' });
    for (const kind of ['FLOOD_DROUGHT', 'FIRE']) {
      const hazard = {
        kind,
        severity: 'WARNING',
        regions: [PLACE.village],
        occurredOn: '2023-11-20',
        description: '沿河',
      };
      await mutate('reportHazard', hazard);
    }
    for (const department of ['CIVIL_AFFAIRS', 'MEDICAL_SECURITY'])
      await mutate('recordDepartmentLink', { region, department, since: '2023-01-01', realTime: false });
    const raised = { region, indicator: 'farm-price', severity: 'WARNING', raisedOn: '2023-11-01' };
    const { warning } = await mutate('raiseRegionalWarning', raised, 'warning { id }');
    await mutate('updateRegionalWarning', { warningId: warning.id, status: 'STUDIED', on: '2023-11-03', note: '研判' });
    const held = { region, heldOn: '2023-11-15', departments: ['AGRICULTURE'], conclusion: '关注' };
    const { study } = await mutate('recordRiskStudy', { ...held, warningIds: [warning.id] }, 'study { id }');
    for (const kind of ['Campaigns', 'Hazards', 'Links'] as const) chains.set(kind, own(kind));
    chains.set('RegionalWarning', warning.id).set('RiskStudy', study.id);
  });

  it.each([
    ['Campaigns', 2],
    ['Hazards', 2],
    ['Links', 2],
    ['RegionalWarning', 2],
    ['RiskStudy', 1],
  ])('%s: whole as it was written, and broken at the event that somebody edits', async (kind, events) => {
    const id = chains.get(kind)!;
    expect(await verify(id)).toEqual({ intact: true, events, firstBroken: null });
    const { id: subject } = fromGlobalId(id)!;
    const edit = (change: string) =>
      asOwner(product.app.ground.database, (tx) =>
        tx.rows(sql`UPDATE audit_event SET change = ${sql.raw(change)}
          WHERE county_code = ${PLACE.county} AND subject_id = ${subject}::uuid AND sequence = ${events}::int`),
      );
    await edit(`change || '{"forged": 1}'`);
    expect(await verify(id)).toEqual({ intact: false, events, firstBroken: { sequence: events } });
    await edit(`change - 'forged'`);
    expect((await verify(id)).intact).toBe(true);
  });
});
