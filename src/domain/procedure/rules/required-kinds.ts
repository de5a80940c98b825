import type { ProcedureKind, StepKind } from '../procedure-definition.js';

const IDENTIFICATION: readonly StepKind[] = [
  'HOUSEHOLD_VERIFICATION',
  'COMMITMENT_AUTHORIZATION',
  'DATA_COMPARISON',
  'DEMOCRATIC_REVIEW',
  'PUBLIC_NOTICE',
  'COUNTY_DECISION',
];

/**
 * 必经环节 · The kinds of step that no procedure goes without.
 *
 * Identification: 3.2 and the national guide. Support and elimination: review and notice (3.2); elimination is marked by
 * the county in every text seen, so its decision is among them. A township's review is usual and not required.
 *
 * @article 3.2
 */
export const REQUIRED_KINDS: Readonly<Record<ProcedureKind, readonly StepKind[]>> = {
  IDENTIFICATION,
  EMERGENCY_IDENTIFICATION: IDENTIFICATION,
  SUPPORT: ['DEMOCRATIC_REVIEW', 'PUBLIC_NOTICE'],
  ELIMINATION: ['DEMOCRATIC_REVIEW', 'PUBLIC_NOTICE', 'COUNTY_DECISION'],
};
