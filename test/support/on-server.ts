import postgres from 'postgres';

/** Runs a statement on a server, outside any database of a test. */
export async function onServer(url: string, statement: string): Promise<void> {
  const server = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await server.unsafe(statement);
  } finally {
    await server.end();
  }
}
