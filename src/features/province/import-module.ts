import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createJiti } from 'jiti';
import * as zod from 'zod';
import type { ProvinceConfig } from '../../domain/province/province-config.js';
import type { Fault } from '../../province-sdk/index.js';
import * as sdk from '../../province-sdk/index.js';

/** 省外模块 · What a place outside the tree gave: a module, or the faults that kept it from being read. @article 5.1 */
export interface ImportedModule {
  /** As it was asked for: a folder, a file or a package. */
  readonly place: string;
  /** Folder whose files make it up; null where there is none. */
  readonly folder: string | null;
  /** What it exports by default; nothing is taken for granted of it. Null where it could not be read. */
  readonly module: unknown;
  readonly faults: readonly Fault[];
  /** The province that its text names, so that a module that cannot be read leaves no silent gap; null where it names none. */
  readonly meant: string | null;
}

/** What a module may import beside its own files. */
const OFFERED: Readonly<Record<string, unknown>> = { 'holdline/province-sdk': sdk, '#province-sdk': sdk, zod };
/** The national baseline, so that a province's procedure can be written as a change of the nation's. */
const NATIONAL = 'holdline/national';
const ALLOWED = [...Object.keys(OFFERED), NATIONAL];
const ENTRIES = ['index.ts', 'index.mts', 'index.js', 'index.mjs'];
const CODE = /\.[cm]?[jt]s$/;
const IMPORTED = /(?:\bfrom\s+|\bimport\s+|\bimport\s*\(\s*|\brequire\s*\(\s*)(['"])([^'"]+)\1/g;
const NAMED_PROVINCE = /\bcode:\s*['"](\d{2}0000)['"]/;

/**
 * 读入模块 · Imports a province's module from a folder, a file or a package, TypeScript or JavaScript, without a build step.
 *
 * Nothing is kept from one call to the next, so that a changed file is read anew. The SDK that it imports, under either name,
 * is the product's own. It may import the SDK, zod and its own files; anything else is a fault, and nothing of it is run.
 *
 * @param place  a path, relative ones from `base`, or the name of an installed package
 * @param national  the baseline that a module gets as `holdline/national`
 * @param base  folder that paths and packages are looked for from
 * @throws never; what cannot be read is a fault
 * @article 5.1
 */
export async function importModule(
  place: string,
  national: ProvinceConfig,
  base: string = process.cwd(),
): Promise<ImportedModule> {
  const entry = entryOf(place, base);
  if (entry === null) {
    const expected = `a folder with one of ${ENTRIES.join(', ')}, or an installed package`;
    return { place, folder: null, module: null, faults: [unreadable(place, 'nothing there', expected)], meant: null };
  }
  const folder = dirname(entry);
  const sources = listSources(folder).map((path) => ({ path, text: readFileSync(path, 'utf8') }));
  const meant = sources.map(({ text }) => NAMED_PROVINCE.exec(text)?.[1]).find((code) => code !== undefined) ?? null;
  const foreign = sources.flatMap(({ path, text }) => foreignImports(meant ?? place, folder, path, text));
  if (foreign.length > 0) return { place, folder, module: null, faults: foreign, meant };
  try {
    const jiti = createJiti(pathToFileURL(join(folder, '/')).href, {
      moduleCache: false,
      fsCache: false,
      virtualModules: { ...OFFERED, [NATIONAL]: { __esModule: true, default: national } },
    });
    return { place, folder, module: await jiti.import(entry, { default: true }), faults: [], meant };
  } catch (error) {
    const found = String((error as Error).message ?? error).split('\n')[0] ?? '';
    return { place, folder, module: null, faults: [unreadable(meant ?? place, found, 'a module that loads')], meant };
  }
}

function entryOf(place: string, base: string): string | null {
  const path = isAbsolute(place) ? place : resolve(base, place);
  if (existsSync(path)) return statSync(path).isDirectory() ? entryIn(path) : path;
  if (isAbsolute(place) || place.startsWith('.')) return null;
  try {
    return createRequire(join(base, 'package.json')).resolve(place);
  } catch {
    return null;
  }
}

function entryIn(folder: string): string | null {
  return ENTRIES.map((name) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

function listSources(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name.startsWith('.')) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return listSources(path);
    return CODE.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : [];
  });
}

/** A module is data and pure functions: what reads files, clocks or the net has no place in it. */
function foreignImports(module: string, folder: string, path: string, text: string): Fault[] {
  const named = [...text.matchAll(IMPORTED)].map(([, , name]) => name ?? '');
  return named
    .filter((name) => !name.startsWith('.') && !ALLOWED.includes(name))
    .map((name) => ({
      code: 'import-forbidden',
      module,
      path: relative(folder, path),
      day: null,
      found: `an import of "${name}"`,
      expected: `imports of ${ALLOWED.join(', ')} and the module's own files`,
      article: null,
      suggestion: 'a module is data and pure functions: leave it out',
    }));
}

function unreadable(module: string, found: string, expected: string): Fault {
  return { code: 'unreadable', module, path: '', day: null, found, expected, article: null, suggestion: null };
}
