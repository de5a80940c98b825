import { takeDataFolder } from './data-folder.js';
import { openEmbeddedEngine } from './embedded-engine.js';
import type { Engine } from './engine.js';
import { createPostgresEngine } from './postgres-engine.js';

/** 数据库设置 · Which database, and how much of it. */
export interface DatabaseSettings {
  /** Null: the embedded database in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly databaseMigrationUrl: string | null;
  readonly databasePool: number;
  /** Where long questions are read: a replica, or the serving database where null. */
  readonly databaseReadUrl?: string | null;
  /** Connections for long questions. */
  readonly databaseReadPool?: number;
  /** Null keeps the embedded database in memory. */
  readonly dataDir: string | null;
  /** What an embedded database in memory begins with. */
  readonly snapshot?: Blob;
  readonly onStatement?: (text: string, parameters: readonly unknown[]) => void;
}

/** 数据库引擎 · The engine that serves, and the one that owns the tables: the same on the embedded database. */
export interface Engines {
  readonly serving: Engine;
  /** For long questions over the register; they never take a connection of the serving engine, but on the embedded database. */
  readonly analysis: Engine;
  readonly owner: Engine;
  close(): Promise<void>;
}

const ACQUIRE_MS = 1_000;
/** Above the longest statement timeout. */
const DEADLINE_MS = 15_000;
/** Whoever asks a long question may wait a little for those before. */
const ANALYSIS_ACQUIRE_MS = 3_000;
const ANALYSIS_DEADLINE_MS = 30_000;
/** Migrations and fillings take their time. */
const OWNER_DEADLINE_MS = 1_800_000;
/** On a busy machine a chunk of a register is long in the making. */
const OWNER_IDLE_MS = 300_000;

/**
 * 打开数据库 · Opens what the settings name.
 *
 * @throws Error when the embedded database's folder is in use
 * @article none — technical
 */
export async function openEngines(settings: DatabaseSettings): Promise<Engines> {
  const { databaseUrl, databaseMigrationUrl, databasePool, dataDir, snapshot, onStatement } = settings;
  const { databaseReadUrl = null, databaseReadPool = 4 } = settings;
  if (databaseUrl !== null) {
    const serving = createPostgresEngine({
      url: databaseUrl,
      pool: databasePool,
      acquireMs: ACQUIRE_MS,
      deadlineMs: DEADLINE_MS,
      onStatement,
    });
    const analysis = createPostgresEngine({
      url: databaseReadUrl ?? databaseUrl,
      pool: databaseReadPool,
      acquireMs: ANALYSIS_ACQUIRE_MS,
      deadlineMs: ANALYSIS_DEADLINE_MS,
      onStatement,
    });
    const owner = createPostgresEngine({
      url: databaseMigrationUrl ?? databaseUrl,
      pool: 1,
      acquireMs: 10_000,
      deadlineMs: OWNER_DEADLINE_MS,
      idleMs: OWNER_IDLE_MS,
    });
    const engines = [serving, analysis, owner];
    return {
      serving,
      analysis,
      owner,
      close: async () => void (await Promise.all(engines.map((engine) => engine.close()))),
    };
  }
  const folder = dataDir === null ? null : takeDataFolder(dataDir);
  try {
    const engine = await openEmbeddedEngine({ folder: folder?.database ?? null, snapshot, onStatement });
    return {
      serving: engine,
      analysis: engine,
      owner: engine,
      close: async () => {
        await engine.close();
        folder?.release();
      },
    };
  } catch (error) {
    folder?.release();
    throw error;
  }
}
