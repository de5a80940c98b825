// `npm run bench`: Holdline, PostGraphile and hand-written SQL on one database, in turns. See docs/performance.md.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { build } from '../scripts/build.mjs';
import { GENERATOR, load } from './load.mjs';
import { Register, TODAY } from './register.mjs';
import { stepsTableOf, summarize, tableOf } from './report.mjs';
import { ask, SERVERS, startHoldline, startServers, versions } from './servers/servers.mjs';
import { startCountingProxy } from './servers/counting-proxy.mjs';
import { cpuSeconds } from './servers/start.mjs';
import { measureSteps } from './steps.mjs';
import { bodiesFor, WORKLOADS } from './workloads.mjs';

/** Name of the workload that has steps and no peers. */
const STEPS = 'W6';
const { values: options } = parseArgs({
  options: {
    households: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '5' },
    clients: { type: 'string', default: '16' },
    pool: { type: 'string', default: '10' },
    workloads: { type: 'string', default: [...WORKLOADS.map(({ name }) => name), STEPS].join(',') },
    database: { type: 'string', default: process.env.DATABASE_URL ?? 'postgres://root@127.0.0.1:5432/postgres' },
    fresh: { type: 'boolean', default: false },
  },
});
const [households, seconds, rounds, clients, pool] = ['households', 'seconds', 'rounds', 'clients', 'pool'].map(
  wholeNumber,
);
const workloads = WORKLOADS.filter(({ name }) => options.workloads.split(',').includes(name));
const RESULTS = fileURLToPath(new URL('./results', import.meta.url));
const COMPARED = 20;
const ASKED_TO_COUNT = 4;
const STEP_CLIENTS = 32;
const WARM_SECONDS = 2;
/** A disturbed machine may keep a request waiting past a server's patience; more than this share is a fault. */
const MOST_FAILED = 0.005;

const say = (text) => process.stderr.write(`${text}\n`);

build();
mkdirSync(RESULTS, { recursive: true });
const register = new Register(options.database, households);
await register.prepare({ fresh: options.fresh, say });
const asked = await register.questions();
const template = await caseTemplate();
const statements = await countStatements();
const servers = await startServers(register, pool, template);
try {
  const plans = [];
  for (const workload of workloads) plans.push(await planOf(workload));
  const measured = [];
  for (const plan of plans) for (const server of SERVERS) await measure(plan, server, WARM_SECONDS);
  for (let round = 1; round <= rounds; round += 1) {
    for (const plan of plans)
      for (const server of SERVERS) measured.push({ round, ...(await measure(plan, server, seconds)) });
    say(`round ${round} of ${rounds}`);
  }
  const run = {
    at: new Date().toISOString(),
    settings: { households, seconds, rounds, clients, pool, generator: GENERATOR, today: TODAY },
    machine: { cores: cpus().length, model: cpus()[0]?.model, ...versions(), postgresql: await register.version() },
    statements,
    measured,
    steps: options.workloads.split(',').includes(STEPS) ? await measureIdentification() : null,
  };
  writeFileSync(join(RESULTS, `${run.at.replaceAll(':', '')}.json`), JSON.stringify(run, null, 1));
  if (workloads.length > 0) console.log(tableOf(summarize(run), workloads));
  if (run.steps !== null) console.log(`\n${stepsTableOf(run.steps)}`);
} finally {
  await Promise.all(Object.values(servers).map((server) => server.stop()));
  await register.close();
}

/** Opens one case by the product and keeps its rows, from which the other two take what they write. */
async function caseTemplate() {
  await register.removeWritten();
  const product = await startHoldline(register, pool);
  const workload = WORKLOADS.find(({ writes }) => writes);
  const [opening] = asked.openings;
  const [body] = bodiesFor(workload, 'holdline', [opening]);
  const { data } = await ask(product, workload, body);
  if (data.openCase.case === null) throw new Error(`no case: ${JSON.stringify(data.openCase.userErrors)}`);
  const template = await register.readCaseTemplate(opening);
  await product.stop();
  await register.removeWritten();
  return template;
}

/** W6, and the statements of its steps, counted on one case beforehand. */
async function measureIdentification() {
  const proxy = await startCountingProxy(register.url);
  const counted = await startHoldline({ env: { ...register.env, DATABASE_URL: proxy.address } }, pool);
  const [first, ...others] = asked.openings;
  try {
    await untilQuiet(proxy);
    const { steps } = await measureSteps(counted, [first], { clients: 1, seconds });
    const sent = proxy.take().length;
    const found = await measureSteps(servers.holdline, others, { clients: STEP_CLIENTS, seconds: seconds * rounds });
    return { ...found, statements: sent / steps };
  } finally {
    await counted.stop();
    proxy.close();
    await register.settle();
    await register.removeIdentified();
  }
}

