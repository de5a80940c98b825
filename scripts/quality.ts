import 'reflect-metadata';
import { Command } from 'commander';
import { createApp } from '../src/app.js';
import type { CalendarDate } from '../src/domain/kernel/calendar-date.js';
import type { RegionCode } from '../src/domain/kernel/region-code.js';
import { ScanQualityService } from '../src/features/quality/index.js';
import { systemClock } from '../src/platform/clock.js';
import { readEnv } from '../src/platform/config/env.js';
import { createLogger } from '../src/platform/logging/logger.js';
import { countyOption, dayOption } from './command/options.js';
import { progressOf } from './command/progress.js';
import { checkSheetFile } from './quality/check-sheet.command.js';

interface Asked {
  readonly region: RegionCode;
  readonly on?: CalendarDate;
  readonly json?: true;
}

const region = countyOption('the register is looked through county by county');

async function scan({ region: code, on, json }: Asked): Promise<void> {
  const env = readEnv();
  const app = await createApp({ env: { ...env, demo: false }, logger: createLogger({ ...env, logLevel: 'warn' }) });
  const bar = progressOf('counties');
  try {
    const clock = systemClock(env.today);
    const request = { on: on ?? clock.today(), now: clock.now(), onProgress: bar.onProgress };
    const report = await new ScanQualityService(app.ground).scan(code, request);
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

interface SheetOptions {
  readonly province: RegionCode;
  readonly on?: CalendarDate;
  readonly out?: string;
  readonly json?: true;
}

const FOUND = 3;

async function check(file: string, { province, on, out, json }: SheetOptions): Promise<void> {
  const { today, provinceModules } = readEnv();
  const asked = { file, province, on: on ?? systemClock(today).today(), provinceModules, ...(out && { out }) };
  const { rows, faults } = await checkSheetFile(asked);
  if (json) console.log(JSON.stringify(faults, null, 2));
  else {
    for (const { row, column, rule, message } of faults)
      console.log(`row ${row}${column === null ? '' : `, ${column}`}: ${rule} ${message.en}`);
    console.log(`${rows} rows, ${faults.length} faults.`);
  }
  if (faults.length > 0) process.exitCode = FOUND;
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
  .option('--on <day>', 'as of which day; today unless told', dayOption)
  .option('--json', 'the report as JSON')
  .action(async (asked: Asked) => {
    try {
      await scan(asked);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    }
  });
program
  .command('check <file>')
  .description(
    'checks a sheet in the columns of the national export, a row a member, by the rules of a province, and keeps nothing of it',
  )
  .requiredOption('--province <code>', 'whose rules hold, e.g. 43', region)
  .option('--on <day>', 'as of which day; today unless told', dayOption)
  .option('--out <file>', 'the same sheet with the faults marked')
  .option('--json', 'the faults as JSON')
  .action(async (file: string, asked: SheetOptions) => {
    try {
      await check(file, asked);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    }
  });
await program.parseAsync();
