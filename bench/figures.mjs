// `node bench/figures.mjs`: questions of figures on a million households, asked of Holdline and PostGraphile over HTTP and of the
// database by hand-written SQL, in turns. What is timed ends with the last byte of an answer or the last row; that answers are the same
// is looked at before, untimed. See docs/performance.md.
import { mkdirSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import postgres from 'postgres';
import { median } from './report.mjs';
import { TODAY } from './register.mjs';
import { newerNode, startServer, tokenOf, untilQuiet } from './servers/start.mjs';
import { QUESTIONS_OF_FIGURES } from './figures-questions.mjs';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
/** Both servers run on the Node that PostGraphile asks for. */
const NODE = newerNode();

const { values: options } = parseArgs({
  options: {
    name: { type: 'string', default: 'holdline_bench_million' },
    database: { type: 'string', default: process.env.DATABASE_URL ?? 'postgres://root@127.0.0.1:5432/postgres' },
    rounds: { type: 'string', default: '5' },
    /** For how long each is asked in a row when it is its turn, as in the other benches; with 0 once, which tells what a machine takes that was at rest. */
    seconds: { type: 'string', default: '2' },
    /** Rounds of each question that are not timed, before those that are: servers compile what they run often. */
    warmups: { type: 'string', default: '200' },
    questions: { type: 'string', default: Object.keys(QUESTIONS_OF_FIGURES).join(',') },
    peer: { type: 'boolean', default: true },
    /** Another register, whose Holdline takes its turn: what growth costs. */
    beside: { type: 'string' },
  },
  allowNegative: true,
});
const url = new URL(options.database);
url.pathname = `/${options.name}`;
const dataDir = path(`./.data/${options.name}`);
mkdirSync(dataDir, { recursive: true });
const env = {
  NODE_ENV: 'development',
  DATABASE_URL: url.href,
  DATA_DIR: dataDir,
  TODAY,
  LOG_LEVEL: 'silent',
  EXPLORER: 'off',
  DEMO: 'off',
  DAILY_SCREENING: 'off',
  PUBLISH_HOUR: 'off',
  RATE_LIMIT: 'off',
};
const agent = new Agent({ keepAlive: true });
const sql = postgres(url.href, { max: 1, onnotice: () => undefined });
// What PostGraphile is asked of, under the same row-level security: cases with their households, and those of one province by a function
// that the database reads as part of the statement, so that it finds them by the index. Cases are added up as ones, which is less
// than counting different ids.
await sql.unsafe(`CREATE SCHEMA IF NOT EXISTS bench;
  GRANT USAGE ON SCHEMA bench TO holdline_app;
  DROP VIEW IF EXISTS bench.case_household, bench.opened_case CASCADE;
  CREATE VIEW bench.case_household WITH (security_invoker = true) AS
    SELECT c.county_code, substr(c.county_code, 1, 2) || '0000' AS province_code, c.id, 1 AS one, c.category, c.status, c.channel,
      date_trunc('month', c.opened_on::timestamp)::date AS opened_month, date_trunc('year', c.opened_on::timestamp)::date AS opened_year,
      h.size, h.per_capita_fen
    FROM monitoring_case c JOIN household h ON h.county_code = c.county_code AND h.id = c.household_id;
  CREATE VIEW bench.opened_case WITH (security_invoker = true) AS
    SELECT substr(county_code, 1, 2) || '0000' AS province_code, 1 AS one, date_trunc('month', opened_on::timestamp)::date AS opened_month
    FROM monitoring_case;
  CREATE FUNCTION bench.cases_of_province(province text) RETURNS SETOF bench.case_household LANGUAGE sql STABLE AS
    'SELECT * FROM bench.case_household WHERE county_code BETWEEN substr(province, 1, 2) || ''0000'' AND substr(province, 1, 2) || ''9999''';
  GRANT SELECT ON bench.case_household, bench.opened_case TO holdline_app;
  GRANT EXECUTE ON FUNCTION bench.cases_of_province(text) TO holdline_app`);
const holdline = await startHoldline(env);
const beside = options.beside === undefined ? null : await startBeside(options.beside);
const peer = options.peer
  ? await startServer({
      name: 'PostGraphile',
      node: NODE,
      script: path('./servers/postgraphile.mjs'),
      env: { ...env, POOL: '4', SCOPE: '%', AGGREGATES: 'yes', GRAPHILE_ENV: 'production' },
    })
  : null;
try {
  const token = tokenOf('NATIONAL_OFFICER:000000', env);
  await untilQuiet(sql);
  if (beside !== null) await untilQuiet(beside.sql);
  for (const name of options.questions.split(',')) await measure(name, QUESTIONS_OF_FIGURES[name], token);
} finally {
  agent.destroy();
  await Promise.all([holdline.stop(), peer?.stop(), beside?.stop(), beside?.sql.end(), sql.end()]);
}

function startHoldline(own) {
  const script = path('../dist/src/main.js');
  return startServer({ name: 'Holdline', node: NODE, script, env: { ...own, DATABASE_POOL: '4' } });
}

async function startBeside(name) {
  const other = new URL(url);
  other.pathname = `/${name}`;
  const own = { ...env, DATABASE_URL: other.href, DATA_DIR: path(`./.data/${name}`) };
  const server = await startHoldline(own);
  return { ...server, token: tokenOf('NATIONAL_OFFICER:000000', own), sql: postgres(other.href, { max: 1 }) };
}

async function measure(name, { ours, theirs, raw, rows }, token) {
  const ways = {
    holdline: () => send(holdline.base, ours, token),
    raw: () => inScope(raw),
    ...(peer !== null && theirs ? { peer: () => send(peer.base, theirs) } : {}),
  };
  const answers = {};
  for (const [way, run] of Object.entries(ways)) {
    const answer = await run();
    const found = way === 'raw' ? rows.raw(answer) : rows[way === 'peer' ? 'theirs' : 'ours'](dataOf(name, answer));
    answers[way] = found.map((row) => JSON.stringify(row)).sort();
  }
  for (const way of Object.keys(ways))
    if (!isDeepStrictEqual(answers[way], answers.raw))
      throw new Error(
        `${name}: ${way} answers otherwise: ${answers[way].slice(0, 3)} … not ${answers.raw.slice(0, 3)} …`,
      );
  if (beside !== null) ways.beside = () => send(beside.base, ours, beside.token);
  for (const [way, run] of Object.entries(ways))
    for (let round = 0; round < Number(options.warmups) && way !== 'raw'; round += 1) await run();
  const turnMs = Number(options.seconds) * 1000;
  const taken = Object.fromEntries(Object.keys(ways).map((way) => [way, []]));
  for (let round = 0; round < Number(options.rounds); round += 1)
    for (const [way, run] of Object.entries(ways)) {
      const started = performance.now();
      let asked = 0;
      do {
        await run();
        asked += 1;
      } while (performance.now() - started < turnMs);
      taken[way].push((performance.now() - started) / asked);
    }
  const ratio = (way) => median(taken[way].map((ms, at) => ms / taken.holdline[at]));
  const cells = Object.keys(ways).map((way) => `${way} ${median(taken[way]).toFixed(1)} ms`);
  const ratios = Object.keys(ways)
    .filter((way) => way !== 'holdline')
    .map((way) => `${way}/holdline ${ratio(way).toFixed(2)}`);
  const load = loadavg()[0].toFixed(0);
  console.log(`${name} (${answers.raw.length} rows, load average ${load}): ${[...cells, ...ratios].join(', ')}`);
}

/** Asks by a connection that is kept; the answer as it came. */
function send(base, query, token) {
  const headers = {
    'content-type': 'application/json',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  return new Promise((resolve, reject) => {
    const asked = request(`${base}/graphql`, { method: 'POST', agent, headers }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve(Buffer.concat(parts)));
      response.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(JSON.stringify({ query }));
  });
}

function dataOf(name, answer) {
  const { data, errors } = JSON.parse(answer);
  if (errors) throw new Error(`${name}: ${JSON.stringify(errors).slice(0, 400)}`);
  return data;
}

/** As the product's own statements are sent: in a role, a scope and a snapshot. */
function inScope(text) {
  return sql.begin('read only', async (tx) => {
    await tx.unsafe('SET LOCAL ROLE holdline_app');
    await tx.unsafe("SET LOCAL app.scope = '%'");
    await tx.unsafe("SET LOCAL work_mem = '32MB'");
    return tx.unsafe(text);
  });
}
