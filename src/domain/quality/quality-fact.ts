import { CASE_STATUSES, ELIMINATION_MODES } from '../case/monitoring-case.js';
import { FORMER_STATUSES, HEALTH_CONDITIONS, SAFETY_NET_STATUSES } from '../household/household.js';
import { type CalendarDate, daysBetween } from '../kernel/calendar-date.js';
import { RISK_GROUPS } from '../risk/risk-type.js';
import { INSTRUMENT_FAMILIES } from '../support/policy-instrument.js';
import { ABLE } from './able.js';
import type { QualityDossier } from './quality-dossier.js';

/** 事实取值 · A fact as it is compared; null where it is not known, and no condition about it holds. @article 5.3 */
export type FactValue = string | number | boolean | readonly string[] | null;

/** 事实类型 · What a fact is: it says how it may be compared. @article 5.3 */
export type FactKind = 'NUMBER' | 'WORD' | 'FLAG' | 'LIST';

interface FactDefinition {
  readonly kind: FactKind;
  /** Words that there are, of a word or a list. */
  readonly words?: readonly string[];
  readonly of: (dossier: QualityDossier, on: CalendarDate) => FactValue;
}

/** 无监测档案 · The status of a household that has no case. */
const NO_CASE = 'NONE';

const yuan = (amount: number | null): number | null => (amount === null ? null : amount / 100);
const percentOf = (amount: number | null, line: number | null): number | null =>
  amount === null || line === null || line === 0 ? null : (amount / line) * 100;

const DEFINITIONS = {
  formerStatus: { kind: 'WORD', words: FORMER_STATUSES, of: ({ formerStatus }) => formerStatus },
  members: { kind: 'NUMBER', of: ({ members }) => members.length },
  ableMembers: { kind: 'NUMBER', of: ({ members }) => members.filter(({ labour }) => ABLE.includes(labour)).length },
  health: { kind: 'LIST', words: HEALTH_CONDITIONS, of: ({ members }) => members.flatMap(({ health }) => health) },
  safetyNets: {
    kind: 'LIST',
    words: SAFETY_NET_STATUSES,
    of: ({ members }) => members.map(({ safetyNet }) => safetyNet),
  },
  guaranteesChecked: { kind: 'FLAG', of: ({ guaranteesChecked }) => guaranteesChecked },
  perCapitaYuan: { kind: 'NUMBER', of: ({ now }) => yuan(now.perCapita) },
  perCapitaPercentOfLine: { kind: 'NUMBER', of: ({ now, line }) => percentOf(now.perCapita, line) },
  compliantMedicalCostYuan: { kind: 'NUMBER', of: ({ now }) => yuan(now.compliantMedicalCost) },
  perCapitaAtIdentificationYuan: { kind: 'NUMBER', of: ({ atIdentification }) => yuan(atIdentification.perCapita) },
  caseStatus: { kind: 'WORD', words: [NO_CASE, ...CASE_STATUSES], of: ({ case: own }) => own?.status ?? NO_CASE },
  daysIdentified: {
    kind: 'NUMBER',
    of: ({ case: own }, on) => (own === null || own.identifiedOn === null ? null : daysBetween(own.identifiedOn, on)),
  },
  eliminationMode: { kind: 'WORD', words: ELIMINATION_MODES, of: ({ case: own }) => own?.eliminationMode ?? null },
  trackingOnly: { kind: 'FLAG', of: ({ case: own }) => own?.trackingOnly ?? null },
  risks: { kind: 'LIST', words: RISK_GROUPS, of: ({ case: own }) => own?.risks ?? null },
  measures: { kind: 'NUMBER', of: ({ case: own }) => own?.measures?.length ?? null },
  deliveredMeasures: {
    kind: 'NUMBER',
    of: ({ case: own }) => own?.measures?.filter(({ delivered }) => delivered).length ?? null,
  },
  measureFamilies: {
    kind: 'LIST',
    words: INSTRUMENT_FAMILIES,
    of: ({ case: own }) => own?.measures?.map(({ family }) => family) ?? null,
  },
} as const satisfies Readonly<Record<string, FactDefinition>>;

/** 可用事实 · Facts that a province's own quality rule may ask about, of a household and its newest case. @article 5.3 */
export type QualityFact = keyof typeof DEFINITIONS;
export const QUALITY_FACTS = Object.keys(DEFINITIONS) as [QualityFact, ...QualityFact[]];

/** 事实定义 · What a fact is and which words it knows. @article 5.3 */
export function factOf(fact: QualityFact): FactDefinition {
  return DEFINITIONS[fact];
}
