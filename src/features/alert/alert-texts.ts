import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { type Fen, formatYuan } from '../../domain/kernel/money.js';
import type { AlertKind } from '../../domain/province/alert-kind.js';

/** 预警情况说明 · What the lead of an alert says, in both languages of the offices; no name and no number of a person. @article 3.1 */
export function statementOf(kind: AlertKind, raisedOn: CalendarDate, amount: Fen | null, matchedBy?: string): string {
  const sum = amount === null ? '' : `，${formatYuan(amount)} 元`;
  const inYuan = amount === null ? '' : `, ${formatYuan(amount)} yuan`;
  const matched = matchedBy === undefined ? '' : ` 匹配说明 (matched by the county): ${matchedBy}`;
  return `部门筛查预警：${kind.name.zh}${sum}（${raisedOn}）。Department alert: ${kind.name.en}${inYuan} (${raisedOn}).${matched}`;
}

/** 发送方可见的结果说明 · What the sender reads of an alert that was settled at once; nothing of the household. @article 3.1 */
export const SETTLED_AT_ONCE = {
  DUPLICATE: '该户情况已在办理中，已并入。The difficulty is known and under way; the alert joined it.',
  DISMISSED:
    '按省级阈值，该户情况不属于此类预警，无需核实。By the thresholds of the province there is nothing to verify in this case.',
} as const;
