import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Transaction } from '../../platform/database/database.js';
import type { Reach } from '../access/index.js';
import { type AuditHead, appendAudits } from '../audit/index.js';
import type { HouseholdRow } from './household-row.repository.js';

/** 农户事件 · What one act upon a household says in the trail; never personal data. */
export interface HouseholdEvent {
  readonly action: string;
  /** Day on which it happened; the product's day where nothing is said. */
  readonly occurredOn?: CalendarDate;
  readonly change: Readonly<Record<string, unknown>>;
  /** Who acted, where it was nobody with a token. */
  readonly actor?: string;
  /** What a read was said to be for, sealed beside the event. */
  readonly purpose?: { readonly eventId: string; readonly sealed: string };
}

/** 链上农户 · What a household's chain is continued by. */
export type ChainedHousehold = Pick<HouseholdRow, 'countyCode' | 'regionCode' | 'id' | 'auditSequence' | 'auditHash'>;

/**
 * 记入农户审计链 · Adds an event to the household's chain; its row must be locked or new.
 *
 * @returns the new head, for the household's row, and the write under way
 * @article 5.3
 */
export function appendToHousehold(
  tx: Transaction,
  reach: Reach,
  caller: Caller,
  row: ChainedHousehold,
  event: HouseholdEvent,
): { readonly head: AuditHead; readonly written: Promise<void> } {
  const { heads, written } = appendToHouseholds(tx, reach, caller, [{ row, event }]);
  return { head: heads[0]!, written };
}

/**
 * 记入多户审计链 · Adds events to the chains of several households, in one statement; their rows must be locked or new, and several events
 * of one household follow each other upon the row that each of them gives.
 *
 * @returns the new heads in the order of the events, and the write under way
 * @article 5.3
 */
export function appendToHouseholds(
  tx: Transaction,
  reach: Reach,
  caller: Caller,
  events: readonly { readonly row: ChainedHousehold; readonly event: HouseholdEvent }[],
): { readonly heads: readonly AuditHead[]; readonly written: Promise<void> } {
  return appendAudits(
    tx,
    caller,
    events.map(({ row, event }) => linkOf(reach, caller, row, event)),
  );
}

function linkOf(reach: Reach, caller: Caller, row: ChainedHousehold, event: HouseholdEvent) {
  const head = {
    countyCode: row.countyCode,
    regionCode: row.regionCode,
    householdId: row.id,
    subjectType: 'Household' as const,
    subjectId: row.id,
    sequence: row.auditSequence,
    hash: row.auditHash,
  };
  const { action, change, occurredOn = caller.today, purpose, actor } = event;
  const role = reach.roleFor(row.regionCode);
  return { head, record: { action, change, occurredOn, role, purpose, ...(actor && { actor }) } };
}
