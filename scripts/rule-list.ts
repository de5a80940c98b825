/** 规则 · What one rule asks, in a sentence, and where it is held beside the functions that carry its id. */
export interface RuleMeaning {
  readonly zh: string;
  readonly en: string;
  readonly articles: readonly string[];
  /** Files that hold it without a function of its name; they must exist. */
  readonly also?: readonly string[];
  /** Tests of it that mirror none of those files; they must exist. */
  readonly tests?: readonly string[];
  /** What of it is not built. */
  readonly notYet?: string;
}

/** 规则清单 · The rules by id: the numbers that docstrings, tests and messages use. @article none — technical */
export const RULES: Readonly<Record<string, RuleMeaning>> = {
  R01: {
    zh: '监测线不低于国家底线',
    en: 'No monitoring line, a county’s included, is under 1.5 × the national standard of the alleviation years; a value past the day its source vouches for stays in force and is marked outdated.',
    articles: ['2.2'],
    also: ['src/domain/kernel/dated.ts', 'src/domain/province/resolve-line.ts'],
  },
  R02: {
    zh: '类别与户类型相符',
    en: 'UNSTABLE_OUT_OF_POVERTY is for formerly poor households, MARGINAL_AT_RISK for general ones, SUDDEN_SEVERE_DIFFICULTY for either (inferred from the terms).',
    articles: ['2.1'],
  },
  R03: {
    zh: '特殊群体优先',
    en: 'A household with a special group stands before others in worklists.',
    articles: ['2.1'],
    also: ['src/domain/household/special-groups.ts', 'src/features/worklist/worklist.repository.ts'],
  },
  R04: {
    zh: '综合评估，缺项不作无险',
    en: 'The assessment looks at income, rigid spending, the six guarantees, labour and special groups; what is missing is said to be missing, never taken for fine.',
    articles: ['2.1'],
    also: ['src/domain/risk/assess-household.ts'],
  },
  R05: {
    zh: '线索有期限、有结果',
    en: 'Every lead has a deadline and one recorded outcome; a second one on a household with an open lead or case joins it.',
    articles: ['3.1', '5.4'],
  },
  R06: {
    zh: '部门预警分级下发',
    en: 'Department alerts are graded, matched, sent to the township and answered to the sender.',
    articles: ['3.1'],
  },
  R07: {
    zh: '每年至少一次集中排查',
    en: 'Every county finishes at least one inspection campaign a year.',
    articles: ['3.1'],
    also: ['src/features/scorecard/unbroken-policy.ts'],
  },
  R08: {
    zh: '程序不减环节、不乱顺序、不放宽期限',
    en: 'Identification has verification, authorization, comparison, review, notice and county decision, in the policy’s order; support and elimination have review and notice; a province adds and tightens, and never drops or loosens.',
    articles: ['3.2'],
    also: ['src/domain/procedure/checks/step-is-current.ts', 'src/domain/case/identification-due.ts'],
    tests: ['test/api/late-identification.test.ts', 'test/api/result-announcement.test.ts'],
  },
  R09: {
    zh: '授权在先，比对在后',
    en: 'No comparison step before the household’s commitment and authorization.',
    articles: ['3.2'],
    also: ['src/domain/procedure/standing-authorization.ts', 'src/domain/case/check-authorization-withdrawal.ts'],
    tests: ['test/api/withdraw-authorization.test.ts', 'test/api/national-record.test.ts'],
  },
  R10: {
    zh: '公示期限与最少披露',
    en: 'A notice runs at least the days that the procedure sets (5 in the guide, the posting day not counted); without a token names are masked.',
    articles: ['3.2', 'G'],
    also: [
      'src/domain/procedure/publish-notice.ts',
      'src/domain/household/mask-personal-data.ts',
      'src/features/notice/notice.resolver.ts',
    ],
  },
  R11: {
    zh: '风险消除逐项过关',
    en: 'A risk is eliminated when every gate is passed; each that is not is named with its reason.',
    articles: ['3.3', 'G'],
    also: ['src/domain/elimination/decide-elimination.ts'],
  },
  R12: {
    zh: '无劳动能力：持续跟踪',
    en: 'A household without labour capacity is not marked eliminated: with the safety net in place it is tracked only, and visited.',
    articles: ['3.3'],
  },
  R13: {
    zh: '稳定性弱：继续帮扶',
    en: 'Where stability is weak, support goes on with a day of review, and nothing is eliminated before it.',
    articles: ['3.3'],
  },
  R14: {
    zh: '监测对象及时得到帮扶',
    en: 'A monitored case without a delivered measure by the province’s limit is overdue.',
    articles: ['4.1', 'G'],
  },
  R15: {
    zh: '单一风险单项措施',
    en: 'One open risk, one instrument; a second one needs a written reason.',
    articles: ['4.2'],
  },
  R16: {
    zh: '多种风险综合帮扶',
    en: 'A plan covers every open risk, every guarantee that is not secure and every stated need, or says why not.',
    articles: ['4.2'],
  },
  R17: {
    zh: '分类帮扶',
    en: 'With labour a developmental instrument; without it, or partly without, the safety net; a weak drive, aspiration and skills.',
    articles: ['4.2', 'G'],
    also: ['src/domain/household/labour.ts'],
  },
  R18: { zh: '社会帮扶记明来源', en: 'Social assistance is recorded with its provider.', articles: ['4.3'] },
  R19: {
    zh: '规模性返贫风险',
    en: 'Hazards and regional risk are reported, screened, warned of and answered.',
    articles: ['2.3'],
    also: ['src/features/regional-risk/submit-indicators.service.ts', 'src/features/regional-risk/warning.service.ts'],
    tests: ['test/api/regional-risk.test.ts'],
  },
  R20: {
    zh: '全程留痕，链式校验',
    en: 'Every change and every unmasked read is an audit event in a hash chain that can be checked.',
    articles: ['5.3'],
    also: ['src/features/audit/append-audit.ts', 'src/features/audit/audit-chain.ts'],
    tests: ['test/features/audit/verify-audit-chain.test.ts'],
  },
  R21: {
    zh: '信息不重复采集',
    en: 'No form of a province asks for what the register holds.',
    articles: ['5.4'],
    tests: ['test/province-sdk/planted-faults.test.ts'],
  },
  R22: {
    zh: '分级负责',
    en: 'Each level sees and does what is its own.',
    articles: ['5.1'],
    also: [
      'src/domain/jurisdiction/operations.ts',
      'src/domain/jurisdiction/scopes-of.ts',
      'src/domain/jurisdiction/can-complete-step.ts',
    ],
  },
  R23: {
    zh: '收入不是唯一标准',
    en: 'Income alone refuses no category; rigid spending and a sharp fall suggest SUDDEN_SEVERE_DIFFICULTY.',
    articles: ['2.1', 'G'],
    also: ['src/domain/risk/suggest-category.ts', 'src/domain/income/net-income.ts'],
  },
  R24: {
    zh: '不设监测规模限制',
    en: 'No quota and no cap on the number monitored; a line may record the three factors behind it.',
    articles: ['2.2'],
    also: ['src/province-sdk/shape-faults.ts', 'src/domain/province/monitoring-line.ts'],
    tests: ['test/province-sdk/planted-faults.test.ts'],
  },
  R25: {
    zh: '政策宣传',
    en: 'Households are told how to declare and what support there is; lines, procedures and instruments are read without a token.',
    articles: ['3.1'],
    also: ['src/features/province/province.resolver.ts'],
  },
  R26: {
    zh: '四个不摘',
    en: 'The four things that do not end, by county.',
    articles: ['5.1'],
    also: ['src/features/scorecard/unbroken-policy.ts'],
    tests: ['test/api/data-quality.test.ts'],
  },
  R27: {
    zh: '定期会商研判',
    en: 'County and above study regional risk at the province’s interval.',
    articles: ['5.2'],
    also: ['src/features/regional-risk/study.service.ts'],
    tests: ['test/api/regional-risk.test.ts'],
  },
  R28: {
    zh: '一次评议、一次公示',
    en: 'One review and one village notice a run; more only with a provincial source.',
    articles: ['5.4'],
  },
  R29: {
    zh: '质量问题闭环',
    en: 'Quality findings have an owner, a deadline and an outcome.',
    articles: ['5.3'],
    also: ['src/features/quality/quality.service.ts', 'src/features/quality/scan-quality.service.ts'],
    tests: ['test/api/data-quality.test.ts'],
  },
  R30: {
    zh: '承接全国系统数据',
    en: 'Cases that come from the national system keep their number and identification day; the pledge of 3.2 binds new identifications only. Records name their source.',
    articles: ['5.4'],
    also: ['src/features/opening/take-over-case.ts', 'src/domain/household/record-source.ts'],
    tests: ['test/api/national-record.test.ts', 'test/features/household-import/import-households.test.ts'],
  },
};
