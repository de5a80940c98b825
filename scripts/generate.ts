import 'reflect-metadata';
import { Command } from 'commander';
import { BASELINE, PROVINCES } from '../provinces/index.js';
import { loadRegister } from '../src/features/demonstration/index.js';
import { type GenerateOptions, readGenerateOptions } from '../src/features/demonstration/read-generate-options.js';
import {
  chineseHolidayCalendar,
  listConfigurations,
  loadProvinces,
  ProvinceService,
  registerConfigurations,
} from '../src/features/province/index.js';
import { fillRegionTable, loadRegionTree } from '../src/features/region/index.js';
import { systemClock } from '../src/platform/clock.js';
import { readEnv } from '../src/platform/config/env.js';
import { createFieldCipher } from '../src/platform/crypto/aes-field-cipher.js';
import { createBlindIndex } from '../src/platform/crypto/keyed-blind-index.js';
import { loadPiiKeys } from '../src/platform/crypto/load-pii-keys.js';
import { Database } from '../src/platform/database/database.js';
import { migrateDatabase } from '../src/platform/database/migrate.js';
import { openEngines } from '../src/platform/database/open-engine.js';
import { WHOLE_REGISTER } from '../src/platform/database/scope.js';
import { progressOf } from './command/progress.js';

async function run(options: GenerateOptions): Promise<void> {
  const env = readEnv();
  if (env.production) throw new Error('NODE_ENV: synthetic households are not for production');
  const keys = await loadPiiKeys(env);
  const clock = systemClock(env.today);
  const bar = progressOf('households');
  const engines = await openEngines(env);
  try {
    await migrateDatabase(engines.owner, 'migrations');
    const tree = loadRegionTree((await fillRegionTable(engines.owner)).rows);
    const request = readGenerateOptions(options, tree);
    if ('faults' in request) throw new Error(['nothing was generated:', ...request.faults].join('\n  '));
    const database = new Database(engines.serving);
    const history = await database.read(WHOLE_REGISTER, listConfigurations);
    const catalogue = loadProvinces({ national: BASELINE, modules: PROVINCES, history });
    const loaded = [...catalogue.provinces.values()];
    await database.write(WHOLE_REGISTER, (tx) => registerConfigurations(tx, loaded, clock.now().toISOString()));

    const started = performance.now();
    const { households, cases, rows } = await loadRegister({
      ...request,
      engine: engines.owner,
      cipher: createFieldCipher(keys, env.piiSuite),
      blindIndex: createBlindIndex(keys),
      provinces: new ProvinceService(catalogue),
      holidays: chineseHolidayCalendar(),
      tree,
      today: clock.today(),
      onProgress: bar.onProgress,
    });
    bar.stop();
    const seconds = (performance.now() - started) / 1_000;
    const speed = Math.round(rows / seconds).toLocaleString('en');
    const where = `${request.counties.length} ${request.counties.length === 1 ? 'county' : 'counties'}`;
    console.log(
      `${households} households, ${cases} cases in ${where}: ${rows} rows in ${seconds.toFixed(1)} s, ${speed} a second.`,
    );
  } finally {
    bar.stop();
    await engines.close();
  }
}

const command = new Command('generate')
  .description('Adds synthetic households (演示农户) with their cases to the register, marked as synthetic')
  .option('--households <number>', 'how many', '2000')
  .option('--province <code>', 'spread over the counties of a province, e.g. 43')
  .option('--counties <codes>', 'only these counties, with commas, e.g. 430121,430626')
  .option('--seed <number>', 'the same seed on an empty register gives the same households', '7');

try {
  await run(command.parse().opts<GenerateOptions>());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
