import { parse } from 'csv-parse/sync';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '../../src/domain/jurisdiction/role.js';
import { WHOLE_REGISTER } from '../../src/platform/database/scope.js';
import { toGlobalId } from '../../src/platform/graphql/global-id.js';
import { chainId } from '../../src/features/audit/chain-id.js';
import { openDoor } from '../platform/http/small-door.js';
import { PLACE } from '../support/story.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const COUNTY: Grant = { role: 'COUNTY_OFFICER', region: PLACE.county };
const HOUSEHOLDS = `query ($where: HouseholdFilter, $first: Int) { households(where: $where, first: $first) { totalCount
  nodes { number formerStatus resettled size head { name } region { code name } } } }`;

let product: TestApp;
beforeAll(async () => {
  product = await startTestApp('2023-11-30', { DEMO: 'off' });
  const worker = await product.token([{ role: 'VILLAGE_WORKER', region: PLACE.village }]);
  const households = Array.from({ length: 450 }, (_, at) => ({
    region: PLACE.village,
    number: `EXPORT-${String(at).padStart(4, '0')}`,
    formerStatus: 'GENERAL',
    members: [
      {
        name: '张德福',
        relationship: 'HEAD',
        sex: 'MALE',
        birthDate: '1965-03-12',
        labour: 'WEAK',
        phone: '19900000001',
      },
    ],
  }));
  const query = `mutation ($input: ImportHouseholdsInput!) { importHouseholds(input: $input) { imported rowErrors { code message } } }`;
  const { data, errors } = await product.ask(worker, query, { input: { households } });
  expect({ errors, data }).toMatchObject({ errors: [], data: { importHouseholds: { rowErrors: [] } } });
}, 120_000);
afterAll(() => product?.stop());

interface Sent {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Over HTTP, through the front door. */
async function send(
  grants: readonly Grant[] | null,
  query: string,
  variables = {},
  accept = 'text/csv',
): Promise<Sent> {
  const door = await openDoor({ graphql: product.app.handler });
  const token = grants === null ? null : await product.token(grants, { subject: 'exporter' });
  const response = await fetch(`${door.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept, ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

interface Told {
  readonly action: string;
  readonly actor: string;
  readonly role: string;
  readonly region: string;
  readonly change: Record<string, unknown>;
}
const exportsTold = (): Promise<Told[]> =>
  product.app.ground.database.read(WHOLE_REGISTER, (tx) =>
    tx.rows<Told>(
      sql`SELECT action, actor, role, region_code AS region, change FROM audit_event WHERE subject_type = 'Exports' AND county_code = ${PLACE.county} ORDER BY sequence`,
    ),
  );

describe('households of a county as CSV', () => {
  it('are all of them, page by page, names masked, under the officer’s reach', async () => {
    const { status, headers, text } = await send([COUNTY], HOUSEHOLDS);
    expect({ status, type: headers.get('content-type'), total: headers.get('holdline-total-count') }).toEqual({
      status: 200,
      type: 'text/csv; charset=utf-8',
      total: '450',
    });
    const [names, ...rows] = parse(text) as string[][];
    expect(names!.join()).toBe('number,formerStatus,resettled,size,head.name,region.code,region.name');
    expect(rows).toHaveLength(450);
    expect(rows[449]).toEqual(['EXPORT-0449', 'GENERAL', 'false', '1', '张**', PLACE.village, rows[0]![6]]);
    expect(new Set(rows.map(([number]) => number)).size).toBe(450);
    const neighbour = await send([{ role: 'COUNTY_OFFICER', region: '430122' }], HOUSEHOLDS);
    expect(parse(neighbour.text)).toHaveLength(1);
  });

  it('are filtered and bounded as the query says', async () => {
    const { text } = await send([COUNTY], HOUSEHOLDS, { where: { formerStatus: ['FORMERLY_POOR'] } });
    expect(parse(text)).toHaveLength(1);
    expect(parse((await send([COUNTY], HOUSEHOLDS, { first: 7 })).text)).toHaveLength(8);
  });

  it('have Chinese names where they are asked for', async () => {
    const { text } = await send(
      [COUNTY],
      '{ households(first: 1) { nodes { number size head { name } } } }',
      {},
      'text/csv; labels=zh',
    );
    expect(text.split('\r\n')[0]).toMatch(/^户编号,.+,户主·姓名$/);
  });
});

describe('what may not be taken out', () => {
  it.each([
    [[{ role: 'ANALYST', region: '430000' }] as Grant[], 403, 'FORBIDDEN'],
    [null, 401, 'UNAUTHENTICATED'],
  ])('is refused to %j with %i and %s, as JSON', async (grants, status, code) => {
    const answer = await send(grants, HOUSEHOLDS);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toMatchObject({ errors: [{ extensions: { code } }] });
  });

  it('is a name with a purpose, and a single household', async () => {
    const named = await send([COUNTY], '{ households { nodes { head { name(purpose: "x") } } } }');
    const single = await send([COUNTY], '{ householdByNumber(number: "EXPORT-0001") { number } }');
    expect([named.status, single.status]).toEqual([406, 406]);
  });
});

describe('the trail of exports', () => {
  it('says who took what out, in which format, how many rows and how it ended; auditors of the region read it', async () => {
    const before = (await exportsTold()).length;
    await send([COUNTY], HOUSEHOLDS);
    await send([COUNTY], HOUSEHOLDS, { first: 7 });
    const common = { actor: 'exporter', role: 'COUNTY_OFFICER', region: PLACE.county };
    const change = { operation: 'households', format: 'csv', document: expect.stringMatching(/^[0-9a-f]{64}$/) };
    expect((await exportsTold()).slice(before)).toEqual([
      { ...common, action: 'beginExport', change },
      { ...common, action: 'exportList', change: { ...change, rows: 450, outcome: 'whole' } },
      { ...common, action: 'exportList', change: { ...change, rows: 7, outcome: 'whole' } },
    ]);
    const auditor = await product.token([{ role: 'AUDITOR', region: '430000' }]);
    const id = toGlobalId('Exports', PLACE.county, chainId('Exports', PLACE.county));
    const verify = `query ($id: ID!) { verifyAuditChain(subjectId: $id) { intact events } auditEvents(subjectId: $id) { totalCount } }`;
    const { data, errors } = await product.ask(auditor, verify, { id });
    expect(errors).toEqual([]);
    expect(data).toEqual({
      verifyAuditChain: { intact: true, events: before + 3 },
      auditEvents: { totalCount: before + 3 },
    });
  });

  it('is silent about what everybody may read without a token', async () => {
    const before = (await exportsTold()).length;
    const { status, text } = await send(null, '{ provinces { code } }');
    expect({ status, head: text.split('\r\n')[0] }).toEqual({ status: 200, head: 'code' });
    expect(await exportsTold()).toHaveLength(before);
  });
});
