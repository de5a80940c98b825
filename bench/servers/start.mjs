// Starts a server as a process of its own, and reads what it uses of the processor.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';

/** The young generation that `npm start` gives the product; every server gets the same. */
const { start } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).scripts;
const FLAGS = start.match(/--\S+-semi-space-size=\d+/g) ?? [];

/**
 * The newer Node that PostGraphile asks for, out of bench/node_modules.
 *
 * @throws Error where it is not installed
 */
export function newerNode() {
  const path = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));
  if (!existsSync(path))
    throw new Error('PostGraphile is not installed: run `npm ci --prefix bench` (only the benchmark needs it)');
  return path;
}

const START_MS = 120_000;
const TICKS = Number(spawnSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }).stdout) || 100;

/**
 * @param {{ name: string, node: string, script: string, env: Record<string, string> }} what
 * @returns the server's address and its hold on the processor, once it answers
 */
export async function startServer({ name, node, script, env }) {
  const port = await freePort();
  const child = spawn(node, [...FLAGS, script], {
    env: { PATH: process.env.PATH, ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text) => {
    said = `${said}${text}`.slice(-4000);
  });
  const base = `http://127.0.0.1:${port}`;
  for (const end = Date.now() + START_MS; !(await answers(base)); ) {
    if (child.exitCode !== null || Date.now() > end) throw new Error(`${name} did not start: ${said}`);
    await pause(100);
  }
  return {
    name,
    base,
    /** Seconds of processor time so far. */
    cpuSeconds: () => cpuSeconds(child.pid),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', resolve);
        child.kill('SIGTERM');
        setTimeout(() => child.kill('SIGKILL'), 5_000).unref();
      }),
  };
}

const TOKENS = fileURLToPath(new URL('../../dist/scripts/token.js', import.meta.url));

/** A day's token of a bench for one grant, made with the development key of the server of that environment. */
export function tokenOf(grant, env, subject = 'bench') {
  const words = ['--grant', grant, '--minutes', '1440', '--subject', subject];
  const token = spawnSync(process.execPath, [TOKENS, ...words], {
    env: { PATH: process.env.PATH, ...env },
    encoding: 'utf8',
  });
  if (token.status !== 0) throw new Error(`no token: ${token.stderr}`);
  return token.stdout.trim();
}

/** Headers of a request by whoever holds a grant, see `tokenOf`. */
export function headersOf(grant, env) {
  return { authorization: `Bearer ${tokenOf(grant, env)}`, 'content-type': 'application/json' };
}

const QUIET_MS = 3_000;
const MOST_MS = 1_200_000;

/** Waits until a server that has just started is through with what it does by itself: nothing is asked of the database for a while. */
export async function untilQuiet(sql) {
  const end = Date.now() + MOST_MS;
  for (let since = Date.now(); Date.now() - since < QUIET_MS; await pause(100)) {
    const [{ busy }] = await sql`SELECT count(*)::int AS busy FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
        AND state <> 'idle'`;
    if (busy > 0) since = Date.now();
    if (Date.now() > end) throw new Error('the database does not come to rest');
  }
}

/** Processor time of a process, threads included; 0 where the system does not tell. */
export function cpuSeconds(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  } catch {
    return 0;
  }
}

async function answers(base) {
  try {
    await (await fetch(base)).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
