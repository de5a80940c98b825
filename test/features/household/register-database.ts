import { Database } from '../../../src/platform/database/database.js';
import { openEmbeddedEngine } from '../../../src/platform/database/embedded-engine.js';
import type { Engine } from '../../../src/platform/database/engine.js';
import { migrateDatabase } from '../../../src/platform/database/migrate.js';
import { createPostgresEngine } from '../../../src/platform/database/postgres-engine.js';
import { embeddedSnapshot } from '../../support/database-templates.js';
import { freshDatabase } from '../../support/test-database.js';

/** A migrated register of its own, and the statements that it was sent. */
export interface RegisterDatabase {
  readonly database: Database;
  readonly engine: Engine;
  /** Statements since the last call, without the envelope of BEGIN, SET and COMMIT. */
  statements(): string[];
  close(): Promise<void>;
}

const ENVELOPE = /^(BEGIN|COMMIT|ROLLBACK|SET LOCAL)/;

/** The embedded database in memory, or a fresh one on the PostgreSQL of DATABASE_URL. */
export async function openRegister(): Promise<RegisterDatabase> {
  let seen: string[] = [];
  const fresh = await freshDatabase();
  const engine = await openEngine(fresh.env.DATABASE_URL, (text) => void seen.push(text));
  await migrateDatabase(engine, 'migrations');
  const database = new Database(engine);
  return {
    database,
    engine,
    statements() {
      const own = seen.filter((text) => !ENVELOPE.test(text));
      seen = [];
      return own;
    },
    async close() {
      await database.close();
      await fresh.drop();
    },
  };
}

async function openEngine(url: string | undefined, onStatement: (text: string) => void): Promise<Engine> {
  if (url === undefined)
    return openEmbeddedEngine({ folder: null, snapshot: await embeddedSnapshot('schema'), onStatement });
  return createPostgresEngine({ url, pool: 4, acquireMs: 5_000, deadlineMs: 20_000, onStatement });
}
