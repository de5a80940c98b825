import { chineseHolidayCalendar } from '../../src/features/province/holiday-calendar.js';
import { type ImportedModule, importModule } from '../../src/features/province/import-module.js';
import { probeJudgements } from '../../src/features/province/probe-judgements.js';
import { systemClock } from '../../src/platform/clock.js';
import {
  type Fault,
  type ProvinceModule,
  validateBaseline,
  validateProvince,
  warnProvince,
} from '../../src/province-sdk/index.js';
import { type CommandContext, coloursOf, writeJson } from './command-output.js';
import { IN_TREE, importOutside, JUDGES, NATIONAL } from './known-modules.js';

/** 检查结果 · A module and everything that is wrong with it. @article 5.1 */
export interface CheckedModule {
  readonly module: string;
  readonly place: string;
  readonly faults: readonly Fault[];
  /** With which it loads all the same. */
  readonly warnings: readonly Fault[];
}

/**
 * 检查模块 · `check [dir…]`: every fault of the modules in the folders, or of all that are known, at once.
 *
 * @returns the exit code: 1 where a fault was found
 * @article 5.1
 */
export async function checkModules(context: CommandContext, places: readonly string[], json: boolean): Promise<number> {
  const outside =
    places.length === 0
      ? await importOutside(context)
      : await Promise.all(places.map((place) => importModule(place, NATIONAL, context.folder)));
  const checked = await Promise.all([...(places.length === 0 ? checkInTree() : []), ...outside.map(checkImported)]);
  if (json) writeJson(context.output, checked);
  else tellChecked(context, checked);
  return checked.every(({ faults }) => faults.length === 0) ? 0 : 1;
}

/** 检查一个模块 · What could not be read is not held against the rules. @article 5.1 */
export async function checkImported({ place, module, meant, faults }: ImportedModule): Promise<CheckedModule> {
  const found = faults.length > 0 ? faults : await faultsOf(module);
  return { module: codeOf(module) ?? meant ?? place, place, faults: found, warnings: warningsOf(module, found) };
}

/** What is wrong with it as it is written; where nothing is, what comes of running its functions. */
async function faultsOf(module: unknown): Promise<readonly Fault[]> {
  const faults = validateProvince(module, NATIONAL);
  return faults.length > 0 ? faults : probeJudgements(module, NATIONAL, JUDGES);
}

/** Of a sound module only: a fault is told first. */
function warningsOf(module: unknown, faults: readonly Fault[]): readonly Fault[] {
  if (faults.length > 0) return [];
  return warnProvince(module as ProvinceModule, { on: systemClock().today(), holidays: chineseHolidayCalendar() });
}

function checkInTree(): (CheckedModule | Promise<CheckedModule>)[] {
  const own = IN_TREE.map(async (module) => {
    const faults = await faultsOf(module);
    const place = `provinces: ${module.name.zh}`;
    return { module: module.code, place, faults, warnings: warningsOf(module, faults) };
  });
  const national = { module: NATIONAL.code, place: 'provinces: national', warnings: [] };
  return [{ ...national, faults: validateBaseline(NATIONAL) }, ...own];
}

function tellChecked(context: CommandContext, checked: readonly CheckedModule[]): void {
  const { output } = context;
  const c = coloursOf(output);
  for (const { module, place, faults, warnings } of checked) {
    if (faults.length === 0) output.stdout(`${c.green('ok')}  ${module}  ${place}\n`);
    else output.stdout(`${c.red(`${faults.length} fault(s)`)}  ${module}  ${place}\n`);
    for (const fault of faults) tellOne(context, fault, c.yellow(fault.code));
    for (const warning of warnings) tellOne(context, warning, c.dim(`warning: ${warning.code}`));
  }
}

function tellOne({ output }: CommandContext, fault: Fault, code: string): void {
  const c = coloursOf(output);
  const day = fault.day === null ? '' : ` (${fault.day})`;
  const article = fault.article === null ? '' : `  [${fault.article === 'G' ? 'guide' : `art. ${fault.article}`}]`;
  output.stdout(`  ${c.bold(fault.path === '' ? '(module)' : fault.path)}${day}  ${code}${article}\n`);
  output.stdout(`    found     ${fault.found}\n    expected  ${fault.expected}\n`);
  if (fault.suggestion !== null) output.stdout(`    ${c.cyan('mend')}      ${fault.suggestion}\n`);
}

function codeOf(module: unknown): string | null {
  const code = (module as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : null;
}
