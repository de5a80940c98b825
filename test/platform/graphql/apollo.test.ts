import { serverAudits } from 'graphql-http';
import { describe, expect, it } from 'vitest';
import type { GraphqlAnswer } from '../../../src/platform/graphql/graphql-handler.js';
import { openDoor } from '../http/small-door.js';
import { type Journal, smallHandler, TOKEN } from '../http/small-graph.js';

interface Told {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: { message: string; path?: unknown[]; locations?: unknown[]; extensions: Record<string, unknown> }[];
}

async function aHandler() {
  const journal: Journal = { ran: [], logged: [] };
  const handler = await smallHandler(journal);
  const ask = async (
    body: Record<string, unknown>,
    more: Record<string, string> = {},
  ): Promise<GraphqlAnswer & { told: Told }> => {
    const answer = await handler.answer({
      body,
      accept: undefined,
      authorization: undefined,
      language: 'zh',
      requestId: 'r-1',
      ...more,
    });
    return { ...answer, told: JSON.parse(answer.body) as Told };
  };
  return { ask, handler, ...journal };
}

describe('what is answered', () => {
  it('is data, the same on the first, the second and the third call', async () => {
    const { ask } = await aHandler();
    for (let use = 1; use <= 3; use += 1) {
      const { status, contentType, told } = await ask({
        query: 'query Q($of: Kind!) { ping kind(of: $of) }',
        variables: { of: 'LEAD' },
      });
      expect({ status, contentType, told }).toEqual({
        status: 200,
        contentType: 'application/json; charset=utf-8',
        told: { data: { ping: 'pong', kind: 'LEAD' } },
      });
    }
  });

  it('is the operation that is named', async () => {
    const { ask } = await aHandler();
    const query = 'query A { ping } query B { kind(of: LEAD) }';
    expect((await ask({ query, operationName: 'B' })).told.data).toEqual({ kind: 'LEAD' });
    for (const operationName of [undefined, null, 'C'])
      expect(await ask({ query, operationName })).toMatchObject({
        status: 400,
        told: { errors: [{ extensions: { code: 'BAD_REQUEST' } }] },
      });
  });

  it.each([
    ['application/graphql-response+json', 'application/graphql-response+json; charset=utf-8'],
    ['application/graphql-response+json, application/json;q=0.9', 'application/graphql-response+json; charset=utf-8'],
    ['application/graphql-response+json;q=0.5, application/json', 'application/json; charset=utf-8'],
    ['text/html, application/*;q=0.8', 'application/json; charset=utf-8'],
    ['*/*', 'application/json; charset=utf-8'],
  ])('is, where %s is accepted, %s', async (accept, contentType) => {
    const { ask } = await aHandler();
    expect((await ask({ query: '{ ping }' }, { accept })).contentType).toBe(contentType);
  });

  it.each(['text/html', 'application/json;q=0', 'multipart/mixed'])(
    'is 406 where only %s is accepted, and nothing runs',
    async (accept) => {
      const { ask, ran } = await aHandler();
      expect(await ask({ query: '{ ping }' }, { accept })).toMatchObject({
        status: 406,
        told: { errors: [{ extensions: { code: 'BAD_REQUEST' } }] },
      });
      expect(ran).toEqual([]);
    },
  );
});

