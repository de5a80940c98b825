import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Transaction } from '../../platform/database/database.js';
import { lastOfChain, lockChain, moveChain } from './audit-chain.repository.js';
import { appendAudit, type ChangeRecord } from './audit-trail.js';
import { chainId, type OwnChain } from './chain-id.js';

/** 记入专设链 · What is added to a chain whose subject has no row of its own. */
export interface OwnChainEvent {
  readonly kind: OwnChain;
  /** The county, or the region above it, whose chain it is; 6 digits. */
  readonly code: string;
  /** Where it happened, within that county. */
  readonly regionCode: string;
  readonly record: ChangeRecord;
}

/** 追加 · Locks the chain, adds the event and moves the head; the caller's transaction must reach the chain's region. @article 5.3 */
export async function appendToOwnChain(
  tx: Transaction,
  caller: Caller,
  { kind, code, regionCode, record }: OwnChainEvent,
): Promise<void> {
  const { sequence, hash } = await lockChain(tx, kind, code);
  const place = { countyCode: code, regionCode, householdId: null, subjectType: kind, subjectId: chainId(kind, code) };
  const { head, written } = appendAudit(tx, { ...place, sequence, hash }, caller, record);
  await Promise.all([written, moveChain(tx, kind, code, head)]);
}

/** 配置 · Which configuration rules in a province. */
export interface RulingConfiguration {
  readonly code: string;
  readonly configVersion: string;
}

/**
 * 记入配置链 · Adds to each province's chain that another configuration rules there from now on; where it is the one that
 * ruled before, nothing is added.
 *
 * @article 5.3
 */
export async function recordConfigurations(
  tx: Transaction,
  { now, today }: { readonly now: Date; readonly today: CalendarDate },
  provinces: readonly RulingConfiguration[],
): Promise<void> {
  const system: Caller = { principal: null, requestId: 'start', now, today };
  for (const { code, configVersion } of [...provinces].sort((a, b) => (a.code < b.code ? -1 : 1))) {
    const before = (await lastOfChain(tx, 'Configuration', code))?.['configVersion'] ?? null;
    if (before === configVersion) continue;
    await lockChain(tx, 'Configuration', code);
    const latest = (await lastOfChain(tx, 'Configuration', code))?.['configVersion'] ?? null;
    if (latest === configVersion) continue;
    const change = { configVersion, before: latest };
    const record = { action: 'loadConfiguration', occurredOn: today, change, role: null, actor: 'system' };
    await appendToOwnChain(tx, system, { kind: 'Configuration', code, regionCode: code, record });
  }
}
