import type { LocalizedText } from '../../domain/province/localized-text.js';
import {
  CATEGORIES,
  CONCLUSIONS,
  FIELDS,
  OUTCOMES,
  PROCEDURES,
  SOURCES,
  STATUSES,
  SUBJECTS,
  WITHDRAWALS,
  word,
} from './event-words.js';

type Change = Readonly<Record<string, unknown>>;
type Language = keyof LocalizedText;

/** 配置名称 · What the province calls its steps, risks and instruments; a code that it knows no more is its own name. */
export interface EventNames {
  step(procedure: unknown, code: unknown): string;
  risk(code: unknown): string;
  instrument(code: unknown): string;
}

type Tell = Readonly<Record<Language, (change: Change, names: EventNames) => string>>;

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : Object.keys(value ?? {}));
const when = (given: unknown, text: string): string => (given ? text : '');
/** A household that is tracked only was visited, and nothing else of it changed. */
const isVisit = (change: Change): boolean =>
  change['nextReviewOn'] !== undefined && change['trackingOnly'] === undefined && change['priority'] === undefined;
const yuanOf = (change: Change, before: string, after: string): string =>
  typeof change['amount'] === 'string' ? `${before}${change['amount']}${after}` : '';

const votes = (change: Change, language: Language): string => {
  const review = change['review'] as Readonly<Record<string, number>> | undefined;
  if (review === undefined) return '';
  return language === 'zh'
    ? `(应到${review['eligible']}人,实到${review['attended']}人,同意${review['inFavour']}票)`
    : ` (${review['attended']} of ${review['eligible']} attended, ${review['inFavour']} in favour)`;
};

const proposal = (change: Change, { risk }: EventNames, language: Language): string => {
  if (!change['category']) return '';
  const category = word(CATEGORIES, change['category'], language);
  const risks = listOf(change['risks']).map((one) => risk((one as { riskType: string }).riskType));
  return language === 'zh'
    ? `,拟定${category},风险:${risks.join('、')}`
    : `; proposed: ${category}, ${risks.join(', ')}`;
};

const late = (change: Change, language: Language): string => {
  const [step, whole] = [change['daysLate'], change['identificationDaysLate']];
  const ofStep = language === 'zh' ? `,逾期${step}天` : `, ${step} day(s) late`;
  const ofCase =
    language === 'zh'
      ? `,识别逾期${whole}天`
      : `; identified ${whole} day(s) after the limit from the day it was found`;
  return when(step, ofStep) + when(whole, ofCase);
};

