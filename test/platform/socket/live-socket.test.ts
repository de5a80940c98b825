import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { createClient } from 'graphql-ws';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { ApiError } from '../../../src/platform/errors/api-error.js';
import type { RequestContext } from '../../../src/platform/graphql/request-context.js';
import { createLiveSockets, type LiveSockets } from '../../../src/platform/socket/live-socket.js';
import type { LiveEvent, LiveSource } from '../../../src/platform/socket/live-source.js';
import type { SocketLimits } from '../../../src/platform/socket/socket-limits.js';

const QUIET = { error: () => undefined, info: () => undefined, warn: () => undefined, debug: () => undefined };

function smallSchema(): GraphQLSchema {
  const schema = buildSchema('type Query { a: Int } type Subscription { changed: String }');
  schema.getSubscriptionType()!.getFields()['changed']!.resolve = (event: LiveEvent) => {
    if (event.id === 'secret') event.gone = true;
    return event.id;
  };
  return schema;
}

/** A server of sockets alone, whose tokens are good until `denied`. */
class Stage implements LiveSource {
  readonly denied = new Set<string>();
  readonly open_: ((event: LiveEvent) => void)[] = [];
  closed = 0;
  private readonly server: Server = createServer();
  private readonly sockets: LiveSockets;

  constructor(limits: Partial<SocketLimits> = {}) {
    this.sockets = createLiveSockets({
      schema: smallSchema(),
      source: this,
      production: false,
      logger: QUIET,
      introspectionFor: () => true,
      limits: { verifyMs: 50, ...limits },
      contextFor: ({ authorization, language, requestId }) => {
        const subject = authorization ?? '';
        if (!subject.startsWith('Bearer ') || this.denied.has(subject))
          return Promise.reject(new ApiError('UNAUTHENTICATED', 'Sign in.'));
        const principal = { subject, grants: [], department: null, household: null, tokenId: null };
        const context: RequestContext = {
          principal,
          language,
          requestId,
          today: date('2023-11-30'),
          now: new Date(),
          loaders: new Map(),
        };
        return Promise.resolve(context);
      },
    });
    this.server.on('upgrade', (request, socket, head) => this.sockets.take(request, socket, head, '192.0.2.1'));
  }

  open(_context: RequestContext, _field: string, _args: object, deliver: (event: LiveEvent) => void) {
    this.open_.push(deliver);
    return Promise.resolve({
      close: () => {
        this.closed += 1;
      },
    });
  }

  stop(): Promise<void> {
    this.sockets.stop();
    this.server.close();
    return Promise.resolve();
  }

  async begin(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `ws://127.0.0.1:${(this.server.address() as AddressInfo).port}/graphql`;
  }
}

describe('sockets of subscriptions', () => {
  const stages: Stage[] = [];
  afterEach(async () => {
    for (const stage of stages.splice(0)) await stage.stop();
  });
  const begin = async (limits: Partial<SocketLimits> = {}) => {
    const stage = new Stage(limits);
    stages.push(stage);
    const url = await stage.begin();
    const hear = (token: string) => {
      const told: unknown[] = [];
      const codes: number[] = [];
      const client = createClient({
        url,
        webSocketImpl: WebSocket,
        retryAttempts: 0,
        lazyCloseTimeout: 0,
        connectionParams: { Authorization: `Bearer ${token}` },
        on: { closed: (event) => codes.push((event as { code: number }).code) },
      });
      const done = new Promise<unknown>((resolve) => {
        client.subscribe(
          { query: 'subscription { changed }' },
          { next: ({ data }) => told.push(data?.['changed']), error: resolve, complete: () => resolve('complete') },
        );
      });
      return { client, told, codes, done };
    };
    return { stage, url, hear };
  };
  const until = async (condition: () => boolean): Promise<void> => {
    for (const end = Date.now() + 5_000; !condition(); ) {
      if (Date.now() > end) throw new Error('it did not come to pass');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };

  it('sends each event once, and nothing of what the subscriber may not see', async () => {
    const { stage, hear } = await begin();
    const heard = hear('a');
    await until(() => stage.open_.length === 1);
    for (const id of ['one', 'secret', 'two']) stage.open_[0]!({ county: '430121', id });
    await until(() => heard.told.length === 2);
    expect(heard.told).toEqual(['one', 'two']);
    await heard.client.dispose();
    await until(() => stage.closed === 1);
  });

  it('closes with 4403 once a token has ended or was taken back, though nothing happens', async () => {
    const { stage, hear } = await begin();
    const heard = hear('a');
    await until(() => stage.open_.length === 1);
    stage.denied.add('Bearer a');
    await heard.done;
    await until(() => stage.closed === 1);
    expect(heard.codes).toEqual([4403]);
  });

  it('sends nothing more to a token that was taken back a moment before the event', async () => {
    const { stage, hear } = await begin({ verifyMs: 60_000 });
    const heard = hear('a');
    await until(() => stage.open_.length === 1);
    stage.denied.add('Bearer a');
    stage.open_[0]!({ county: '430121', id: 'one' });
    await heard.done;
    expect([heard.told, heard.codes]).toEqual([[], [4403]]);
  });

  it('lets a subject have 2 sockets and no third, and another subject its own', async () => {
    const { stage, hear } = await begin({ connectionsEach: 2 });
    const [, , third, other] = ['a', 'a', 'a', 'b'].map((token) => hear(token));
    await third!.done;
    await until(() => stage.open_.length === 3);
    expect([third!.codes, other!.codes]).toEqual([[1013], []]);
  });

  it('cuts who does not say who it is, and who writes nonsense', async () => {
    const { url } = await begin({ initMs: 50 });
    const codeOf = (said?: string) =>
      new Promise<number>((resolve) => {
        const socket = new WebSocket(url, 'graphql-transport-ws');
        if (said !== undefined) socket.on('open', () => socket.send(said));
        socket.on('close', resolve);
      });
    expect([await codeOf(), await codeOf('nonsense'), await codeOf('x'.repeat(70_000))]).toEqual([4408, 4400, 1009]);
  });

  it('ends a subscription for which more waits than it may', async () => {
    const { stage, hear } = await begin({ waiting: 2 });
    const heard = hear('a');
    await until(() => stage.open_.length === 1);
    for (let n = 0; n < 20; n += 1) stage.open_[0]!({ county: '430121', id: `event ${n}` });
    await heard.done;
    expect(heard.codes).toEqual([1013]);
  });
});
