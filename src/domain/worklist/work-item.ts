/** 待办类别 · What waits. @article 2.1 */
export const WORK_ITEM_KINDS = [
  'STEP',
  'LEAD',
  'ALERT',
  'CASE_REVIEW',
  'MISSING_SUPPORT',
  'MISSING_PERSON',
  'EMERGENCY_OVERDUE',
  'IDENTIFICATION_OVERDUE',
] as const;
export type WorkItemKind = (typeof WORK_ITEM_KINDS)[number];

/**
 * 复核提前提示 · Days before its review day from which a case shows in the worklist, so that the visit can be planned.
 *
 * No text sets a number; this one decides nothing but when a line appears.
 *
 * @article none — technical
 */
export const REVIEW_AHEAD_DAYS = 7;
