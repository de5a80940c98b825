import type { RegionCode } from '../../domain/kernel/region-code.js';

const COUNTIES_AT_ONCE = 100;
const ROWS_AT_ONCE = 200;

/** 一县一页 · Rows of one county, of a page that may hold several counties' rows. @article none — technical */
export interface CountyPage<T> {
  readonly county: RegionCode;
  readonly rows: readonly T[];
}

/**
 * 分县分页 · The rows of many counties, page by page in the order of counties and ids; each county's part of a page by itself.
 *
 * @param counties  in their order
 * @param read  the next page: rows after one, of the counties that may still have some
 * @param stopping  ends it at the next counties
 * @article none — technical
 */
export async function* pagesByCounty<T extends { readonly county: string }>(
  counties: readonly RegionCode[],
  read: (counties: readonly RegionCode[], after: T | null, limit: number) => Promise<T[]>,
  stopping?: AbortSignal,
): AsyncGenerator<CountyPage<T>> {
  for (let at = 0; at < counties.length && stopping?.aborted !== true; at += COUNTIES_AT_ONCE) {
    const some = counties.slice(at, at + COUNTIES_AT_ONCE);
    let last: T | null = null;
    do {
      const from: string = last?.county ?? '';
      const left = some.filter((county) => county >= from);
      const page: T[] = await read(left, last, ROWS_AT_ONCE);
      for (const county of new Set(page.map((row) => row.county)))
        yield { county: county as RegionCode, rows: page.filter((row) => row.county === county) };
      last = page.length < ROWS_AT_ONCE ? null : (page.at(-1) ?? null);
    } while (last !== null);
  }
}

/**
 * 分县补定 · Tells the last days of each county in turn: a county that fails keeps none of the others from it.
 *
 * @returns how many were told
 * @throws AggregateError with what kept some counties from it, after the others are through
 * @article none — technical
 */
export async function tellByCounty<T>(
  pages: AsyncIterable<CountyPage<T>>,
  tell: (county: RegionCode, rows: readonly T[]) => Promise<number>,
): Promise<number> {
  let told = 0;
  const failed = new Map<string, unknown>();
  for await (const { county, rows } of pages)
    try {
      told += await tell(county, rows);
    } catch (fault) {
      failed.set(county, fault);
    }
  if (failed.size === 0) return told;
  throw new AggregateError(failed.values(), `the last days of ${[...failed.keys()].join(', ')} were not told`);
}
