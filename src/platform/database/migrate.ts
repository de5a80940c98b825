import { drizzle } from 'drizzle-orm/pg-proxy';
import { migrate } from 'drizzle-orm/pg-proxy/migrator';
import type { Engine } from './engine.js';

/**
 * 迁移 · Brings the schema up to date, each run in one transaction, as the database's owner; two processes that start at
 * once wait for each other.
 *
 * @param folder  drizzle's migrations
 * @returns how many statements ran; 0 when nothing was pending
 * @article none — technical
 */
export async function migrateDatabase(engine: Engine, folder: string): Promise<number> {
  let ran = 0;
  await engine.transaction(['BEGIN'], true, async (connection) => {
    await connection.query('SELECT pg_advisory_xact_lock(7202114)', [], 'array');
    const orm = drizzle(async (text, parameters, method) => ({
      rows: await connection.query(text, parameters, method === 'execute' ? 'object' : 'array'),
    }));
    await migrate(
      orm,
      async (statements) => {
        for (const statement of statements) await connection.query(statement, [], 'array');
        ran = statements.length;
      },
      { migrationsFolder: folder },
    );
  });
  return ran;
}
