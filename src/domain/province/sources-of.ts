import type { PolicySource } from '../kernel/source.js';
import type { ProvinceConfig } from './province-config.js';

/**
 * 依据清单 · Every source that a configuration cites, once each by id, sorted by id.
 *
 * @article 2.2
 */
export function sourcesOf(config: ProvinceConfig): PolicySource[] {
  const cited: readonly (readonly { readonly source: PolicySource }[])[] = [
    config.nationalFloor,
    config.monitoringLines,
    config.bands,
    config.incomeFallPercent,
    config.medicalSharePercent,
    config.specialGroupPriority,
    config.riskTypes,
    config.procedures,
    config.deadlineStops ?? [],
    config.instruments,
    config.socialSecurityInstruments,
    config.leadVerificationLimit,
    config.identificationLimit,
    config.supportLimit,
    config.developmentalMonths,
    config.eliminationMonths,
    config.eliminationConcept ?? [],
    config.trackingVisitMonths,
    config.rollbackLimit,
    config.alertKinds ?? [],
    config.overdueWarning ?? [],
    config.leadEscalation ?? [],
    config.inspectionCoveragePercent ?? [],
    config.hazardRules ?? [],
    config.recordRetentionMonths ?? [],
    config.riskStudyMonths ?? [],
    config.quality ?? [],
    config.judgements ?? [],
  ];
  const byId = new Map(cited.flat().map(({ source }) => [source.id, source]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
