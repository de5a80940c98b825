import type { Caller } from '../../platform/auth/caller.js';
import type { HouseholdRow } from './household-row.repository.js';

/** 记录所属 · Whose record it is, and when it was written. */
export interface RecordOwner {
  readonly countyCode: string;
  readonly regionCode: string;
  readonly householdId: string;
  readonly recordedAt: string;
}

/** 记录所属 · Whose record it is that a caller writes now. @article none — technical */
export function recordOwner(
  { countyCode, regionCode, id }: Pick<HouseholdRow, 'countyCode' | 'regionCode' | 'id'>,
  caller: Caller,
): RecordOwner {
  return { countyCode, regionCode, householdId: id, recordedAt: caller.now.toISOString() };
}
