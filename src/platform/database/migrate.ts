import { drizzle } from 'drizzle-orm/pg-proxy';
import { migrate } from 'drizzle-orm/pg-proxy/migrator';
import type { Connection, Engine } from './engine.js';

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
        for (const statement of statements) await applied(connection, statement);
        ran = statements.length;
      },
      { migrationsFolder: folder },
    );
  });
  return ran;
}

const INSUFFICIENT_PRIVILEGE = '42501';

async function applied(connection: Connection, statement: string): Promise<void> {
  try {
    await connection.query(statement, [], 'array');
  } catch (error) {
    const [, role] = /CREATE ROLE (\w+)/.exec(statement) ?? [];
    if (role === undefined || (error as { code?: unknown }).code !== INSUFFICIENT_PRIVILEGE) throw error;
    throw new Error(
      `the database's user that migrates may not create roles: let an administrator run CREATE ROLE ${role} NOLOGIN NOBYPASSRLS first, and start again; nothing was changed`,
      { cause: error },
    );
  }
}
