import type { Query, SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { drizzle, type PgRemoteDatabase } from 'drizzle-orm/pg-proxy';
import { ApiError } from '../errors/api-error.js';
import { databaseUnavailable, readFault } from './database-error.js';
import type { Connection, Engine } from './engine.js';
import { type Expressions, insertStatement } from './insert-rows.js';
import { renderSql } from './render-sql.js';
import { type DatabaseScope, scopeStatements } from './scope.js';

/** 事务 · What a repository works with inside one transaction. @article none — technical */
export interface Transaction {
  /** drizzle upon this transaction: builds inserts, updates and deletes for `run`, and runs typed selects. */
  readonly orm: PgRemoteDatabase;
  /**
   * Sends what drizzle built, at once: statements travel in the order in which `run`, `rows` and `text` are called, also where
   * none waits for the one before. An awaited builder would be sent a few turns later.
   */
  run(statement: { toSQL(): Query }): Promise<unknown[]>;
  /** Sends the insertion of rows, at once as `run` does, and without drizzle's builder; no rows send nothing. */
  insert<T extends PgTable>(
    table: T,
    rows: readonly T['$inferInsert'][],
    expressions?: Expressions<T>,
  ): Promise<unknown[]>;
  /** Runs an `sql` template as one prepared statement; rows as objects by column name. */
  rows<T>(statement: SQL): Promise<T[]>;
  /** Runs ready SQL text with its parameters; for the read shapes, whose text is compiled once. */
  text<T>(text: string, parameters: readonly unknown[]): Promise<T[]>;
}

/** 超时 · Milliseconds for one statement. */
export interface Timeouts {
  readonly readMs: number;
  readonly writeMs: number;
}

const RETRIES = 4;
/** All statements of a reading see the register as it is at the first of them. */
const SNAPSHOT = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';

/**
 * 数据库 · The one helper through which every statement goes: scope, role, timeouts, retry.
 *
 * @article none — technical
 */
export class Database {
  constructor(
    private readonly engine: Engine,
    private readonly timeouts: Timeouts = { readMs: 5_000, writeMs: 10_000 },
  ) {}

  get kind(): Engine['kind'] {
    return this.engine.kind;
  }

  /** 读 · A read-only transaction in a scope, which sees one state of the register. */
  read<T>(scope: DatabaseScope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.run(SNAPSHOT, this.timeouts.readMs, scope, 'read', work);
  }

  /**
   * 一并读取 · As `read`, for `work` that sends all its statements before it first waits; the transaction's end travels with
   * them. Any later statement is refused.
   */
  readAtOnce<T>(scope: DatabaseScope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.run(SNAPSHOT, this.timeouts.readMs, scope, 'at once', work);
  }

  /**
   * 写 · A read-write transaction in a scope; run again from its start after a serialization failure or a deadlock, so
   * `work` must have no effect outside the transaction.
   */
  write<T>(scope: DatabaseScope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.run('BEGIN', this.timeouts.writeMs, scope, 'write', work);
  }

  /** 探活 · Whether the database answers. */
  async answers(): Promise<boolean> {
    try {
      await this.engine.transaction(['BEGIN READ ONLY'], false, (connection) =>
        connection.query('SELECT 1', [], 'array'),
      );
      return true;
    } catch {
      return false;
    }
  }

  close(): Promise<void> {
    return this.engine.close();
  }

  private async run<T>(
    begin: string,
    timeoutMs: number,
    scope: DatabaseScope,
    kind: 'read' | 'at once' | 'write',
    work: (tx: Transaction) => Promise<T>,
  ): Promise<T> {
    const opening = [
      begin,
      'SET LOCAL ROLE holdline_app',
      ...scopeStatements(scope),
      `SET LOCAL statement_timeout = ${timeoutMs}`,
    ];
    for (let attempt = 0; ; attempt += 1) {
      try {
        const within = (connection: Connection): Promise<T> => work(transactionOn(connection));
        return await (kind === 'at once'
          ? this.engine.atOnce(opening, within)
          : this.engine.transaction(opening, kind === 'write', within));
      } catch (error) {
        const fault = readFault(error);
        if (fault.kind === 'unavailable') throw databaseUnavailable();
        if (fault.kind !== 'retry') throw error;
        if (attempt >= RETRIES)
          throw new ApiError('SERVICE_UNAVAILABLE', 'The record is in much use; try again shortly.', {
            retryAfterSeconds: 1,
          });
      }
    }
  }
}

/**
 * 所有者事务 · One transaction of the owner of the tables, whom neither row-level security nor revoked rights bind: for upkeep by a
 * command at the server, never for a request.
 *
 * @article none — technical
 */
export function asOwner<T>(owner: Engine, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return owner.transaction(['BEGIN'], true, (connection) => work(transactionOn(connection)));
}

/** 连接上的事务 · What a repository works with, on a connection whose transaction somebody else has begun: for loaders. @article none — technical */
export function transactionOn(connection: Connection): Transaction {
  let orm: PgRemoteDatabase | null = null;
  return {
    get orm() {
      orm ??= drizzle(async (text, parameters, method) => ({
        rows: await connection.query(text, parameters, method === 'execute' ? 'object' : 'array'),
      }));
      return orm;
    },
    async run(statement) {
      const { sql: text, params } = statement.toSQL();
      return connection.query(text, params, 'array');
    },
    async insert(table, rows, expressions) {
      if (rows.length === 0) return [];
      const { text, parameters } = insertStatement(table, rows, expressions);
      return connection.query(text, parameters, 'array');
    },
    async rows<T>(statement: SQL) {
      const { text, parameters } = renderSql(statement);
      return (await connection.query(text, parameters, 'object')) as T[];
    },
    async text<T>(text: string, parameters: readonly unknown[]) {
      return (await connection.query(text, parameters, 'object')) as T[];
    },
  };
}
