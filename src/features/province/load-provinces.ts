import type { LoadedProvince, ProvinceConfig } from '../../domain/province/province-config.js';
import { digestOf } from '../../platform/crypto/content-digest.js';
import {
  type Fault,
  inherit,
  type ProvinceModule,
  validateBaseline,
  validateProvince,
} from '../../province-sdk/index.js';
import type { ImportedModule } from './import-module.js';
import type { ProvinceCatalogue } from './province.service.js';
import { PROVINCE_CODES, PROVINCE_NAMES } from './province-names.js';
import { tellFault } from './tell-fault.js';

/** 配置来源 · What the catalogue is made of. @article 5.1 */
export interface ProvinceSources {
  readonly national: ProvinceConfig;
  /** Modules as they were written; nothing is taken for granted of them. */
  readonly modules: readonly unknown[];
  /** Modules that could not be read, with their faults; the province that each means is served by nothing. */
  readonly unreadable?: readonly Pick<ImportedModule, 'meant' | 'faults'>[];
  /** Codes of the configurations that are served; every province and the Corps where left out. */
  readonly provinceCodes?: readonly string[];
  /** Every configuration that was ever used, from the registry. */
  readonly history?: readonly LoadedProvince[];
}

/**
 * 载入省级配置 · Checks the modules, puts them on the national baseline and gives each its content hash. A province without a
 * module is served by the baseline; one whose module has any fault is served by nothing, and the others go on.
 *
 * A module whose code cannot be read counts for the province that its name or the first digits of its code mean, so that the
 * baseline does not silently serve in its place.
 *
 * @throws Error naming every fault of the national baseline, without which nobody can be served
 * @article 5.1
 */
export function loadProvinces(sources: ProvinceSources): ProvinceCatalogue {
  const { national, modules, provinceCodes = PROVINCE_CODES, history = [] } = sources;
  refuseUnsound(national);
  const refused = refusedModules(national, modules, provinceCodes);
  for (const { meant, faults } of sources.unreadable ?? [])
    addFaults(refused, meant ?? faults[0]?.module ?? 'unknown', faults);
  const own = new Map(modules.filter(isModule).map((module) => [module.code, module]));
  const byBaseline = { configVersion: digestOf(national), servedByBaseline: true, config: national };

  const provinces = new Map<string, LoadedProvince>();
  for (const code of provinceCodes) {
    if (refused.has(code)) continue;
    const module = own.get(code);
    const name = PROVINCE_NAMES.get(code) ?? { zh: code, en: code };
    provinces.set(code, module === undefined ? { code, name, ...byBaseline } : loadModule(national, module));
  }
  return { provinces, refused, ...rememberAll([...history, ...provinces.values()]) };
}

function loadModule(national: ProvinceConfig, module: ProvinceModule): LoadedProvince {
  const config = inherit(national, module);
  return { code: module.code, name: module.name, configVersion: digestOf(config), servedByBaseline: false, config };
}

function refuseUnsound(national: ProvinceConfig): void {
  const faults = validateBaseline(national);
  if (faults.length > 0) throw new Error(`The national baseline is refused:\n${faults.map(tellFault).join('\n')}`);
}

/** Faults by the province that is left unserved; a module that means none stands under what was found for its code. */
function refusedModules(
  national: ProvinceConfig,
  modules: readonly unknown[],
  served: readonly string[],
): Map<string, readonly Fault[]> {
  const refused = new Map<string, readonly Fault[]>();
  const codes = modules.filter(isModule).map(({ code }) => code);
  for (const module of modules) {
    const faults = [...validateProvince(module, national), ...placeFaults(module, codes, served)];
    const [first] = faults;
    if (first === undefined) continue;
    const meant = provincesMeant(module, served);
    for (const code of meant.length === 0 ? [first.module] : meant) addFaults(refused, code, faults);
  }
  return refused;
}

function addFaults(refused: Map<string, readonly Fault[]>, code: string, faults: readonly Fault[]): void {
  refused.set(code, [...(refused.get(code) ?? []), ...faults]);
}

/** A code that names no province that is served, or one that another module has too. */
function placeFaults(module: unknown, codes: readonly string[], served: readonly string[]): Fault[] {
  if (!isModule(module)) return [];
  const { code } = module;
  const fault = { module: code, path: 'code', day: null, found: code, article: '5.1', suggestion: null };
  if (!served.includes(code))
    return [{ ...fault, code: 'unknown-province', expected: 'the code of a province that is served' }];
  if (codes.filter((other) => other === code).length === 1) return [];
  return [{ ...fault, code: 'duplicate-module', expected: 'one module a province' }];
}

function provincesMeant(module: unknown, served: readonly string[]): string[] {
  const { code, name } = (module ?? {}) as { code?: unknown; name?: { zh?: unknown; en?: unknown } };
  if (served.includes(String(code))) return [String(code)];
  return served.filter((one) => {
    const known = PROVINCE_NAMES.get(one);
    const named = known !== undefined && (known.zh === name?.zh || known.en === name?.en);
    return named || String(code).slice(0, 2) === one.slice(0, 2);
  });
}

function isModule(module: unknown): module is ProvinceModule {
  return typeof module === 'object' && module !== null && typeof (module as ProvinceModule).code === 'string';
}

/** By content hash; what does not have the content that its hash says is left out and named. */
function rememberAll(all: readonly LoadedProvince[]): Pick<ProvinceCatalogue, 'history' | 'altered'> {
  const history = new Map<string, LoadedProvince>();
  const altered: string[] = [];
  for (const province of all) {
    const { configVersion, config } = province;
    if (history.has(configVersion)) continue;
    if (digestOf(config) === configVersion) history.set(configVersion, province);
    else altered.push(configVersion);
  }
  return { history, altered };
}
