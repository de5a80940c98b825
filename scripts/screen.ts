import 'reflect-metadata';
import { Command } from 'commander';
import { buildCatalogue } from '../src/catalogue.js';
import { type CalendarDate, parseDate } from '../src/domain/kernel/calendar-date.js';
import { configurationKeyOf, type RegionCode, readRegionCode } from '../src/domain/kernel/region-code.js';
import { findHouseholdFacts } from '../src/features/household/index.js';
import { chineseHolidayCalendar, JudgementRunner, ProvinceService } from '../src/features/province/index.js';
import { fillRegionTable, loadRegionTree, type RegionTree } from '../src/features/region/index.js';
import { type RegisterScreened, screenRegister } from '../src/features/screening/index.js';
import { systemClock } from '../src/platform/clock.js';
import { readEnv } from '../src/platform/config/env.js';
import { createFieldCipher } from '../src/platform/crypto/aes-field-cipher.js';
import { createBlindIndex } from '../src/platform/crypto/keyed-blind-index.js';
import { loadPiiKeys } from '../src/platform/crypto/load-pii-keys.js';
import { Database } from '../src/platform/database/database.js';
import { migrateDatabase } from '../src/platform/database/migrate.js';
import { openEngines } from '../src/platform/database/open-engine.js';
import { createLogger } from '../src/platform/logging/logger.js';
import { Sandbox } from '../src/platform/sandbox/sandbox.js';
import { progressOf } from './command/progress.js';

interface Options {
  readonly region: string;
  readonly on?: string;
  readonly json?: boolean;
}

/** A statement over fifty thousand households on a machine that does other things too. */
const TIMEOUTS = { readMs: 300_000, writeMs: 60_000 };
const PROVINCE_DIGITS = 2;
const CODE_DIGITS = 6;

async function run(options: Options): Promise<void> {
  const env = readEnv();
  const clock = systemClock(env.today);
  const on = dayOf(options.on, clock.today());
  const keys = await loadPiiKeys(env);
  const bar = progressOf('households');
  const engines = await openEngines(env);
  const logger = createLogger(env);
  const sandbox = new Sandbox();
  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort());
  process.once('SIGTERM', () => stopping.abort());
  try {
    await migrateDatabase(engines.owner, 'migrations');
    const tree = loadRegionTree((await fillRegionTable(engines.owner)).rows);
    const region = regionOf(options.region, tree);
    const database = new Database(engines.serving, TIMEOUTS);
    const judgements = new JudgementRunner({ sandbox, logger });
    const provinces = new ProvinceService(await buildCatalogue(database, env, judgements));
    const started = performance.now();
    const screened = await screenRegister(
      {
        database,
        tree,
        provinces,
        judgements,
        households: { factsOf: findHouseholdFacts },
        holidays: chineseHolidayCalendar(),
        cipher: createFieldCipher(keys, env.piiSuite),
        blindIndex: createBlindIndex(keys),
      },
      {
        region,
        on,
        now: clock.now(),
        today: clock.today(),
        requestId: 'screen',
        onProgress: bar.onProgress,
        stopping: stopping.signal,
      },
    );
    bar.stop();
    const seconds = (performance.now() - started) / 1_000;
    if (options.json === true)
      console.log(JSON.stringify({ region, ...screened, seconds: Number(seconds.toFixed(2)) }));
    else tell(screened, tree, seconds);
    if (!screened.finished) process.exitCode = 1;
  } finally {
    bar.stop();
    await sandbox.close();
    await engines.close();
  }
}

/** `43` is short for 430000, as the codes of provinces are spoken. */
function regionOf(text: string, tree: RegionTree): RegionCode {
  const code = readRegionCode(text.length === PROVINCE_DIGITS ? text.padEnd(CODE_DIGITS, '0') : text);
  if (typeof code !== 'string') throw new Error(`--region: ${code.fault}`);
  if (!tree.has(code)) throw new Error(`--region: the division list has no region ${code}`);
  if (configurationKeyOf(code) === null)
    throw new Error('--region: name a province or a region in one; the nation is screened province by province');
  return code;
}

function dayOf(text: string | undefined, today: CalendarDate): CalendarDate {
  const day = text === undefined ? today : parseDate(text);
  if (day === null) throw new Error(`--on: a day that exists, YYYY-MM-DD; found ${JSON.stringify(text)}`);
  if (day > today) throw new Error(`--on: ${day} has not come; today is ${today}`);
  return day;
}

function tell(
  { on, households, leadsOpened, byCounty, resumed, finished }: RegisterScreened,
  tree: RegionTree,
  seconds: number,
): void {
  for (const { county, households: looked, leadsOpened: opened } of byCounty)
    console.log(`${county} ${tree.find(county as RegionCode)?.name ?? ''}: ${looked} households, ${opened} leads`);
  const how = resumed ? ', taken up where an earlier run was cut off' : '';
  const end = finished ? '' : ' Cut off: run it again, and it goes on from there.';
  console.log(
    `${households} households screened as of ${on} in ${seconds.toFixed(1)} s${how}: ${leadsOpened} leads opened.${end}`,
  );
}

const command = new Command('screen')
  .description(
    'Screens the register of a region by the rules of a day (规则筛查) and opens a lead for each household within the range or with a critical finding that has none',
  )
  .requiredOption('--region <code>', 'a province or a region in one, e.g. 43 or 430121')
  .option('--on <day>', 'as of this day, YYYY-MM-DD; today where it is left out')
  .option('--json', 'the report as one line of JSON');

try {
  await run(command.parse().opts<Options>());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
