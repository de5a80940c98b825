import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Transaction } from '../../platform/database/database.js';
import type { Reach } from '../access/index.js';
import type { household } from './household.table.js';
import type { HouseholdRow } from './household-row.repository.js';

/** 农户变化的方面 · What of a household a change touches. @article 2.1 */
export type HouseholdAspect = 'MEMBERS' | 'INCOME' | 'GUARANTEES' | 'FORMER_STATUS' | 'HOME' | 'VISIT';

/** 农户变化 · What a change or a correction made of a household, told when its rows are written. @article 2.1 */
export interface HouseholdChanged {
  readonly tx: Transaction;
  readonly reach: Reach;
  readonly caller: Caller;
  /** As it was locked. */
  readonly before: HouseholdRow;
  /** Columns of its row that were written. */
  readonly set: Partial<typeof household.$inferInsert>;
  readonly aspects: readonly HouseholdAspect[];
  /** Day on which it happened. */
  readonly on: CalendarDate;
}

/**
 * 农户变化的收听者 · What a later room does when a household changes, in the same transaction; the household is locked, and what
 * is thrown takes the change back.
 *
 * @article 2.1
 */
export type HouseholdListener = (changed: HouseholdChanged) => Promise<void>;

/** 告知收听者 · Tells them one after the other, in the order of the rooms. */
export async function tellListeners(listeners: readonly HouseholdListener[], changed: HouseholdChanged): Promise<void> {
  for (const listener of listeners) await listener(changed);
}
