import type { LeadJoined } from '../lead/join-lead.js';
import type { LeadStatus } from '../lead/lead.js';

/** 预警状态 · 未匹配、已派发、属实、不属实、重复. @article 3.1 */
export const ALERT_STATUSES = ['UNMATCHED', 'DISPATCHED', 'CONFIRMED', 'DISMISSED', 'DUPLICATE'] as const;
export type AlertStatus = (typeof ALERT_STATUSES)[number];

/**
 * R06 预警随线索办结 · What an alert comes to when the lead that it became is verified; a lead that still waits leaves it dispatched.
 *
 * @article 3.1
 * @example statusByLead('CONFIRMED') // 'CONFIRMED'
 */
export function statusByLead(status: LeadStatus): AlertStatus {
  return status === 'OPEN' ? 'DISPATCHED' : status;
}

/**
 * R05 R06 派发之初 · How a matched alert begins: on a household with an open case it is a duplicate at once; on one with an open lead it
 * waits for what is found there, as for its own.
 *
 * @article 5.4
 */
export function statusAtFirst({ joinsCase }: Pick<LeadJoined, 'joinsCase'>): AlertStatus {
  return joinsCase === null ? 'DISPATCHED' : 'DUPLICATE';
}
