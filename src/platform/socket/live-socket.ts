import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ExecutionResult, GraphQLError } from 'graphql';
import { type Context, handleProtocols, makeServer } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { toPublicError } from '../graphql/public-error.js';
import { REQUEST_POINTS } from '../graphql/query-cost.js';
import { preferredLanguage } from '../http/preferred-language.js';
import { Occupancy } from '../occupancy.js';
import type { EventQueue } from './event-queue.js';
import type { LiveEvent } from './live-source.js';
import { type OpenSocket, serveSocket } from './serve-socket.js';
import { SOCKET_LIMITS, type SocketLimits } from './socket-limits.js';
import {
  type Asked,
  endSocket,
  RefusedDocument,
  type SubscriptionParts,
  Subscriptions,
  TRY_AGAIN,
} from './subscriptions.js';

/** 长连接 · Takes over sockets that ask for subscriptions. @article none — technical */
export interface LiveSockets {
  /** @param address  of whoever opened it, as the front door vouches for it */
  take(request: IncomingMessage, socket: Duplex, head: Buffer, address: string): void;
  /** Says goodbye to every client, which may come back to another process. */
  stop(): void;
}

/** 长连接所需 · What they stand on. */
export interface LiveSocketParts extends SubscriptionParts {
  readonly limits?: Partial<SocketLimits>;
}

type Socket = Context<Record<string, unknown>, OpenSocket>;

/** Close as graphql-ws has it. */
const GOING_AWAY = 1001;

/**
 * 长连接 · Subscriptions by the protocol graphql-transport-ws: the token comes in `connection_init`, never in the address; each event is
 * read for each subscriber by itself, under the grants that the token has then; a token that has ended or was taken back ends
 * its socket; who reads too slowly is cut and may come again.
 *
 * @article none — technical
 */
export function createLiveSockets(parts: LiveSocketParts): LiveSockets {
  const limits: SocketLimits = { ...SOCKET_LIMITS, ...parts.limits };
  const subscriptions = new Subscriptions(parts, limits);
  const bySubject = new Occupancy();
  /** Sockets that have not said yet who they are, by address. */
  const nameless = new Occupancy();
  const doors = new WebSocketServer({
    noServer: true,
    maxPayload: limits.messageBytes,
    perMessageDeflate: false,
    clientTracking: true,
    handleProtocols: (offered) => handleProtocols(offered),
  });

  const publicError = (error: unknown): GraphQLError =>
    toPublicError(error, 'socket', (err) => parts.logger.error({ err }, 'a subscription failed'));

  const protocol = makeServer<Record<string, unknown>, OpenSocket>({
    connectionInitWaitTimeout: limits.initMs,
    async onConnect(socket) {
      const { extra, connectionParams } = socket as Socket & { connectionParams?: Record<string, unknown> };
      const given = connectionParams?.['Authorization'] ?? connectionParams?.['authorization'];
      if (typeof given !== 'string') return false;
      extra.authorization = given;
      try {
        const context = await extra.context();
        if (context.principal === null) return false;
        await parts.spend?.(context, REQUEST_POINTS);
        // Nobody would count a socket down that has closed meanwhile.
        if (extra.socket.readyState !== extra.socket.OPEN) return false;
        const { subject } = context.principal;
        if (bySubject.of(subject) >= limits.connectionsEach) {
          extra.socket.close(TRY_AGAIN, 'Too many sockets');
          return false;
        }
        bySubject.add(subject);
        nameless.takeAway(extra.address);
        extra.subject = subject;
        return true;
      } catch (error) {
        endSocket(extra.socket, error);
        return false;
      }
    },
    async onSubscribe(socket, _, payload) {
      try {
        const { extra, subscriptions: open } = socket as Socket;
        const contextValue = await subscriptions.admit(extra, Object.keys(open).length, payload);
        const queue = await subscriptions.listen(contextValue, extra);
        const { document, operation } = contextValue;
        return {
          schema: parts.schema,
          document,
          operationName: operation.name?.value,
          contextValue: { ...contextValue, extra, queue },
        };
      } catch (error) {
        if (error instanceof RefusedDocument) return [...error.errors];
        return [publicError(error)];
      }
    },
    subscribe(args) {
      const { extra, queue, ...asked } = args.contextValue as Asked & {
        extra: OpenSocket;
        queue: EventQueue<LiveEvent>;
      };
      const told = subscriptions.answers(asked, extra, queue);
      // A generator that waits for its next event would hear of its end only with it.
      return {
        [Symbol.asyncIterator]() {
          return this;
        },
        next: () => told.next(),
        return: async () => {
          await queue.return();
          return { done: true as const, value: undefined };
        },
        throw: async () => {
          await queue.return();
          return { done: true as const, value: undefined };
        },
      } as unknown as AsyncGenerator<ExecutionResult<Record<string, unknown>, Record<string, unknown>>>;
    },
    onClose({ extra }) {
      if (extra.subject !== null) bySubject.takeAway(extra.subject);
      else nameless.takeAway(extra.address);
      extra.subject = null;
    },
  });

  doors.on('connection', (socket: WebSocket, _: IncomingMessage, address: string, language: string | undefined) => {
    const extra: OpenSocket = {
      socket,
      address,
      language,
      authorization: undefined,
      subject: null,
      context: () =>
        parts.contextFor({
          authorization: extra.authorization,
          language: preferredLanguage(language),
          requestId: randomUUID(),
          address,
        }),
    };
    nameless.add(address);
    serveSocket(protocol, extra, limits, (error) => endSocket(socket, error));
  });

  return {
    take(request, socket, head, address) {
      if (doors.clients.size >= limits.connections) return refuseUpgrade(socket, 503, 'Service Unavailable');
      if (nameless.of(address) >= limits.namelessEach) return refuseUpgrade(socket, 429, 'Too Many Requests');
      const language = request.headers['accept-language'];
      doors.handleUpgrade(request, socket, head, (opened) =>
        doors.emit('connection', opened, request, address, language),
      );
    },
    stop() {
      for (const socket of doors.clients) socket.close(GOING_AWAY, 'The server stops; come again');
      setTimeout(() => {
        for (const socket of doors.clients) socket.terminate();
      }, 500).unref();
      doors.close();
    },
  };
}

/** 拒绝升级 · Answers whoever asked for a socket and gets none, and closes. @article none — technical */
export function refuseUpgrade(socket: Duplex, status: number, reason: string): void {
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
