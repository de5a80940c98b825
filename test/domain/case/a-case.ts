import type { CaseFacts, CaseRisk } from '../../../src/domain/case/monitoring-case.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { ZERO_FEN } from '../../../src/domain/kernel/money.js';
import type { RiskGroup, RiskType } from '../../../src/domain/risk/risk-type.js';
import type { SupportMeasure } from '../../../src/domain/support/support-measure.js';

/** A case monitored since 10 January 2023 for illness, with nothing granted yet. */
export function aCase(set: Partial<CaseFacts> = {}): CaseFacts {
  return {
    id: 'case-1',
    status: 'MONITORED',
    category: 'MARGINAL_AT_RISK',
    openedOn: date('2022-12-20'),
    identifiedOn: date('2023-01-10'),
    eliminatedOn: null,
    trackingOnly: false,
    supportContinued: false,
    risks: [aRisk('illness')],
    runs: [],
    measures: [],
    ...set,
  };
}

export function aRisk(riskType: string, set: Partial<CaseRisk> = {}): CaseRisk {
  return {
    id: `risk-${riskType}`,
    riskType,
    primary: false,
    identifiedOn: date('2022-12-28'),
    resolvedOn: null,
    ...set,
  };
}

export function aMeasure(set: Partial<SupportMeasure> = {}): SupportMeasure {
  return {
    id: 'measure-1',
    instrument: 'medical-assistance',
    family: 'HEALTH',
    nature: 'GUARANTEE',
    addresses: ['illness'],
    status: 'IN_PROGRESS',
    timing: 'AFTER_THE_FACT',
    fundingSource: 'SECTOR_POLICY',
    budget: null,
    delivered: ZERO_FEN,
    startsOn: null,
    endsOn: null,
    firstDeliveredOn: null,
    urgent: false,
    ...set,
  };
}

const riskType = (code: string, group: RiskGroup): RiskType => ({ code, name: code, nameEn: code, group });

export const RISK_TYPES: readonly RiskType[] = [
  riskType('illness', 'ILLNESS'),
  riskType('schooling', 'EDUCATION'),
  riskType('disability', 'DISABILITY'),
  riskType('housing', 'HOUSING'),
  riskType('water', 'DRINKING_WATER'),
  riskType('unstable-job', 'EMPLOYMENT'),
  riskType('other', 'OTHER'),
];

/** Codes and paths of refusals. */
export const said = (refusals: readonly { readonly code: string; readonly path: readonly string[] }[]): string[] =>
  refusals.map((refusal) => `${refusal.code} ${refusal.path.slice(1).join('.')}`);
