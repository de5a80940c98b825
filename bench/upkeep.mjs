// `npm run bench:upkeep`: what the upkeep of tallies costs those who write: W5 and W6 of the product as it is served, in turns with the
// same product but that no change writes what it moves. See docs/performance.md.
import { writeFileSync, mkdirSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from '../scripts/build.mjs';
import { load } from './load.mjs';
import { Register } from './register.mjs';
import { median } from './report.mjs';
import { ask, startHoldline } from './servers/servers.mjs';
import { startServer } from './servers/start.mjs';
import { measureSteps } from './steps.mjs';
import { bodiesFor, WORKLOADS } from './workloads.mjs';

const { values: options } = parseArgs({
  options: {
    households: { type: 'string', default: '20000' },
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '7' },
    clients: { type: 'string', default: '16' },
    pool: { type: 'string', default: '10' },
    database: { type: 'string', default: process.env.DATABASE_URL ?? 'postgres://root@127.0.0.1:5432/postgres' },
  },
});
const [households, seconds, rounds, clients, pool] = ['households', 'seconds', 'rounds', 'clients', 'pool'].map(
  (name) => Number(options[name]),
);
/** What upkeep may cost at most of the throughput without: issue 6. */
const AIM = 0.2;
const STEP_CLIENTS = 32;
const OPENING = WORKLOADS.find(({ name }) => name === 'W5');
const RESULTS = fileURLToPath(new URL('./results', import.meta.url));
const say = (text) => process.stderr.write(`${text}\n`);

build();
mkdirSync(RESULTS, { recursive: true });
const register = new Register(options.database, households);
await register.prepare({ fresh: false, say });
const { openings } = await register.questions();
await register.removeIdentified();
const bodies = join(register.dataDir, 'W5-upkeep.bodies');
writeFileSync(bodies, `${bodiesFor(OPENING, 'holdline', openings).join('\n')}\n`);
const served = await startHoldline(register, pool);
const bare = await startServer({
  name: 'Holdline without tallies',
  node: process.execPath,
  script: fileURLToPath(new URL('./servers/untallied.mjs', import.meta.url)),
  env: { ...register.env, DATABASE_POOL: String(pool) },
});
const { headers, headersOf } = served;
const servers = { with: served, without: { ...bare, headers, headersOf, address: () => `${bare.base}/graphql` } };
try {
  await checkWhatIsWritten();
  const measured = { W5: { with: [], without: [] }, W6: { with: [], without: [] } };
  for (let round = 0; round <= rounds; round += 1) {
    // Who begins takes turns, too.
    const order = round % 2 === 0 ? ['with', 'without'] : ['without', 'with'];
    for (const [name, run] of [
      ['W5', open],
      ['W6', identify],
    ])
      for (const which of order) {
        const found = await timed(servers[which], run);
        if (round > 0) measured[name][which].push(found);
      }
    if (round > 0) say(`round ${round} of ${rounds}`);
  }
  const load = loadavg()
    .map((one) => one.toFixed(0))
    .join(', ');
  console.log(
    `${households} households, ${cpus().length} cores, load average ${load}, ${rounds} rounds of ${seconds} s\n`,
  );
  console.log(tableOf(measured));
  const at = new Date().toISOString();
  writeFileSync(
    join(RESULTS, `upkeep-${at.replaceAll(':', '')}.json`),
    JSON.stringify({ at, households, seconds, rounds, clients, pool, measured }, null, 1),
  );
} finally {
  await Promise.all(Object.values(servers).map((server) => server.stop()));
  await register.close();
}

/** The one writes changes of tallies, the other none, and both the same cases. */
async function checkWhatIsWritten() {
  const [body] = bodiesFor(OPENING, 'holdline', openings);
  const written = {};
  for (const [which, server] of Object.entries(servers)) {
    const folded = await register.foldedUnits();
    await ask(server, OPENING, body);
    written[which] = (await register.foldedUnits()) - folded;
    await register.removeIdentified();
  }
  if (written.with !== 1 || written.without !== 0)
    throw new Error(`an opened case moves tallies by ${JSON.stringify(written)}, not by 1 and 0`);
}

async function open(server) {
  const found = await load({ url: server.address(), bodies, headers: server.headers, clients, seconds });
  if (found.failed > 0) throw new Error(`${server.name} refused ${found.failed} requests`);
  return { done: found.requests, perSecond: found.perSecond, p50: found.p50, p99: found.p99 };
}

async function identify(server) {
  const { steps, perSecond, p50, p99 } = await measureSteps(server, openings, { clients: STEP_CLIENTS, seconds });
  return { done: steps, perSecond, p50, p99 };
}

/** With processor time of Node and the database for each request or step. */
async function timed(server, run) {
  const backends = await register.backendsCpuSeconds();
  const node = server.cpuSeconds();
  const found = await run(server);
  await register.settle();
  const cpuMs = ((server.cpuSeconds() - node) * 1000) / found.done;
  const databaseCpuMs = (((await register.backendsCpuSeconds()) - backends) * 1000) / found.done;
  await register.removeIdentified();
  return { ...found, cpuMs, databaseCpuMs };
}

/** Medians; what upkeep costs is the median of the rounds' own shares. */
function tableOf(measured) {
  const lines = [
    '| | | per second | p50 ms | p99 ms | Node CPU ms | database CPU ms | upkeep costs | aim |',
    '|---|---|---:|---:|---:|---:|---:|---:|---:|',
  ];
  for (const [name, found] of Object.entries(measured)) {
    const cost = median(found.with.map(({ perSecond }, at) => 1 - perSecond / found.without[at].perSecond));
    for (const which of ['with', 'without']) {
      const figure = (key, digits) => median(found[which].map((one) => one[key])).toFixed(digits);
      const isOn = which === 'with';
      const cells = [
        isOn ? name : '',
        `${which} tallies`,
        figure('perSecond', 0),
        figure('p50', 1),
        figure('p99', 1),
        figure('cpuMs', 2),
        figure('databaseCpuMs', 2),
        isOn ? `${(cost * 100).toFixed(0)} %` : '',
        isOn ? `< ${AIM * 100} %` : '',
      ];
      lines.push(`| ${cells.join(' | ')} |`);
    }
  }
  return lines.join('\n');
}
