import { date } from '../../../src/domain/kernel/calendar-date.js';
import { type Fen, yuan } from '../../../src/domain/kernel/money.js';
import { checkPlan } from '../../../src/domain/support/check-plan.js';
import type { PlannedMeasure, PlanQuestion } from '../../../src/domain/support/plan-question.js';
import type {
  InstrumentFamily,
  InstrumentNature,
  PolicyInstrument,
} from '../../../src/domain/support/policy-instrument.js';
import { aRisk, RISK_TYPES, said } from '../case/a-case.js';

export function anInstrument(
  code: string,
  family: InstrumentFamily,
  nature: InstrumentNature,
  addresses: readonly string[],
  set: Partial<PolicyInstrument> = {},
): PolicyInstrument {
  return {
    code,
    name: code,
    nameEn: code,
    family,
    nature,
    addresses,
    requiresLabour: false,
    statutory: false,
    fundingSources: ['SECTOR_POLICY', 'BRIDGING_FUND'],
    cap: null,
    department: null,
    from: date('2021-05-14'),
    to: null,
    source: { id: 'test', title: 'test', standing: 'document' },
    ...set,
  };
}

export const INSTRUMENTS: readonly PolicyInstrument[] = [
  anInstrument('medical-assistance', 'HEALTH', 'GUARANTEE', ['illness']),
  anInstrument('family-doctor', 'HEALTH', 'GUARANTEE', ['illness'], { name: '签约家庭医生' }),
  anInstrument('hospital-reimbursement', 'HEALTH', 'GUARANTEE', ['illness'], { statutory: true }),
  anInstrument('school-grant', 'EDUCATION', 'RELIEF', ['schooling']),
  anInstrument('house-renovation', 'HOUSING', 'GUARANTEE', ['housing'], { cap: yuan('30000.00') }),
  anInstrument('water-project', 'DRINKING_WATER', 'GUARANTEE', ['water']),
  anInstrument('industry-award', 'INDUSTRY', 'DEVELOPMENTAL', ['unstable-job', 'other']),
  anInstrument('welfare-job', 'PUBLIC_WELFARE_JOB', 'DEVELOPMENTAL', ['unstable-job'], { requiresLabour: true }),
  anInstrument('labour-export', 'EMPLOYMENT', 'DEVELOPMENTAL', ['unstable-job'], { requiresLabour: true }),
  anInstrument('subsistence-allowance', 'SAFETY_NET', 'SAFETY_NET', ['illness', 'disability']),
  anInstrument('disability-allowance', 'SAFETY_NET', 'SAFETY_NET', ['disability']),
  anInstrument('temporary-assistance', 'TEMPORARY_ASSISTANCE', 'RELIEF', ['illness', 'disability']),
  anInstrument('aspiration-and-skills', 'MOTIVATION', 'OTHER', []),
  anInstrument('donation', 'SOCIAL', 'RELIEF', ['illness'], { fundingSources: ['SOCIAL_DONATION'] }),
  anInstrument('expired-grant', 'HEALTH', 'GUARANTEE', ['illness'], { to: date('2023-02-28') }),
  anInstrument('coming-grant', 'HEALTH', 'GUARANTEE', ['illness'], { from: date('2023-03-02') }),
];

export function planned(
  instrument: string,
  addresses: readonly string[],
  set: Partial<PlannedMeasure> = {},
): PlannedMeasure {
  return { instrument, addresses, timing: 'PREVENTIVE', fundingSource: 'SECTOR_POLICY', budget: null, ...set };
}

/** A plan of 1 March 2023 for illness in a household with labour: medical assistance and an award for production. */
export function aPlan(set: Partial<PlanQuestion> = {}): PlanQuestion {
  return {
    on: date('2023-03-01'),
    today: date('2023-03-01'),
    identifiedOn: date('2023-01-10'),
    risks: [aRisk('illness')],
    guaranteesNotSecure: [],
    needs: [],
    labour: { hasLabour: true, partlyLost: false, stableIncomeFromWork: null },
    weakDrive: false,
    safetyNetGranted: false,
    measures: [planned('medical-assistance', ['illness']), planned('industry-award', [])],
    standing: [],
    overrideReason: null,
    rules: {
      instruments: INSTRUMENTS,
      riskTypes: RISK_TYPES,
      socialSecurityInstruments: { value: ['subsistence-allowance'] },
    },
    ...set,
  };
}

export const NO_LABOUR = { hasLabour: false, partlyLost: false, stableIncomeFromWork: null } as const;
export const WEAK_LABOUR = { hasLabour: true, partlyLost: true, stableIncomeFromWork: false } as const;

/** Codes and paths of what speaks against a plan. */
export const against = (set: Partial<PlanQuestion>): string[] => said(checkPlan(aPlan(set)));

export const cents = (text: string): Fen => yuan(text);
