import type { Connection, Engine } from '../../platform/database/engine.js';
import { readEditionRows } from './division-edition.js';
import { listRegions, type RegionSession, upsertRegions } from './region.repository.js';
import type { RegionRow } from './region-row.js';
import { type SeededRegions, seedRegions } from './seed-regions.js';

/**
 * 填充区划表 · Brings the region table to the committed edition, or adds other rows to it; after the first time it writes
 * nothing. Each batch is a transaction, so that an interrupted run goes on where it stopped.
 *
 * @param engine  the database as its owner: the application's role only reads regions
 * @param wanted  rows to add; the committed edition unless given
 * @returns how many rows were written, and all that the table holds now, for `loadRegionTree`
 * @article none — technical
 */
export async function fillRegionTable(
  engine: Engine,
  wanted: Iterable<RegionRow> = readEditionRows(),
  onProgress?: (written: number, total: number) => void,
): Promise<SeededRegions> {
  const inTransaction = <T>(begin: string, work: (session: RegionSession) => Promise<T>): Promise<T> =>
    engine.transaction([begin], true, (connection) => work(sessionOn(connection)));
  return await seedRegions({
    wanted,
    present: await inTransaction('BEGIN READ ONLY', listRegions),
    insert: (rows) => inTransaction('BEGIN', (session) => upsertRegions(session, rows)),
    onProgress,
  });
}

function sessionOn(connection: Connection): RegionSession {
  return {
    text: async <T>(text: string, parameters: readonly unknown[]) =>
      (await connection.query(text, parameters, 'object')) as T[],
  };
}
