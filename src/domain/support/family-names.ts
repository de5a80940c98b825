import type { GuaranteeName } from '../guarantee/guarantee-check.js';
import { INSTRUMENT_FAMILIES, type InstrumentFamily, type PolicyInstrument } from './policy-instrument.js';

/** 帮扶类别名称 · The families by the names of the national form's groups. @article 4.1 */
export const FAMILY_NAMES: Readonly<Record<InstrumentFamily, string>> = {
  INDUSTRY: '产业帮扶',
  EMPLOYMENT: '就业帮扶',
  PUBLIC_WELFARE_JOB: '公益岗位帮扶',
  MICROCREDIT: '金融帮扶',
  HEALTH: '健康帮扶',
  COMPULSORY_EDUCATION: '义务教育保障',
  EDUCATION: '教育帮扶',
  HOUSING: '住房安全保障',
  DRINKING_WATER: '饮水安全保障',
  SAFETY_NET: '综合保障',
  TEMPORARY_ASSISTANCE: '临时救助',
  INSURANCE: '防贫保险',
  MOTIVATION: '扶志扶智',
  SOCIAL: '社会帮扶',
  RELOCATION_FOLLOW_UP: '搬迁',
  LIVING_CONDITIONS: '生产生活条件改善',
  INFRASTRUCTURE: '基础设施建设',
  OTHER: '其他',
};

/**
 * 保障短板与措施对应 · The families that make up for a guarantee that is not secure.
 *
 * Inferred from the names: the risk-to-measure rules speak of risks, not of guarantees. Food and clothing are bought, so
 * they are made up for by what brings money or goods.
 *
 * @article 4.2
 */
export const FAMILIES_OF_GUARANTEE: Readonly<Record<GuaranteeName, readonly InstrumentFamily[]>> = {
  food: ['SAFETY_NET', 'TEMPORARY_ASSISTANCE', 'SOCIAL'],
  clothing: ['SAFETY_NET', 'TEMPORARY_ASSISTANCE', 'SOCIAL'],
  compulsoryEducation: ['COMPULSORY_EDUCATION'],
  basicMedicalCare: ['HEALTH'],
  safeHousing: ['HOUSING', 'RELOCATION_FOLLOW_UP'],
  drinkingWater: ['DRINKING_WATER'],
};

/**
 * 需求对应类别 · The families that answer a stated need, or null where its words name none.
 *
 * A need is free text. One that names a family (`EMPLOYMENT`, 就业帮扶) or an instrument of the province by code or name
 * can be held against a plan; of any other nobody but a person can say whether it is met.
 *
 * @article 4.2
 */
export function familiesOfNeed(need: string, instruments: readonly PolicyInstrument[]): InstrumentFamily[] | null {
  const said = need.trim().toLowerCase();
  const families = INSTRUMENT_FAMILIES.filter(
    (family) => family.toLowerCase() === said || FAMILY_NAMES[family] === said,
  );
  for (const { code, name, nameEn, family } of instruments)
    if ([code, name, nameEn].some((word) => word.toLowerCase() === said) && !families.includes(family))
      families.push(family);
  return families.length === 0 ? null : families;
}
