import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { parse } from 'yaml';
import type { LoadedProvince } from '../../src/domain/province/province-config.js';
import { chineseHolidayCalendar } from '../../src/features/province/holiday-calendar.js';
import { runScenarios, type ScenarioResult } from '../../src/province-sdk/index.js';
import { type CommandContext, CommandFault, coloursOf, writeJson } from './command-output.js';
import { findProvince, IN_TREE, JUDGES } from './known-modules.js';
import { packageFolder } from './package-folder.js';

/** 情形文件结果 · A file of scenarios and what came of each. @article none — technical */
export interface TestedFile {
  readonly file: string;
  readonly scenarios: readonly ScenarioResult[];
}

/**
 * 运行情形 · `test [dir…]`: the scenarios of the modules in the folders, or of the modules in the tree.
 *
 * @returns the exit code: 1 where an answer is not the expected one
 * @throws CommandFault where a module is refused, or where it has no scenario: nothing tested is nothing known
 * @article 5.1
 */
export async function testModules(context: CommandContext, places: readonly string[], json: boolean): Promise<number> {
  const tested: TestedFile[] = [];
  for (const { word, folder } of places.length === 0 ? inTree() : places.map((place) => named(context, place)))
    tested.push(...(await testFolder(await findProvince(context, word), folder)));
  if (json) writeJson(context.output, tested);
  else tellTested(context, tested);
  return tested.every(({ scenarios }) => scenarios.every(holds)) ? 0 : 1;
}

function inTree(): { word: string; folder: string }[] {
  const provinces = join(packageFolder(), 'provinces');
  return IN_TREE.map(({ code, name }) => ({ word: code, folder: join(provinces, name.en.toLowerCase()) }));
}

function named({ folder }: CommandContext, place: string): { word: string; folder: string } {
  return { word: place, folder: isAbsolute(place) ? place : join(folder, place) };
}

async function testFolder(province: LoadedProvince, folder: string): Promise<TestedFile[]> {
  const scenarios = join(folder, 'scenarios');
  const names = existsSync(scenarios) ? readdirSync(scenarios).filter((name) => /\.(ya?ml|json)$/.test(name)) : [];
  if (names.length === 0) throw new CommandFault(`${province.code}: no scenarios; expected ${scenarios}/*.yaml`);
  const context = { province, holidays: chineseHolidayCalendar(), judges: JUDGES };
  return Promise.all(
    names.sort().map(async (name) => {
      const file = join(scenarios, name);
      return { file, scenarios: await runScenarios(readYaml(file), context) };
    }),
  );
}

function readYaml(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new CommandFault(`${path}: ${(error as Error).message.split('\n')[0]}`);
  }
}

function tellTested({ output }: CommandContext, tested: readonly TestedFile[]): void {
  const c = coloursOf(output);
  for (const { file, scenarios } of tested) {
    output.stdout(`${c.bold(file)}\n`);
    for (const { name, mismatches } of scenarios) {
      output.stdout(`  ${mismatches.length === 0 ? c.green('ok') : c.red('NOT')}  ${name}\n`);
      for (const { path, expected, found } of mismatches)
        output.stdout(`       ${path}: expected ${expected}, found ${found}\n`);
    }
  }
  const all = tested.flatMap(({ scenarios }) => scenarios);
  const failed = all.filter((one) => !holds(one)).length;
  output.stdout(`${all.length} scenarios, ${failed === 0 ? c.green('all hold') : c.red(`${failed} do not hold`)}\n`);
}

function holds({ mismatches }: ScenarioResult): boolean {
  return mismatches.length === 0;
}
