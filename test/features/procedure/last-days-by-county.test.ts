import { describe, expect, it } from 'vitest';
import type { RegionCode } from '../../../src/domain/kernel/region-code.js';
import { pagesByCounty, tellByCounty } from '../../../src/features/procedure/last-days-by-county.js';

interface Undated {
  readonly county: string;
  readonly id: number;
}

/** Counties and how many rows each has; every read is kept as [counties asked, row after which]. */
function register(rowsOf: Readonly<Record<string, number>>) {
  const rows = Object.entries(rowsOf).flatMap(([county, count]) =>
    Array.from({ length: count }, (_, id): Undated => ({ county, id })),
  );
  const reads: [readonly string[], Undated | null][] = [];
  const pages = (counties: readonly string[], stopping?: AbortSignal) =>
    pagesByCounty<Undated>(
      counties as readonly RegionCode[],
      async (asked, after, limit) => {
        reads.push([asked, after]);
        const found = rows.filter(({ county, id }) => {
          if (!(asked as readonly string[]).includes(county)) return false;
          return after === null || county > after.county || (county === after.county && id > after.id);
        });
        return found.slice(0, limit);
      },
      stopping,
    );
  return { reads, pages };
}

const COUNTIES = ['430102', '430121', '430181'];

describe('last days county by county', () => {
  it('reads 450 rows of three counties in three pages, each county by itself, and asks no county twice that is through', async () => {
    const { reads, pages } = register({ 430102: 150, 430121: 250, 430181: 50 });
    const seen: [string, number][] = [];
    for await (const { county, rows } of pages(COUNTIES)) seen.push([county, rows.length]);
    expect(seen).toEqual([
      ['430102', 150],
      ['430121', 50],
      ['430121', 200],
      ['430181', 50],
    ]);
    expect(reads).toEqual([
      [COUNTIES, null],
      [COUNTIES.slice(1), { county: '430121', id: 49 }],
      [COUNTIES.slice(1), { county: '430121', id: 249 }],
    ]);
  });

  it('asks once more where a page is just full, and then finds nothing', async () => {
    const { reads, pages } = register({ 430121: 200 });
    expect(await tellByCounty(pages(COUNTIES), async (_, rows) => rows.length)).toBe(200);
    expect(reads).toHaveLength(2);
  });

  it('asks a hundred counties at once, and ends at the next hundred when it is stopped', async () => {
    const many = Array.from({ length: 250 }, (_, at) => String(430_000 + at));
    const whole = register({ [many[0]!]: 1, [many[249]!]: 1 });
    expect(await tellByCounty(whole.pages(many), async (_, rows) => rows.length)).toBe(2);
    expect(whole.reads.map(([asked]) => asked.length)).toEqual([100, 100, 50]);
    const stopping = new AbortController();
    const cut = register({ [many[0]!]: 1, [many[249]!]: 1 });
    const told = tellByCounty(cut.pages(many, stopping.signal), async (_, rows) => {
      stopping.abort();
      return rows.length;
    });
    expect(await told).toBe(1);
    expect(cut.reads).toHaveLength(1);
  });

  it('goes on where a county fails, and names it when the others are through', async () => {
    const { pages } = register({ 430102: 1, 430121: 1, 430181: 1 });
    const told: string[] = [];
    const telling = tellByCounty(pages(COUNTIES), async (county) => {
      if (county === '430121') throw new Error('a lock was not had in time');
      told.push(county);
      return 1;
    });
    await expect(telling).rejects.toMatchObject({
      message: 'the last days of 430121 were not told',
      errors: [new Error('a lock was not had in time')],
    });
    expect(told).toEqual(['430102', '430181']);
  });
});
