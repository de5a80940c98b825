/**
 * 约束标注 · What a province may do with each parameter: `range` within the nation's bounds or tighter, `open` as it sees fit
 * since no text of the nation binds it. The floor and the first day are the nation's alone and not a module's to set.
 *
 * @article 5.1
 */
export const MARKS = {
  // At or over the floor (2.2).
  monitoringLines: 'range',
  bands: 'open',
  // The baseline's own defaults.
  incomeFallPercent: 'open',
  medicalSharePercent: 'open',
  // The four groups of 2.1, and what the province adds.
  specialGroupPriority: 'range',
  riskTypes: 'range',
  procedures: 'range',
  // No text says for what a count stops; but where the nation sets a deadline, none stops it for more (R08).
  deadlineStops: 'range',
  instruments: 'range',
  socialSecurityInstruments: 'open',
  leadVerificationLimit: 'open',
  identificationLimit: 'open',
  supportLimit: 'range',
  developmentalMonths: 'range',
  eliminationMonths: 'range',
  // 3.3 names no concept; the line's own where a province says nothing.
  eliminationConcept: 'open',
  trackingVisitMonths: 'range',
  rollbackLimit: 'open',
  alertKinds: 'open',
  overdueWarning: 'open',
  leadEscalation: 'open',
  // The baseline's own defaults.
  inspectionCoveragePercent: 'open',
  hazardRules: 'open',
  // No text that was read says how long; archive rules are a province's and a county's.
  recordRetentionMonths: 'open',
  riskStudyMonths: 'open',
  // Stricter numbers and rules of its own; nothing of the nation's is loosened.
  quality: 'range',
} as const;
