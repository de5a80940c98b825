import type { StatSubject } from '../../domain/statistics/definition.js';
import type { ProvinceService } from '../province/index.js';
import { riskGroupsOf, type StatFilter } from '../stat-source/index.js';
import { whyUnpublished } from './published-filter.js';

/** 不可发布的筛选 · Tells rooms that keep filters for analysts why published figures cannot be filtered so; null where they can. @article 5.3 */
export function unpublishedBy(provinces: ProvinceService) {
  return (question: { readonly subject: StatSubject; readonly where: object }): string | null => {
    const riskGroups = riskGroupsOf(provinces);
    return whyUnpublished(question as StatFilter, (groups) => groups.flatMap((group) => riskGroups.get(group) ?? []));
  };
}
