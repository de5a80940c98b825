// Loads a server: by wrk where the machine has it, since it takes the least of the cores that are measured, else by autocannon.
import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import autocannon from 'autocannon';

const SCRIPT = fileURLToPath(new URL('./wrk.lua', import.meta.url));
const run = promisify(execFile);

/** The generator in use. */
export const GENERATOR = spawnSync('wrk', ['-v']).error === undefined ? 'wrk' : 'autocannon';

/**
 * @param {{ url: string, bodies: string, headers: Record<string, string>, clients: number, seconds: number }} load
 *   `bodies` is a file with one body a line, sent in turn
 * @returns {Promise<{ requests: number, perSecond: number, bytes: number, failed: number, p50: number, p99: number }>}
 *   latencies in milliseconds
 */
export function load(load) {
  return GENERATOR === 'wrk' ? byWrk(load) : byAutocannon(load);
}

async function byWrk({ url, bodies, headers, clients, seconds }) {
  const flags = ['-t1', `-c${clients}`, `-d${seconds}s`, '--timeout', '20s', '-s', SCRIPT, url, '--', bodies];
  const { stdout } = await run('wrk', [...flags, ...Object.entries(headers).flat()]);
  const found = JSON.parse(stdout.trim().split('\n').at(-1));
  return { ...found, perSecond: (found.requests * 1e6) / found.microseconds };
}

async function byAutocannon({ url, bodies, headers, clients, seconds }) {
  const lines = readFileSync(bodies, 'utf8').trimEnd().split('\n');
  let next = 0;
  const setupRequest = (request) => ({ ...request, body: lines[next++ % lines.length] });
  const found = await autocannon({
    url,
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    connections: clients,
    duration: seconds,
    requests: [{ setupRequest }],
  });
  return {
    requests: found.requests.total,
    perSecond: found.requests.total / found.duration,
    bytes: found.throughput.total,
    failed: found.non2xx + found.errors + found.timeouts,
    p50: found.latency.p50,
    p99: found.latency.p99,
  };
}
