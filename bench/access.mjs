// `npm run bench:access`: what access costs. The product as it is served, in turns with its own modules put together without access
// checks, row-level security, masking and token. See docs/performance.md.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from '../scripts/build.mjs';
import { GENERATOR, load } from './load.mjs';
import { Register } from './register.mjs';
import { median } from './report.mjs';
import { ask, startHoldline } from './servers/servers.mjs';
import { startServer } from './servers/start.mjs';
import { bodiesFor, WORKLOADS } from './workloads.mjs';

const { values: options } = parseArgs({
  options: {
    households: { type: 'string', default: '20000' },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '5' },
    clients: { type: 'string', default: '16' },
    pool: { type: 'string', default: '10' },
    database: { type: 'string', default: process.env.DATABASE_URL ?? 'postgres://root@127.0.0.1:5432/postgres' },
  },
});
const [households, seconds, rounds, clients, pool] = ['households', 'seconds', 'rounds', 'clients', 'pool'].map(
  (name) => Number(options[name]),
);
/** What is to be kept of the throughput without: issue 5. */
const AIMS = { W1: 0.6, W2: 0.8 };
const ASKED = ['W1', 'W1n', 'W2', 'W2n'];
/** What stays on, by the name of the row. */
const VARIANTS = {
  'everything on': null,
  'without reading the token': 'fields,scope,masking',
  'and without rules of fields': 'scope,masking',
  'and without scope and row-level security': 'masking',
  'everything off': '',
};
const RESULTS = fileURLToPath(new URL('./results', import.meta.url));
const COMPARED = 10;

const say = (text) => process.stderr.write(`${text}\n`);

build();
mkdirSync(RESULTS, { recursive: true });
const register = new Register(options.database, households);
await register.prepare({ fresh: false, say });
const asked = await register.questions();
const workloads = WORKLOADS.filter(({ name }) => ASKED.includes(name));
const servers = {};
try {
  for (const [name, kept] of Object.entries(VARIANTS)) servers[name] = await start(kept);
  const plans = [];
  for (const workload of workloads) plans.push(await planOf(workload));
  const measured = [];
  for (let round = 0; round <= rounds; round += 1) {
    for (const plan of plans)
      for (const name of Object.keys(VARIANTS)) {
        const found = await load({
          url: servers[name].address(),
          bodies: plan.file,
          headers: servers[name].headers,
          clients,
          seconds,
        });
        if (found.failed > 0) throw new Error(`${name} refused ${found.failed} requests of ${plan.workload.name}`);
        if (round > 0) measured.push({ round, variant: name, workload: plan.workload.name, ...found });
      }
    if (round > 0) say(`round ${round} of ${rounds}`);
  }
  const at = new Date().toISOString();
  const machine = { cores: cpus().length, model: cpus()[0]?.model, node: process.version };
  const settings = { households, seconds, rounds, clients, pool, generator: GENERATOR };
  writeFileSync(
    join(RESULTS, `access-${at.replaceAll(':', '')}.json`),
    JSON.stringify({ at, machine, settings, measured }, null, 1),
  );
  console.log(tableOf(measured));
} finally {
  await Promise.all(Object.values(servers).map((server) => server.stop()));
  await register.close();
}

async function start(kept) {
  if (kept === null) return startHoldline(register, pool);
  const guarded = servers['everything on'];
  const server = await startServer({
    name: 'Holdline unguarded',
    node: process.execPath,
    script: fileURLToPath(new URL('./servers/unguarded.mjs', import.meta.url)),
    env: { ...register.env, DATABASE_POOL: String(pool), KEPT: kept },
  });
  return { ...server, headers: guarded.headers, address: () => `${server.base}/graphql` };
}

/** All of them answer the same, but that names are sealed where nobody masks them, and cursors each time anew. */
async function planOf(workload) {
  const rows = asked[workload.query];
  const bodies = bodiesFor(workload, 'holdline', rows);
  const file = join(register.dataDir, `${workload.name}-access.bodies`);
  writeFileSync(file, `${bodies.join('\n')}\n`);
  const withoutNames = (data) =>
    JSON.stringify(data, (key, value) => (['name', 'endCursor'].includes(key) ? '*' : value));
  for (const body of bodies.slice(0, COMPARED)) {
    const answers = new Set();
    for (const server of Object.values(servers)) answers.add(withoutNames((await ask(server, workload, body)).data));
    if (answers.size > 1) throw new Error(`${workload.name}: not all answer the same`);
  }
  return { workload, file };
}

/** Medians; shares are medians of the rounds' own shares. */
function tableOf(measured) {
  const lines = ['| | | req/s | of everything off | aim | p50 ms | p99 ms |', '|---|---|---:|---:|---:|---:|---:|'];
  for (const { name } of workloads)
    for (const variant of Object.keys(VARIANTS)) {
      const of = (one) => measured.filter(({ workload, variant: own }) => workload === name && own === one);
      const own = of(variant);
      const base = of('everything off');
      const share = median(own.map(({ perSecond }, at) => perSecond / base[at].perSecond));
      const figure = (key, digits) => median(own.map((one) => one[key])).toFixed(digits);
      const isOn = VARIANTS[variant] === null;
      const cells = [
        isOn ? name : '',
        variant,
        figure('perSecond', 0),
        share.toFixed(2),
        isOn ? (AIMS[name]?.toFixed(2) ?? '') : '',
        figure('p50', 1),
        figure('p99', 1),
      ];
      lines.push(`| ${cells.join(' | ')} |`);
    }
  return lines.join('\n');
}
