import type { AvailableAction, CaseAction } from '../../domain/case/actions/available-action.js';
import type { LocalizedText } from '../../domain/province/localized-text.js';

const ACTIONS: Readonly<Record<CaseAction, LocalizedText>> = {
  completeStep: { zh: '办理环节', en: 'Complete the step' },
  publishNotice: { zh: '张贴或延长公示', en: 'Put up or extend the notice' },
  resolveObjection: { zh: '处理异议', en: 'Resolve the objection' },
  recordRisk: { zh: '登记风险', en: 'Record a risk' },
  resolveRisk: { zh: '标记风险已化解', en: 'Mark the risk resolved' },
  planSupport: { zh: '制定帮扶计划', en: 'Plan support' },
  giveUrgentHelp: { zh: '先行救助', en: 'Give urgent help' },
  recordDelivery: { zh: '登记措施落实', en: 'Record a delivery' },
  concludeMeasure: { zh: '结束帮扶措施', en: 'Conclude the measure' },
  requestElimination: { zh: '提出风险消除', en: 'Request elimination' },
  continueSupport: { zh: '继续帮扶', en: 'Continue support' },
  assignResponsiblePerson: { zh: '确定帮扶责任人', en: 'Assign a responsible person' },
  withdrawAuthorization: { zh: '撤回查询授权', en: 'Withdraw the authorization' },
  withdrawCase: { zh: '退出监测', en: 'Withdraw the case' },
  correctRecord: { zh: '更正记录', en: 'Correct the record' },
  rollBackElimination: { zh: '风险消除回退', en: 'Roll the elimination back' },
};

const CHOICES: Readonly<Record<string, LocalizedText>> = {
  PASSED: { zh: '通过', en: 'passed' },
  RETURNED: { zh: '退回', en: 'returned' },
  REJECTED: { zh: '不予通过', en: 'rejected' },
  SUPPORTED: { zh: '帮扶消除', en: 'through support' },
  NATURAL: { zh: '自然消除', en: 'of itself' },
  UPHELD: { zh: '异议成立', en: 'upheld' },
  DISMISSED: { zh: '异议不成立', en: 'dismissed' },
  COMPLETED: { zh: '完成', en: 'completed' },
  CANCELLED: { zh: '取消', en: 'cancelled' },
};

/**
 * 事项名称 · What an action is, for a button: the act, what it is about, and the choice that it makes.
 *
 * @param about  name of the step, risk or instrument; null for the case as a whole
 * @article none — technical
 */
export function tellAction(
  { action, choice }: Pick<AvailableAction, 'action' | 'choice'>,
  about: string | null,
  language: 'zh' | 'en',
): string {
  const chosen = Object.values(choice).map((value) => CHOICES[value]?.[language] ?? value);
  const said = [ACTIONS[action][language], ...(about === null ? [] : [about]), ...chosen];
  return said.join(language === 'zh' ? ' · ' : ' – ');
}
