import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLError,
  getArgumentValues,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { CloseCode, type Context, handleProtocols, makeServer, type SubscribePayload } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { ApiError } from '../errors/api-error.js';
import { REQUEST_POINTS } from '../graphql/query-cost.js';
import { DOCUMENT_LIMITS } from '../graphql/document-limits.js';
import { DocumentStore } from '../graphql/document-store.js';
import { operationExecutor } from '../graphql/execute-operation.js';
import type { GraphqlParts } from '../graphql/graphql-handler.js';
import { codeOf, toPublicError } from '../graphql/public-error.js';
import { QueryCost } from '../graphql/query-cost.js';
import type { RequestContext } from '../graphql/request-context.js';
import { preferredLanguage } from '../http/preferred-language.js';
import { Occupancy } from '../occupancy.js';
import { EventQueue } from './event-queue.js';
import type { LiveEvent, LiveSource } from './live-source.js';
import { type OpenSocket, serveSocket } from './serve-socket.js';
import { SOCKET_LIMITS, type SocketLimits } from './socket-limits.js';

/** 长连接 · Takes over sockets that ask for subscriptions. @article none — technical */
export interface LiveSockets {
  /** @param address  of whoever opened it, as the front door vouches for it */
  take(request: IncomingMessage, socket: Duplex, head: Buffer, address: string): void;
  /** Says goodbye to every client, which may come back to another process. */
  stop(): void;
}

/** 长连接所需 · What they stand on. */
export interface LiveSocketParts extends GraphqlParts {
  readonly source: LiveSource;
  readonly limits?: Partial<SocketLimits>;
}

type Socket = Context<Record<string, unknown>, OpenSocket>;

/** What a subscription is executed with for each of its events. */
interface Asked {
  readonly document: ExecutionArgs['document'];
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: RequestContext;
  /** What reading one event is paid with. */
  readonly points: number;
}

/** Closes as graphql-ws has them; clients of theirs come back after those that are no refusal. */
const TRY_AGAIN = 1013;
const GOING_AWAY = 1001;
const ENDING: ReadonlySet<string> = new Set(['UNAUTHENTICATED', 'FORBIDDEN']);

/**
 * 长连接 · Subscriptions by the protocol graphql-transport-ws: the token comes in `connection_init`, never in the address; each event is
 * read for each subscriber by itself, under the grants that the token has then; a token that has ended or was taken back ends
 * its socket; who reads too slowly is cut and may come again.
 *
 * @article none — technical
 */
export function createLiveSockets(parts: LiveSocketParts): LiveSockets {
  const limits: SocketLimits = { ...SOCKET_LIMITS, ...parts.limits };
  const store = new DocumentStore(parts.schema, DOCUMENT_LIMITS, !parts.production);
  const cost = new QueryCost(parts.schema);
  const execute = operationExecutor(parts);
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

  const admit = async (socket: Socket, payload: SubscribePayload): Promise<Asked> => {
    const context = await socket.extra.context();
    await parts.spend?.(context, REQUEST_POINTS);
    if (Object.keys(socket.subscriptions).length > limits.subscriptionsEach)
      throw new ApiError('RATE_LIMITED', `One socket has at most ${limits.subscriptionsEach} subscriptions.`);
    const known = store.read(payload.query);
    if (!('document' in known)) throw new Refused(known);
    const operation = getOperationAST(known.document, payload.operationName ?? null);
    if (operation?.operation !== 'subscription')
      throw new ApiError('BAD_REQUEST', 'Only subscriptions are asked over a socket; ask the rest by POST.');
    const variables = payload.variables ?? {};
    const points = cost.check(known, operation, variables);
    await parts.spend?.(context, points);
    return { document: known.document, operation, variables, context, points };
  };

  const listen = async (asked: Asked, extra: OpenSocket): Promise<EventQueue<LiveEvent>> => {
    const { name, args } = rootOf(parts, asked);
    const opened: { close(): void }[] = [];
    const queue = new EventQueue<LiveEvent>(limits.waiting, (overflown) => {
      for (const one of opened) one.close();
      if (overflown) extra.socket.close(TRY_AGAIN, 'Read faster');
    });
    opened.push(
      await parts.source.open(asked.context, name, args, (event) =>
        queue.push(`${event.county} ${event.id}`, { ...event }),
      ),
    );
    return queue;
  };

  /** Each event under a context of its own: the token is verified anew, and its grants are those of that moment. */
  async function* answers(asked: Asked, extra: OpenSocket, queue: EventQueue<LiveEvent>) {
    for await (const event of queue) {
      if (extra.socket.bufferedAmount > limits.unreadBytes) {
        extra.socket.close(TRY_AGAIN, 'Read faster');
        return;
      }
      let context: RequestContext;
      try {
        context = await extra.context();
        // Each event is read like a request, and is paid for like one.
        await parts.spend?.(context, asked.points);
      } catch (error) {
        end(extra.socket, error);
        return;
      }
      const { document, operation, variables } = asked;
      const { data, errors } = await execute({ document, operation, variables, context, root: event });
      if (event.gone) continue;
      yield { data, ...(errors.length > 0 && { errors }) };
      if (errors.some((error) => ENDING.has(codeOf(error)))) return;
    }
  }

  const end = (socket: WebSocket, error: unknown): void => {
    const bad = error instanceof ApiError && error.code === 'UNAUTHENTICATED';
    if (bad) socket.close(CloseCode.Forbidden, 'Forbidden');
    else socket.close(TRY_AGAIN, 'Try again');
  };

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
        end(extra.socket, error);
        return false;
      }
    },
    async onSubscribe(socket, _, payload) {
      try {
        const contextValue = await admit(socket as Socket, payload);
        const queue = await listen(contextValue, socket.extra);
        const { document, operation } = contextValue;
        return {
          schema: parts.schema,
          document,
          operationName: operation.name?.value,
          contextValue: { ...contextValue, extra: socket.extra, queue },
        };
      } catch (error) {
        if (error instanceof Refused) return [...error.errors];
        return [publicError(error)];
      }
    },
    subscribe(args) {
      const { extra, queue, ...asked } = args.contextValue as Asked & {
        extra: OpenSocket;
        queue: EventQueue<LiveEvent>;
      };
      const told = answers(asked, extra, queue);
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
    serveSocket(protocol, extra, limits, (error) => end(socket, error));
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

/** Why the schema refuses a document. */
class Refused extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super('refused');
  }
}

/** The one root field of a subscription, and its arguments. */
function rootOf({ schema }: GraphqlParts, { operation, variables }: Asked) {
  const [node] = operation.selectionSet.selections;
  const type = schema.getSubscriptionType();
  const field = node?.kind === Kind.FIELD ? type?.getFields()[node.name.value] : undefined;
  if (node?.kind !== Kind.FIELD || field === undefined)
    throw new ApiError('BAD_REQUEST', 'A subscription selects its one field by its name.');
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
    maxErrors: 1,
  });
  if (errors !== undefined) throw new ApiError('BAD_USER_INPUT', 'A variable cannot be read.');
  return { name: field.name, args: getArgumentValues(field, node, coerced) };
}
