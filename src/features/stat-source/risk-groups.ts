import type { RiskGroup } from '../../domain/risk/risk-type.js';
import type { ProvinceService } from '../province/index.js';

/** 风险大类 · Codes of the risk types of each national group, in any province. */
export function riskGroupsOf(provinces: Pick<ProvinceService, 'all'>): ReadonlyMap<RiskGroup, readonly string[]> {
  const groups = new Map<RiskGroup, string[]>();
  const seen = new Set<string>();
  for (const { config } of provinces.all())
    for (const { code, group } of config.riskTypes) {
      if (seen.has(code)) continue;
      seen.add(code);
      groups.set(group, [...(groups.get(group) ?? []), code]);
    }
  return groups;
}
