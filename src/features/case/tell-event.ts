/** One event in both languages. */
interface Telling {
  readonly zh: string;
  readonly en: string;
}

type Change = Readonly<Record<string, unknown>>;

const PROCEDURES: Readonly<Record<string, Telling>> = {
  IDENTIFICATION: { zh: '识别', en: 'identification' },
  EMERGENCY_IDENTIFICATION: { zh: '应急识别', en: 'emergency identification' },
  SUPPORT: { zh: '帮扶', en: 'support' },
  ELIMINATION: { zh: '风险消除', en: 'elimination' },
};

const OUTCOMES: Readonly<Record<string, Telling>> = {
  PASSED: { zh: '通过', en: 'passed' },
  RETURNED: { zh: '退回', en: 'returned' },
  REJECTED: { zh: '不予通过', en: 'rejected' },
};

const STATUSES: Readonly<Record<string, Telling>> = {
  UNDER_IDENTIFICATION: { zh: '识别中', en: 'under identification' },
  NOT_IDENTIFIED: { zh: '未认定', en: 'not identified' },
  MONITORED: { zh: '监测中', en: 'monitored' },
  UNDER_ELIMINATION: { zh: '风险消除办理中', en: 'under elimination' },
  RISK_ELIMINATED: { zh: '风险已消除', en: 'risk eliminated' },
  WITHDRAWN: { zh: '已退出', en: 'withdrawn' },
};

const word = (table: Readonly<Record<string, Telling>>, key: unknown, language: 'zh' | 'en'): string =>
  table[String(key)]?.[language] ?? String(key);

/** Fields by name: as a list, or as the keys of their values. */
const namesOf = (value: unknown): string[] => (Array.isArray(value) ? value : Object.keys(value ?? {})).map(String);

const TELLINGS: Readonly<Record<string, (change: Change, language: 'zh' | 'en') => string>> = {
  openCase: (change, language) =>
    language === 'zh'
      ? `建档,启动${word(PROCEDURES, change['procedure'], 'zh')}程序${change['relapse'] === true ? ',为风险消除后再次监测' : ''}`
      : `case opened, ${word(PROCEDURES, change['procedure'], 'en')} begun${change['relapse'] === true ? '; the household relapsed' : ''}`,
  completeStep: (change, language) => {
    const procedure = word(PROCEDURES, change['procedure'], language);
    const outcome = word(OUTCOMES, change['outcome'], language);
    const moved =
      change['status'] === undefined
        ? ''
        : language === 'zh'
          ? `;状态:${word(STATUSES, change['status'], 'zh')}`
          : `; the case is ${word(STATUSES, change['status'], 'en')}`;
    const back =
      change['returnTo'] === undefined
        ? ''
        : language === 'zh'
          ? `至“${String(change['returnTo'])}”`
          : ` to ${String(change['returnTo'])}`;
    return language === 'zh'
      ? `${procedure}:环节“${String(change['step'])}”${outcome}${back}${moved}`
      : `${procedure}: step ${String(change['step'])} ${outcome}${back}${moved}`;
  },
  publishNotice: (change, language) => {
    const days = `${String(change['opensOn'])} – ${String(change['closesOn'])}`;
    if (change['extended'] === true) return language === 'zh' ? `公示延长:${days}` : `notice extended: ${days}`;
    return language === 'zh' ? `张贴公示:${days}` : `notice put up: ${days}`;
  },
  fileObjection: (_change, language) =>
    language === 'zh' ? '收到对公示的异议' : 'an objection was filed to the notice',
  resolveObjection: (change, language) => {
    const upheld = change['outcome'] === 'UPHELD';
    if (language === 'zh') return upheld ? '异议成立,退回核实' : '异议不成立';
    return upheld ? 'objection upheld, the run goes back to verification' : 'objection dismissed';
  },
  recordRisk: (change, language) =>
    language === 'zh' ? `新增风险:${String(change['riskType'])}` : `risk recorded: ${String(change['riskType'])}`,
  resolveRisk: (change, language) =>
    language === 'zh' ? `风险化解:${String(change['riskType'])}` : `risk resolved: ${String(change['riskType'])}`,
  planSupport: (_change, language) =>
    language === 'zh' ? '制定帮扶计划,启动帮扶程序' : 'support planned, its procedure begun',
  giveUrgentHelp: (_change, language) => (language === 'zh' ? '先行救助' : 'urgent help given'),
  recordDelivery: (_change, language) => (language === 'zh' ? '帮扶措施落实' : 'support delivered'),
  concludeMeasure: (_change, language) => (language === 'zh' ? '帮扶措施结束' : 'measure concluded'),
  requestElimination: (_change, language) =>
    language === 'zh' ? '提出风险消除,启动风险消除程序' : 'elimination requested, its procedure begun',
  continueSupport: (change, language) =>
    language === 'zh'
      ? `继续帮扶,${String(change['reviewBy'])}前复核`
      : `support continues; review by ${String(change['reviewBy'])}`,
  withdrawAuthorization: (_change, language) =>
    language === 'zh' ? '农户撤回查询授权' : 'the household withdrew its authorization of look-ups',
  withdrawCase: (_change, language) => (language === 'zh' ? '退出监测' : 'case withdrawn'),
  rollBackElimination: (_change, language) => (language === 'zh' ? '风险消除回退' : 'elimination rolled back'),
  correctRecord: (change, language) => {
    const fields = namesOf(change['corrected']);
    const misfit = namesOf(change['consequences']).includes('category-no-longer-fits');
    if (language === 'zh') return `更正记录:${fields.join('、')}${misfit ? ';监测对象类别不再相符' : ''}`;
    return `record corrected: ${fields.join(', ')}${misfit ? '; the category no longer fits' : ''}`;
  },
  assignResponsiblePerson: (_change, language) =>
    language === 'zh' ? '确定帮扶责任人' : 'responsible person assigned',
};

/**
 * 事件叙述 · One event as an officer reads it; never a name, a number or a free text.
 *
 * @article 3.2
 */
export function tellEvent(action: string, change: Change, language: 'zh' | 'en'): string {
  return TELLINGS[action]?.(change, language) ?? action;
}
