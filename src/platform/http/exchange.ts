import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
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
  if (response.headersSent || response.destroyed) return void answer.stream?.destroy();
  // Encoded once: counting the bytes of a text and writing it would encode it twice.
  const bytes = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
  const unread = !request.complete && hasBody(request);
  const closing = exchange.isLast() || unread || answer.headers.connection === 'close';
  if (closing) closedForRequests.add(request.socket);
  if (answer.stream !== undefined) return void pour(exchange, answer, answer.stream, closing);
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

/**
 * Sends bytes as they are made, no faster than they are taken. Where they break off, the connection is cut before the end that HTTP
 * marks, so that nobody takes a part for the whole.
 */
async function pour(exchange: Exchange, answer: Answer, stream: Readable, closing: boolean): Promise<void> {
  const { request, response, requestId, limits } = exchange;
  response.once('close', () => stream.destroy());
  response.writeHead(answer.status, {
    ...answer.headers,
    // HTTP/1.0 has neither chunks nor anything after them.
    ...(answer.trailers && request.httpVersion !== '1.0' ? { trailer: 'Holdline-Rows, Holdline-Next' } : {}),
    'x-request-id': requestId,
    ...(closing ? { connection: 'close' } : {}),
  });
  response.flushHeaders();
  try {
    for await (const chunk of stream) if (!response.write(chunk)) await taken(response, limits.readerMs);
    if (answer.trailers !== undefined) response.addTrailers(answer.trailers());
    response.end();
    cutSlowReader(exchange, limits.readerMs);
  } catch {
    // What went wrong with the bytes is told where they are made.
    request.socket.destroy();
  }
}

/** @throws where the reader has gone, or does not take what is written within so long */
function taken(response: ServerResponse, milliseconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (took: boolean): void => {
      clearTimeout(patience);
      response.off('drain', onDrain).off('close', onClose);
      if (took) resolve();
      else reject(new Error('the reader takes nothing'));
    };
    const onDrain = (): void => settle(true);
    const onClose = (): void => settle(false);
    const patience = setTimeout(settle, milliseconds, false);
    response.on('drain', onDrain).on('close', onClose);
  });
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
