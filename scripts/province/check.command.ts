import { type ImportedModule, importModule } from '../../src/features/province/import-module.js';
import { type Fault, validateBaseline, validateProvince } from '../../src/province-sdk/index.js';
import { type CommandContext, coloursOf, writeJson } from './command-output.js';
import { IN_TREE, importOutside, NATIONAL } from './known-modules.js';

/** 检查结果 · A module and everything that is wrong with it. @article 5.1 */
export interface CheckedModule {
  readonly module: string;
  readonly place: string;
  readonly faults: readonly Fault[];
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
  const checked = [...(places.length === 0 ? checkInTree() : []), ...outside.map(checkImported)];
  if (json) writeJson(context.output, checked);
  else tellChecked(context, checked);
  return checked.every(({ faults }) => faults.length === 0) ? 0 : 1;
}

/** 检查一个模块 · What could not be read is not held against the rules. @article 5.1 */
export function checkImported({ place, module, meant, faults }: ImportedModule): CheckedModule {
  const found = faults.length > 0 ? faults : validateProvince(module, NATIONAL);
  return { module: codeOf(module) ?? meant ?? place, place, faults: found };
}

function checkInTree(): CheckedModule[] {
  const own = IN_TREE.map((module) => ({
    module: module.code,
    place: `provinces: ${module.name.zh}`,
    faults: validateProvince(module, NATIONAL),
  }));
  return [{ module: NATIONAL.code, place: 'provinces: national', faults: validateBaseline(NATIONAL) }, ...own];
}

function tellChecked({ output }: CommandContext, checked: readonly CheckedModule[]): void {
  const c = coloursOf(output);
  for (const { module, place, faults } of checked) {
    if (faults.length === 0) output.stdout(`${c.green('ok')}  ${module}  ${place}\n`);
    else output.stdout(`${c.red(`${faults.length} fault(s)`)}  ${module}  ${place}\n`);
    for (const fault of faults) {
      const day = fault.day === null ? '' : ` (${fault.day})`;
      const article = fault.article === null ? '' : `  [${fault.article === 'G' ? 'guide' : `art. ${fault.article}`}]`;
      output.stdout(
        `  ${c.bold(fault.path === '' ? '(module)' : fault.path)}${day}  ${c.yellow(fault.code)}${article}\n`,
      );
      output.stdout(`    found     ${fault.found}\n    expected  ${fault.expected}\n`);
      if (fault.suggestion !== null) output.stdout(`    ${c.cyan('mend')}      ${fault.suggestion}\n`);
    }
  }
}

function codeOf(module: unknown): string | null {
  const code = (module as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : null;
}
