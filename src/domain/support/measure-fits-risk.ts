import type { RiskGroup, RiskType } from '../risk/risk-type.js';
import type { InstrumentFamily } from './policy-instrument.js';
import type { SupportMeasure } from './support-measure.js';

/** 风险与措施对应 · What answers a group of risks, and the data-quality rule that says so. @article 4.2 */
export interface RiskAnswer {
  /** Null: no rule names any, so whatever the province's catalogue lets address the risk fits. */
  readonly families: readonly InstrumentFamily[] | null;
  /** Rule of the national system's exports; null where there is none. */
  readonly rule: string | null;
}

/** 综合保障 · The national form's group holds temporary assistance and anti-poverty insurance too. */
const COMPREHENSIVE: readonly InstrumentFamily[] = ['SAFETY_NET', 'TEMPORARY_ASSISTANCE', 'INSURANCE'];
const NONE_NAMED: RiskAnswer = { families: null, rule: null };

/**
 * 风险与措施对应表 · Which families of measures answer which group of risks.
 *
 * From the data-quality rules written against the national system's exports; a group that none of them names is left to
 * the catalogue.
 *
 * @article 4.2
 */
export const ANSWERS_TO_RISK: Readonly<Record<RiskGroup, RiskAnswer>> = {
  ILLNESS: { families: ['HEALTH', ...COMPREHENSIVE, 'SOCIAL'], rule: '3_11_003' },
  EDUCATION: { families: ['EDUCATION', 'COMPULSORY_EDUCATION', 'SOCIAL'], rule: '3_11_004' },
  DISABILITY: { families: [...COMPREHENSIVE, 'SOCIAL'], rule: '3_11_005' },
  HOUSING: { families: ['HOUSING', 'RELOCATION_FOLLOW_UP'], rule: '3_11_006' },
  DRINKING_WATER: { families: ['DRINKING_WATER'], rule: '5_18_006' },
  DISASTER: NONE_NAMED,
  ACCIDENT: NONE_NAMED,
  EMPLOYMENT: NONE_NAMED,
  INDUSTRY: NONE_NAMED,
  LABOUR_SHORTAGE: NONE_NAMED,
  INCOME_DROP: NONE_NAMED,
  OTHER: NONE_NAMED,
};

/**
 * 措施对应风险 · Whether a family of measures answers a group of risks.
 *
 * @article 4.2
 * @example measureFitsRisk('HEALTH', 'ILLNESS') // true
 */
export function measureFitsRisk(family: InstrumentFamily, group: RiskGroup): boolean {
  const { families } = ANSWERS_TO_RISK[group];
  return families === null || families.includes(family);
}

/** 措施回应风险 · Whether a measure says that it answers a risk type, and is of a family that does. @article 4.2 */
export function answersRisk(
  measure: Pick<SupportMeasure, 'family' | 'addresses'>,
  riskType: string,
  riskTypes: readonly RiskType[],
): boolean {
  if (!measure.addresses.includes(riskType)) return false;
  const group = riskTypes.find((known) => known.code === riskType)?.group ?? 'OTHER';
  return measureFitsRisk(measure.family, group);
}