describe('what is refused', () => {
  it.each([
    ['unavailable', 503, { code: 'SERVICE_UNAVAILABLE', retryAfterSeconds: 2 }, 2],
    ['limited', 429, { code: 'RATE_LIMITED', retryAfterSeconds: 7 }, 7],
    ['unauthenticated', 401, { code: 'UNAUTHENTICATED' }, undefined],
    ['forbidden', 403, { code: 'FORBIDDEN' }, undefined],
    ['cursor', 400, { code: 'INVALID_CURSOR' }, undefined],
    ['bug', 500, { code: 'INTERNAL_SERVER_ERROR', requestId: 'r-1' }, undefined],
  ])('%s is %i, on every call', async (how, status, extensions, retryAfterSeconds) => {
    const { ask } = await aHandler();
    for (let use = 1; use <= 3; use += 1) {
      const answer = await ask({ query: `{ fail(how: "${how}") }` });
      expect(answer).toMatchObject({
        status,
        told: { data: { fail: null }, errors: [{ path: ['fail'], extensions }] },
      });
      expect(answer.retryAfterSeconds).toBe(retryAfterSeconds);
      expect(answer.told.errors?.[0]?.locations).toEqual([{ line: 1, column: 3 }]);
    }
  });

  it.each([
    ['forbidden', 200],
    ['bug', 200],
    ['unavailable', 503],
    ['limited', 429],
  ])('in part: %s beside an answer is %i', async (how, status) => {
    const { ask } = await aHandler();
    const answer = await ask({ query: `{ ping fail(how: "${how}") }` });
    expect(answer).toMatchObject({ status, told: { data: { ping: 'pong', fail: null } } });
  });

  it('for a fault of ours, is told without a word of it, and logged with the request', async () => {
    const { ask, logged } = await aHandler();
    const { body } = await ask({ query: 'query Broken { fail(how: "bug") }' });
    expect(body).not.toMatch(/duplicate|张三|4301/);
    expect(logged).toEqual([
      { requestId: 'r-1', operationName: 'Broken', path: 'fail', err: expect.any(Error) as Error },
    ]);
  });

  it('for a bad token, is 401 before the document is looked at', async () => {
    const { ask, ran } = await aHandler();
    for (const query of ['{ ping }', '{ nonsense', '{ __schema { queryType { name } } }'])
      expect(await ask({ query }, { authorization: 'Bearer forged' })).toMatchObject({
        status: 401,
        told: { errors: [{ message: 'The token is not good.', extensions: { code: 'UNAUTHENTICATED' } }] },
      });
    expect(ran).toEqual([]);
    expect((await ask({ query: '{ ping }' }, { authorization: `Bearer ${TOKEN}` })).status).toBe(200);
  });

  it('for a value that its scalar cannot read, is BAD_USER_INPUT with the path into the arguments', async () => {
    const { ask, ran } = await aHandler();
    const input = { items: [{ birthDate: '2023-11-30' }, { birthDate: '30.11.2023', size: 'large' }] };
    for (let use = 1; use <= 2; use += 1) {
      const byVariable = await ask({
        query: 'mutation ($i: WriteInput) { write(text: "x", input: $i) }',
        variables: { i: input },
      });
      expect(byVariable.status).toBe(400);
      expect(byVariable.told.data).toBeUndefined();
      expect(byVariable.told.errors?.map((error) => error.extensions)).toEqual([
        { code: 'BAD_USER_INPUT', path: ['i', 'items', '1', 'birthDate'] },
        { code: 'BAD_USER_INPUT', path: ['i', 'items', '1', 'size'] },
      ]);
      const byLiteral = await ask({
        query: 'mutation { write(text: "x", input: {items: [{size: 1}, {size: "large", birthDate: [1]}]}) }',
      });
      expect(byLiteral.status).toBe(400);
      expect(byLiteral.told.errors?.map((error) => error.extensions)).toEqual([
        { code: 'BAD_USER_INPUT', path: ['input', 'items', '1', 'size'] },
        { code: 'BAD_USER_INPUT', path: ['input', 'items', '1', 'birthDate'] },
      ]);
    }
    expect(ran).toEqual([]);
  });

  it('for a field that the schema has not, or a variable left out, is 400', async () => {
    const { ask } = await aHandler();
    expect(await ask({ query: '{ pong }' })).toMatchObject({
      status: 400,
      told: { errors: [{ extensions: { code: 'BAD_REQUEST' } }] },
    });
    expect(await ask({ query: 'query ($of: Kind!) { kind(of: $of) }' })).toMatchObject({
      status: 400,
      told: { errors: [{ extensions: { code: 'BAD_USER_INPUT', path: ['of'] } }] },
    });
    expect(await ask({ query: 'mutation { write(text: "x", status: "MONITORED") }' })).toMatchObject({ status: 400 });
  });

  it('never repeats a long value of the caller', async () => {
    const { ask } = await aHandler();
    const { body } = await ask({
      query: 'query ($of: Kind!) { kind(of: $of) }',
      variables: { of: 'X'.repeat(100_000) },
    });
    expect(body.length).toBeLessThan(1_000);
  });
});

describe('GraphQL over HTTP, as the audits of graphql-http check it', () => {
  it('is kept in every MUST', async () => {
    const graphql = await smallHandler({ ran: [], logged: [] }, { introspectionFor: () => true });
    const door = await openDoor({ graphql });
    const audits = serverAudits({ url: () => `${door.url}/graphql`, fetchFn: fetch });
    expect(audits.length).toBeGreaterThan(50);
    const failed: string[] = [];
    for (const audit of audits) {
      const result = await audit.fn();
      if (result.status === 'error') failed.push(`${audit.id} ${audit.name}: ${result.reason}`);
    }
    expect(failed).toEqual([]);
  });
});
