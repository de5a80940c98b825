import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from './answer.js';
import type { FrontDoorLimits } from './front-door-limits.js';

/** 一次往来 · One request and the answer to it. @article none — technical */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly requestId: string;
  /** Of whoever sent the request, as far as it can be vouched for. */
  readonly address: string;
  readonly limits: FrontDoorLimits;
  /** Whether the server is stopping, so that the connection is to close after this answer; asked when it is sent. */
  isLast(): boolean;
}

/** Connections that have been told that they close: what is still read from them is no request. */
const closedForRequests = new WeakSet<object>();

/** 已告关闭 · Whether a request came after its connection was told that it closes. @article none — technical */
export function cameTooLate({ socket }: IncomingMessage): boolean {
  return closedForRequests.has(socket);
}

/**
 * 发送 · Sends a whole answer; cuts the connection of a reader who does not take it.
 *
 * Where the request's body has not come whole, the answer is written, what is still coming is thrown away, and only then
 * the connection is closed: closing at once would reset it, and the caller would never see why.
 *
 * @article none — technical
 */
export function send(exchange: Exchange, answer: Answer): void {
  const { request, response, requestId, limits } = exchange;
  if (response.headersSent || response.destroyed) return;
  // Encoded once: counting the bytes of a text and writing it would encode it twice.
  const bytes = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
  const unread = !request.complete && hasBody(request);
  const closing = exchange.isLast() || unread || answer.headers.connection === 'close';
  if (closing) closedForRequests.add(request.socket);
  response.writeHead(answer.status, {
    ...answer.headers,
    'content-length': bytes.length,
    'x-request-id': requestId,
    ...(closing ? { connection: 'close' } : {}),
  });
  const body = request.method === 'HEAD' ? '' : bytes;
  if (unread) linger(exchange, body);
  else response.end(body);
  if (response.writableLength > 0) cutSlowReader(exchange, limits.readerMs);
}

/** 有无内容 · Whether a request comes with a body. @article none — technical */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}

function linger({ request, response, limits }: Exchange, body: string | Buffer): void {
  response.write(body);
  const finish = (): void => {
    clearTimeout(patience);
    response.end();
  };
  const patience = setTimeout(finish, limits.lingerMs);
  request.once('end', finish).once('close', finish).resume();
}

function cutSlowReader({ request, response }: Exchange, milliseconds: number): void {
  const timer = setTimeout(() => request.socket.destroy(), milliseconds);
  response.once('close', () => clearTimeout(timer));
}
