import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { ancestorsOf, levelOf, type RegionCode, type RegionLevel } from '../../domain/kernel/region-code.js';
import type { RegionRow } from './region-row.js';

/**
 * 演示县 · The three counties of two provinces that the demonstration register fills: 长沙县 and 平江县 of 湖南, which has a
 * module, and 榕江县 of 贵州, which the national baseline serves.
 */
export const DEMONSTRATION_COUNTIES: readonly RegionCode[] = ['430121', '430626', '522632'] as RegionCode[];

/** 附村级代码的县 · Counties whose villages come with the edition: those of the demonstration, and 泸溪县, which stays empty. */
export const VILLAGE_COUNTIES: readonly RegionCode[] = [...DEMONSTRATION_COUNTIES, '433122'] as RegionCode[];

/** 版本 · Where the committed division codes come from and what they hold; written by the import script. */
export interface DivisionEdition {
  readonly source: string;
  /** Day that the codes stand for, and day that the statistics bureau published them. */
  readonly asOf: string;
  readonly publishedOn: string;
  readonly counts: Readonly<Record<RegionLevel, number>>;
  /** Villages of each county that has them. */
  readonly villages: Readonly<Record<string, number>>;
  /** SHA-256 of the uncompressed text of each file. */
  readonly sha256: Readonly<Record<string, string>>;
}

export const REGION_FILE = 'regions.tsv.gz';
export const VILLAGE_FILE = 'villages.tsv.gz';
export const EDITION_FILE = 'edition.json';

const DATA = 'src/features/region/data';

/**
 * 数据目录 · Where the committed files lie: under `src` of the package, for the sources and for the compiled code alike.
 *
 * @throws Error when the package was taken apart
 * @article none — technical
 */
export function editionFolder(): string {
  const start = dirname(fileURLToPath(import.meta.url));
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, DATA, EDITION_FILE))) return join(folder, DATA);
    if (folder === dirname(folder)) throw new Error(`no ${DATA}/${EDITION_FILE} in a folder above ${start}`);
  }
}

/** 读版本 · Reads the record of the edition. @throws Error when the file is absent */
export function readEdition(): DivisionEdition {
  return JSON.parse(readFileSync(join(editionFolder(), EDITION_FILE), 'utf8')) as DivisionEdition;
}

/**
 * 读区划 · Reads the committed division codes: the nation, provinces, cities, counties, townships, and the villages of
 * `VILLAGE_COUNTIES`, in the order of their codes within each file.
 *
 * @throws Error when a file is absent or broken
 * @article none — technical
 */
export function readEditionRows(): RegionRow[] {
  return [REGION_FILE, VILLAGE_FILE].flatMap((file) =>
    gunzipSync(readFileSync(join(editionFolder(), file)))
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const tab = line.indexOf('\t');
        return regionRow(line.slice(0, tab) as RegionCode, line.slice(tab + 1));
      }),
  );
}

/**
 * 区划记录 · A row whose level and parent are those of its code's form, as they are for every row of the edition.
 *
 * @article none — technical
 */
export function regionRow(code: RegionCode, name: string): RegionRow {
  return { code, name, level: levelOf(code), parentCode: ancestorsOf(code)[0] ?? null, successorCode: null };
}
