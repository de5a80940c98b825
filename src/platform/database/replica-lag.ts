import { stopwatch } from '../clock.js';
import type { Engine } from './engine.js';

/** 只读副本 · The database that long questions are read from, where it is one of its own. @article none — technical */
export interface Replica {
  /** By how many seconds it is behind the database that it follows; null where it follows none, or does not say. */
  behindSeconds(): Promise<number | null>;
  /** What was last told, without asking; null where there is no replica. */
  last(): { readonly behindSeconds: number | null } | null;
}

/** 无副本 · Long questions are read from the database itself. @article none — technical */
export const NO_REPLICA: Replica = { behindSeconds: async () => null, last: () => null };

/** A standby that still receives, and has replayed all that it received, is not behind, however long nothing was written. */
const BEHIND = `SELECT CASE WHEN NOT pg_is_in_recovery() THEN NULL
  WHEN EXISTS (SELECT FROM pg_stat_wal_receiver) AND pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() THEN 0
  ELSE round(extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp())::numeric, 1) END::float8 AS seconds`;
const KEPT_MS = 5_000;

/**
 * 副本滞后 · Asks the replica how far it is behind, at most every five seconds; one that does not answer says nothing, and whoever asks
 * figures of it is told so by the figures.
 *
 * @article none — technical
 */
export function createReplica(engine: Engine): Replica {
  let kept: { readonly told: Promise<number | null>; readonly age: () => number } | null = null;
  let last: number | null = null;
  const ask = async (): Promise<number | null> => {
    try {
      const [row] = (await engine.transaction(['BEGIN READ ONLY'], false, (connection) =>
        connection.query(BEHIND, [], 'object'),
      )) as { readonly seconds: number | null }[];
      last = row?.seconds ?? null;
    } catch {
      last = null;
    }
    return last;
  };
  return {
    behindSeconds() {
      if (kept === null || kept.age() >= KEPT_MS) kept = { told: ask(), age: stopwatch() };
      return kept.told;
    },
    last: () => ({ behindSeconds: last }),
  };
}