/** What a server does by itself after its start is no step's: waits for a second in which it sends next to nothing, and forgets the rest. */
async function untilQuiet(proxy) {
  do {
    proxy.take();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  } while (proxy.take().length > 2);
}

/** Statements a request, by workload and server, without the envelope; asked again until prepared, through a proxy of their own. */
async function countStatements() {
  const proxy = await startCountingProxy(register.url);
  const counted = await startServers({ env: { ...register.env, DATABASE_URL: proxy.address } }, pool, template);
  const counts = {};
  for (const workload of workloads) {
    counts[workload.name] = {};
    for (const server of SERVERS) {
      const bodies = bodiesFor(workload, server, asked[workload.query].slice(0, ASKED_TO_COUNT));
      for (const body of bodies) {
        proxy.take();
        await ask(counted[server], workload, body);
        counts[workload.name][server] = proxy.take().length;
      }
      if (workload.writes) await register.removeWritten();
    }
  }
  await Promise.all(Object.values(counted).map((server) => server.stop()));
  proxy.close();
  return counts;
}

/** Compares the servers' answers, and writes the bodies to files. */
async function planOf(workload) {
  const rows = asked[workload.query];
  if (rows.length === 0) throw new Error(`the register has nothing to ask for in ${workload.name}: make it larger`);
  const files = {};
  const bodies = {};
  for (const server of SERVERS) {
    bodies[server] = bodiesFor(workload, server, rows);
    files[server] = join(register.dataDir, `${workload.name}-${server}.bodies`);
    writeFileSync(files[server], `${bodies[server].join('\n')}\n`);
  }
  for (let n = 0; n < Math.min(COMPARED, rows.length); n += 1) {
    const answers = {};
    const written = {};
    for (const server of SERVERS) {
      answers[server] = workload.answer((await ask(servers[server], workload, bodies[server][n])).data);
      if (!workload.writes) continue;
      written[server] = await register.countWritten();
      await register.removeWritten();
    }
    for (const server of SERVERS)
      if (!same(answers[server], answers.limit) || !same(written[server], written.limit))
        throw new Error(
          `${workload.name}: ${server} answers ${JSON.stringify([answers[server], written[server]])}, the limit ${JSON.stringify([answers.limit, written.limit])}`,
        );
    if (workload.writes && n === 1) break;
  }
  say(`${workload.name}: all three answer the same`);
  return { workload, files, requests: rows.length };
}

async function measure({ workload, files, requests }, name, duration) {
  const server = servers[name];
  const backends = await register.backends();
  const used = () => backends.reduce((sum, pid) => sum + cpuSeconds(pid), 0);
  const [cpu, databaseCpu] = [server.cpuSeconds(), used()];
  const found = await load({
    url: server.address(workload),
    bodies: files[name],
    headers: server.headers,
    clients,
    seconds: duration,
  });
  const result = {
    workload: workload.name,
    server: name,
    ...found,
    cpuMs: ((server.cpuSeconds() - cpu) * 1000) / found.requests,
    databaseCpuMs: ((used() - databaseCpu) * 1000) / found.requests,
  };
  if (found.failed > 0) say(`${workload.name}: ${name} refused ${found.failed} of ${found.requests} requests`);
  if (found.failed > found.requests * MOST_FAILED) throw new Error(`${name} fails in ${workload.name}`);
  if (workload.writes) await checkWritten(found, requests, name);
  return result;
}

/** Every answer was a case, and each request opened another one. */
async function checkWritten({ requests, failed }, prepared, name) {
  await register.settle();
  const { monitoring_case: written } = await register.countWritten();
  await register.removeWritten();
  if (requests > prepared)
    throw new Error(`${name} was asked more often than there are households: make the register larger`);
  if (written < requests - failed || written > requests + clients)
    throw new Error(`${name} answered ${requests} requests and wrote ${written} cases`);
}

function same(one, other) {
  return isDeepStrictEqual(one, other);
}

function wholeNumber(name) {
  const value = Number(options[name]);
  if (Number.isInteger(value) && value > 0) return value;
  console.error(`--${name} is a whole number above 0; found ${options[name]}`);
  process.exit(2);
}
