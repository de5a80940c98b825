import { type CalendarDate, daysBetween } from '../../domain/kernel/calendar-date.js';
import type { Refusal } from '../../domain/kernel/verdict.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Transaction } from '../../platform/database/database.js';
import type { Reach } from '../access/index.js';
import {
  type BatchChangeService,
  type BatchItem,
  changeByCounty,
  type ItemOutcome,
  notFound,
  reasonsOf,
} from '../change/index.js';
import type { HouseholdPlace } from './household.repository.js';
import { appendToHouseholds, type HouseholdEvent } from './household-chain.js';
import {
  type HouseholdAspect,
  type HouseholdListener,
  hindrances,
  rowAfter,
  tellListeners,
} from './household-listener.js';
import { type HouseholdRow, lockHouseholds, updateHouseholdRows } from './household-row.repository.js';

/** 批内农户 · One item of a batch, already placed. */
export interface HouseholdItem<T> extends BatchItem {
  readonly place: HouseholdPlace;
  readonly item: T;
}

/** 农户批量请求 · Items that stand or fall by themselves. */
export interface HouseholdBatch<T> {
  readonly caller: Caller;
  readonly operation: string;
  readonly reach: Reach;
  readonly input: { readonly idempotencyKey?: string | null };
  readonly items: readonly HouseholdItem<T>[];
}

/** 对一户的记录 · What one item says of its household: an event, and what of the household it touches. */
export interface HouseholdNote extends HouseholdEvent {
  readonly aspects: readonly HouseholdAspect[];
  readonly occurredOn: CalendarDate;
}

/** 批内决定 · How the items of one county are decided and written. */
export interface HouseholdDecisions<T, B, D extends HouseholdNote> {
  /** Reads what the decisions need, right after the lock. */
  readonly read: (tx: Transaction, county: string, items: readonly HouseholdItem<T>[]) => Promise<B>;
  /** Says of one item what it makes of its household; in the order of the list. @throws Refused to leave the item out */
  readonly decide: (row: HouseholdRow, item: T, beside: B) => D;
  /** Writes what the decisions that stand put beside the household. */
  readonly write: (tx: Transaction, standing: readonly D[]) => Promise<unknown>;
}

/** 农户批量结果 · The households of the items that stand, once each, and the reasons against the others by their place. */
export interface HouseholdBatchOutcome {
  readonly households: readonly HouseholdPlace[];
  readonly refused: readonly ItemOutcome[];
  /** Against the batch as a whole. */
  readonly userErrors: readonly Refusal[];
}

interface Decided<D> {
  readonly index: number;
  readonly row: HouseholdRow;
  readonly note: D;
}

/**
 * 农户批量变更服务 · Records something of many households, a transaction a county: locked and read together, decided one by one, and
 * written in as many statements as one takes, each item with its own event. Several items on one household follow each other.
 *
 * @article 5.3
 */
export class HouseholdBatchService {
  constructor(
    private readonly batches: BatchChangeService,
    private readonly listeners: readonly HouseholdListener[],
  ) {}

  /** 逐户记录 · Runs a decision on each item. */
  async changeEach<T, B, D extends HouseholdNote>(
    batch: HouseholdBatch<T>,
    decisions: HouseholdDecisions<T, B, D>,
  ): Promise<HouseholdBatchOutcome> {
    const { outcomes, userErrors } = await changeByCounty(this.batches, batch, (tx, county, items) =>
      this.inCounty(tx, batch, county, items, decisions),
    );
    if (userErrors.length > 0) return { households: [], refused: [], userErrors };
    const refused = outcomes.filter(({ refusals }) => refusals.length > 0);
    const fell = new Set(refused.map(({ index }) => index));
    const standing = batch.items.filter(({ index }) => !fell.has(index));
    const households = new Map(standing.map(({ place }) => [`${place.county}:${place.id}`, place]));
    return { households: [...households.values()], refused, userErrors: [] };
  }

