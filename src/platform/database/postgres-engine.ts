import { databaseUnavailable, readFault } from './database-error.js';
import type { Connection, Engine } from './engine.js';
import { openSlot, PostgresConnection, type PostgresOptions, type Slot } from './postgres-connection.js';

/**
 * PostgreSQL 引擎 · A pool of single-connection clients of postgres.js, so that a transaction's opening statements travel
 * with its first query in one packet.
 *
 * @article none — technical
 */
export function createPostgresEngine(options: PostgresOptions): Engine {
  const idle: Slot[] = Array.from({ length: options.pool }, () => openSlot(options));
  const all = new Set(idle);
  const waiting: ((slot: Slot) => void)[] = [];
  let closed = false;

  const acquire = (): Promise<Slot> =>
    new Promise((resolve, reject) => {
      const give = (free: Slot): void => {
        clearTimeout(timer);
        resolve(free);
      };
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(give), 1);
        reject(databaseUnavailable());
      }, options.acquireMs);
      waiting.push(give);
    });
  const release = (slot: Slot): void => {
    const next = waiting.shift();
    if (next !== undefined) next(slot);
    else idle.push(slot);
  };
  const replace = (slot: Slot): Slot => {
    all.delete(slot);
    void slot.client.end({ timeout: 0 }).catch(() => undefined);
    const fresh = openSlot(options);
    all.add(fresh);
    return fresh;
  };

  const holding = async <T>(run: (connection: PostgresConnection) => Promise<T>): Promise<T> => {
    if (closed) throw databaseUnavailable();
    const slot = idle.pop() ?? (await acquire());
    let after: Slot = slot;
    const connection = new PostgresConnection(slot, options);
    try {
      return await withDeadline(run(connection), options.deadlineMs);
    } catch (error) {
      if (connection.lost() || readFault(error).kind === 'unavailable') after = replace(slot);
      throw error;
    } finally {
      release(after);
    }
  };

  return {
    kind: 'postgres',
    transaction: (opening, durable, work) =>
      holding((connection) => runTransaction(connection, opening, durable, work)),
    atOnce: (opening, work) => holding((connection) => runAtOnce(connection, opening, work)),
    async close() {
      closed = true;
      await Promise.all([...all].map((slot) => slot.client.end({ timeout: 2 })));
    },
  };
}

async function runTransaction<T>(
  connection: PostgresConnection,
  opening: readonly string[],
  durable: boolean,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  for (const statement of opening) connection.send(statement);
  try {
    const result = await work(connection);
    connection.throwFault();
    if (durable) await connection.commit();
    else connection.send('COMMIT');
    return result;
  } catch (error) {
    await connection.rollback();
    throw error;
  } finally {
    connection.over = true;
  }
}

/** The COMMIT of a transaction with a fault rolls it back. */
async function runAtOnce<T>(
  connection: PostgresConnection,
  opening: readonly string[],
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  for (const statement of opening) connection.send(statement);
  const result = work(connection);
  connection.send('COMMIT');
  connection.over = true;
  const answer = await result;
  connection.throwFault();
  return answer;
}

async function withDeadline<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('past its deadline'), { code: 'DEADLINE' })), milliseconds);
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
