import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { LocalizedText } from '../../domain/province/localized-text.js';
import type { Severity } from '../../domain/risk/finding.js';

/** 待记问题 · Something that is wrong now, and what it is about. */
export interface FoundFault {
  readonly rule: string;
  readonly subject: string;
  readonly regionCode: RegionCode;
  readonly householdId: string | null;
  readonly caseId: string | null;
  readonly severity: Severity;
  readonly message: LocalizedText;
  readonly evidence: Readonly<Record<string, unknown>>;
}
