import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/database/database.js';
import { type CountyPin, pinned } from '../../platform/database/read-shape.js';
import { type MovedDays, movesCase, movesCaseWithin } from '../stat-source/index.js';
import { planByIndexes, plannedFor } from './source-size.repository.js';

/**
 * 预计变动数 · How many moves cases of some counties have within some days, as the database plans for them: nothing is read. The planner does not
 * know what part of the events move a case, and takes any condition of that kind for one in thirty; that part is told by how many entries the
 * index of moves has, and stands in the place of what the planner takes.
 *
 * @article none — technical
 */
export async function plannedMoves(tx: Transaction, counties: readonly string[], days: MovedDays): Promise<number> {
  const planned = (condition: SQL): Promise<number> =>
    plannedFor(
      tx,
      counties,
      (pin: CountyPin) => sql`SELECT 1 FROM audit_event t WHERE ${sql.raw(pinned('t', pin))} AND ${condition}`,
    );
  const [{ part } = { part: 0 }] = await tx.rows<{ part: number }>(
    sql`SELECT i.reltuples / t.reltuples AS part FROM pg_class i, pg_class t
      WHERE i.oid = 'audit_event_moved_on_ix'::regclass AND t.oid = 'audit_event'::regclass`,
  );
  await planByIndexes(tx);
  const events = await planned(sql`true`);
  const moves = await planned(movesCase('t'));
  const within = await planned(movesCaseWithin('t', days));
  return Math.ceil(within * (events / moves) * part);
}
