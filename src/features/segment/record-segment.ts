import type { Role } from '../../domain/jurisdiction/role.js';
import { COUNTY_DIGITS, type RegionCode } from '../../domain/kernel/region-code.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Transaction } from '../../platform/database/database.js';
import { appendToOwnChain } from '../audit/index.js';

/** 登记分组事件 · Appends what an operation did to a segment to its region's chain of segments; what is undefined is left out. */
export async function recordSegment(
  tx: Transaction,
  caller: Caller,
  { operation, region, role }: { readonly operation: string; readonly region: RegionCode; readonly role: Role | null },
  told: Readonly<Record<string, unknown>>,
): Promise<void> {
  const change = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
  const event = { action: operation.slice('Mutation.'.length), occurredOn: caller.today, change, role };
  await appendToOwnChain(tx, caller, {
    kind: 'Segments',
    code: region.slice(0, COUNTY_DIGITS),
    regionCode: region,
    record: event,
  });
}
