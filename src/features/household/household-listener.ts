import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Refusal } from '../../domain/kernel/verdict.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Transaction } from '../../platform/database/database.js';
import type { Reach } from '../access/index.js';
import type { household } from './household.table.js';
import type { HouseholdRow } from './household-row.repository.js';

/** 农户变化的方面 · What of a household a change touches. @article 2.1 */
export type HouseholdAspect = 'MEMBERS' | 'INCOME' | 'GUARANTEES' | 'FORMER_STATUS' | 'HOME' | 'VISIT';

/** 一户的变化 · What a registration, a change, an import or a correction made of one household. @article 2.1 */
export interface HouseholdChange {
  /** As it was locked; null where it is registered by this change. */
  readonly before: HouseholdRow | null;
  /** As its row was written. */
  readonly after: HouseholdRow;
  readonly aspects: readonly HouseholdAspect[];
  /** Day on which it happened. */
  readonly on: CalendarDate;
}

/** 农户变化 · What one transaction made of households of one county, told when their rows are written. @article 2.1 */
export interface HouseholdsChanged {
  readonly tx: Transaction;
  readonly reach: Reach;
  readonly caller: Caller;
  /** Six digits; every household of `changes` belongs to it. */
  readonly county: string;
  /** One a household, at least one; an import tells of up to 1,000 at once. */
  readonly changes: readonly HouseholdChange[];
}

/** 将变农户 · Households of one county that are locked and about to change. @article 2.1 */
export interface HouseholdsToChange {
  readonly tx: Transaction;
  readonly county: string;
  readonly changes: readonly (Omit<HouseholdChange, 'before' | 'after'> & { readonly before: HouseholdRow })[];
}

/**
 * 农户变化的收听者 · What a later room does when households are registered or change, in the same transaction; the households are
 * locked or new, and what is thrown takes the change back. It sends as many statements for a thousand households as for one.
 *
 * @article 2.1
 */
export interface HouseholdListener {
  (changed: HouseholdsChanged): Promise<void>;
  /** What it could not follow, and why, by household: a batch asks before it writes, so that one falls and not all. */
  readonly hinders?: (about: HouseholdsToChange) => Promise<ReadonlyMap<string, readonly Refusal[]>>;
}

/** 告知收听者 · Tells them one after the other, in the order of the rooms, of the households of which anything was touched. */
export async function tellListeners(
  listeners: readonly HouseholdListener[],
  changed: HouseholdsChanged,
): Promise<void> {
  const changes = changed.changes.filter(({ aspects }) => aspects.length > 0);
  if (changes.length === 0) return;
  for (const listener of listeners) await listener({ ...changed, changes });
}

/** 所碍农户 · What the listeners could not follow, and why, by household. */
export async function hindrances(
  listeners: readonly HouseholdListener[],
  about: HouseholdsToChange,
): Promise<ReadonlyMap<string, readonly Refusal[]>> {
  const why = new Map<string, readonly Refusal[]>();
  for (const { hinders } of listeners)
    for (const [id, refusals] of (await hinders?.(about)) ?? []) why.set(id, refusals);
  return why;
}

/** 写入后的农户 · A household's row as a change leaves it. @param set  the columns that were written */
export function rowAfter(before: HouseholdRow, set: Partial<typeof household.$inferInsert>): HouseholdRow {
  return { ...before, ...(set as Partial<HouseholdRow>) };
}
