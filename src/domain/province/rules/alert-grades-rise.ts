import type { Reason } from '../../kernel/verdict.js';
import { ALERT_GRADES, type AlertKind } from '../alert-kind.js';

/**
 * R06 分级递增 · The amounts of an alert's grades rise with their gravity, and none lies under the amount from which it is sent.
 *
 * @returns empty where they do; a grade that could never be given is named
 * @article 3.1
 */
export function checkAlertGrades({ code, grade, grades = [], threshold }: AlertKind): Reason[] {
  const reasons: Reason[] = [];
  const say = (message: string): void => {
    reasons.push({
      code: 'grade-never-given',
      message: `"${code}": ${message}`,
      article: '3.1',
      evidence: { kind: code },
    });
  };
  const gravity = (one: (typeof ALERT_GRADES)[number]): number => ALERT_GRADES.indexOf(one);
  for (const [place, { grade: own, from }] of grades.entries()) {
    const before = grades[place - 1];
    if (before !== undefined && (gravity(own) <= gravity(before.grade) || from >= before.from))
      say(`${own} is not given from less than ${before.grade}, which is graver`);
    if (threshold !== null && from < threshold.amount)
      say(`${own} is given from an amount under the one from which an alert is sent`);
    if (grade !== null && gravity(own) >= gravity(grade))
      say(`${own} is no graver than ${grade}, which every alert has`);
  }
  return reasons;
}
