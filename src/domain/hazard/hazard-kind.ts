/** 规模性返贫风险种类 · What 2.3 names, each by itself, and what is like it. @article 2.3 */
export const HAZARD_KINDS = [
  'FLOOD_DROUGHT',
  'METEOROLOGICAL',
  'EARTHQUAKE',
  'GEOLOGICAL',
  'BIOLOGICAL',
  'FIRE',
  'EPIDEMIC',
  'PRICE_SLUMP',
  'UNEMPLOYMENT',
  'INDUSTRY_PROJECT_FAILURE',
  'RESETTLEMENT_EMPLOYMENT',
  'RESETTLEMENT_INTEGRATION',
  'POLICY_FAILURE',
  'OTHER_EMERGENCY',
] as const;
/** 风险种类 · One kind of hazard that 2.3 names. @article 2.3 */
export type HazardKind = (typeof HAZARD_KINDS)[number];