  private async inCounty<T, B, D extends HouseholdNote>(
    tx: Transaction,
    { caller, reach }: HouseholdBatch<T>,
    county: string,
    items: readonly HouseholdItem<T>[],
    { read, decide, write }: HouseholdDecisions<T, B, D>,
  ): Promise<ItemOutcome[]> {
    const ids = [...new Set(items.map(({ place }) => place.id))].sort();
    const [locked, beside] = await Promise.all([lockHouseholds(tx, reach, county, ids), read(tx, county, items)]);
    const rows = new Map(locked.map((row) => [row.id, row]));
    const standing: Decided<D>[] = [];
    const outcomes = items.map(({ index, place, item }): ItemOutcome => {
      const row = rows.get(place.id);
      if (row === undefined) return { index, refusals: [notFound('householdId')] };
      try {
        standing.push({ index, row, note: decide(row, item, beside) });
        return { index, refusals: [] };
      } catch (error) {
        return { index, refusals: reasonsOf(error, ['householdId']) };
      }
    });
    const hindered = await this.hindered(tx, county, standing);
    const written = standing.filter(({ index }) => !hindered.has(index));
    if (written.length > 0) {
      const changes = await this.write(tx, reach, caller, county, written, write);
      await tellListeners(this.listeners, { tx, reach, caller, county, changes });
    }
    return outcomes.map(({ index, refusals }) => ({ index, refusals: hindered.get(index) ?? refusals }));
  }

  /** Why items cannot stand since a later room could not follow them, by their place. */
  private async hindered<D extends HouseholdNote>(
    tx: Transaction,
    county: string,
    standing: readonly Decided<D>[],
  ): Promise<ReadonlyMap<number, readonly Refusal[]>> {
    const touching = standing.filter(({ note }) => note.aspects.length > 0);
    const changes = touching.map(({ row, note: { aspects, occurredOn: on } }) => ({ before: row, aspects, on }));
    const why = await hindrances(this.listeners, { tx, county, changes });
    const fell = touching.filter(({ row }) => why.has(row.id));
    return new Map(fell.map(({ index, row }) => [index, why.get(row.id)!]));
  }

  /** The version rises with each event; the row is written once, as the last of them leaves it. */
  private async write<D extends HouseholdNote>(
    tx: Transaction,
    reach: Reach,
    caller: Caller,
    county: string,
    standing: readonly Decided<D>[],
    write: (tx: Transaction, standing: readonly D[]) => Promise<unknown>,
  ) {
    const versions = new Map<string, number>();
    const events = standing.map(({ row, note: { aspects: _, ...event } }) => {
      const version = (versions.get(row.id) ?? row.version) + 1;
      versions.set(row.id, version);
      return { row, event: { ...event, change: { ...event.change, version } } };
    });
    const { heads, written } = appendToHouseholds(tx, reach, caller, events);
    const updatedAt = caller.now.toISOString();
    const sets = new Map(
      standing.map(({ row }, at) => [row.id, { ...heads[at]!, version: versions.get(row.id)!, updatedAt }]),
    );
    const updates = [...sets].map(([id, set]) => ({ id, set }));
    const notes = standing.map(({ note }) => note);
    await Promise.all([written, write(tx, notes), updateHouseholdRows(tx, county, updates)]);
    return touched(standing).map(({ row, aspects, on }) => ({
      before: row,
      after: rowAfter(row, sets.get(row.id)!),
      aspects,
      on,
    }));
  }
}

/** What was touched of each household, told once, on the last day on which anything was. */
function touched<D extends HouseholdNote>(standing: readonly Decided<D>[]) {
  const byHousehold = new Map<string, { row: HouseholdRow; aspects: readonly HouseholdAspect[]; on: CalendarDate }>();
  for (const { row, note } of standing) {
    if (note.aspects.length === 0) continue;
    const { aspects: before, on } = byHousehold.get(row.id) ?? { aspects: [], on: note.occurredOn };
    const aspects = [...new Set([...before, ...note.aspects])];
    byHousehold.set(row.id, { row, aspects, on: daysBetween(on, note.occurredOn) > 0 ? note.occurredOn : on });
  }
  return [...byHousehold.values()];
}
