import 'reflect-metadata';
import { Command, InvalidArgumentError } from 'commander';
import { createApp } from '../src/app.js';
import { type CalendarDate, parseDate } from '../src/domain/kernel/calendar-date.js';
import { type RegionCode, readRegionCode } from '../src/domain/kernel/region-code.js';
import { ScanQualityService } from '../src/features/quality/index.js';
import { readEnv } from '../src/platform/config/env.js';
import { createLogger } from '../src/platform/logging/logger.js';
import { progressOf } from './command/progress.js';

interface Asked {
  readonly region: RegionCode;
  readonly on?: CalendarDate;
  readonly json?: true;
}

function day(text: string): CalendarDate {
  const found = parseDate(text);
  if (found === null) throw new InvalidArgumentError(`not a day YYYY-MM-DD: ${text}`);
  return found;
}

function region(text: string): RegionCode {
  const found = readRegionCode(/^\d{2}$/.test(text) ? `${text}0000` : text);
  if (typeof found !== 'string') throw new InvalidArgumentError(found.fault);
  if (found.length > 6)
    throw new InvalidArgumentError(
      'the register is looked through county by county: name a county or a region above it',
    );
  return found;
}

async function scan({ region: code, on, json }: Asked): Promise<void> {
  const env = readEnv();
  const app = await createApp({ env: { ...env, demo: false }, logger: createLogger({ ...env, logLevel: 'warn' }) });
  const bar = progressOf('counties');
  try {
    const now = new Date();
    const today = on ?? (now.toISOString().slice(0, 10) as CalendarDate);
    const report = await new ScanQualityService(app.ground).scan(code, today, now, bar.onProgress);
    bar.stop();
    const { counties, households, opened, rectified } = report;
    console.log(
      json
        ? JSON.stringify(report, null, 2)
        : `${households} households of ${counties} counties looked at: ${opened} findings opened, ${rectified} no longer hold.`,
    );
  } finally {
    await app.stop();
  }
}

const program = new Command('quality').description(
  'Looks for faults of data quality and signs of falsified records (art. 5.3).',
);
program
  .command('scan')
  .description(
    'looks through the register: what changed since the last time, what is monitored, what has an open finding',
  )
  .requiredOption('--region <code>', 'region whose counties are looked through, e.g. 43 or 430121', region)
  .option('--on <day>', 'as of which day; today unless told', day)
  .option('--json', 'the report as JSON')
  .action(async (asked: Asked) => {
    try {
      await scan(asked);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    }
  });
await program.parseAsync();
