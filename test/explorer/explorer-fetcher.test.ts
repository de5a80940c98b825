import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buildSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { explorerFetcher } from '../../src/explorer/explorer-fetcher.js';

const QUERY = 'subscription { ticks }';

describe('explorerFetcher', () => {
  let server: WebSocketServer;
  /** What this test's server was given, and how many subscriptions it has open. */
  let seen: { readonly given: unknown[]; open: number };

  beforeEach(async () => {
    // Of this test alone: what the one before left open may end later.
    const own = { given: [] as unknown[], open: 0 };
    seen = own;
    const schema = buildSchema('type Query { a: Int } type Subscription { ticks: Int }');
    schema.getSubscriptionType()!.getFields()['ticks']!.subscribe = () => {
      own.open += 1;
      let tick = 0;
      let end: (() => void) | undefined;
      const ended = new Promise<void>((resolve) => {
        end = resolve;
      });
      return {
        [Symbol.asyncIterator]() {
          return this;
        },
        // Two events, and then nothing more until it is given up.
        next: async () => {
          tick += 1;
          if (tick <= 2) return { done: false, value: { ticks: tick } };
          await ended;
          return { done: true, value: undefined };
        },
        return: async () => {
          own.open -= 1;
          end?.();
          return { done: true, value: undefined };
        },
      };
    };
    server = new WebSocketServer({ port: 0, path: '/graphql', host: '127.0.0.1' });
    useServer(
      {
        schema,
        onConnect: ({ connectionParams }) => {
          own.given.push(connectionParams);
          return connectionParams?.['Authorization'] === 'Bearer good';
        },
      },
      server,
    );
    await once(server, 'listening');
    vi.stubGlobal('WebSocket', WebSocket);
    vi.stubGlobal('location', { protocol: 'http:', host: `127.0.0.1:${(server.address() as AddressInfo).port}` });
  });
  afterEach(async () => {
    vi.unstubAllGlobals();
    for (const client of server.clients) client.terminate();
    server.close();
  });

  const fetcher = (token: string) => {
    const told = { onAnswer: vi.fn(), onUnauthenticated: vi.fn() };
    const send = explorerFetcher({ token, language: 'zh', ...told });
    const subscribe = (query = QUERY) => send({ query }) as AsyncIterableIterator<unknown>;
    return { ...told, send, subscribe };
  };

  it('subscribes over the socket with the token in connection_init, and notes each answer', async () => {
    const { subscribe, onAnswer } = fetcher('good');
    const events = subscribe();
    expect(await events.next()).toEqual({ done: false, value: { data: { ticks: 1 } } });
    expect(await events.next()).toEqual({ done: false, value: { data: { ticks: 2 } } });
    expect(seen.given).toEqual([{ Authorization: 'Bearer good' }]);
    expect(onAnswer.mock.calls).toEqual([[{ data: { ticks: 1 } }], [{ data: { ticks: 2 } }]]);
    await events.return?.();
  });

  it('gives a subscription up at once, though it waits for an event', async () => {
    const { subscribe } = fetcher('good');
    const events = subscribe();
    await events.next();
    await events.next();
    const waiting = events.next();
    expect(seen.open).toBe(1);
    await events.return?.();
    expect(await waiting).toMatchObject({ done: true });
    await vi.waitFor(() => expect(seen.open).toBe(0));
  });

  it.each(['', 'bad'])('tells that the token "%s" is none, with the code of the close', async (token) => {
    const { subscribe, onUnauthenticated } = fetcher(token);
    await expect(subscribe().next()).rejects.toThrow('The server closed the socket: 4403 Forbidden');
    expect(onUnauthenticated).toHaveBeenCalledOnce();
  });

  it('shows what the server has against a subscription as its answer', async () => {
    const { subscribe } = fetcher('good');
    const { value } = await subscribe('subscription { tocks }').next();
    expect(value).toMatchObject({ errors: [{ message: expect.stringContaining('tocks') }] });
  });

  it('sends by POST what is no subscription, and what cannot be read', async () => {
    const sent: string[] = [];
    vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
      sent.push((JSON.parse(String(init.body)) as { query: string }).query);
      return new Response('{"data":{}}');
    });
    const { send } = fetcher('good');
    for (const query of ['{ a }', `${QUERY} {`]) await send({ query });
    await send({ query: `query Own { a } ${QUERY.replace('{', 'Ticks {')}`, operationName: 'Own' });
    expect(sent).toHaveLength(3);
    expect(seen.given).toEqual([]);
  });
});
