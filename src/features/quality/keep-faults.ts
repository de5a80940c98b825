import { uuidv7 } from 'uuidv7';
import { addDays } from '../../domain/kernel/calendar-date.js';
import { FINDING_DAYS } from '../../domain/quality/decide-settlement.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Transaction } from '../../platform/database/database.js';
import { appendAudits } from '../audit/index.js';
import { type FindingRow, insertFindings, updateFinding } from './finding.repository.js';
import { headOf } from './finding-chain.js';
import type { FoundFault } from './found-fault.js';

const keyOf = ({ rule, subject }: { readonly rule: string; readonly subject: string }): string => `${rule}|${subject}`;

/** 记录问题 · What one page came to. */
export interface KeptFaults {
  readonly opened: number;
  /** No longer hold, closed as rectified by the register. */
  readonly rectified: number;
}

/** 记录问题 · Opens what is new, closes what no longer holds, opens again what the register had closed. Of a rule that was not told in full nothing is closed. @article 5.3 */
export async function keepFaults(
  tx: Transaction,
  caller: Caller,
  county: string,
  found: readonly FoundFault[],
  known: readonly FindingRow[],
  cut: ReadonlySet<string> = new Set(),
): Promise<KeptFaults> {
  const byKey = new Map(found.map((fault) => [keyOf(fault), fault]));
  const stands = new Set(known.map(keyOf));
  const fresh = [...byKey.values()].filter((fault) => !stands.has(keyOf(fault)));
  const mended = known.filter((row) => row.status === 'OPEN' && !cut.has(row.rule) && !byKey.has(keyOf(row)));
  const again = known.filter((row) => row.status === 'RECTIFIED' && row.settledBy === null && byKey.has(keyOf(row)));
  await open(tx, caller, county, fresh);
  await move(tx, caller, mended, 'RECTIFIED');
  await move(tx, caller, again, 'OPEN');
  return { opened: fresh.length + again.length, rectified: mended.length };
}

async function open(tx: Transaction, caller: Caller, county: string, faults: readonly FoundFault[]): Promise<void> {
  if (faults.length === 0) return;
  const at = caller.now.toISOString();
  const rows = faults.map(({ message, ...fault }) => ({
    ...fault,
    countyCode: county,
    id: uuidv7(),
    status: 'OPEN',
    owner: ownerOf(fault),
    dueOn: addDays(caller.today, FINDING_DAYS),
    foundOn: caller.today,
    message: message.zh,
    messageEn: message.en,
    createdAt: at,
    updatedAt: at,
  }));
  const events = rows.map(({ id, regionCode, rule }) => ({
    head: headOf({ countyCode: county, id, regionCode, auditSequence: 0, auditHash: null }),
    record: { action: 'findFault', occurredOn: caller.today, change: { rule }, role: null, actor: 'quality' },
  }));
  const { heads, written } = appendAudits(tx, caller, events);
  await Promise.all([
    written,
    insertFindings(
      tx,
      rows.map((row, at) => ({ ...row, ...heads[at]! })),
    ),
  ]);
}

async function move(
  tx: Transaction,
  caller: Caller,
  rows: readonly FindingRow[],
  status: 'OPEN' | 'RECTIFIED',
): Promise<void> {
  if (rows.length === 0) return;
  const closing = status === 'RECTIFIED';
  const change = { status, by: 'register' };
  const record = {
    action: closing ? 'faultRectified' : 'faultFoundAgain',
    occurredOn: caller.today,
    change,
    role: null,
    actor: 'quality',
  };
  const { heads, written } = appendAudits(
    tx,
    caller,
    rows.map((row) => ({ head: headOf(row), record })),
  );
  const set = { status, settledOn: closing ? caller.today : null, updatedAt: caller.now.toISOString() };
  await Promise.all([written, ...rows.map((row, at) => updateFinding(tx, row, { ...set, ...heads[at]! }))]);
}

/** Whoever answers for the township of a household, or for the county where it is about more. */
function ownerOf({ householdId, regionCode }: Pick<FoundFault, 'householdId' | 'regionCode'>): string {
  return householdId === null || regionCode.length < 9
    ? `COUNTY_OFFICER ${regionCode.slice(0, 6)}`
    : `TOWNSHIP_OFFICER ${regionCode.slice(0, 9)}`;
}
