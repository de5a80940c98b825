import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';

/** 收尾 · What stopping needs to know of a server. @article none — technical */
export interface Draining {
  readonly server: Server;
  /** Requests that have no whole answer yet. */
  underWay(): number;
  /** When the last request came, in milliseconds of `performance.now()`. */
  lastRequestAt(): number;
  /** From now on every answer closes its connection. */
  closeAfterAnswer(): void;
}

/** How long readiness says no before new connections are refused. */
const NOTICE_MS = 500;
/** How long nobody must have asked for anything before idle connections are cut. */
const QUIET_MS = 300;
const STEP_MS = 20;

/**
 * 平稳停机 · Lets every request that was sent be answered: readiness has already said no, then no new connection is
 * accepted, then each connection is closed by its next answer, and at last the idle ones, once it is quiet.
 *
 * Node's own `close` cuts idle connections at once, and with them requests that are on their way: a reset for the caller.
 *
 * @param deadlineMs  after which what is left is cut
 * @returns how many requests were cut
 * @article none — technical
 */
export async function stopServer(draining: Draining, deadlineMs: number): Promise<number> {
  const { server } = draining;
  const deadline = performance.now() + deadlineMs;
  await pause(Math.min(NOTICE_MS, deadlineMs / 4));
  const closed = new Promise<void>((resolve) => {
    NetServer.prototype.close.call(server, () => resolve());
  });
  draining.closeAfterAnswer();
  const from = performance.now();
  const isQuiet = (): boolean =>
    draining.underWay() === 0 && performance.now() - Math.max(draining.lastRequestAt(), from) >= QUIET_MS;
  while (performance.now() < deadline) {
    // Looked at again once what has arrived meanwhile is read: after a pause of the process, requests may be waiting.
    await nextTurn();
    if (isQuiet()) break;
    await pause(STEP_MS);
  }
  const cut = draining.underWay();
  server.closeAllConnections();
  await closed;
  // Stops the server's own watch over its connections.
  server.close();
  return cut;
}
