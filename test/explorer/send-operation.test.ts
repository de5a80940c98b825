import { afterEach, describe, expect, it, vi } from 'vitest';
import { operationSender } from '../../src/explorer/send-operation.js';

function answering(body: string, status = 200): { calls: RequestInit[] } {
  const calls: RequestInit[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    expect(url).toBe('/graphql');
    calls.push(init);
    return new Response(body, { status, statusText: status === 502 ? 'Bad Gateway' : '' });
  });
  return { calls };
}

const listeners = () => ({ onAnswer: vi.fn(), onUnauthenticated: vi.fn() });

describe('operationSender', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('sends the token in the Authorization header and the language in Accept-Language, and never a cookie', async () => {
    const { calls } = answering('{"data":{}}');
    await operationSender({ token: 'a.b.c', language: 'zh', ...listeners() })({ query: '{ viewer { subject } }' });
    expect(calls[0]?.headers).toMatchObject({ authorization: 'Bearer a.b.c', 'accept-language': 'zh-CN' });
    expect(calls[0]?.credentials).toBe('omit');
  });

  it('sends no Authorization header without a token', async () => {
    const { calls } = answering('{"data":{}}');
    await operationSender({ token: '', language: 'en', ...listeners() })({ query: '{ viewer { subject } }' });
    expect(calls[0]?.headers).not.toHaveProperty('authorization');
    expect(calls[0]?.headers).toMatchObject({ 'accept-language': 'en' });
  });

  it('tells of UNAUTHENTICATED and hands the answer on as it came, with HTTP 401 too', async () => {
    const answer = { errors: [{ message: 'no', extensions: { code: 'UNAUTHENTICATED' } }] };
    answering(JSON.stringify(answer), 401);
    const told = listeners();
    expect(await operationSender({ token: 'x', language: 'en', ...told })({ query: '{ a }' })).toEqual(answer);
    expect(told.onUnauthenticated).toHaveBeenCalledOnce();
  });

  it('notes no ids out of introspection', async () => {
    answering('{"data":{}}');
    const told = listeners();
    const send = operationSender({ token: '', language: 'en', ...told });
    await send({
      query: 'query IntrospectionQuery { __schema { types { name } } }',
      operationName: 'IntrospectionQuery',
    });
    expect(told.onAnswer).not.toHaveBeenCalled();
    await send({ query: '{ a }' });
    expect(told.onAnswer).toHaveBeenCalledOnce();
  });

  it('names the status where the answer is no JSON', async () => {
    answering('<html>upstream</html>', 502);
    const send = operationSender({ token: '', language: 'en', ...listeners() });
    await expect(send({ query: '{ a }' })).rejects.toThrow('HTTP 502 Bad Gateway: <html>upstream</html>');
  });
});
