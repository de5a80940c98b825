import type { GuaranteeCheck } from '../guarantee/guarantee-check.js';
import type { IncomeRecord } from '../income/income-record.js';
import type { FormerStatus, MemberFacts } from './household.js';

/** 农户 · All that the rules need to know of a household, dated, without a name in it. @article 2.1 */
export interface HouseholdFacts {
  readonly id: string;
  /** 12-digit village code, or the county or township where it is not known nearer. */
  readonly regionCode: string;
  readonly formerStatus: FormerStatus;
  readonly resettled: boolean;
  /** Present members only. */
  readonly members: readonly MemberFacts[];
  /** In force (corrected ones left out), newest window end first. */
  readonly incomes: readonly IncomeRecord[];
  /** Newest first. */
  readonly guarantees: readonly GuaranteeCheck[];
}
