import { IndicatorResolver } from './indicator.resolver.js';
import { StudyResolver, RiskStudyDutyResolver } from './study.resolver.js';
import { StudyService, type StudyServiceParts } from './study.service.js';
import { SubmitIndicatorsService, type SubmitIndicatorsParts } from './submit-indicators.service.js';
import { WarningActionResolver, WarningResolver } from './warning.resolver.js';
import { WarningService, type WarningServiceParts } from './warning.service.js';
import { WarningReader } from './warning-reader.service.js';

/** 区域风险室所需 · What the room stands on. */
export type RegionalRiskParts = SubmitIndicatorsParts & WarningServiceParts & Omit<StudyServiceParts, 'warnings'>;

/** 区域风险室 · Services and resolvers of indicators, regional warnings and joint studies. @article none — technical */
export function assembleRegionalRisk(parts: RegionalRiskParts) {
  const warnings = new WarningReader(parts);
  const studies = new StudyService({ ...parts, warnings });
  return {
    warnings,
    studies,
    resolvers: [
      new IndicatorResolver(new SubmitIndicatorsService(parts)),
      new WarningResolver(new WarningService(parts), warnings, parts.tree),
      new WarningActionResolver(warnings),
      new StudyResolver(studies, parts.tree),
      new RiskStudyDutyResolver(parts.tree),
    ],
  };
}
