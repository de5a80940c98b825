import postgres from 'postgres';
import { databaseUnavailable } from './database-error.js';
import type { Connection, RowMode } from './engine.js';

/** PostgreSQL 设置 · What the PostgreSQL engine is told. Times in milliseconds. @article none — technical */
export interface PostgresOptions {
  readonly url: string;
  /** Connections, one client each. */
  readonly pool: number;
  /** Longest wait for a free connection. */
  readonly acquireMs: number;
  /** Longest a transaction may take, above the server's own statement timeout. */
  readonly deadlineMs: number;
  /** Longest that a transaction may lie idle; what fills a register reckons between its statements. */
  readonly idleMs?: number;
  /** Every statement as it is sent, for tests and plan lints. */
  readonly onStatement?: (text: string, parameters: readonly unknown[]) => void;
}

type Client = postgres.Sql<Record<string, unknown>>;

/** Said of a statement that would run outside its transaction. */
const TOO_LATE = 'a statement came after those that were to be sent at once, or after the end of its transaction';

/** Statements prepared on one connection at most; later ones are planned each time. */
const PREPARED_LIMIT = 400;

/** 连接位 · A connection of the pool. @article none — technical */
export interface Slot {
  client: Client;
  /** Raised when the connection closes, so that a transaction never goes on upon another connection. */
  epoch: number;
  readonly prepared: Set<string>;
}

/**
 * PostgreSQL 连接 · One transaction's use of a connection: statements travel in the order in which they are sent, and none after the
 * transaction's end or upon another connection.
 *
 * @article none — technical
 */
export class PostgresConnection implements Connection {
  /** Nothing more is to be sent: what followed would stand outside the transaction. */
  over = false;
  private readonly epoch: number;
  private fault: unknown = null;

  constructor(
    private readonly slot: Slot,
    private readonly options: PostgresOptions,
  ) {
    this.epoch = slot.epoch;
  }

  lost(): boolean {
    return this.slot.epoch !== this.epoch;
  }

  throwFault(): void {
    if (this.fault !== null) throw this.fault;
    if (this.lost()) throw databaseUnavailable();
  }

  async query(text: string, parameters: readonly unknown[], mode: RowMode): Promise<unknown[]> {
    if (this.over) throw new Error(TOO_LATE);
    this.throwFault();
    this.options.onStatement?.(text, parameters);
    const pending = this.slot.client.unsafe(text, parameters as never[], {
      prepare: this.mayPrepare(text, parameters),
    });
    if (mode === 'array') pending.values();
    // Now, and not when `await` comes to it a turn later: what is sent after this call must travel after it.
    pending.execute();
    try {
      const answered = (await pending) as unknown as unknown[];
      this.throwFault();
      // Taken out of the driver's result, which lives on in the old generation with all that it holds until a full collection.
      return answered.splice(0);
    } catch (error) {
      this.fault ??= error;
      throw this.fault;
    }
  }

  send(text: string): void {
    this.options.onStatement?.(text, []);
    this.slot.client.unsafe(text).catch((error: unknown) => {
      this.fault ??= error;
    });
  }

  /** Whatever is asked for while the database commits comes too late. */
  commit(): Promise<unknown> {
    const committed = this.query('COMMIT', [], 'array');
    this.over = true;
    return committed;
  }

  async rollback(): Promise<void> {
    this.over = true;
    if (!this.lost()) await this.slot.client.unsafe('ROLLBACK').catch(() => undefined);
  }

  private mayPrepare(text: string, parameters: readonly unknown[]): boolean {
    if (parameters.length === 0) return false;
    if (this.slot.prepared.has(text)) return true;
    if (this.slot.prepared.size >= PREPARED_LIMIT || text.length > 20_000) return false;
    this.slot.prepared.add(text);
    return true;
  }
}

/** 打开连接 · A client of one connection, which opens it anew when it closes. @article none — technical */
export function openSlot(options: PostgresOptions): Slot {
  const asText = { serialize: (value: unknown) => value, parse: (value: string) => value };
  const slot: Slot = { client: undefined as never, epoch: 0, prepared: new Set() };
  slot.client = postgres(options.url, {
    max: 1,
    idle_timeout: 0,
    connect_timeout: Math.max(1, Math.ceil(options.acquireMs / 1000)),
    backoff: () => 0.2,
    fetch_types: false,
    onnotice: () => undefined,
    onclose: () => {
      slot.epoch += 1;
      slot.prepared.clear();
    },
    types: {
      date: { to: 1184, from: [1082, 1114, 1184], ...asText },
      bigint: { to: 20, from: [20], serialize: String, parse: Number },
      json: {
        to: 114,
        from: [114, 3802],
        serialize: (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)),
        parse: (value: string) => JSON.parse(value) as unknown,
      },
    },
    connection: {
      application_name: 'holdline',
      TimeZone: 'UTC',
      idle_in_transaction_session_timeout: options.idleMs ?? 15_000,
      'citus.propagate_set_commands': 'local',
    },
  }) as unknown as Client;
  return slot;
}
