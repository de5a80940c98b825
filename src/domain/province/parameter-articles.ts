const ARTICLES: Readonly<Record<string, string>> = {
  nationalFloor: '2.2',
  monitoringLines: '2.2',
  bands: '2.2',
  incomeFallPercent: '2.1',
  medicalSharePercent: '2.1',
  specialGroupPriority: '2.1',
  leadVerificationLimit: '3.1',
  alertKinds: '3.1',
  leadEscalation: '3.1',
  inspectionCoveragePercent: '3.1',
  hazardRules: '2.3',
  procedures: '3.2',
  identificationLimit: '3.2',
  overdueWarning: '3.2',
  deadlineStops: 'G',
  eliminationMonths: '3.3',
  eliminationConcept: '3.3',
  rollbackLimit: '3.3',
  trackingVisitMonths: '3.3',
  instruments: '4.1',
  supportLimit: '4.1',
  riskTypes: '4.2',
  socialSecurityInstruments: '4.2',
  developmentalMonths: '4.2',
  riskStudyMonths: '5.2',
  judgements: '2.1',
  recordRetentionMonths: '5.3',
  quality: '5.3',
};

/** That a province answers for what it sets. */
const OF_ALL = '5.1';

/**
 * 参数条款 · The article that a parameter of a configuration serves; 5.1 for what has none of its own.
 *
 * @param parameter  name of the list in a module, e.g. `monitoringLines`
 * @article 5.1
 * @example articleOfParameter('monitoringLines') // '2.2'
 */
export function articleOfParameter(parameter: string): string {
  return ARTICLES[parameter] ?? OF_ALL;
}
