import type { ExecutionResult } from 'graphql';
import { createClient } from 'graphql-ws';
import type { Operation, Sending } from './send-operation.js';

/** Close of graphql-transport-ws: no token, or one that is no good. */
const FORBIDDEN = 4403;

/** Said here, since the tests are compiled without a browser's types. */
const PAGE = globalThis as unknown as { readonly location: { readonly protocol: string; readonly host: string } };

/** The address of the API's sockets on the host that served the page. */
function socketAddress({ protocol, host }: { readonly protocol: string; readonly host: string }): string {
  return `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}/graphql`;
}

interface Closed {
  readonly code: number;
  readonly reason: string;
}

function isClosed(error: unknown): error is Closed {
  return typeof (error as Partial<Closed> | null)?.code === 'number';
}

/** What ended a subscription, in words; a socket that was never opened has no code. */
function errorOf(error: unknown): Error {
  if (isClosed(error)) return new Error(`The server closed the socket: ${error.code} ${error.reason}`.trim());
  return error instanceof Error ? error : new Error('The socket could not be opened.');
}

/**
 * 发送订阅 · Makes the function through which GraphiQL subscribes over the WebSocket of the host that served the page. The token goes into
 * `connection_init`; a socket is opened with the first subscription and closed with the last.
 *
 * @param sending  `language` is not used: a browser sends its own `Accept-Language` with the handshake
 * @returns a function that resolves to one answer an event, and whose `return` ends the subscription at once
 * @throws Error from `next` with the code of the close where the socket ended
 * @article none — technical
 */
export function subscriptionSender(sending: Sending): (operation: Operation) => AsyncIterableIterator<ExecutionResult> {
  const { token } = sending;
  const client = createClient({
    url: socketAddress(PAGE.location),
    connectionParams: token === '' ? {} : { Authorization: `Bearer ${token}` },
    // Whoever reads the page sees that it ended, and sends it again.
    retryAttempts: 0,
  });
  return ({ query, operationName, variables }) => {
    const events = client.iterate({
      query,
      operationName: operationName ?? null,
      variables: (variables ?? {}) as Record<string, unknown>,
    });
    return {
      [Symbol.asyncIterator]() {
        return this;
      },
      async next() {
        try {
          const event = await events.next();
          if (event.done !== true) sending.onAnswer(event.value);
          return event as IteratorResult<ExecutionResult>;
        } catch (error) {
          // Refused before it began: an answer as every other.
          if (Array.isArray(error)) return { done: false, value: { errors: error } };
          if (isClosed(error) && error.code === FORBIDDEN) sending.onUnauthenticated();
          throw errorOf(error);
        }
      },
      async return() {
        await events.return?.();
        return { done: true, value: undefined };
      },
    };
  };
}