const TELLINGS: Readonly<Record<string, Tell>> = {
  openCase: {
    zh: (c) =>
      c['source'] === 'NATIONAL_SYSTEM'
        ? '承接全国系统档案,已在监测中'
        : `建档,启动${word(PROCEDURES, c['procedure'], 'zh')}程序${when(c['relapse'], ',为风险消除后再次监测')}`,
    en: (c) =>
      c['source'] === 'NATIONAL_SYSTEM'
        ? 'taken over from the national system, monitored there'
        : `case opened, ${word(PROCEDURES, c['procedure'], 'en')} begun${when(c['relapse'], '; the household relapsed')}`,
  },
  completeStep: {
    zh: (c, names) =>
      `${word(PROCEDURES, c['procedure'], 'zh')}:“${names.step(c['procedure'], c['step'])}”${word(OUTCOMES, c['outcome'], 'zh')}` +
      `${when(c['returnTo'], `至“${names.step(c['procedure'], c['returnTo'])}”`)}${votes(c, 'zh')}${proposal(c, names, 'zh')}${late(c, 'zh')}` +
      when(c['status'], `;状态:${word(STATUSES, c['status'], 'zh')}`),
    en: (c, names) =>
      `${word(PROCEDURES, c['procedure'], 'en')}: ${names.step(c['procedure'], c['step'])} ${word(OUTCOMES, c['outcome'], 'en')}` +
      `${when(c['returnTo'], ` to ${names.step(c['procedure'], c['returnTo'])}`)}${votes(c, 'en')}${proposal(c, names, 'en')}${late(c, 'en')}` +
      when(c['status'], `; the case is ${word(STATUSES, c['status'], 'en')}`),
  },
  publishNotice: {
    zh: (c) => `${c['extended'] === true ? '延长公示' : '张贴公示'}:${c['opensOn']}至${c['closesOn']}`,
    en: (c) => `notice ${c['extended'] === true ? 'extended' : 'put up'}: ${c['opensOn']} to ${c['closesOn']}`,
  },
  fileObjection: { zh: () => '收到对公示的异议', en: () => 'an objection was filed to the notice' },
  resolveObjection: {
    zh: (c) => (c['outcome'] === 'UPHELD' ? '异议成立,退回核实' : '异议不成立'),
    en: (c) =>
      c['outcome'] === 'UPHELD' ? 'objection upheld, the run goes back to verification' : 'objection dismissed',
  },
  recordRisk: {
    zh: (c, { risk }) => `新增风险:${risk(c['riskType'])}`,
    en: (c, { risk }) => `risk recorded: ${risk(c['riskType'])}`,
  },
  resolveRisk: {
    zh: (c, { risk }) => `风险化解:${risk(c['riskType'])}`,
    en: (c, { risk }) => `risk resolved: ${risk(c['riskType'])}`,
  },
  planSupport: {
    zh: (c, names) => `制定帮扶计划(${measuresOf(c, names).join('、')}),启动帮扶程序`,
    en: (c, names) => `support planned (${measuresOf(c, names).join(', ')}), its procedure begun`,
  },
  giveUrgentHelp: {
    zh: (c, { instrument }) => `先行救助:${instrument(c['instrument'])}${yuanOf(c, ',', '元')}`,
    en: (c, { instrument }) => `urgent help given: ${instrument(c['instrument'])}${yuanOf(c, ', ', ' yuan')}`,
  },
  recordDelivery: {
    zh: (c, { instrument }) =>
      `落实帮扶措施:${instrument(c['instrument'])}${yuanOf(c, ',', '元')}${when(c['inKind'], ',实物')}`,
    en: (c, { instrument }) =>
      `support delivered: ${instrument(c['instrument'])}${yuanOf(c, ', ', ' yuan')}${when(c['inKind'], ', in kind')}`,
  },
  concludeMeasure: {
    zh: (c, { instrument }) => `帮扶措施${word(CONCLUSIONS, c['status'], 'zh')}:${instrument(c['instrument'])}`,
    en: (c, { instrument }) => `measure ${word(CONCLUSIONS, c['status'], 'en')}: ${instrument(c['instrument'])}`,
  },
  requestElimination: {
    zh: (c) => `提出风险消除(${c['mode'] === 'NATURAL' ? '自然消除' : '帮扶消除'}),启动风险消除程序`,
    en: (c) =>
      `elimination requested (${c['mode'] === 'NATURAL' ? 'of itself' : 'through support'}), its procedure begun`,
  },
  continueSupport: {
    zh: (c) => `稳定性较弱,继续帮扶,${c['reviewBy']}前复核`,
    en: (c) => `stability is weak, support continues; review by ${c['reviewBy']}`,
  },
  followHousehold: {
    zh: (c) =>
      isVisit(c)
        ? `走访后,下次走访不迟于${c['nextReviewOn']}`
        : `家庭成员情况变化${when(c['priority'] !== undefined, ',优先次序随之调整')}`,
    en: (c) =>
      isVisit(c)
        ? `the household was visited; the next visit is due by ${c['nextReviewOn']}`
        : `the household's members changed${when(c['priority'] !== undefined, ', and with them its rank')}`,
  },
  withdrawAuthorization: {
    zh: () => '农户撤回查询授权',
    en: () => 'the household withdrew its authorization of look-ups',
  },
  withdrawCase: {
    zh: (c) => `退出监测:${word(WITHDRAWALS, c['reason'], 'zh')}`,
    en: (c) => `case withdrawn: ${word(WITHDRAWALS, c['reason'], 'en')}`,
  },
  rollBackElimination: {
    zh: (c) => `风险消除回退(原于${c['was']}标注)`,
    en: (c) => `elimination of ${c['was']} rolled back`,
  },
  correctRecord: {
    zh: (c) =>
      `更正记录:${fieldsOf(c, 'zh').join('、')}${sourcesOf(c, 'zh')}${when(misfit(c), ';监测对象类别不再相符')}`,
    en: (c) =>
      `record corrected: ${fieldsOf(c, 'en').join(', ')}${sourcesOf(c, 'en')}${when(misfit(c), '; the category no longer fits')}`,
  },
  assignResponsiblePerson: {
    zh: (c) => `确定帮扶责任人(${c['organization']})`,
    en: (c) => `responsible person assigned (${c['organization']})`,
  },
};

const measuresOf = (change: Change, { instrument }: EventNames): string[] =>
  listOf(change['measures']).map((one) => instrument((one as { instrument: string }).instrument));
const fieldsOf = (change: Change, language: Language): string[] =>
  listOf(change['corrected']).map((field) => word(FIELDS, field, language));
/** Where what was corrected came from, and comes from. */
const sourcesOf = (change: Change, language: Language): string => {
  const told = listOf(change['sources']).map((one) => {
    const { of, was, is } = one as { of: string; was: string | null; is: string | null };
    const [before, now] = [word(SOURCES, was, language), word(SOURCES, is, language)];
    const name = word(of === 'household' ? SUBJECTS : FIELDS, of, language);
    return language === 'zh' ? `${name}来源由${before}改为${now}` : `${name} from ${now}, not ${before}`;
  });
  if (told.length === 0) return '';
  return language === 'zh' ? `(${told.join(';')})` : ` (${told.join('; ')})`;
};
const misfit = (change: Change): boolean => listOf(change['consequences']).includes('category-no-longer-fits');

/**
 * 事件叙述 · One event as an officer reads it in the log; never a person's name, a number or a free text.
 *
 * @article 3.2
 */
export function tellEvent(action: string, change: Change, names: EventNames, language: Language): string {
  const told = TELLINGS[action]?.[language](change, names) ?? action;
  const tracking = change['trackingOnly'];
  if (tracking === undefined) return told;
  if (language === 'zh') return `${told};${tracking === true ? '转为持续跟踪监测' : '不再只作跟踪监测'}`;
  return `${told}; ${tracking === true ? 'tracked only from now on' : 'no longer tracked only'}`;
}
