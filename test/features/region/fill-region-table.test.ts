import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NATION, type RegionCode } from '../../../src/domain/kernel/region-code.js';
import { addVillages } from '../../../src/features/region/add-villages.js';
import { readEditionRows, regionRow } from '../../../src/features/region/division-edition.js';
import { fillRegionTable } from '../../../src/features/region/fill-region-table.js';
import { listRegions, type RegionSession } from '../../../src/features/region/region.repository.js';
import { loadRegionTree } from '../../../src/features/region/region-tree.js';
import { openEmbeddedEngine } from '../../../src/platform/database/embedded-engine.js';
import type { Engine } from '../../../src/platform/database/engine.js';
import { migrateDatabase } from '../../../src/platform/database/migrate.js';

const code = (text: string) => text as RegionCode;
let engine: Engine;

const inTransaction = <T>(work: (session: RegionSession) => Promise<T>): Promise<T> =>
  engine.transaction(['BEGIN'], true, (connection) =>
    work({
      text: async <R>(text: string, parameters: readonly unknown[]) =>
        (await connection.query(text, parameters, 'object')) as R[],
    }),
  );

beforeAll(async () => {
  engine = await openEmbeddedEngine({ folder: null });
  await migrateDatabase(engine, 'migrations');
});

afterAll(() => engine.close());

describe('the region table', () => {
  it('is filled with the edition at first, and not written again', async () => {
    const first = await fillRegionTable(engine);
    expect(first.written).toBe(45_878);
    const second = await fillRegionTable(engine);
    expect(second.written).toBe(0);
    const rows = await inTransaction(listRegions);
    expect(rows).toEqual(second.rows);
    expect([...loadRegionTree(rows).rows()]).toEqual([...loadRegionTree(readEditionRows()).rows()]);
  });

  it('lists 000000 first and every code after the one above it', async () => {
    const codes = (await inTransaction(listRegions)).map((row) => row.code);
    expect(codes[0]).toBe(NATION);
    expect(codes).toEqual([...codes].sort());
  });

  it('takes a new name, keeps a known successor and refuses a row without a parent', async () => {
    const told = { ...regionRow(code('430199'), '旧区'), successorCode: code('430121') };
    await fillRegionTable(engine, [told]);
    await fillRegionTable(engine, [{ ...told, name: '旧县', successorCode: null }]);
    const tree = loadRegionTree(await inTransaction(listRegions));
    expect(tree.find(code('430199'))).toEqual({ ...told, name: '旧县' });
    await expect(fillRegionTable(engine, [{ ...told, name: '孤', parentCode: null }])).rejects.toThrow(
      'region_nation_ck',
    );
    expect(loadRegionTree(await inTransaction(listRegions)).find(code('430199'))?.name).toBe('旧县');
  });
});

describe('addVillages', () => {
  const entries = [
    { code: '430181001001', name: '环府路社区' },
    { code: '430181001002', name: '北正路社区' },
    { code: '440103001001', name: '别处' },
  ];

  it('refuses a list with a line that it cannot take, names it and writes nothing', async () => {
    const faulty = [...entries, { code: '430181999001', name: '某村' }];
    await expect(addVillages({ engine, region: code('430000'), entries: faulty })).rejects.toThrow(
      '1 lines of the list cannot be taken, so none was:\n  430181999001 某村 lies in the township 430181999',
    );
    expect(loadRegionTree(await inTransaction(listRegions)).has(code('430181001001'))).toBe(false);
  });

  it('shows ten faults of twelve', async () => {
    const faulty = Array.from({ length: 12 }, (_, at) => ({ code: `4301819990${10 + at}`, name: '某村' }));
    await expect(addVillages({ engine, region: code('430000'), entries: faulty })).rejects.toThrow(
      /^12 lines(.*\n){11} {2}and 2 more$/,
    );
  });

  it('adds the two villages of 430181, once', async () => {
    expect(await addVillages({ engine, region: code('430181'), entries })).toEqual({ villages: 2, written: 2 });
    expect(await addVillages({ engine, region: code('430000'), entries })).toEqual({ villages: 2, written: 0 });
    const tree = loadRegionTree(await inTransaction(listRegions));
    expect(tree.childrenOf(code('430181001')).map((row) => row.name)).toEqual(['环府路社区', '北正路社区']);
    expect(tree.has(code('440103001001'))).toBe(false);
  });

  it('refuses a region that is not there, and one of which the list has none', async () => {
    await expect(addVillages({ engine, region: code('990000'), entries })).rejects.toThrow(
      'the register has no region 990000',
    );
    await expect(addVillages({ engine, region: code('510000'), entries })).rejects.toThrow(
      'the list has no village of 510000 四川省',
    );
  });
});
