import type { Engine } from './engine.js';

interface ConnectedUser {
  readonly name: string;
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly owns: boolean;
}

/**
 * 数据库用户检查 · Refuses to serve as a superuser, as a user whom row-level security does not bind, or as the owner of the
 * tables. Migrations have a connection of their own.
 *
 * @throws Error naming the user and the mend
 * @article 5.3
 */
export async function refuseUnsafeUser(engine: Engine): Promise<void> {
  const user = await connectedUser(engine);
  const why = user.superuser
    ? 'is a superuser'
    : user.bypasses
      ? 'has BYPASSRLS'
      : user.owns
        ? 'owns the tables'
        : null;
  if (why !== null)
    throw new Error(
      `the user "${user.name}" of DATABASE_URL ${why}; serve as a user that is only granted holdline_app, and give the owner in DATABASE_MIGRATION_URL`,
    );
}

/**
 * 所有者检查 · Refuses to work over the whole register as somebody from whom row-level security hides it: the work would end as
 * done without having been.
 *
 * @throws Error naming the user and the mend
 * @article none — technical
 */
export async function requireOwner(engine: Engine): Promise<void> {
  const user = await connectedUser(engine);
  if (user.superuser || user.owns) return;
  throw new Error(
    `the user "${user.name}" does not own the tables, so that row-level security hides them; give the owner's connection in DATABASE_MIGRATION_URL`,
  );
}

async function connectedUser(engine: Engine): Promise<ConnectedUser> {
  const [user] = (await engine.transaction(['BEGIN READ ONLY'], false, (connection) =>
    connection.query(
      `SELECT current_user AS name, r.rolsuper AS superuser, r.rolbypassrls AS bypasses,
         EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = 'public' AND tablename = 'household' AND tableowner = current_user) AS owns
       FROM pg_roles r WHERE r.rolname = current_user`,
      [],
      'object',
    ),
  )) as ConnectedUser[];
  if (user === undefined) throw new Error('the database does not say who is connected');
  return user;
}
