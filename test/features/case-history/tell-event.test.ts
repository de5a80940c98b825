import { describe, expect, it } from 'vitest';
import { type EventNames, tellEvent } from '../../../src/features/case-history/tell-event.js';

const zh: EventNames = { step: () => '民主评议', risk: () => '因病', instrument: () => '医疗救助' };
const en: EventNames = {
  step: () => 'democratic review',
  risk: () => 'illness',
  instrument: () => 'medical assistance',
};

const EVENTS: readonly (readonly [string, Record<string, unknown>, string, string])[] = [
  [
    'openCase',
    { procedure: 'EMERGENCY_IDENTIFICATION', relapse: true },
    '建档,启动应急识别程序,为风险消除后再次监测',
    'case opened, emergency identification begun; the household relapsed',
  ],
  [
    'completeStep',
    { procedure: 'IDENTIFICATION', outcome: 'PASSED', category: 'MARGINAL_AT_RISK', risks: [{ riskType: 'ILLNESS' }] },
    '识别:“民主评议”通过,拟定边缘易致贫户,风险:因病',
    'identification: democratic review passed; proposed: marginal and at risk, illness',
  ],
  [
    'completeStep',
    {
      procedure: 'SUPPORT',
      outcome: 'PASSED',
      review: { eligible: 40, attended: 32, inFavour: 30 },
      status: 'MONITORED',
    },
    '帮扶:“民主评议”通过(应到40人,实到32人,同意30票);状态:监测中',
    'support: democratic review passed (32 of 40 attended, 30 in favour); the case is monitored',
  ],
  [
    'completeStep',
    { procedure: 'ELIMINATION', outcome: 'RETURNED', returnTo: 'democratic-review' },
    '风险消除:“民主评议”退回至“民主评议”',
    'elimination: democratic review returned to democratic review',
  ],
  [
    'publishNotice',
    { opensOn: '2023-03-08', closesOn: '2023-03-13', extended: true },
    '延长公示:2023-03-08至2023-03-13',
    'notice extended: 2023-03-08 to 2023-03-13',
  ],
  ['fileObjection', {}, '收到对公示的异议', 'an objection was filed to the notice'],
  ['resolveObjection', { outcome: 'DISMISSED' }, '异议不成立', 'objection dismissed'],
  ['recordRisk', { riskType: 'ILLNESS' }, '新增风险:因病', 'risk recorded: illness'],
  ['resolveRisk', { riskType: 'ILLNESS' }, '风险化解:因病', 'risk resolved: illness'],
  [
    'planSupport',
    { measures: [{ instrument: 'a' }, { instrument: 'b' }] },
    '制定帮扶计划(医疗救助、医疗救助),启动帮扶程序',
    'support planned (medical assistance, medical assistance), its procedure begun',
  ],
  [
    'giveUrgentHelp',
    { amount: '300.00' },
    '先行救助:医疗救助,300.00元',
    'urgent help given: medical assistance, 300.00 yuan',
  ],
  [
    'recordDelivery',
    { amount: null, inKind: true },
    '落实帮扶措施:医疗救助,实物',
    'support delivered: medical assistance, in kind',
  ],
  ['concludeMeasure', { status: 'COMPLETED' }, '帮扶措施完成:医疗救助', 'measure completed: medical assistance'],
  [
    'concludeMeasure',
    { status: 'CANCELLED', trackingOnly: false },
    '帮扶措施取消:医疗救助;不再只作跟踪监测',
    'measure cancelled: medical assistance; no longer tracked only',
  ],
  [
    'requestElimination',
    { mode: 'NATURAL' },
    '提出风险消除(自然消除),启动风险消除程序',
    'elimination requested (of itself), its procedure begun',
  ],
  [
    'continueSupport',
    { reviewBy: '2024-01-31' },
    '稳定性较弱,继续帮扶,2024-01-31前复核',
    'stability is weak, support continues; review by 2024-01-31',
  ],
  ['withdrawCase', { reason: 'DIED_OUT' }, '退出监测:全户死亡', 'case withdrawn: the household died out'],
  [
    'rollBackElimination',
    { was: '2023-10-30' },
    '风险消除回退(原于2023-10-30标注)',
    'elimination of 2023-10-30 rolled back',
  ],
  [
    'correctRecord',
    { corrected: ['formerStatus', 'income'], consequences: ['category-no-longer-fits'] },
    '更正记录:户类型、收入;监测对象类别不再相符',
    'record corrected: former status, income; the category no longer fits',
  ],
  [
    'assignResponsiblePerson',
    { organization: '县农业农村局' },
    '确定帮扶责任人(县农业农村局)',
    'responsible person assigned (县农业农村局)',
  ],
];

describe('tellEvent', () => {
  it.each(EVENTS)('tells %s %j', (action, change, inChinese, inEnglish) => {
    expect([tellEvent(action, change, zh, 'zh'), tellEvent(action, change, en, 'en')]).toEqual([inChinese, inEnglish]);
  });

  it('names an operation that it does not know by its name', () => {
    expect(tellEvent('somethingNew', {}, en, 'en')).toBe('somethingNew');
  });
});
