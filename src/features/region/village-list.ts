import { levelOf, type RegionCode, readRegionCode, subtreePrefix } from '../../domain/kernel/region-code.js';
import { regionRow } from './division-edition.js';
import type { RegionRow } from './region-row.js';
import type { RegionTree } from './region-tree.js';

/** 村级条目 · A line of a list of villages, as it was found. */
export interface VillageEntry {
  readonly code: string;
  readonly name: string;
}

/**
 * 读村级代码表 · Reads a list of villages: CSV with a header that has `code` and `name`, or a JSON array of objects that do.
 * Other columns are passed over.
 *
 * @throws Error saying what is wrong, with the line
 * @article none — technical
 */
export function readVillageList(text: string): VillageEntry[] {
  const body = text.replace(/^\uFEFF/, '').trim();
  if (body.includes('\uFFFD')) throw new Error('the list is not UTF-8; convert it first, e.g. from GB 18030');
  return body.startsWith('[') ? fromJson(body) : fromCsv(body.split(/\r?\n/));
}

/**
 * 选取村 · The villages of one region out of a list, as rows of the region table; what lies elsewhere or is no village is
 * passed over. A name is trimmed; a line twice the same counts once.
 *
 * @param region  a province, city, county or township
 * @param tree    the regions that are there; every village needs its township
 * @returns the rows, and one sentence a line that cannot be taken; take none of them while there is a fault
 * @article none — technical
 */
export function villagesWithin(
  region: RegionCode,
  entries: Iterable<VillageEntry>,
  tree: RegionTree,
): { readonly rows: RegionRow[]; readonly faults: string[] } {
  const prefix = subtreePrefix(region);
  const rows = new Map<string, RegionRow>();
  const faults: string[] = [];
  for (const entry of entries) {
    if (!entry.code.startsWith(prefix)) continue;
    const code = readRegionCode(entry.code);
    if (typeof code === 'object') faults.push(code.fault);
    else if (levelOf(code) === 'VILLAGE') {
      const row = regionRow(code, entry.name.trim());
      const fault = faultOf(row, rows.get(code), tree);
      if (fault === null) rows.set(code, row);
      else faults.push(fault);
    }
  }
  return { rows: [...rows.values()], faults };
}

function faultOf(row: RegionRow, before: RegionRow | undefined, tree: RegionTree): string | null {
  if (row.name === '') return `${row.code} has no name`;
  if (before !== undefined && before.name !== row.name)
    return `${row.code} is given twice: ${before.name}, ${row.name}`;
  if (!tree.has(row.parentCode!))
    return `${row.code} ${row.name} lies in the township ${row.parentCode}, which the register does not have`;
  return null;
}

function fromJson(body: string): VillageEntry[] {
  const list: unknown = JSON.parse(body);
  if (!Array.isArray(list)) throw new Error('the list is no JSON array');
  return list.map((entry: unknown, at) => {
    const { code, name } = (entry ?? {}) as Partial<VillageEntry>;
    if (typeof code !== 'string' || typeof name !== 'string')
      throw new Error(`entry ${at + 1} of the list needs a code and a name, both text`);
    return { code, name };
  });
}

function fromCsv(lines: readonly string[]): VillageEntry[] {
  const header = fieldsOf(lines[0] ?? '');
  const code = header.indexOf('code');
  const name = header.indexOf('name');
  if (code === -1 || name === -1)
    throw new Error(`line 1 of the list must name the columns code and name; it has ${header.join(', ')}`);
  return lines.slice(1).flatMap((line, at) => {
    if (line === '') return [];
    const fields = fieldsOf(line);
    if (fields.length !== header.length)
      throw new Error(`line ${at + 2} of the list has ${fields.length} fields, the header ${header.length}`);
    return [{ code: fields[code]!, name: fields[name]! }];
  });
}

/** Fields of one line; a quoted field may hold commas and doubled quotes, never a line break. */
function fieldsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(',');
  const fields = `,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g);
  return Array.from(fields, ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}
