import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { ChartPictures } from '../chart/chart-pictures.js';
import type { GraphqlHandler } from '../graphql/graphql-handler.js';
import type { Logger } from '../logging/logger.js';
import { type LiveSockets, refuseUpgrade } from '../socket/live-socket.js';
import { refusalAnswer } from './answer.js';
import { answerBrokenRequest } from './broken-request.js';
import { addressReader } from './client-address.js';
import { cameTooLate, type Exchange, send } from './exchange.js';
import { faultOfHead } from './fault-of-head.js';
import { FRONT_DOOR_LIMITS, type FrontDoorLimits } from './front-door-limits.js';
import { createReadiness, type Health } from './readiness.js';
import { routeOf } from './routes.js';
import type { StaticFiles } from './static-files.js';
import { stopServer } from './stop-server.js';

/** 入口部件 · What the front door opens onto. @article none — technical */
export interface FrontDoorParts {
  readonly graphql: GraphqlHandler;
  readonly health: Health;
  /** Pictures of what queries answer; absent where none are drawn. */
  readonly charts?: ChartPictures;
  /** The built explorer; null where it is switched off. */
  readonly explorer: StaticFiles | null;
  readonly logger: Pick<Logger, 'error' | 'info' | 'warn'>;
  /** Takes over sockets of subscriptions; none unless given. */
  readonly sockets?: Pick<LiveSockets, 'take' | 'stop'>;
  /** Our own proxies, whose X-Forwarded-For is believed; none unless given. */
  readonly trustedProxies?: readonly string[];
  /** Where they differ from `FRONT_DOOR_LIMITS`. */
  readonly limits?: Partial<FrontDoorLimits>;
}

/** 入口 · The HTTP server, not yet listening. @article none — technical */
export interface FrontDoor {
  readonly server: Server;
  /** @returns once the last connection is closed, at the latest after the deadline */
  stop(deadlineMs: number): Promise<void>;
}

/**
 * 入口 · The HTTP server itself, on `node:http`: what is malformed, too large, too slow or not for us is answered here, and
 * GraphQL's handler sees whole JSON objects only.
 *
 * @article none — technical
 */
export function createFrontDoor(parts: FrontDoorParts): FrontDoor {
  const limits: FrontDoorLimits = { ...FRONT_DOOR_LIMITS, ...parts.limits };
  const addressOf = addressReader(parts.trustedProxies ?? []);
  const underWay = new Set<ServerResponse>();
  const state = { stopping: false, closeAfterAnswer: false, lastRequestAt: 0 };
  const readiness = createReadiness(parts.health);
  const ready = async (): Promise<boolean> => !state.stopping && (await readiness());
  const detail = (): Readonly<Record<string, unknown>> => parts.health.detail?.() ?? {};
  const { graphql, charts, explorer } = parts;
  const services = { graphql, charts, explorer, ready, detail };

  const ofSocket = (socket: unknown): ServerResponse[] =>
    [...underWay].filter((response) => response.req.socket === socket);

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (cameTooLate(request)) return;
    state.lastRequestAt = performance.now();
    underWay.add(response);
    response.once('close', () => underWay.delete(response));
    const requestId = randomUUID();
    const isLast = (): boolean => state.closeAfterAnswer;
    const exchange: Exchange = { request, response, requestId, address: addressOf(request), limits, isLast };
    const fault = faultOfHead(request);
    if (fault !== null) return send(exchange, refusalAnswer(400, fault, { connection: 'close' }));
    try {
      const answer = await routeOf(exchange)(exchange, services);
      if (answer !== null) send(exchange, answer);
    } catch (err) {
      parts.logger.error({ requestId, err }, 'a request could not be answered');
      send(exchange, refusalAnswer(500, 'Internal server error', {}, 'INTERNAL_SERVER_ERROR'));
    }
  };

  const server = createStrictServer(limits);
  server.on('request', (request, response) => void serve(request, response));
  server.on('checkContinue', (request, response) => void serve(request, response));
  server.on('checkExpectation', (request, response) => void serve(request, response));
  // A response that waits behind another one on its connection hears nothing of the connection's end.
  server.on('connection', (socket) =>
    socket.once('close', () => {
      for (const response of ofSocket(socket)) underWay.delete(response);
    }),
  );
  const { sockets } = parts;
  if (sockets !== undefined)
    server.on('upgrade', (request, socket, head) => {
      socket.on('error', () => socket.destroy());
      const path = (request.url ?? '/').split('?', 1)[0];
      const isSocket = request.headers.upgrade?.toLowerCase() === 'websocket' && request.method === 'GET';
      if (!isSocket || faultOfHead(request) !== null) return refuseUpgrade(socket, 400, 'Bad Request');
      if (path !== '/graphql') return refuseUpgrade(socket, 404, 'Not Found');
      if (state.stopping) return refuseUpgrade(socket, 503, 'Service Unavailable');
      sockets.take(request, socket, head, addressOf(request));
    });
  server.on('clientError', (error, socket) => {
    answerBrokenRequest(error, socket as Socket, ofSocket(socket), limits);
  });

  return {
    server,
    async stop(deadlineMs) {
      state.stopping = true;
      sockets?.stop();
      const draining = {
        server,
        underWay: () => underWay.size,
        lastRequestAt: () => state.lastRequestAt,
        closeAfterAnswer: () => {
          state.closeAfterAnswer = true;
        },
      };
      const cut = await stopServer(draining, deadlineMs);
      if (cut > 0) parts.logger.warn({ count: cut }, 'requests were cut at the deadline');
    },
  };
}

function createStrictServer(limits: FrontDoorLimits): Server {
  return createServer({
    insecureHTTPParser: false,
    // Looked at by ourselves, with an answer like any other.
    requireHostHeader: false,
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.idleMs,
    connectionsCheckingInterval: limits.checkMs,
  });
}
