import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { PolicySource } from '../../domain/kernel/source.js';
import type { LocalizedText } from '../../domain/province/localized-text.js';
import type { DatedRiskType } from '../../domain/province/province-config.js';
import type { RiskGroup } from '../../domain/risk/risk-type.js';

/** 风险类型草稿 · @article 4.2 */
export interface RiskTypeDraft {
  /** Unique in the province, SCREAMING; one of the baseline's replaces it. */
  readonly code: string;
  readonly name: LocalizedText;
  /** The national group that it belongs to. */
  readonly group: RiskGroup;
  readonly from: string;
  /** Last day, inclusive. */
  readonly to?: string;
  readonly source: PolicySource;
}

/**
 * 风险类型 · One entry of `riskTypes`: a province's own, or one of the baseline's under another name, in the national group.
 *
 * @article 4.2
 * @example riskType({ code: 'APPLE_PRICE_FALL', name: { zh: '苹果滞销', en: 'Unsold apples' }, group: 'INDUSTRY', from: '2023-02-20', source: WORK_RULES })
 */
export function riskType(draft: RiskTypeDraft): DatedRiskType {
  return {
    code: draft.code,
    name: draft.name.zh,
    nameEn: draft.name.en,
    group: draft.group,
    from: draft.from as CalendarDate,
    to: (draft.to ?? null) as CalendarDate | null,
    source: draft.source,
  };
}
