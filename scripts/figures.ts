import { Command } from 'commander';
import { BASELINE, PROVINCES } from '../provinces/index.js';
import { importModule, listConfigurations, loadProvinces, ProvinceService } from '../src/features/province/index.js';
import { fillRegionTable, loadRegionTree } from '../src/features/region/index.js';
import { publishFigures } from '../src/features/statistics/index.js';
import { systemClock } from '../src/platform/clock.js';
import { readEnv } from '../src/platform/config/env.js';
import { Database } from '../src/platform/database/database.js';
import { migrateDatabase } from '../src/platform/database/migrate.js';
import { openEngines } from '../src/platform/database/open-engine.js';
import { WHOLE_REGISTER } from '../src/platform/database/scope.js';
import { progressOf } from './command/progress.js';

/** A county of a great city takes its time. */
const TIMEOUTS = { readMs: 600_000, writeMs: 600_000 };

async function publish(): Promise<void> {
  const env = readEnv();
  const clock = systemClock(env.today);
  const engines = await openEngines(env);
  const bar = progressOf('counties');
  try {
    await migrateDatabase(engines.owner, 'migrations');
    const database = new Database(engines.owner, TIMEOUTS);
    const history = await database.read(WHOLE_REGISTER, listConfigurations);
    const outside = await Promise.all(env.provinceModules.map((place) => importModule(place, BASELINE)));
    const modules = [...PROVINCES, ...outside.filter(({ faults }) => faults.length === 0).map(({ module }) => module)];
    const provinces = new ProvinceService(loadProvinces({ national: BASELINE, modules, history }));
    const tree = loadRegionTree((await fillRegionTable(engines.owner)).rows);
    const parts = { database, tree, provinces, parameters: env.disclosure };
    const when = { today: clock.today(), now: () => clock.now() };
    const published = await publishFigures(parts, when, bar.onProgress);
    bar.stop();
    if (published === null)
      throw new Error('Another process publishes figures at the moment: wait until it is through.');
    console.log(`The figures of ${published.day} are published: ${published.counties} counties.`);
  } finally {
    bar.stop();
    await engines.close();
  }
}

const program = new Command('figures').description(
  'Figures for analysts (统计发布): see docs/adr/0018-disclosure-control.md',
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
program.parse();
