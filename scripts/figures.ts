import 'reflect-metadata';
import { Command } from 'commander';
import { buildCatalogue } from '../src/catalogue.js';
import { NATION, readRegionCode } from '../src/domain/kernel/region-code.js';
import { chineseHolidayCalendar, JudgementRunner, ProvinceService } from '../src/features/province/index.js';
import { publishFigures } from '../src/features/publication/index.js';
import { fillRegionTable, loadRegionTree } from '../src/features/region/index.js';
import { keepScores } from '../src/features/scorecard/index.js';
import { countRegister, reconcileTallies, talliesUnder, tellDrift } from '../src/features/tally/index.js';
import { systemClock } from '../src/platform/clock.js';
import { readEnv } from '../src/platform/config/env.js';
import { createKeyedDraw, drawKey } from '../src/platform/crypto/keyed-draw.js';
import { loadPiiKeys } from '../src/platform/crypto/load-pii-keys.js';
import { Database } from '../src/platform/database/database.js';
import { migrateDatabase } from '../src/platform/database/migrate.js';
import { openEngines } from '../src/platform/database/open-engine.js';
import { createLogger } from '../src/platform/logging/logger.js';
import { Sandbox } from '../src/platform/sandbox/sandbox.js';
import { progressOf } from './command/progress.js';

/** A county of a great city takes its time. */
const TIMEOUTS = { readMs: 600_000, writeMs: 600_000 };

async function publish(): Promise<void> {
  const env = readEnv();
  const clock = systemClock(env.today);
  const draw = createKeyedDraw(drawKey(await loadPiiKeys(env)));
  const engines = await openEngines(env);
  const sandbox = new Sandbox();
  const bar = progressOf('counties');
  try {
    await migrateDatabase(engines.owner, 'migrations');
    const database = new Database(engines.owner, TIMEOUTS);
    const judgements = new JudgementRunner({ sandbox, logger: createLogger(env) });
    const provinces = new ProvinceService(await buildCatalogue(database, env, judgements));
    const tree = loadRegionTree((await fillRegionTable(engines.owner)).rows);
    const alongside = [keepScores({ provinces, holidays: chineseHolidayCalendar() })];
    const parts = { database, tree, provinces, parameters: env.disclosure, draw, alongside };
    const when = { today: clock.today(), now: () => clock.now() };
    const published = await publishFigures(parts, when, bar.onProgress);
    bar.stop();
    if (published === null)
      throw new Error('Another process publishes figures at the moment: wait until it is through.');
    console.log(`The figures of ${published.day} are published: ${published.counties} counties.`);
  } finally {
    bar.stop();
    await sandbox.close();
    await engines.close();
  }
}

/** @returns whether every tally was what the register says */
async function reconcile(options: { readonly region?: string; readonly reportOnly?: boolean }): Promise<boolean> {
  const env = readEnv();
  const clock = systemClock(env.today);
  const engines = await openEngines(env);
  const bar = progressOf('counties');
  try {
    await migrateDatabase(engines.owner, 'migrations');
    const tree = loadRegionTree((await fillRegionTable(engines.owner)).rows);
    const region = options.region === undefined ? NATION : readRegionCode(options.region);
    if (typeof region !== 'string' || !tree.has(region) || tree.countiesUnder(region).length === 0)
      throw new Error(`--region: six digits of a county or of a region above it, not ${options.region}`);
    const database = new Database(engines.owner, TIMEOUTS);
    const now = () => clock.now();
    if (!(await countRegister(database, tree.countiesUnder(NATION), now)))
      throw new Error('Another process counts the register at the moment.');
    const order = { ...talliesUnder(tree, region), repair: options.reportOnly !== true, today: clock.today(), now };
    const drifts = await reconcileTallies(database, { ...order, onProgress: bar.onProgress });
    bar.stop();
    for (const drift of drifts) console.log(tellDrift(drift));
    const done = options.reportOnly === true ? 'nothing was changed' : 'they were put right';
    console.log(
      `${order.counties.length} counties counted: ${drifts.length === 0 ? 'every tally agrees' : `${drifts.length} rows of tallies were off, ${done}`}.`,
    );
    return drifts.length === 0;
  } finally {
    bar.stop();
    await engines.close();
  }
}

const program = new Command('figures').description(
  'Figures (统计): published for analysts, see docs/adr/0018-disclosure-control.md, and tallied, see docs/adr/0023-rollups.md',
);
program
  .command('publish')
  .description('Publishes the figures of today; the server does it every night by itself (PUBLISH_HOUR)')
  .action(() =>
    publish().catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    }),
  );
program
  .command('reconcile')
  .description(
    'Counts every county anew, names what its tallies differ by, and puts it right; the server does it every night by itself. Fails where any differed',
  )
  .option('--region <code>', 'only the counties of a region, e.g. 430000')
  .option('--report-only', 'changes nothing')
  .action((options: Parameters<typeof reconcile>[0]) =>
    reconcile(options)
      .then((agrees) => {
        if (!agrees) process.exitCode = 1;
      })
      .catch((error: unknown) => {
        console.error(error instanceof Error ? error.message : error);
        process.exitCode = 2;
      }),
  );
program.parse();
