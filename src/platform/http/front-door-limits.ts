/** 入口上限 · What one connection may cost. Sizes in bytes, times in milliseconds. @article none — technical */
export interface FrontDoorLimits {
  /** A request's body; an import of a thousand households fits in. */
  readonly bodyBytes: number;
  /** All headers together with the request line. */
  readonly headerBytes: number;
  readonly urlLength: number;
  /** Values inside each other in a JSON body. */
  readonly jsonDepth: number;
  /** From the connection, or the first byte, to the last header. */
  readonly headersMs: number;
  /** From the first byte to the last byte of the body. */
  readonly requestMs: number;
  /** A connection without a request. */
  readonly idleMs: number;
  /** From the whole answer written to the whole answer taken. */
  readonly readerMs: number;
  /** How often connections are looked at. */
  readonly checkMs: number;
  /** How long a refused body is still let in, so that the refusal arrives. */
  readonly lingerMs: number;
}

/** Together with `checkMs` every wait ends within 15 seconds. */
export const FRONT_DOOR_LIMITS: FrontDoorLimits = {
  bodyBytes: 1024 * 1024,
  headerBytes: 16 * 1024,
  urlLength: 8 * 1024,
  jsonDepth: 64,
  headersMs: 8_000,
  requestMs: 13_000,
  idleMs: 10_000,
  readerMs: 13_000,
  checkMs: 1_000,
  lingerMs: 3_000,
};
