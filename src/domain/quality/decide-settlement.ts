import { faultOfText } from '../kernel/entered-text.js';
import { type Refusal, refuse } from '../kernel/verdict.js';

/** 问题状态 · 待处理、已说明、已整改、已移交. @article 5.3 */
export const FINDING_STATUSES = ['OPEN', 'EXPLAINED', 'RECTIFIED', 'REFERRED'] as const;
export type FindingStatus = (typeof FINDING_STATUSES)[number];

/** 处理期限 · Days within which a finding is to be settled: a national default, since no text that was read gives a number. @article 5.3 */
export const FINDING_DAYS = 30;

const LONGEST_NOTE = 2_000;

/**
 * R29 处理质量问题 · An open finding is explained, rectified or referred for accountability, with a note; one that was referred stays
 * so, and nothing is opened again by hand.
 *
 * @article 5.3
 */
export function decideSettlement(now: FindingStatus, to: FindingStatus, note: string): Refusal[] {
  const refusals: Refusal[] = [];
  if (to === 'OPEN')
    refusals.push(refuse('BAD_VALUE', 'a finding is settled as EXPLAINED, RECTIFIED or REFERRED', ['status'], '5.3'));
  if (now !== 'OPEN')
    refusals.push(
      refuse(
        'INVALID_STATE',
        `the finding is ${now} already; the register opens it again where it holds again`,
        ['status'],
        '5.3',
      ),
    );
  const fault = faultOfText(note, LONGEST_NOTE);
  if (fault !== null) refusals.push(refuse('BAD_VALUE', `the note ${fault}`, ['note'], '5.3'));
  return refusals;
}
