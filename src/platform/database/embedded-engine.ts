import { PGlite, types } from '@electric-sql/pglite';
import type { Connection, Engine, RowMode } from './engine.js';

/** What the embedded engine is told. */
export interface EmbeddedOptions {
  /** Folder of the database; null keeps it in memory. */
  readonly folder: string | null;
  /** A dump that a database in memory begins with; empty where there is none. */
  readonly snapshot?: Blob;
  readonly onStatement?: (text: string, parameters: readonly unknown[]) => void;
}

const asText = (value: string): string => value;

/**
 * 内嵌数据库 · PostgreSQL in the process, one connection, one transaction at a time: a development store that does not
 * wait for the disk. Locking its folder is the caller's affair (see `data-folder.ts`).
 *
 * @article none — technical
 */
export async function openEmbeddedEngine(options: EmbeddedOptions): Promise<Engine> {
  return embeddedEngine(await openEmbeddedStore(options), options);
}

/** 内嵌存储 · The database itself, as the engine reads and writes values. @article none — technical */
export async function openEmbeddedStore({ folder, snapshot }: EmbeddedOptions): Promise<PGlite> {
  const parsers = {
    [types.DATE]: asText,
    [types.TIMESTAMP]: asText,
    [types.TIMESTAMPTZ]: asText,
    [types.INT8]: Number,
    [types.NUMERIC]: asText,
  };
  const serializers = { [types.JSON]: jsonText, [types.JSONB]: jsonText };
  const store = await PGlite.create({
    ...(folder === null ? {} : { dataDir: folder }),
    ...(snapshot === undefined ? {} : { loadDataDir: snapshot }),
    parsers,
    serializers,
  });
  await store.exec(`SET TIME ZONE 'UTC'`);
  return store;
}

/** 内嵌引擎 · The engine over an open store; closing it closes the store. @article none — technical */
export function embeddedEngine(store: PGlite, options: Pick<EmbeddedOptions, 'onStatement'> = {}): Engine {
  let tail: Promise<unknown> = Promise.resolve();

  const run = async <T>(opening: readonly string[], work: (connection: Connection) => Promise<T>): Promise<T> => {
    const connection = embeddedConnection(store, options);
    try {
      for (const statement of opening) await connection.query(statement, [], 'array');
      const result = await work(connection);
      await connection.end();
      return result;
    } catch (error) {
      connection.over();
      await store.exec('ROLLBACK').catch(() => undefined);
      throw error;
    }
  };

  const transaction = <T>(opening: readonly string[], work: (connection: Connection) => Promise<T>): Promise<T> => {
    const result = tail.then(() => run(opening, work));
    tail = result.catch(() => undefined);
    return result;
  };

  return {
    kind: 'embedded',
    transaction: (opening, _durable, work) => transaction(opening, work),
    atOnce: transaction,
    async close() {
      await tail;
      await store.close();
    },
  };
}

interface EmbeddedConnection extends Connection {
  /** Commits; a statement that comes later is refused. */
  end(): Promise<unknown>;
  /** Refuses every statement from now on, those that wait too. */
  over(): void;
}

function embeddedConnection(store: PGlite, options: Pick<EmbeddedOptions, 'onStatement'>): EmbeddedConnection {
  let fault: unknown = null;
  let queue: Promise<unknown> = Promise.resolve();
  let isOver = false;
  const query = (text: string, parameters: readonly unknown[], mode: RowMode): Promise<unknown[]> => {
    if (isOver) return Promise.reject(new Error('a statement came after the end of its transaction'));
    const next = queue.then(async () => {
      if (fault !== null) throw fault;
      options.onStatement?.(text, parameters);
      try {
        return (await store.query(text, [...parameters], { rowMode: mode })).rows;
      } catch (error) {
        fault = error;
        throw error;
      }
    });
    queue = next.catch(() => undefined);
    return next;
  };
  return {
    query,
    send: (text) => void query(text, [], 'array').catch(() => undefined),
    end() {
      const committed = query('COMMIT', [], 'array');
      isOver = true;
      return committed;
    },
    over() {
      isOver = true;
      fault ??= new Error('the transaction was rolled back');
    },
  };
}

function jsonText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
