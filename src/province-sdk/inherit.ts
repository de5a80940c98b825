import type { Judgement } from '../domain/judgement/judgement.js';
import type { ProvinceConfig } from '../domain/province/province-config.js';
import type { RuleEntry } from '../domain/province/rule-entry.js';
import type { ProvinceModule } from './define-province.js';

/**
 * 继承 · Puts a province's module on the national baseline, field by field: what the province does not set is the nation's.
 *
 * A dated parameter is the nation's until the province's own first entry for the whole province, and the province's from
 * then on, later national entries included. County entries stand beside either. A risk type or instrument of the same code
 * replaces the nation's; others are added.
 *
 * @param baseline  a checked baseline
 * @param module  a module in which `validateProvince` finds no fault
 * @returns a whole configuration: what the content hash is taken of
 * @article 5.1
 */
export function inherit(baseline: ProvinceConfig, module: ProvinceModule): ProvinceConfig {
  const kinds = new Set([...baseline.procedures, ...module.procedures].map((entry) => entry.value.kind));
  return {
    code: module.code,
    name: module.name,
    firstDay: baseline.firstDay,
    openToProvinces: baseline.openToProvinces,
    marks: baseline.marks,
    nationalFloor: baseline.nationalFloor,
    monitoringLines: entriesOf(baseline.monitoringLines, module.monitoringLines),
    bands: entriesOf(baseline.bands, module.bands),
    incomeFallPercent: entriesOf(baseline.incomeFallPercent, module.incomeFallPercent),
    medicalSharePercent: entriesOf(baseline.medicalSharePercent, module.medicalSharePercent),
    specialGroupPriority: entriesOf(baseline.specialGroupPriority, module.specialGroupPriority),
    riskTypes: byCode(baseline.riskTypes, module.riskTypes),
    procedures: [...kinds].flatMap((kind) =>
      entriesOf(
        baseline.procedures.filter((entry) => entry.value.kind === kind),
        module.procedures.filter((entry) => entry.value.kind === kind),
      ),
    ),
    instruments: byCode(baseline.instruments, module.instruments),
    socialSecurityInstruments: entriesOf(baseline.socialSecurityInstruments, module.socialSecurityInstruments),
    leadVerificationLimit: entriesOf(baseline.leadVerificationLimit, module.leadVerificationLimit),
    identificationLimit: entriesOf(baseline.identificationLimit, module.identificationLimit),
    supportLimit: entriesOf(baseline.supportLimit, module.supportLimit),
    developmentalMonths: entriesOf(baseline.developmentalMonths, module.developmentalMonths),
    eliminationMonths: entriesOf(baseline.eliminationMonths, module.eliminationMonths),
    eliminationConcept: entriesOf(baseline.eliminationConcept ?? [], module.eliminationConcept ?? []),
    trackingVisitMonths: entriesOf(baseline.trackingVisitMonths, module.trackingVisitMonths),
    rollbackLimit: entriesOf(baseline.rollbackLimit, module.rollbackLimit),
    alertKinds: entriesOf(baseline.alertKinds ?? [], module.alertKinds ?? []),
    deadlineStops: entriesOf(baseline.deadlineStops ?? [], module.deadlineStops ?? []),
    riskStudyMonths: entriesOf(baseline.riskStudyMonths ?? [], module.riskStudyMonths ?? []),
    leadEscalation: entriesOf(baseline.leadEscalation ?? [], module.leadEscalation ?? []),
    overdueWarning: entriesOf(baseline.overdueWarning ?? [], module.overdueWarning ?? []),
    inspectionCoveragePercent: entriesOf(
      baseline.inspectionCoveragePercent ?? [],
      module.inspectionCoveragePercent ?? [],
    ),
    hazardRules: entriesOf(baseline.hazardRules ?? [], module.hazardRules ?? []),
    recordRetentionMonths: entriesOf(baseline.recordRetentionMonths ?? [], module.recordRetentionMonths ?? []),
    quality: entriesOf(baseline.quality ?? [], module.quality ?? []),
    ...judgementsOf(baseline.judgements ?? [], module.judgements ?? []),
  };
}

function entriesOf<T>(national: readonly RuleEntry<T>[], own: readonly RuleEntry<T>[]): RuleEntry<T>[] {
  const provinceWide = own.filter((entry) => entry.county === null).map((entry) => entry.from);
  const firstOwn = provinceWide.sort()[0];
  const kept = national.filter((entry) => firstOwn === undefined || entry.from < firstOwn);
  return [...kept, ...own].sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
}

/** A configuration without a function says nothing of functions, and keeps the hash that it had before they were known. */
function judgementsOf(national: readonly Judgement[], own: readonly Judgement[]): Pick<ProvinceConfig, 'judgements'> {
  const ownCodes = own.map(({ code }) => code);
  const judgements = [...national.filter(({ code }) => !ownCodes.includes(code)), ...own];
  return judgements.length === 0 ? {} : { judgements };
}

function byCode<T extends { readonly code: string }>(national: readonly T[], own: readonly T[]): T[] {
  const ownByCode = new Map(own.map((item) => [item.code, item]));
  const nationalCodes = new Set(national.map((item) => item.code));
  return [
    ...national.map((item) => ownByCode.get(item.code) ?? item),
    ...own.filter((item) => !nationalCodes.has(item.code)),
  ];
}
