/** 查询形态 · Rows as objects by column name, or as arrays in column order (what drizzle wants). */
export type RowMode = 'object' | 'array';

/**
 * 连接 · One database connection held for one transaction. Both engines give the same values: days, instants and
 * numerics as text, int8 as number, json parsed.
 *
 * @article none — technical
 */
export interface Connection {
  /** Runs a statement and waits for its rows. Parameters are text, numbers, booleans or null; arrays as `{a,b}` literals. */
  query(text: string, parameters: readonly unknown[], mode: RowMode): Promise<unknown[]>;
  /** Sends a parameterless statement without waiting; a fault shows in the next `query` or at the commit. */
  send(text: string): void;
}

/**
 * 数据库引擎 · Gives out connections; the only place where the two databases differ.
 *
 * @article none — technical
 */
export interface Engine {
  readonly kind: 'embedded' | 'postgres';
  /**
   * Holds a connection while `work` runs between the opening statements and `COMMIT`; `ROLLBACK` when it throws. A
   * statement that failed fails the transaction, also where `work` swallowed the error.
   *
   * @param opening  `BEGIN …` and the `SET LOCAL`s, sent ahead of the first query
   * @param durable  true waits for the commit (writes); false answers as soon as `work` has (reads)
   * @throws ApiError SERVICE_UNAVAILABLE when the connection is gone, refused or out of time
   */
  transaction<T>(
    opening: readonly string[],
    durable: boolean,
    work: (connection: Connection) => Promise<T>,
  ): Promise<T>;
  /**
   * As a transaction that reads, for `work` that sends all its statements before it first waits: `COMMIT` travels with
   * them, and the database is woken once. A statement that comes later is refused.
   */
  atOnce<T>(opening: readonly string[], work: (connection: Connection) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
