import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toGlobalId } from '../../src/platform/graphql/global-id.js';
import type { GraphqlRequest } from '../../src/platform/graphql/graphql-handler.js';
import { openDoor } from '../platform/http/small-door.js';
import { PLACE } from '../support/story.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const FILE = 'mutation($input: FileObjectionInput!) { fileObjection(input: $input) { userErrors { code } } }';
/** An entry that never was: attempts that are refused count too. */
const INPUT = {
  entryId: toGlobalId('NoticeEntry', PLACE.county, '01890000-0000-7000-8000-000000000000'),
  filedOn: '2023-03-08',
  statement: '该户有商品房',
};

describe('objections without number', () => {
  let product: TestApp;
  const file = async (address: string, token: string | null = null) => {
    const { status, data, errors } = await product.ask(token, FILE, { input: INPUT }, 'en', address);
    return { status, code: errors[0]?.extensions.code ?? data.fileObjection.userErrors[0].code, errors };
  };

  beforeAll(async () => {
    product = await startTestApp('2023-03-08', { DEMO: 'off' });
  }, 120_000);
  afterAll(() => product?.stop());

  it('are taken ten times an hour from one address without a token, and the eleventh is told when to come again', async () => {
    for (let n = 0; n < 10; n += 1) expect(await file('203.0.113.1')).toMatchObject({ status: 200, code: 'NOT_FOUND' });
    const { status, code, errors } = await file('203.0.113.1');
    expect({ status, code }).toEqual({ status: 429, code: 'RATE_LIMITED' });
    const { retryAfterSeconds } = errors[0]!.extensions;
    expect(retryAfterSeconds).toBeGreaterThan(3_500);
    expect(retryAfterSeconds).toBeLessThanOrEqual(3_600);
    expect(await file('203.0.113.2')).toMatchObject({ status: 200, code: 'NOT_FOUND' });
  });

  it('are taken sixty times an hour of one token, from wherever it comes', async () => {
    const token = await product.token([{ role: 'TOWNSHIP_OFFICER', region: PLACE.township }], { subject: 'clerk' });
    for (let n = 0; n < 60; n += 1) expect((await file(`203.0.113.${100 + n}`, token)).code).toBe('NOT_FOUND');
    expect(await file('203.0.113.200', token)).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
    const fresh = await product.token([{ role: 'TOWNSHIP_OFFICER', region: PLACE.township }], { subject: 'clerk' });
    expect(await file('203.0.113.201', fresh)).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
  });

  it('are counted at the door by the connection, whatever X-Forwarded-For says, and by it only from a proxy of ours', async () => {
    const graphql = {
      answer: (request: GraphqlRequest) => product.app.handler.answer(request),
      stop: () => Promise.resolve(),
    };
    const open = await openDoor({ graphql });
    const behindProxy = await openDoor({ graphql, trustedProxies: ['loopback'] });
    const body = { query: FILE, variables: { input: INPUT } };
    for (let n = 0; n < 10; n += 1)
      expect((await open.ask(body, { 'x-forwarded-for': `198.51.100.${n}` })).status).toBe(200);
    const refused = await open.ask(body, { 'x-forwarded-for': '198.51.100.77' });
    expect(refused).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3_500);
    expect((await behindProxy.ask(body, { 'x-forwarded-for': '198.51.100.77' })).status).toBe(200);
    expect((await behindProxy.ask(body)).status).toBe(429);
  });
});
