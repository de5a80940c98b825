import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { refusalAnswer } from './answer.js';
import type { FrontDoorLimits } from './front-door-limits.js';

type ParserError = Error & { readonly code?: string; readonly rawPacket?: Buffer };

/**
 * 残缺请求 · Answers what is no HTTP, what is too large in its head, and what takes too long; then closes the connection, so
 * that nothing behind it is read as another request.
 *
 * @param underWay  the exchanges of this connection that are not over
 * @article none — technical
 */
export function answerBrokenRequest(
  error: ParserError,
  socket: Socket,
  underWay: readonly ServerResponse[],
  limits: FrontDoorLimits,
): void {
  // An answer that is half on its way must not get another one into it, and one that is due must come first.
  const free = underWay.length === 0 || (underWay.length === 1 && !underWay[0]!.headersSent);
  if (!socket.writable || error.code === 'ECONNRESET' || !free) return void socket.destroy();

  const [status, message] = reasonOf(error);
  const { headers, body } = refusalAnswer(status, message);
  const head = Object.entries({ ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' });
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    ...head.map(([name, value]) => `${name}: ${value}`),
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${String(body)}`);
  const patience = setTimeout(() => socket.destroy(), limits.lingerMs);
  socket.once('close', () => clearTimeout(patience));
}

function reasonOf({ code, rawPacket }: ParserError): [status: number, message: string] {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return isRequestLine(rawPacket) ? [414, 'The address is too long.'] : [431, 'The headers are too large.'];
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return [413, 'The extensions of a chunk are too large.'];
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return [408, 'The request took too long to arrive.'];
    default:
      return [400, 'The request is not HTTP/1.1.'];
  }
}

/** Whether the parser gave up before the first line was over. */
function isRequestLine(packet: Buffer | undefined): boolean {
  return packet !== undefined && /^[A-Z]+ \//.test(packet.toString('latin1', 0, 20)) && !packet.includes('\r\n');
}
