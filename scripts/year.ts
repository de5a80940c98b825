import 'reflect-metadata';
import { readEnv } from '../src/platform/config/env.js';
import { progressOf } from './command/progress.js';
import { EXIT, newCommand, runCommand } from './command/run-command.js';
import { FIRST_DAY } from './year/places.js';
import { LEAST_HOUSEHOLDS, playYear } from './year/play-year.js';
import { RehearsalClock } from './year/rehearsal-clock.js';
import { reportOf } from './year/report.js';
import { Stage } from './year/stage.js';

interface Options {
  readonly households: string;
  readonly seed: string;
  readonly json?: true;
}

const MOST_HOUSEHOLDS = 200_000;
const MOST_SEED = 2 ** 32 - 1;

/** @throws Error naming the option and its bounds */
function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new Error(`--${name}: a whole number from ${least} to ${most}, not ${text}`);
}

async function rehearse({ households, seed, json }: Options): Promise<void> {
  const order = {
    households: wholeNumber('households', households, LEAST_HOUSEHOLDS, MOST_HOUSEHOLDS),
    seed: wholeNumber('seed', seed, 0, MOST_SEED),
  };
  const env = readEnv();
  if (env.production) throw new Error('NODE_ENV: a rehearsal makes up households, which is not for production');
  const stage = await Stage.open(env, new RehearsalClock(FIRST_DAY));
  const bar = progressOf('months');
  try {
    const played = await playYear(stage, { ...order, onMonth: bar.onProgress });
    bar.stop();
    const { register, year } = played.seconds;
    if (json) console.log(JSON.stringify({ ...order, ...played }, null, 2));
    else
      console.log(
        `${reportOf(played)}\n${order.households} households, ${played.requests} requests: register ${register.toFixed(0)} s, year ${year.toFixed(0)} s.`,
      );
    if (played.lines.some(({ agrees }) => !agrees)) process.exitCode = EXIT.found;
  } finally {
    bar.stop();
    await stage.stop();
  }
}

const command = newCommand('year')
  .description(
    'Rehearses a year (演练一年) on an empty database of its own: plants leads, alerts, a flood, a price slump, unemployment, a county without a campaign, and faults in the register and in a sheet, in eight counties, lives it through the API, and holds what comes out against what was planted',
  )
  .option('--households <number>', 'synthetic households of the register', '2000')
  .option('--seed <number>', 'the same seed gives the same year', '7')
  .option('--json', 'the result as JSON')
  .action(rehearse);

process.exitCode = await runCommand(command, process.argv.slice(2));
