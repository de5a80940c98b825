// `npm run bench:questions`: the twenty questions of docs/guides/analyse over HTTP, in turns with their recounts in SQL, on a register that
// is there already: `--database URL`, filled by `node bench/million.mjs`. Prints the table of docs/guides/analyse/README.md. With `--analysts`
// an analyst asks them of the newest publication (`npm run figures -- publish` with the folder of keys that `bench/million.mjs` left), without recounts:
// how far those may be off is held by test/docs/analyse-questions.test.ts.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import postgres from 'postgres';
import { build } from '../scripts/build.mjs';
import { guideQuestions } from './guide-questions.mjs';
import { median } from './report.mjs';
import { TODAY } from './register.mjs';
import { headersOf, startServer, untilQuiet } from './servers/start.mjs';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    database: {
      type: 'string',
      default: process.env.DATABASE_URL ?? 'postgres://root@127.0.0.1:5432/holdline_bench_million',
    },
    only: { type: 'string' },
    analysts: { type: 'boolean', default: false },
  },
});
const rounds = Number(options.rounds);
/** A question that takes longer than this in the first round is asked three times only. */
const SLOW_MS = 10_000;
const GRANTS = options.analysts
  ? { province: 'ANALYST:430000', nation: 'ANALYST:000000' }
  : { province: 'PROVINCE_OFFICER:430000', nation: 'NATIONAL_OFFICER:000000' };
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const say = (text) => process.stderr.write(`${text}\n`);

build();
const { asLines, recountOf, rowsOfAnswer } = await import('../dist/scripts/guide-questions.js');
const only = options.only?.split(',').map(Number);
const questions = (await guideQuestions()).filter(({ number }) => only === undefined || only.includes(number));
const recounts = Object.fromEntries(
  readdirSync(path('questions')).map((name) => [
    Number.parseInt(name, 10),
    readFileSync(path(`questions/${name}`), 'utf8'),
  ]),
);

// A publication is answered by a server that has the keys it was made with.
const dataDir = options.analysts
  ? path(`.data/${new URL(options.database).pathname.slice(1)}`)
  : mkdtempSync(join(tmpdir(), 'holdline-questions-'));
const env = {
  NODE_ENV: 'development',
  DATABASE_URL: options.database,
  DATA_DIR: dataDir,
  TODAY,
  LOG_LEVEL: 'silent',
  EXPLORER: 'off',
  DEMO: 'off',
  PUBLISH_HOUR: 'off',
  // One caller sends all the load.
  RATE_LIMIT: 'off',
};
const sql = postgres(options.database, { max: 1, onnotice: () => undefined, connection: { jit: 'off' } });
let server = null;
try {
  server = await startServer({ name: 'Holdline', node: process.execPath, script: path('../dist/src/main.js'), env });
  await untilQuiet(sql);
  const headers = Object.fromEntries(Object.entries(GRANTS).map(([who, grant]) => [who, headersOf(grant, env)]));
  const lines = [];
  for (const question of questions) {
    const text = recountOf(recounts[question.number], question.who);
    const taken = { product: [], sql: [], ratio: [] };
    let source = '';
    let rows = 0;
    try {
      for (let round = 0; round <= rounds; round += 1) {
        const asked = await timed(() => ask(question.query, headers[question.who]));
        const counted = options.analysts
          ? { ms: Number.NaN, value: rowsOfAnswer(asked.value.data) }
          : await timed(() => sql.unsafe(text));
        if (round === 0) {
          if (!options.analysts) compare(question, asked.value.data, counted.value);
          source = asked.value.extensions?.stats?.map((one) => one.source.toLowerCase()).join(', ') ?? '';
          rows = counted.value.length;
          continue;
        }
        taken.product.push(asked.ms);
        taken.sql.push(counted.ms);
        taken.ratio.push(asked.ms / counted.ms);
        if (round === 3 && asked.ms > SLOW_MS) break;
      }
    } catch (error) {
      // What is not published is refused to analysts, and says so.
      if (!options.analysts) process.exitCode = 1;
      const line = `| ${question.number} | ${question.who} | | | ${error.message} | | |`;
      say(line);
      lines.push(line);
      continue;
    }
    const [ms, rawMs, ratio] = [taken.product, taken.sql, taken.ratio].map(median);
    const beside = options.analysts ? '| |' : `| ${Math.round(rawMs)} | ${ratio.toFixed(2)} |`;
    const line = `| ${question.number} | ${question.who} | ${source} | ${rows} | ${Math.round(ms)} ${beside}`;
    say(line);
    lines.push(line);
  }
  const load = loadavg()
    .map((one) => one.toFixed(0))
    .join(', ');
  const [{ n }] = await sql`SELECT count(*)::int AS n FROM household`;
  console.log(
    `${new Date().toISOString().slice(0, 10)}, ${n} households, ${cpus().length} cores (${cpus()[0]?.model}), load average ${load}, ${rounds} rounds\n`,
  );
  console.log(
    [
      '| | asked by | read from | rows | median ms | recount in SQL, ms | ratio |',
      '|---|---|---|---:|---:|---:|---:|',
      ...lines,
    ].join('\n'),
  );
} finally {
  await server?.stop();
  await sql.end();
  if (!options.analysts) rmSync(dataDir, { recursive: true, force: true });
}

async function ask(query, headers) {
  const response = await fetch(`${server.base}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  const answer = await response.json();
  if (answer.errors) throw new Error(answer.errors.map(({ message }) => message).join(' '));
  return answer;
}

async function timed(work) {
  const started = performance.now();
  const value = await work();
  return { value, ms: performance.now() - started };
}

/** @throws Error when the product and the recount differ, with the first difference */
function compare({ number }, data, counted) {
  const recounted = counted.map(({ row }) => row);
  const columns = Object.keys(recounted[0] ?? {});
  const [answered, expected] = [asLines(rowsOfAnswer(data), columns), asLines(recounted, columns)];
  const at = expected.findIndex((line, place) => line !== answered[place]);
  if (answered.length !== expected.length || at >= 0)
    throw new Error(
      `question ${number}: ${answered.length} rows, recounted ${expected.length}; ${answered[at]} is ${expected[at]} by the recount`,
    );
}
