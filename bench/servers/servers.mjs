// The three that are compared: what each is started with, and how a workload is asked of it.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { GRANT, SCOPE } from '../register.mjs';
import { newerNode, startServer, tokenOf } from './start.mjs';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** PostGraphile as it is to run in production: plans are kept. */
const PEER_ENV = { GRAPHILE_ENV: 'production' };

/** Names of the servers, in the order in which they take turns. */
export const SERVERS = ['holdline', 'peer', 'limit'];

/** Versions of what is compared. */
export function versions() {
  const of = (node, script) => spawnSync(node, ['-p', script], { encoding: 'utf8', cwd: path('..') }).stdout.trim();
  return {
    node: process.version,
    peerNode: of(newerNode(), 'process.version'),
    postgraphile: of(process.execPath, `require('./node_modules/postgraphile/package.json').version`),
  };
}

/**
 * Starts all three.
 *
 * @param {{ env: Record<string, string> }} register
 * @param pool  connections of each
 * @param template  see `Register.readCaseTemplate`; null before there is one
 */
export async function startServers(register, pool, template) {
  const peerNode = newerNode();
  const holdline = await startHoldline(register, pool);
  const asking = { ...register.env, POOL: String(pool), SCOPE, CASE_TEMPLATE: JSON.stringify(template) };
  const [peer, limit] = await Promise.all([
    startServer({
      name: 'PostGraphile',
      node: peerNode,
      script: path('postgraphile.mjs'),
      env: { ...asking, ...PEER_ENV },
    }),
    startServer({ name: 'limit', node: process.execPath, script: path('limit.mjs'), env: asking }),
  ]);
  const graphql = (server) => ({ ...server, address: () => `${server.base}/graphql` });
  return {
    holdline,
    peer: { ...graphql(peer), headers: {} },
    limit: { ...limit, headers: {}, address: ({ name }) => `${limit.base}/${name}` },
  };
}

/** The built product, as `npm start` runs it. */
export async function startHoldline(register, pool) {
  const env = { ...register.env, DATABASE_POOL: String(pool) };
  const server = await startServer({
    name: 'Holdline',
    node: process.execPath,
    script: path('../../dist/src/main.js'),
    env,
  });
  const headersOf = (subject) => ({ Authorization: `Bearer ${tokenOf(GRANT, env, subject)}` });
  return {
    ...server,
    headers: headersOf('bench'),
    /** For a workload in which one person is not to do what another did. */
    headersOf,
    address: () => `${server.base}/graphql`,
  };
}

/** One request, answered. @throws Error when the answer is none */
export async function ask(server, workload, body) {
  const response = await fetch(server.address(workload), {
    method: 'POST',
    headers: { ...server.headers, 'content-type': 'application/json' },
    body,
  });
  const text = await response.text();
  const answer = response.ok ? JSON.parse(text) : null;
  if (answer === null || answer.errors || !answer.data)
    throw new Error(`${server.name} does not answer ${workload.name}: ${text.slice(0, 500)}`);
  return { data: answer.data, bytes: text.length };
}
