import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Transaction } from '../../platform/database/database.js';
import type { Reach } from '../access/index.js';
import { type AuditHead, appendAudit } from '../audit/index.js';
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
  row: Pick<HouseholdRow, 'countyCode' | 'regionCode' | 'id' | 'auditSequence' | 'auditHash'>,
  event: HouseholdEvent,
): { readonly head: AuditHead; readonly written: Promise<void> } {
  const chain = {
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
  return appendAudit(tx, chain, caller, { action, change, occurredOn, role, purpose, ...(actor && { actor }) });
}
