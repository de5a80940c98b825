import { BASELINE, PROVINCES } from '../../provinces/index.js';
import type { Judges } from '../../src/domain/judgement/judges.js';
import type { LoadedProvince } from '../../src/domain/province/province-config.js';
import { type ImportedModule, importModule } from '../../src/features/province/import-module.js';
import { JudgementRunner } from '../../src/features/province/judgement-runner.js';
import { loadProvinces } from '../../src/features/province/load-provinces.js';
import { failingModules } from '../../src/features/province/probe-judgements.js';
import type { ProvinceCatalogue } from '../../src/features/province/province.service.js';
import { PROVINCE_CODES } from '../../src/features/province/province-names.js';
import { Sandbox } from '../../src/platform/sandbox/sandbox.js';
import type { ProvinceModule } from '../../src/province-sdk/index.js';
import { type CommandContext, CommandFault } from './command-output.js';
import { provinceMeant } from './rule-rows.js';

/** 国家基线 · What every command holds a module against. @article 5.1 */
export const NATIONAL = BASELINE;
/** 内置模块 · The modules in the tree. @article 5.1 */
export const IN_TREE: readonly ProvinceModule[] = PROVINCES;

const sandbox = new Sandbox();
/** 判定者 · Runs the functions of modules; whoever runs a command wrote the facts too, and is told an error's own words. @article 5.1 */
export const JUDGES: Judges = new JudgementRunner({ sandbox, tellsMessages: true });

/** 外部模块 · The modules that PROVINCE_MODULES names. @article 5.1 */
export function importOutside({ environment, folder }: CommandContext): Promise<ImportedModule[]> {
  const places = (environment['PROVINCE_MODULES'] ?? '').split(',').map((place) => place.trim());
  return Promise.all(places.filter((place) => place !== '').map((place) => importModule(place, NATIONAL, folder)));
}

/** 载入全部 · The catalogue as the server would load it, without its register. @article 5.1 */
export async function loadKnown(context: CommandContext): Promise<ProvinceCatalogue> {
  return catalogueOf(await importOutside(context));
}

/**
 * 取一省 · The configuration that a word names: a province by its code, or a module by its folder, file or package.
 *
 * @throws CommandFault where there is none, or where the module is refused
 * @article 5.1
 */
export async function findProvince(context: CommandContext, word: string): Promise<LoadedProvince> {
  const code = provinceMeant(word);
  const catalogue =
    code === null
      ? await catalogueOf([await importModule(word, NATIONAL, context.folder)], [])
      : await loadKnown(context);
  const found = code === null ? ownOf(catalogue) : catalogue.provinces.get(code);
  if (found !== undefined) return found;
  const faults = [...catalogue.refused.values()].flat();
  if (faults.length === 1 && faults[0]?.code === 'unreadable')
    throw new CommandFault(`${word}: ${faults[0].found}; expected ${faults[0].expected}, or a code such as 43`);
  if (faults.length > 0)
    throw new CommandFault(`${word} is refused with ${faults.length} fault(s); \`check ${word}\` names them`);
  throw new CommandFault(`${word}: no province that is served and no module; expected a code such as 43 or a folder`);
}

async function catalogueOf(outside: readonly ImportedModule[], inTree = IN_TREE): Promise<ProvinceCatalogue> {
  const readable = outside.filter(({ faults }) => faults.length === 0).map(({ module }) => module);
  const unreadable = outside.filter(({ faults }) => faults.length > 0);
  const modules = [...inTree, ...readable];
  const failing = await failingModules(modules, NATIONAL, JUDGES);
  return loadProvinces({ national: NATIONAL, modules, unreadable: [...unreadable, ...failing] });
}

function ownOf({ provinces }: ProvinceCatalogue): LoadedProvince | undefined {
  return PROVINCE_CODES.map((code) => provinces.get(code)).find((province) => province?.servedByBaseline === false);
}
