import 'reflect-metadata';
import { Command } from 'commander';
import { createApp } from '../src/app.js';
import type { CalendarDate } from '../src/domain/kernel/calendar-date.js';
import type { RegionCode } from '../src/domain/kernel/region-code.js';
import { type BacktestPlan, backtest } from '../src/domain/regional-risk/backtest.js';
import { indicatorOf } from '../src/domain/regional-risk/indicator.js';
import { SeededRandom } from '../src/features/demonstration/index.js';
import { WatchService } from '../src/features/regional-risk/index.js';
import { systemClock } from '../src/platform/clock.js';
import { readEnv } from '../src/platform/config/env.js';
import { createLogger } from '../src/platform/logging/logger.js';
import { countyOption, dayOption } from './command/options.js';
import { progressOf } from './command/progress.js';

interface Asked {
  readonly on?: CalendarDate;
  readonly region?: RegionCode;
  readonly json?: true;
  readonly backtest?: true;
  readonly histories: string;
  readonly seed: string;
}

const region = countyOption('indicators are by county');

async function watch({ on, region: code, json }: Asked): Promise<void> {
  if (code === undefined) throw new Error('name a region: --region 43');
  const env = readEnv();
  const app = await createApp({ env: { ...env, demo: false }, logger: createLogger({ ...env, logLevel: 'warn' }) });
  const bar = progressOf('counties');
  try {
    const clock = systemClock(env.today);
    const [today, now] = [clock.today(), clock.now()];
    const report = await new WatchService(app.ground).watch(code, { on: on ?? today, today, now }, bar.onProgress);
    bar.stop();
    if (json) console.log(JSON.stringify(report, null, 2));
    else {
      for (const { region: where, indicator, subject, severity } of report.raised)
        console.log(
          `${severity} ${where} ${app.ground.tree.find(where)?.name ?? ''}: ${indicator}${subject && ` of ${subject}`}`,
        );
      console.log(
        `${report.month}: ${report.figures} figures of ${report.counties} counties, ${report.raised.length} warnings raised.`,
      );
    }
  } finally {
    await app.stop();
  }
}

/** Month level of a count at which a county is tried, quiet and with the count doubled. */
const LEVELS = [5, 10, 15, 20, 40, 100, 400];
const PAST_MONTHS = 24;
/** A rate of 5 % that strays by half a point, and rises by half: tried at each length of past. */
const RATE = { code: 'rural-unemployment-rate', level: 5, spread: 0.5, shock: 1.5, pasts: [12, 24, 36] };

function tellBacktest({ histories, seed }: Asked): void {
  const random = new SeededRandom(seed);
  const line = (code: string, past: number, made: Pick<BacktestPlan, 'level' | 'spread' | 'season' | 'shock'>) => {
    const plan = { indicator: indicatorOf(code)!, histories: Number(histories), past, quiet: 24, ...made };
    const found = backtest({ ...plan, random: () => random.fraction() });
    const shares = [found.foundWithin1, found.foundWithin2, found.foundWithin3];
    return [...shares.map((share) => `${(100 * share).toFixed(1)} %`), found.falseAlarmsPerYear].join(' | ');
  };
  const found = 'found within 1 | 2 | 3 months | false alarms a county-year |\n|--:|--:|--:|--:|--:|';
  console.log(`| a month | season | ${found}--:|`);
  for (const level of LEVELS)
    for (const season of [0, 0.1])
      console.log(
        `| ${level} | ±${100 * season} % | ${line('leads', PAST_MONTHS, { level, spread: 0, season, shock: 2 })} |`,
      );
  console.log(`\n| months of past (EWMA) | ${found}`);
  const { code, pasts, ...rate } = RATE;
  for (const past of pasts) console.log(`| ${past} | ${line(code, past, { ...rate, season: 0 })} |`);
}

const program = new Command('watch')
  .description(
    'Reckons the indicators of regional risk by county and month, and raises a warning where a region departs from its own past (art. 2.3).',
  )
  .option('--region <code>', 'region whose counties are looked at, e.g. 43 or 430121', region)
  .option('--on <day>', 'as of which day; the last month that is over by then is judged; today unless told', dayOption)
  .option('--json', 'the report as JSON')
  .option('--backtest', 'runs the detectors over made-up histories instead, and needs no register')
  .option('--histories <number>', 'histories of a backtest', '400')
  .option('--seed <text>', 'seed of a backtest', '7')
  .action(async (asked: Asked) => {
    try {
      if (asked.backtest) tellBacktest(asked);
      else await watch(asked);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    }
  });
await program.parseAsync();
