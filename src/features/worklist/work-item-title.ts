import type { DiscoveryChannel } from '../../domain/case/monitoring-case.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { ProcedureKind } from '../../domain/procedure/procedure-definition.js';
import type { AlertGrade } from '../../domain/province/alert-kind.js';
import type { LocalizedText } from '../../domain/province/localized-text.js';
import type { WorkItemKind } from '../../domain/worklist/work-item.js';
import type { Row } from '../../platform/database/read-rows.js';
import { type Language, nameIn, type ProvinceService } from '../province/index.js';

const CHANNELS: Readonly<Record<DiscoveryChannel, LocalizedText>> = {
  SELF_DECLARATION: { zh: '农户自主申报', en: 'declared by the household' },
  CADRE_INSPECTION: { zh: '基层干部排查', en: 'found by village cadres' },
  DEPARTMENT_SCREENING: { zh: '部门筛查预警', en: "from a department's data" },
  MEDIA: { zh: '媒体信息', en: 'from the media' },
  PETITION: { zh: '信访信息', en: 'from a petition' },
  HAZARD_SCREENING: { zh: '规模性风险排查', en: 'from the screening of a hazard' },
};

const GRADES: Readonly<Record<AlertGrade, LocalizedText>> = {
  RED: { zh: '红色预警', en: 'red warning' },
  ORANGE: { zh: '橙色预警', en: 'orange warning' },
  YELLOW: { zh: '黄色预警', en: 'yellow warning' },
  BLUE: { zh: '蓝色预警', en: 'blue warning' },
  GREEN: { zh: '绿色预警', en: 'green warning' },
};

const TITLES = {
  tracked: { zh: '走访持续跟踪监测户', en: 'Visit a household that is tracked only' },
  review: { zh: '到期复核：收入和帮扶是否稳定', en: 'Review whether income and support are stable' },
  missing: { zh: '落实帮扶措施：识别后尚无措施到户', en: 'Deliver support: nothing has come since identification' },
  person: { zh: '确定帮扶责任人：尚无责任人', en: 'Name a person responsible: the case has none' },
  emergency: {
    zh: '应急识别已超期限：尽快补办民主评议、公示和审定',
    en: 'Emergency identification past its limit: review, notice and decision are to follow at once',
  },
  identification: {
    zh: '识别已超期限：自发现之日起未在期限内审定',
    en: 'Identification past its limit: not decided in time from the day the household was found',
  },
  alert: { zh: '核实部门预警', en: "Verify a department's alert" },
  unmatched: { zh: '匹配或退回部门预警：未找到农户', en: "Match or return a department's alert: it found nobody" },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/**
 * 待办标题 · What is to be done, in a short line; never a name, a number or a free text.
 *
 * @article 2.1
 */
export function workItemTitle(provinces: ProvinceService, item: Row, language: Language): string {
  switch (item['kind'] as WorkItemKind) {
    case 'STEP':
      return stepTitle(provinces, item, language);
    case 'LEAD': {
      const channel = CHANNELS[item['channel'] as DiscoveryChannel][language];
      return language === 'zh' ? `核实线索：${channel}` : `Verify a lead ${channel}`;
    }
    case 'CASE_REVIEW':
      return (item['trackingOnly'] === true ? TITLES.tracked : TITLES.review)[language];
    case 'MISSING_SUPPORT':
      return TITLES.missing[language];
    case 'MISSING_PERSON':
      return TITLES.person[language];
    case 'EMERGENCY_OVERDUE':
      return TITLES.emergency[language];
    case 'IDENTIFICATION_OVERDUE': {
      const grade = item['code'] as AlertGrade | null;
      if (grade === null) return TITLES.identification[language];
      const warning = GRADES[grade][language];
      return language === 'zh'
        ? `${TITLES.identification.zh}（${warning}）`
        : `${TITLES.identification.en} (${warning})`;
    }
    case 'ALERT':
      return (item['code'] === 'UNMATCHED' ? TITLES.unmatched : TITLES.alert)[language];
  }
}

function stepTitle(provinces: ProvinceService, item: Row, language: Language): string {
  const run = {
    kind: item['runKind'] as ProcedureKind,
    configVersion: String(item['configVersion']),
    startedOn: item['runStartedOn'] as CalendarDate,
  };
  const definition = provinces.definitionOf(run, item['regionCode'] as RegionCode);
  const step = definition.steps.find(({ code }) => code === item['code']);
  const [procedure, name] = [nameIn(definition, language), step === undefined ? item['code'] : nameIn(step, language)];
  return language === 'zh' ? `${procedure}：${String(name)}` : `${procedure}: ${String(name)}`;
}
