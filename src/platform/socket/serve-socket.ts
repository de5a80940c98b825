import { CloseCode, type Server } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { RequestContext } from '../graphql/request-context.js';
import type { SocketLimits } from './socket-limits.js';

/** 已开连接 · A socket, who opened it and in which language, and what its next request is answered under. @article none — technical */
export type OpenSocket = {
  readonly socket: WebSocket;
  readonly address: string;
  readonly language: string | undefined;
  context(): Promise<RequestContext>;
  authorization: string | undefined;
  subject: string | null;
};

/** 协议 · The side of graphql-transport-ws that is served. @article none — technical */
export type SocketProtocol = Server<OpenSocket>;

/**
 * 承载协议 · Carries the protocol over one socket: messages one way and the other, pings, and the watch over its token.
 *
 * @article none — technical
 */
export function serveSocket(
  protocol: SocketProtocol,
  extra: OpenSocket,
  limits: SocketLimits,
  onBadToken: (error: unknown) => void,
): void {
  const { socket } = extra;
  let answered = true;
  const pings = setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
  }, limits.pingMs);
  const watch = setInterval(() => {
    if (extra.subject !== null) extra.context().catch(onBadToken);
  }, limits.verifyMs);
  pings.unref();
  watch.unref();
  socket.on('pong', () => {
    answered = true;
  });
  socket.on('error', () => socket.terminate());
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: (text) =>
        new Promise((resolve, reject) => {
          if (socket.readyState !== socket.OPEN) return resolve();
          socket.send(text, (error) => (error ? reject(error) : resolve()));
        }),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (take) =>
        socket.on('message', (message) => {
          take(String(message)).catch(() => socket.close(CloseCode.BadRequest, 'Bad message'));
        }),
    },
    extra,
  );
  socket.once('close', (code, reason) => {
    clearInterval(pings);
    clearInterval(watch);
    void closed(code, String(reason));
  });
}
