/** 风险类别 · The national groups that a province's risk types belong to. @article 4.2 */
export const RISK_GROUPS = [
  'ILLNESS',
  'EDUCATION',
  'DISABILITY',
  'DISASTER',
  'ACCIDENT',
  'EMPLOYMENT',
  'INDUSTRY',
  'LABOUR_SHORTAGE',
  'HOUSING',
  'DRINKING_WATER',
  'INCOME_DROP',
  'OTHER',
] as const;
export type RiskGroup = (typeof RISK_GROUPS)[number];

/** 风险类型 · A kind of risk of falling back into poverty, e.g. 因病. @article 4.2 */
export interface RiskType {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly group: RiskGroup;
}
