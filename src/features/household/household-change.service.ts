import type { Refusal } from '../../domain/kernel/verdict.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Transaction } from '../../platform/database/database.js';
import type { Reach } from '../access/index.js';
import { type Changed, type ChangeService, notFound, Refused, refuseAny, versionConflict } from '../change/index.js';
import type { HouseholdPlace } from './household.repository.js';
import type { household } from './household.table.js';
import { appendToHousehold, type HouseholdEvent } from './household-chain.js';
import {
  type HouseholdAspect,
  type HouseholdListener,
  hindrances,
  rowAfter,
  tellListeners,
} from './household-listener.js';
import { type HouseholdRow, lockHousehold, lockHouseholdsOf, updateHouseholdRow } from './household-row.repository.js';

/** 农户变更 · What a mutation of a household is asked with. */
export interface HouseholdChangeRequest {
  readonly caller: Caller;
  /** Name in the schema, e.g. `Mutation.recordIncome`. */
  readonly operation: string;
  readonly input: { readonly idempotencyKey?: string | null; readonly expectedVersion?: number | null };
  /** What the input names, already read from its global id; null where the id is none. */
  readonly place: HouseholdPlace | null;
  /** Whether the place is the household's or a member's. */
  readonly of: 'householdId' | 'memberId';
  readonly guards?: Readonly<Record<string, Refusal>>;
  /** The reach where it is not what the operation gives the caller. */
  readonly reach?: Reach;
}

/** 变更依据 · The locked household. */
export interface HouseholdChangeBasis<T> {
  readonly tx: Transaction;
  readonly reach: Reach;
  readonly row: HouseholdRow;
  /** What was read beside the lock. */
  readonly beside: T;
}

/** 变更效果 · What a decision makes of the household. */
export interface HouseholdEffect extends HouseholdEvent {
  /** What of the household it touches; none where something was only recorded beside it. */
  readonly aspects?: readonly HouseholdAspect[];
  /** Columns of the household's row that change; version, audit head and time are written beside them. */
  readonly set: Partial<typeof household.$inferInsert>;
  /** Writes to other tables, already under way. */
  readonly writes?: readonly Promise<unknown>[];
}

/** 变更后的标识 · What the answer of a change is made of: the household, by its own id or by a member's. */
export type HouseholdIds = Record<'county' | 'of' | 'id', string>;

/**
 * 农户变更服务 · The one way in which a registered household changes: locked, checked against the version, written with its
 * audit event, in one transaction.
 *
 * @article 5.3
 */
export class HouseholdChangeService {
  constructor(
    private readonly changes: ChangeService,
    private readonly listeners: readonly HouseholdListener[],
  ) {}

  /**
   * 变更农户 · Runs a decision on a locked household.
   *
   * @param read  reads what the decision needs; sent right after the lock, so that it sees what the lock waited for
   * @param decide  throws `Refused` (see `refuseAny`) to answer userErrors; nothing is written then
   */
  async change<T>(
    request: HouseholdChangeRequest,
    read: (tx: Transaction, place: HouseholdPlace) => Promise<T>,
    decide: (basis: HouseholdChangeBasis<T>) => Promise<HouseholdEffect>,
  ): Promise<Changed<HouseholdIds>> {
    const { caller, operation, input, place, of, guards, reach: given } = request;
    const missing = notFound(of);
    if (place === null) return { done: null, refusals: [missing] };
    const ids = { ...place, of };
    const change = {
      caller,
      operation,
      input,
      county: place.county,
      ids,
      guards,
      missing,
      ...(given && { reach: given }),
    };
    return this.changes.make(change, async (tx, reach) => {
      const [row, beside] = await Promise.all([lock(tx, reach, place, of), read(tx, place)]);
      if (row === null) throw new Refused([missing]);
      const { expectedVersion } = input;
      if (expectedVersion !== undefined && expectedVersion !== null && expectedVersion !== row.version)
        refuseAny([versionConflict(expectedVersion, row.version)]);
      const effect = await decide({ tx, reach, row, beside });
      const after = await write(caller, { tx, reach, row, beside }, effect);
      const { aspects = [], occurredOn: on = caller.today } = effect;
      const changes = [{ before: row, after, aspects, on }];
      const why = await hindrances(this.listeners, {
        tx,
        county: row.countyCode,
        changes: [{ before: row, aspects, on }],
      });
      refuseAny((why.get(row.id) ?? []).map((refusal) => ({ ...refusal, path: ['input', of] })));
      await tellListeners(this.listeners, { tx, reach, caller, county: row.countyCode, changes });
    });
  }
}

async function lock(
  tx: Transaction,
  reach: Reach,
  { county, id }: HouseholdPlace,
  of: HouseholdChangeRequest['of'],
): Promise<HouseholdRow | null> {
  if (of === 'householdId') return lockHousehold(tx, reach, county, id);
  const [row] = await lockHouseholdsOf(tx, reach, county, [id]);
  return row ?? null;
}

async function write(
  caller: Caller,
  { tx, reach, row }: HouseholdChangeBasis<unknown>,
  { set, writes = [], aspects: _, ...event }: HouseholdEffect,
): Promise<HouseholdRow> {
  const version = row.version + 1;
  const change = { ...event.change, version };
  const { head, written } = appendToHousehold(tx, reach, caller, row, { ...event, change });
  const updated = { ...set, ...head, version, updatedAt: caller.now.toISOString() };
  await Promise.all([...writes, written, updateHouseholdRow(tx, row, updated)]);
  return rowAfter(row, updated);
}
