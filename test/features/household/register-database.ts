import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { Database } from '../../../src/platform/database/database.js';
import { openEmbeddedEngine } from '../../../src/platform/database/embedded-engine.js';
import type { Engine } from '../../../src/platform/database/engine.js';
import { migrateDatabase } from '../../../src/platform/database/migrate.js';
import { createPostgresEngine } from '../../../src/platform/database/postgres-engine.js';

/** A migrated register of its own, and the statements that it was sent. */
export interface RegisterDatabase {
  readonly database: Database;
  /** Statements since the last call, without the envelope of BEGIN, SET and COMMIT. */
  statements(): string[];
  close(): Promise<void>;
}

const ENVELOPE = /^(BEGIN|COMMIT|ROLLBACK|SET LOCAL)/;

/** The embedded database in memory, or a fresh one on the PostgreSQL of DATABASE_URL. */
export async function openRegister(): Promise<RegisterDatabase> {
  let seen: string[] = [];
  const onStatement = (text: string): void => void seen.push(text);
  const { engine, drop } = await openEngine(process.env['DATABASE_URL'], onStatement);
  await migrateDatabase(engine, 'migrations');
  const database = new Database(engine);
  return {
    database,
    statements() {
      const own = seen.filter((text) => !ENVELOPE.test(text));
      seen = [];
      return own;
    },
    async close() {
      await database.close();
      await drop();
    },
  };
}

async function openEngine(
  url: string | undefined,
  onStatement: (text: string) => void,
): Promise<{ engine: Engine; drop: () => Promise<void> }> {
  if (url === undefined)
    return { engine: await openEmbeddedEngine({ folder: null, onStatement }), drop: async () => {} };
  const name = `household_${randomBytes(6).toString('hex')}`;
  const own = new URL(url);
  own.pathname = `/${name}`;
  const owner = postgres(url, { max: 1 });
  await owner.unsafe(`CREATE DATABASE ${name}`);
  const engine = createPostgresEngine({ url: own.href, pool: 4, acquireMs: 5_000, deadlineMs: 20_000, onStatement });
  const drop = async (): Promise<void> => {
    await owner.unsafe(`DROP DATABASE ${name}`);
    await owner.end();
  };
  return { engine, drop };
}
