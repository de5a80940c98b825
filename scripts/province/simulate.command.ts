import { SingleBar } from 'cli-progress';
import type { CalendarDate } from '../../src/domain/kernel/calendar-date.js';
import { type Fen, parseYuan } from '../../src/domain/kernel/money.js';
import { configurationKeyOf, type RegionCode, readRegionCode } from '../../src/domain/kernel/region-code.js';
import { findHouseholdFacts } from '../../src/features/household/household-row.repository.js';
import { ProvinceService } from '../../src/features/province/province.service.js';
import { readEditionRows } from '../../src/features/region/division-edition.js';
import { loadRegionTree, type RegionTree } from '../../src/features/region/region-tree.js';
import {
  type RuleSimulationResult,
  type SimulationProgress,
  simulateRules,
} from '../../src/features/simulation/simulation.service.js';
import { readEnv } from '../../src/platform/config/env.js';
import { EnvError } from '../../src/platform/config/env-error.js';
import { Database } from '../../src/platform/database/database.js';
import { openEngines } from '../../src/platform/database/open-engine.js';
import { ApiError } from '../../src/platform/errors/api-error.js';
import { type CommandContext, CommandFault, coloursOf, writeJson } from './command-output.js';
import { JUDGES, loadKnown } from './known-modules.js';
import { textTable } from './text-table.js';

/** 测算选项 · Which line, where and on which day. @article 2.2 */
export interface SimulateOptions {
  readonly line: Fen | null;
  readonly region: RegionCode;
  readonly windowMonths: number | null;
  /** Other values that would be others, as the API takes them. */
  readonly parameters: Readonly<Record<string, unknown>> | null;
  readonly on: CalendarDate;
  readonly json: boolean;
}

/** 读金额 · An amount of the command line. @throws CommandFault when it is none @article none — technical */
export function readYuan(text: string): Fen {
  const amount = parseYuan(text);
  if (amount === null) throw new CommandFault(`${text}: no amount in yuan with at most two decimals`);
  return amount;
}

/** 读参数 · JSON of the command line, an object. @throws CommandFault when it is none @article none — technical */
export function readParameters(text: string): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read as Record<string, unknown>;
  } catch {
    // Told below, as what is no object is.
  }
  throw new CommandFault(
    `${text}: no JSON object, such as {"timesRuralAllowance": {"times": 1.2, "monthlyAllowance": "560.00"}}`,
  );
}

/** 读区划 · A region of the command line; `43` is Hunan. @throws CommandFault when it is none @article none — technical */
export function readRegion(text: string): RegionCode {
  const code = readRegionCode(/^\d{2,5}$/.test(text) ? text.padEnd(6, '0') : text);
  if (typeof code === 'string') return code;
  throw new CommandFault(`${text}: no region; ${code.fault}`);
}

/**
 * 测算 · `simulate --line 8000 --region 43`: counts by county against the database of the environment, now and then.
 *
 * Reads only. The embedded database is taken by a server that runs; then the API's `simulateRules` answers.
 *
 * @article 2.2
 */
export async function simulateLine(context: CommandContext, options: SimulateOptions): Promise<number> {
  const { line, region, windowMonths, on, json } = options;
  const parameters = { ...options.parameters, ...(windowMonths === null ? {} : { windowMonths }) };
  const province = configurationKeyOf(region);
  if (province === null) throw new CommandFault(`${region} lies in no province that is served`);
  const tree = loadRegionTree(readEditionRows());
  const provinces = new ProvinceService(await loadKnown(context));
  const request = {
    province,
    on,
    perCapitaIncomeLine: line,
    region: region === province ? null : region,
    parameters,
  };
  const result = await withDatabase(context, (database) =>
    withBar(context, (onProgress) =>
      simulateRules(
        { database, tree, provinces, households: { factsOf: findHouseholdFacts }, judgements: JUDGES },
        null,
        request,
        onProgress,
      ),
    ),
  );
  if (json) writeJson(context.output, { province, region, on, ...result });
  else tellResult(context, tree, result);
  return 0;
}

/** Nobody waits behind this command: a large register on a small machine takes its time. */
const LONGEST_MS = 600_000;

async function withDatabase<T>({ environment }: CommandContext, work: (database: Database) => Promise<T>): Promise<T> {
  try {
    const engines = await openEngines(readEnv(environment));
    try {
      return await work(new Database(engines.owner, { readMs: LONGEST_MS, writeMs: LONGEST_MS }));
    } finally {
      await engines.close();
    }
  } catch (error) {
    if (error instanceof EnvError || error instanceof ApiError) throw new CommandFault(error.message);
    throw error;
  }
}

/** On a terminal only; what is piped stays the answer alone. */
async function withBar<T>(
  { output }: CommandContext,
  work: (onProgress: SimulationProgress) => Promise<T>,
): Promise<T> {
  if (!output.colours) return work(() => undefined);
  const bar = new SingleBar({ format: '{unit} {bar} {value}/{total}', clearOnComplete: true });
  try {
    return await work((done, total, unit) => {
      if (!bar.isActive) bar.start(total, done, { unit });
      bar.setTotal(total);
      bar.update(done, { unit });
    });
  } finally {
    bar.stop();
  }
}

function tellResult({ output }: CommandContext, tree: RegionTree, result: RuleSimulationResult): void {
  const c = coloursOf(output);
  const rows = result.byCounty.map((one) => [
    one.county,
    ...cellsOf(one),
    tree.find(one.county as RegionCode)?.name ?? '',
  ]);
  output.stdout(`${textTable(HEADING, [...rows, ['all', ...cellsOf(result), '']])}\n`);
  for (const { judgement, asked, unanswered } of result.functions)
    output.stdout(
      `${c.yellow('decided by a function')}  ${judgement.code} ${judgement.name.zh}: asked ${asked} times, no answer ${unanswered} times\n`,
    );
  if (result.floorViolation !== null) output.stdout(`${c.red(result.floorViolation)} [art. 2.2]\n`);
}

const HEADING = ['county', 'households', 'now', 'then', 'entering', 'leaving', 'name'];

function cellsOf(one: Omit<RuleSimulationResult, 'byCounty' | 'floorViolation' | 'functions'>): string[] {
  return [one.households, one.withinRangeNow, one.withinRangeThen, one.entering, one.leaving].map(String);
}
