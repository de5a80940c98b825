import type { CaseStatus } from '../../domain/case/monitoring-case.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { LeadStatus } from '../../domain/lead/lead.js';

/** 办理阶段 · A stage that whoever holds a receipt is told of. */
export type Stage = `LEAD_${LeadStatus}` | `CASE_${CaseStatus}` | `OBJECTION_${'OPEN' | 'UPHELD' | 'DISMISSED'}`;

/** Where it stands, and what comes next; null when it is over. `{day}` is the last day to verify. */
type Words = readonly [status: string, nextStep: string | null];

const ZH: Readonly<Record<Stage, Words>> = {
  LEAD_OPEN: ['已受理,待核实', '工作人员将在 {day} 前入户核实。'],
  LEAD_CONFIRMED: ['核实属实', '进入监测对象识别程序。'],
  LEAD_DISMISSED: ['核实后未予认定,已办结', null],
  LEAD_DUPLICATE: ['同一情况此前已有反映,已并案', null],
  CASE_UNDER_IDENTIFICATION: ['核实属实,正在识别', '经民主评议、公示后由县级审定。'],
  CASE_NOT_IDENTIFIED: ['识别程序结束,未认定为监测对象', null],
  CASE_MONITORED: ['已认定为监测对象', '落实帮扶措施。'],
  CASE_UNDER_ELIMINATION: ['已认定为监测对象,正在办理风险消除', '经民主评议、公示后由县级审定。'],
  CASE_RISK_ELIMINATED: ['风险已消除', null],
  CASE_WITHDRAWN: ['已办结', null],
  OBJECTION_OPEN: ['异议已受理', '由乡镇核查并答复。'],
  OBJECTION_UPHELD: ['异议成立', '退回重新核实。'],
  OBJECTION_DISMISSED: ['异议不成立,已办结', null],
};

const EN: Readonly<Record<Stage, Words>> = {
  LEAD_OPEN: ['Received, to be verified', 'Somebody visits by {day}.'],
  LEAD_CONFIRMED: ['Verified and true', 'Identification follows.'],
  LEAD_DISMISSED: ['Verified, no such difficulty was found; closed', null],
  LEAD_DUPLICATE: ['The same was told before; joined to it', null],
  CASE_UNDER_IDENTIFICATION: [
    'Verified and true, under identification',
    'Democratic review and public notice, then the decision of the county.',
  ],
  CASE_NOT_IDENTIFIED: ['Identification has ended; not found to be at risk', null],
  CASE_MONITORED: ['Found to be at risk and monitored', 'Support is given.'],
  CASE_UNDER_ELIMINATION: [
    'Monitored; elimination of the risk is under way',
    'Democratic review and public notice, then the decision of the county.',
  ],
  CASE_RISK_ELIMINATED: ['The risk is eliminated', null],
  CASE_WITHDRAWN: ['Closed', null],
  OBJECTION_OPEN: ['Objection received', 'The township looks into it and answers.'],
  OBJECTION_UPHELD: ['Objection upheld', 'The household is verified anew.'],
  OBJECTION_DISMISSED: ['Objection dismissed; closed', null],
};

/**
 * 进度用语 · Says a stage in words.
 *
 * @param dueOn  last day to verify, where the stage has one
 * @article 3.1
 * @example wordsOf('LEAD_OPEN', 'en', date('2023-11-16')).nextStep // 'Somebody visits by 2023-11-16.'
 */
export function wordsOf(
  stage: Stage,
  language: 'zh' | 'en',
  dueOn: CalendarDate | null,
): { readonly status: string; readonly nextStep: string | null } {
  const [status, nextStep] = (language === 'zh' ? ZH : EN)[stage];
  return { status, nextStep: nextStep?.replace('{day}', dueOn ?? '') ?? null };
}
