import { judgementsOn } from '../judgement/judgement.js';
import type { CalendarDate } from '../kernel/calendar-date.js';
import type { PolicySource } from '../kernel/source.js';
import {
  type DeadlineStop,
  PROCEDURE_KINDS,
  type ProcedureDefinition,
  type ProcedureKind,
} from '../procedure/procedure-definition.js';
import { withDeadlineStops } from '../procedure/with-deadline-stops.js';
import { bandOnLine } from './monitoring-band.js';
import type { LoadedProvince, ProvinceConfig } from './province-config.js';
import type { ParameterWarning, ProvinceRules } from './province-rules.js';
import { resolveLine } from './resolve-line.js';
import { ruleDay } from './rule-day.js';
import { asParameter, type ParameterInForce, type RuleEntry, ruleInForce } from './rule-entry.js';

/**
 * 当日规则 · Resolves a province's configuration on a day, for a county or for the whole province.
 *
 * The line and the floor are those of the day itself. Everything else is that of the day, or of the configuration's
 * first day where the day is earlier: papers of before are handled under the first rules there are.
 *
 * @param county  6-digit code whose overrides are taken in; null for the whole province
 * @throws RangeError when a procedure kind has no definition, which the check at load rules out
 * @article 5.1
 * @example resolveRules(hunan, date('2023-06-01'), '430626').line?.perCapitaIncome // 750000
 */
export function resolveRules(province: LoadedProvince, on: CalendarDate, county: string | null = null): ProvinceRules {
  const { config } = province;
  const day = ruleDay(config, on);
  const warnings: ParameterWarning[] = [];

  const take = <T>(name: string, entries: readonly RuleEntry<T>[]): ParameterInForce<T> | null => {
    const parameter = asParameter(ruleInForce(entries, day, county), on);
    if (parameter?.outdated) warnings.push(outdated(name, parameter));
    return parameter;
  };

  const line = resolveLine(config, on, county);
  if (line?.outdated) warnings.push(outdated('monitoringLines', line));
  const bands = take('bands', config.bands);
  const deadlineStops = take('deadlineStops', config.deadlineStops ?? []);
  const procedures = resolveProcedures(config, day, county, deadlineStops?.value ?? []);

  return {
    on,
    provinceCode: province.code,
    provinceName: province.name,
    countyCode: county,
    configVersion: province.configVersion,
    servedByBaseline: province.servedByBaseline,
    line,
    bands: line === null || bands === null ? [] : bands.value.map((band) => bandOnLine(band, line.perCapitaIncome)),
    thresholds: {
      incomeFallPercent: take('incomeFallPercent', config.incomeFallPercent),
      medicalSharePercent: take('medicalSharePercent', config.medicalSharePercent),
    },
    specialGroupPriority: take('specialGroupPriority', config.specialGroupPriority),
    riskTypes: config.riskTypes.filter((type) => type.from <= day && (type.to === null || day <= type.to)),
    procedures: procedures.definitions,
    procedureSources: procedures.sources,
    instruments: config.instruments.filter((offer) => offer.from <= day && (offer.to === null || day <= offer.to)),
    socialSecurityInstruments: take('socialSecurityInstruments', config.socialSecurityInstruments),
    leadVerificationLimit: take('leadVerificationLimit', config.leadVerificationLimit),
    identificationLimit: take('identificationLimit', config.identificationLimit),
    supportLimit: take('supportLimit', config.supportLimit),
    developmentalMonths: take('developmentalMonths', config.developmentalMonths),
    elimination: {
      months: take('eliminationMonths', config.eliminationMonths),
      concept: take('eliminationConcept', config.eliminationConcept ?? []),
      rollbackLimit: take('rollbackLimit', config.rollbackLimit),
    },
    trackingVisitMonths: take('trackingVisitMonths', config.trackingVisitMonths),
    deadlineStops,
    alertKinds: take('alertKinds', config.alertKinds ?? []),
    riskStudyMonths: take('riskStudyMonths', config.riskStudyMonths ?? []),
    leadEscalation: take('leadEscalation', config.leadEscalation ?? []),
    overdueWarning: take('overdueWarning', config.overdueWarning ?? []),
    inspectionCoveragePercent: take('inspectionCoveragePercent', config.inspectionCoveragePercent ?? []),
    hazardRules: take('hazardRules', config.hazardRules ?? []),
    recordRetentionMonths: take('recordRetentionMonths', config.recordRetentionMonths ?? []),
    quality: take('quality', config.quality ?? []),
    ...(config.judgements === undefined ? {} : { judgements: judgementsOn(config.judgements, day, county) }),
    warnings,
  };
}

interface ResolvedProcedures {
  readonly definitions: Readonly<Record<ProcedureKind, ProcedureDefinition>>;
  readonly sources: Readonly<Record<ProcedureKind, PolicySource>>;
}

function resolveProcedures(
  config: ProvinceConfig,
  day: CalendarDate,
  county: string | null,
  stops: readonly DeadlineStop[],
): ResolvedProcedures {
  const definitions = {} as Record<ProcedureKind, ProcedureDefinition>;
  const sources = {} as Record<ProcedureKind, PolicySource>;
  for (const kind of PROCEDURE_KINDS) {
    const entries = config.procedures.filter((entry) => entry.value.kind === kind);
    const entry = ruleInForce(entries, day, county);
    if (entry === null) throw new RangeError(`${config.code} has no ${kind} procedure on ${day}`);
    definitions[kind] = withDeadlineStops(entry.value, stops);
    sources[kind] = entry.source;
  }
  return { definitions, sources };
}

function outdated(parameter: string, entry: { from: CalendarDate; source: PolicySource }): ParameterWarning {
  return { code: 'PARAMETER_OUTDATED', parameter, from: entry.from, source: entry.source };
}
