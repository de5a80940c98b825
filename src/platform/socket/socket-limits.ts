/** 长连接上限 · What sockets may cost. Sizes in bytes, times in milliseconds. @article none — technical */
export interface SocketLimits {
  /** Sockets of one process. */
  readonly connections: number;
  /** Sockets of one subject in one process. */
  readonly connectionsEach: number;
  /** Sockets of one address in one process that have not sent a token yet. */
  readonly namelessEach: number;
  readonly subscriptionsEach: number;
  /** Of one message of a client. */
  readonly messageBytes: number;
  /** From the socket's opening to `connection_init`. */
  readonly initMs: number;
  /** Between pings; a client that answers none until the next is cut. */
  readonly pingMs: number;
  /** How often a socket's token is verified anew while nothing happens. */
  readonly verifyMs: number;
  /** Subjects that may wait for one subscription. */
  readonly waiting: number;
  /** Bytes that may wait to be taken by a client. */
  readonly unreadBytes: number;
}

/** A page of a few lists, open in a few windows, of every officer of a province. */
export const SOCKET_LIMITS: SocketLimits = {
  connections: 2_000,
  connectionsEach: 20,
  namelessEach: 100,
  subscriptionsEach: 10,
  messageBytes: 64 * 1024,
  initMs: 8_000,
  pingMs: 20_000,
  verifyMs: 15_000,
  waiting: 1_000,
  unreadBytes: 1024 * 1024,
};
