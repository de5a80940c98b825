import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assembleAccount } from '../../../src/features/account/account.room.js';
import { byRowId } from '../../../src/features/account/index.js';
import { AuditResolver } from '../../../src/features/audit/audit.resolver.js';
import { AuditService } from '../../../src/features/audit/audit.service.js';
import { toGlobalId } from '../../../src/platform/graphql/global-id.js';
import {
  type CallerOptions,
  COUNTY,
  county,
  type LeadRoom,
  NEXT_COUNTY,
  openLeadRoom,
  resident,
  STREET,
  submit,
  VILLAGE_A,
  VILLAGE_B,
  worker,
} from '../lead/a-lead-room.js';

let room: LeadRoom;
beforeAll(async () => {
  room = await openLeadRoom((parts) => {
    const audit = new AuditService(parts);
    const { resolvers } = assembleAccount(parts, {
      Household: async (ctx, at, ids, selection) => byRowId(await parts.households.find(ctx, at, ids, selection)),
      Lead: async (ctx, at, ids, selection) =>
        byRowId(await parts.reader.find(ctx, at, ids, selection, 'Query.household')),
      AuditEvent: async (ctx, at, ids) => byRowId(await audit.find(ctx, at, ids)),
    });
    return [new AuditResolver(audit), ...resolvers];
  });
});
afterAll(() => room.register.close());

describe('viewer', () => {
  const VIEWER =
    '{ viewer { subject department grants { role region { code name level } } household { id number leads { totalCount } } } }';

  it('says who the token speaks for, where, and whose household', async () => {
    const own = await room.aHousehold();
    await submit(room, resident(own.number), { channel: 'SELF_DECLARATION', householdId: own.globalId });
    const { data, errors } = await room.ask(resident(own.number), VIEWER);
    expect(errors).toEqual([]);
    expect(data.viewer).toEqual({
      subject: `resident-${own.number}`,
      department: null,
      grants: [{ role: 'RESIDENT', region: { code: COUNTY, name: '长沙县', level: 'COUNTY' } }],
      household: { id: own.globalId, number: own.number, leads: { totalCount: 1 } },
    });
  });

  it('shows no household to an office, nor to a resident whose number is unknown or lies outside the grant', async () => {
    const elsewhere = await room.aHousehold(NEXT_COUNTY);
    for (const caller of [
      county(),
      { ...county(), household: elsewhere.number },
      resident('unknown'),
      resident(elsewhere.number),
    ])
      expect((await room.ask(caller, '{ viewer { household { id } } }')).data.viewer.household).toBeNull();
  });

  it('shows the own household to a resident who is an officer elsewhere', async () => {
    const own = await room.aHousehold(VILLAGE_A);
    const both: CallerOptions = {
      grants: [
        ['COUNTY_OFFICER', '510104'],
        ['RESIDENT', COUNTY],
      ],
      household: own.number,
    };
    const { data } = await room.ask(both, '{ viewer { household { number } grants { region { code } } } }');
    expect(data.viewer).toEqual({
      household: { number: own.number },
      grants: [{ region: { code: '510104' } }, { region: { code: COUNTY } }],
    });
  });

  it('names the nearest region known for a grant whose village the edition has not', async () => {
    const { data } = await room.ask(worker('430121104999'), '{ viewer { grants { region { code } } } }');
    expect(data.viewer.grants).toEqual([{ region: { code: '430121104' } }]);
  });

  it("is nobody's without a token", async () => {
    expect((await room.ask(null, '{ viewer { subject } }')).errors).toMatchObject([{ code: 'UNAUTHENTICATED' }]);
  });
});

const NODE = `query ($id: ID!) { node(id: $id) { __typename id
  ... on Household { number leads { nodes { status } } } ... on Lead { status household { number } } ... on Region { name } ... on AuditEvent { action } } }`;
const NODES = `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Household { number } ... on Lead { status } ... on Region { name } } }`;
const NEVER = '018c1f2e-7b3a-7c4d-9e5f-0a1b2c3d4e5f';

