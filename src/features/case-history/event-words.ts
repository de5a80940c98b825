import type { WithdrawalReason } from '../../domain/case/check-withdrawal.js';
import type { CaseCategory, CaseStatus } from '../../domain/case/monitoring-case.js';
import type { RecordSource } from '../../domain/household/record-source.js';
import type { ProcedureKind, StepOutcome } from '../../domain/procedure/procedure-definition.js';
import type { LocalizedText } from '../../domain/province/localized-text.js';

type Words<Code extends string> = Readonly<Record<Code, LocalizedText>>;

/** 程序名称 · Procedures as the log calls them. */
export const PROCEDURES: Words<ProcedureKind> = {
  IDENTIFICATION: { zh: '识别', en: 'identification' },
  EMERGENCY_IDENTIFICATION: { zh: '应急识别', en: 'emergency identification' },
  SUPPORT: { zh: '帮扶', en: 'support' },
  ELIMINATION: { zh: '风险消除', en: 'elimination' },
};

/** 办理结果 · Outcomes of a step. */
export const OUTCOMES: Words<StepOutcome> = {
  PASSED: { zh: '通过', en: 'passed' },
  RETURNED: { zh: '退回', en: 'returned' },
  REJECTED: { zh: '不予通过', en: 'rejected' },
};

/** 监测状态 · Statuses of a case. */
export const STATUSES: Words<CaseStatus> = {
  UNDER_IDENTIFICATION: { zh: '识别中', en: 'under identification' },
  NOT_IDENTIFIED: { zh: '未认定', en: 'not identified' },
  MONITORED: { zh: '监测中', en: 'monitored' },
  UNDER_ELIMINATION: { zh: '风险消除办理中', en: 'under elimination' },
  RISK_ELIMINATED: { zh: '风险已消除', en: 'risk eliminated' },
  WITHDRAWN: { zh: '已退出', en: 'withdrawn' },
};

/** 监测对象类别 · Categories of a case. */
export const CATEGORIES: Words<CaseCategory> = {
  UNSTABLE_OUT_OF_POVERTY: { zh: '脱贫不稳定户', en: 'unstable after leaving poverty' },
  MARGINAL_AT_RISK: { zh: '边缘易致贫户', en: 'marginal and at risk' },
  SUDDEN_SEVERE_DIFFICULTY: { zh: '突发严重困难户', en: 'in sudden severe difficulty' },
};

/** 退出原因 · Why a case was withdrawn. */
export const WITHDRAWALS: Words<WithdrawalReason> = {
  DIED_OUT: { zh: '全户死亡', en: 'the household died out' },
  MOVED_AWAY: { zh: '整户迁出', en: 'the household moved away' },
  MERGED: { zh: '并户', en: 'the household merged with another' },
  ENTERED_IN_ERROR: { zh: '误录', en: 'it was entered in error' },
};

/** 措施结果 · How a measure ended. */
export const CONCLUSIONS: Words<'COMPLETED' | 'CANCELLED'> = {
  COMPLETED: { zh: '完成', en: 'completed' },
  CANCELLED: { zh: '取消', en: 'cancelled' },
};

/** 记录来源 · Where a record comes from; null where nobody said. */
export const SOURCES: Words<RecordSource | 'null'> = {
  NATIONAL_SYSTEM: { zh: '全国系统', en: 'national system' },
  CENSUS: { zh: '普查', en: 'census' },
  DEPARTMENT: { zh: '部门数据', en: 'department' },
  VISIT: { zh: '入户走访', en: 'visit' },
  null: { zh: '未说明', en: 'not said' },
};

/** 更正对象 · What a correction of a source is of, beside its fields. */
export const SUBJECTS: Words<'household'> = { household: { zh: '农户', en: 'household' } };

/** 更正字段 · Fields that a correction names. */
export const FIELDS: Words<string> = {
  formerStatus: { zh: '户类型', en: 'former status' },
  source: { zh: '记录来源', en: 'source of the record' },
  income: { zh: '收入', en: 'income' },
  guarantees: { zh: '保障核查', en: 'check of the guarantees' },
  birthDate: { zh: '出生日期', en: 'birth date' },
  sex: { zh: '性别', en: 'sex' },
  health: { zh: '健康状况', en: 'health' },
  disabilityGrade: { zh: '残疾等级', en: 'grade of disability' },
  selfCare: { zh: '生活自理能力', en: 'self-care' },
  labour: { zh: '劳动能力', en: 'labour capacity' },
  schooling: { zh: '在校生状况', en: 'schooling' },
  medicalInsurance: { zh: '医疗保险', en: 'medical insurance' },
  safetyNet: { zh: '低保特困', en: 'safety net' },
  category: { zh: '监测对象类别', en: 'category' },
  channel: { zh: '发现渠道', en: 'channel of discovery' },
  openedOn: { zh: '建档日期', en: 'day of opening' },
  step: { zh: '环节日期', en: 'day of a step' },
  addresses: { zh: '针对的风险', en: 'risks that a measure addresses' },
  timing: { zh: '措施时机', en: 'timing of a measure' },
  provider: { zh: '提供单位', en: 'provider of a measure' },
  fundingSource: { zh: '资金来源', en: 'source of funds' },
  budget: { zh: '预算', en: 'budget' },
  startsOn: { zh: '起始日期', en: 'first day of a measure' },
  endsOn: { zh: '结束日期', en: 'last day of a measure' },
  delivery: { zh: '落实记录', en: 'a delivery' },
  riskType: { zh: '风险类型', en: 'type of a risk' },
  primary: { zh: '主要风险', en: 'main risk' },
  identifiedOn: { zh: '风险发现日期', en: 'day on which a risk was found' },
};

/** 用词 · The word for a code in a language; the code itself where there is none. */
export function word(words: Words<string>, code: unknown, language: 'zh' | 'en'): string {
  return words[String(code)]?.[language] ?? String(code);
}
