// `npm run bench:costs`: what a point of figures stands for: the processor time of the database for each of the twenty questions of
// docs/guides/analyse, beside the points that they are reckoned at. Processor time is told, since a busy machine hardly moves it;
// the database reads by one process for it. On a register that is there already, see `node bench/million.mjs`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import postgres from 'postgres';
import { guideQuestions } from './guide-questions.mjs';
import { median } from './report.mjs';
import { TODAY } from './register.mjs';
import { cpuSeconds, headersOf, startServer, untilQuiet } from './servers/start.mjs';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    database: {
      type: 'string',
      default: process.env.DATABASE_URL ?? 'postgres://root@127.0.0.1:5432/holdline_bench_million',
    },
  },
});
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const questions = await guideQuestions();
/** Each is asked of a province and of the nation. */
const GRANTS = { province: 'PROVINCE_OFFICER:430000', nation: 'NATIONAL_OFFICER:000000' };

const dataDir = mkdtempSync(join(tmpdir(), 'holdline-costs-'));
const env = {
  NODE_ENV: 'development',
  DATABASE_URL: options.database,
  DATA_DIR: dataDir,
  TODAY,
  LOG_LEVEL: 'silent',
  EXPLORER: 'off',
  DEMO: 'off',
  PUBLISH_HOUR: 'off',
  RATE_LIMIT: 'off',
  FIGURES_LIMIT: '100000000',
};
const sql = postgres(options.database, { max: 1, onnotice: () => undefined });
const name = new URL(options.database).pathname.slice(1);
await sql.unsafe(`ALTER DATABASE "${name}" SET max_parallel_workers_per_gather = 0`);
let server = null;
try {
  server = await startServer({ name: 'Holdline', node: process.execPath, script: path('../dist/src/main.js'), env });
  await untilQuiet(sql);
  console.log('| | asked of | read from | rows looked at | points | database CPU ms | µs a point |');
  console.log('|---|---|---|---:|---:|---:|---:|');
  const each = [];
  for (const question of questions)
    for (const [who, grant] of Object.entries(GRANTS)) {
      const found = await measure(question.query, headersOf(grant, env));
      if (found === null) continue;
      const { source, rows, cost, ms } = found;
      each.push({ source, each: (ms * 1000) / cost });
      const cells = [
        question.number,
        who,
        source.toLowerCase(),
        rows,
        cost,
        ms.toFixed(1),
        ((ms * 1000) / cost).toFixed(1),
      ];
      console.log(`| ${cells.join(' | ')} |`);
    }
  for (const source of new Set(each.map((one) => one.source))) {
    const own = each.filter((one) => one.source === source).map((one) => one.each);
    console.log(
      `${source}: ${own.length} questions, µs a point: median ${median(own).toFixed(1)}, from ${Math.min(...own).toFixed(1)} to ${Math.max(...own).toFixed(1)}`,
    );
  }
} finally {
  await server?.stop();
  await sql.unsafe(`ALTER DATABASE "${name}" RESET max_parallel_workers_per_gather`);
  await sql.end();
  rmSync(dataDir, { recursive: true, force: true });
}

/** Processor time of the database for a question; null where it is not answered in its time. */
async function measure(query, headers) {
  const taken = [];
  let stats = null;
  for (let round = 0; round <= Number(options.rounds); round += 1) {
    const before = await used();
    const response = await fetch(`${server.base}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query }),
    });
    const answer = await response.json();
    if (answer.errors) return null;
    [stats] = answer.extensions.stats;
    // The first connects and plans.
    if (round > 0) taken.push(((await used()) - before) * 1000);
  }
  return {
    source: stats.source,
    rows: stats.rows,
    cost: stats.cost,
    ms: taken.reduce((all, one) => all + one, 0) / taken.length,
  };
}

async function used() {
  const pids =
    await sql`SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`;
  return pids.reduce((all, { pid }) => all + cpuSeconds(pid), 0);
}
