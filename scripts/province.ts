#!/usr/bin/env node
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError } from 'commander';
import { systemClock } from '../src/platform/clock.js';
import { checkModules } from './province/check.command.js';
import { type CommandContext, CommandFault } from './province/command-output.js';
import { diffRules } from './province/diff.command.js';
import { writeDocs } from './province/docs.command.js';
import { explainHousehold } from './province/explain.command.js';
import { printForms } from './province/forms.command.js';
import { scaffoldModule } from './province/new.command.js';
import { readCounty, readDay, readSides } from './province/read-options.js';
import { showRules } from './province/show.command.js';
import { readParameters, readRegion, readYuan, simulateLine } from './province/simulate.command.js';
import { testModules } from './province/test.command.js';

/** What was asked for cannot be read. */
const FAULTY = 2;

/**
 * 省级配置命令 · `npm run -s province -- <command>`: everything that provincial IT does with a module.
 *
 * @param words  the command line after the script's name
 * @returns the exit code: 0, 1 where a check or a scenario fails, 2 where the command line cannot be read
 * @article 5.1
 */
export async function runProvince(words: readonly string[], context: CommandContext): Promise<number> {
  let code = 0;
  const { output } = context;
  const run = (work: () => number | Promise<number>) => async (): Promise<void> => {
    code = await work();
  };
  const program = buildCommands(context, run);
  try {
    await program.parseAsync(words, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : FAULTY;
    if (!(error instanceof CommandFault)) throw error;
    output.stderr(`${error.message}\n`);
    return FAULTY;
  }
}

type Run = (work: () => number | Promise<number>) => () => Promise<void>;

function buildCommands(context: CommandContext, run: Run): Command {
  const { output } = context;
  const program = new Command('province')
    .description('省级配置 · Writes, checks, explains and compares the rules of a province.')
    .exitOverride()
    .configureOutput({ writeOut: output.stdout, writeErr: output.stderr });
  const today = systemClock().today();
  const command = (name: string, description: string): Command =>
    program.command(name).description(description).option('--json', 'one JSON document', false).exitOverride();

  command('new <dir>', '新建 · a module that checks as it is, to be filled in')
    .requiredOption('--province <code>', 'e.g. 61')
    .action((dir, { province, json }) => run(() => scaffoldModule(context, { folder: dir, province, json }))());
  command('check [dirs...]', '检查 · every fault, with path, day, article and what would mend it').action(
    (dirs, { json }) => run(() => checkModules(context, dirs, json))(),
  );
  command('show', '查看 · the rules of a day, with where each value comes from')
    .requiredOption('--province <code|dir>', 'a province or a module')
    .option('--on <day>', 'YYYY-MM-DD', readDay, today)
    .option('--county <code>', 'with this county’s overrides', readCounty)
    .action(({ province, on, county = null, json }) => run(() => showRules(context, { province, on, county, json }))());
  command('diff [modules...]', '比较 · what changes between two modules, or one on two days')
    .option('--province <code|dir>', 'a province or a module, on two days')
    .option('--on <days...>', 'YYYY-MM-DD, one or two')
    .option('--county <code>', 'with this county’s overrides', readCounty)
    .action((modules, { province, on = [], county = null, json }) =>
      run(() => {
        const [before, after] = readSides(modules, province, on, today);
        return diffRules(context, before, after, county, json);
      })(),
    );
  command('explain', '解释 · an assessment: every condition, number, parameter and source')
    .requiredOption('--household <file>', 'YAML or JSON')
    .option('--on <day>', 'YYYY-MM-DD', readDay, today)
    .option('--module <dir>', 'a module in place of the province’s own')
    .action(({ household, on, module = null, json }) =>
      run(() => explainHousehold(context, { household, on, module, json }))(),
    );
  command(
    'test [dirs...]',
    '情形 · the scenarios of the modules, and every answer that is not the expected one',
  ).action((dirs, { json }) => run(() => testModules(context, dirs, json))());
  command('simulate', '测算 · who enters the range and who leaves it, by county, against the database')
    .requiredOption('--region <code>', 'a province, city or county, e.g. 43', readRegion)
    .option('--line <yuan>', 'the line that would hold, yuan a head and year', readYuan)
    .option('--window-months <months>', 'the window that would be counted over', Number)
    .option('--parameters <json>', 'other values that would be others, as the API takes them', readParameters)
    .option('--on <day>', 'YYYY-MM-DD', readDay, today)
    .action(({ region, line = null, windowMonths = null, parameters = null, on, json }) =>
      run(() => simulateLine(context, { region, line, windowMonths, parameters, on, json }))(),
    );
  command('forms [module]', '表单 · the extra forms as JSON Schema').action((module) =>
    run(() => printForms(context, module ?? null))(),
  );
  command('docs [module]', '文档 · a page a province in Chinese and English')
    .option('--out <dir>', 'folder of the pages', 'docs/provinces')
    .action((module, { out, json }) => run(() => writeDocs(context, { province: module ?? null, out, json }))());
  return program;
}

/** Whoever reads a page of an answer, as `head` does, has read enough. */
function endWhereNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
}

const [, script = ''] = process.argv;
if (script !== '' && realpathSync(script) === fileURLToPath(import.meta.url)) {
  process.stdout.on('error', endWhereNobodyReads);
  process.exitCode = await runProvince(process.argv.slice(2), {
    output: {
      stdout: (text) => process.stdout.write(text),
      stderr: (text) => process.stderr.write(text),
      colours: process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined,
    },
    folder: process.cwd(),
    environment: process.env,
  });
}
