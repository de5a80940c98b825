import { describe, expect, it } from 'vitest';
import { NATION, type RegionCode } from '../../../src/domain/kernel/region-code.js';
import { readEditionRows, regionRow } from '../../../src/features/region/division-edition.js';
import type { RegionRow } from '../../../src/features/region/region-row.js';
import { seedRegions } from '../../../src/features/region/seed-regions.js';

const code = (text: string) => text as RegionCode;
const nation = regionRow(NATION, '全国');
const hunan = regionRow(code('430000'), '湖南省');
const changsha = regionRow(code('430100'), '长沙市');

/** A table in memory that remembers its batches. */
function aTable(...rows: RegionRow[]) {
  const batches: RegionRow[][] = [];
  const insert = async (batch: readonly RegionRow[]) => {
    batches.push([...batch]);
  };
  return { present: rows, batches, insert };
}

describe('seedRegions', () => {
  it('writes parents before children, whatever the order given', async () => {
    const table = aTable();
    const seeded = await seedRegions({ ...table, wanted: [changsha, hunan, nation], batchSize: 2 });
    expect(table.batches).toEqual([[nation, hunan], [changsha]]);
    expect(seeded).toEqual({ written: 3, rows: [nation, hunan, changsha] });
  });

  it('writes only what is absent or has another name', async () => {
    const table = aTable(nation, { ...hunan, name: '湖南' });
    const seeded = await seedRegions({ ...table, wanted: [nation, hunan, changsha] });
    expect(table.batches).toEqual([[hunan, changsha]]);
    expect(seeded.rows).toEqual([nation, hunan, changsha]);
  });

  it('writes nothing the second time', async () => {
    const table = aTable(nation, hunan, changsha);
    expect(await seedRegions({ ...table, wanted: [nation, hunan, changsha] })).toEqual({
      written: 0,
      rows: table.present,
    });
    expect(table.batches).toEqual([]);
  });

  it('leaves a code that is wanted no more, and a successor that the wanted row does not name', async () => {
    const retired = { ...changsha, code: code('430200'), successorCode: code('430100') };
    const moved = { ...changsha, successorCode: code('430200') };
    const table = aTable(nation, hunan, moved, retired);
    const seeded = await seedRegions({ ...table, wanted: [nation, hunan, changsha] });
    expect(seeded).toEqual({ written: 0, rows: [nation, hunan, moved, retired] });
    const renamed = await seedRegions({ ...table, wanted: [{ ...changsha, name: '长沙' }] });
    expect(renamed.rows).toContainEqual({ ...moved, name: '长沙' });
  });

  it('writes the edition in 23 batches of 2,000 and tells how far it is', async () => {
    const table = aTable();
    const told: string[] = [];
    await seedRegions({
      ...table,
      wanted: readEditionRows(),
      onProgress: (written, total) => told.push(`${written}/${total}`),
    });
    expect(table.batches.map((batch) => batch.length)).toEqual([...Array.from({ length: 22 }, () => 2_000), 1_878]);
    expect([told[0], told[22]]).toEqual(['2000/45878', '45878/45878']);
  });

  it('goes on where an interrupted run stopped', async () => {
    const written: RegionRow[] = [];
    const failing = async (batch: readonly RegionRow[]) => {
      if (written.length === 2) throw new Error('connection lost');
      written.push(...batch);
    };
    const wanted = [nation, hunan, changsha];
    await expect(seedRegions({ wanted, present: [], insert: failing, batchSize: 2 })).rejects.toThrow(
      'connection lost',
    );
    const table = aTable(...written);
    expect((await seedRegions({ ...table, wanted })).written).toBe(1);
  });
});