describe('node', () => {
  it('reads an object of each type by its id, in one statement', async () => {
    const own = await room.aHousehold();
    const { lead } = await submit(room, worker(), { householdId: own.globalId });
    const node = async (id: string) => (await room.ask(worker(), NODE, { id })).data.node;
    expect(await node(own.globalId)).toEqual({
      __typename: 'Household',
      id: own.globalId,
      number: own.number,
      leads: { nodes: [{ status: 'OPEN' }] },
    });
    expect(room.register.statements()).toHaveLength(1);
    expect(await node(lead.id)).toEqual({
      __typename: 'Lead',
      id: lead.id,
      status: 'OPEN',
      household: { number: own.number },
    });
    const region = toGlobalId('Region', COUNTY, VILLAGE_A);
    expect(await node(region)).toEqual({ __typename: 'Region', id: region, name: '甲村' });
  });

  it('reads an audit event for an auditor, and is forbidden to the worker, known or not', async () => {
    const own = await room.aHousehold();
    await submit(room, worker(), { householdId: own.globalId });
    const auditor: CallerOptions = { grants: [['AUDITOR', COUNTY]] };
    const { data } = await room.ask(auditor, `{ auditEvents(subjectId: "${own.globalId}") { nodes { id } } }`);
    const [{ id }] = data.auditEvents.nodes;
    expect((await room.ask(auditor, NODE, { id })).data.node).toMatchObject({
      __typename: 'AuditEvent',
      id,
      action: 'submitLead',
    });
    for (const asked of [id, toGlobalId('AuditEvent', COUNTY, NEVER)]) {
      const { data: none, errors } = await room.ask(worker(), NODE, { id: asked });
      expect(none.node).toBeNull();
      expect(errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    }
  });

  it('answers null, without an error, for what is out of reach, never was, is of no type, malformed or forged', async () => {
    const [inCounty, elsewhere] = [await room.aHousehold(VILLAGE_B), await room.aHousehold(NEXT_COUNTY)];
    const ids = [
      inCounty.globalId,
      elsewhere.globalId,
      toGlobalId('Household', COUNTY, NEVER),
      toGlobalId('Lead', COUNTY, inCounty.id),
      toGlobalId('Query', COUNTY, NEVER),
      toGlobalId('Region', '430124', VILLAGE_A),
      toGlobalId('Region', COUNTY, '430121999'),
      '',
      'nonsense',
      `${elsewhere.globalId}=`,
      'x'.repeat(10_000),
    ];
    for (const id of ids) expect(await room.ask(worker(), NODE, { id })).toEqual({ data: { node: null }, errors: [] });
  });

  it('lets a resident read the own lead again', async () => {
    const own = await room.aHousehold();
    const { lead } = await submit(room, resident(own.number), {
      channel: 'SELF_DECLARATION',
      householdId: own.globalId,
    });
    const other = await room.aHousehold();
    expect((await room.ask(resident(own.number), NODE, { id: lead.id })).data.node).toMatchObject({ status: 'OPEN' });
    expect((await room.ask(resident(other.number), NODE, { id: lead.id })).data.node).toBeNull();
  });
});

describe('nodes', () => {
  it('keeps the order and the repeats of the ids, with null in the gaps, one statement a type', async () => {
    const [one, two] = [await room.aHousehold(), await room.aHousehold()];
    const { lead } = await submit(room, worker(), { householdId: one.globalId });
    const region = toGlobalId('Region', COUNTY, COUNTY);
    const ids = [
      two.globalId,
      'nonsense',
      lead.id,
      one.globalId,
      region,
      toGlobalId('Household', COUNTY, NEVER),
      two.globalId,
    ];
    const { data, errors } = await room.ask(worker(), NODES, { ids });
    expect(errors).toEqual([]);
    expect(
      data.nodes.map(
        (node: { number?: string; status?: string; name?: string } | null) =>
          node && (node.number ?? node.status ?? node.name),
      ),
    ).toEqual([two.number, null, 'OPEN', one.number, '长沙县', null, two.number]);
    expect(room.register.statements()).toHaveLength(2);
  });

  it('reads across counties for whoever reaches them', async () => {
    const places = [
      await room.aHousehold(VILLAGE_A),
      await room.aHousehold(NEXT_COUNTY),
      await room.aHousehold(STREET),
    ];
    const ids = places.map(({ globalId }) => globalId);
    const province = await room.ask(county('430000'), NODES, { ids });
    expect(province.data.nodes.map((node: { number: string } | null) => node?.number ?? null)).toEqual([
      places[0]!.number,
      places[1]!.number,
      null,
    ]);
  });

  it('puts FORBIDDEN in the place of what the caller may never read, and answers the rest', async () => {
    const own = await room.aHousehold();
    const ids = [toGlobalId('Region', COUNTY, COUNTY), own.globalId, own.globalId];
    const { data, errors } = await room.ask({ grants: [['ANALYST', '430000']] }, NODES, { ids });
    expect(data.nodes).toEqual([{ __typename: 'Region', id: ids[0], name: '长沙县' }, null, null]);
    expect(errors).toMatchObject([{ code: 'FORBIDDEN' }, { code: 'FORBIDDEN' }]);
  });

  it('takes 200 ids and refuses 201', async () => {
    const ids = (count: number) => Array.from({ length: count }, () => toGlobalId('Household', COUNTY, NEVER));
    expect((await room.ask(worker(), NODES, { ids: ids(200) })).data.nodes).toHaveLength(200);
    expect((await room.ask(worker(), NODES, { ids: ids(201) })).errors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
    expect((await room.ask(worker(), NODES, { ids: [] })).data.nodes).toEqual([]);
  });
});
