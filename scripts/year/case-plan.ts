import type { CaseCategory } from '../../src/domain/case/monitoring-case.js';
import type { CalendarDate } from '../../src/domain/kernel/calendar-date.js';
import type { Neighbour } from './roster.js';

/** 计划的措施 · A measure of a plan, and whether it arrives. */
export interface MeasurePlan {
  readonly instrument: string;
  readonly addresses: readonly string[];
  readonly delivered: boolean;
}

/** 个案计划 · What becomes of a household whose lead is confirmed. */
export interface CasePlan {
  readonly household: Neighbour;
  readonly category: CaseCategory;
  readonly risk: string;
  /** None: nobody supports the household. */
  readonly measures: readonly MeasurePlan[];
  /** Elimination is asked for once the province's months are over. */
  readonly eliminate: boolean;
  /** The county decides its elimination on this day, together with others. */
  readonly decideOn?: CalendarDate;
  /** Withdrawn as died out on the day after it was supported. */
  readonly withdraw?: boolean;
}

const JOB: MeasurePlan = { instrument: 'public-welfare-job', addresses: [], delivered: true };
const UNSTABLE_JOB = {
  risk: 'UNSTABLE_JOB',
  measures: [{ ...JOB, addresses: ['UNSTABLE_JOB'] }],
};

/** 脱贫户为脱贫不稳定户,一般农户为边缘易致贫户 */
function categoryOf({ formerStatus }: Neighbour): CaseCategory {
  return formerStatus === 'FORMERLY_POOR' ? 'UNSTABLE_OUT_OF_POVERTY' : 'MARGINAL_AT_RISK';
}

/** 规范办理 · A case as it should be. */
export function ordinaryCase(household: Neighbour, eliminate: boolean): CasePlan {
  return { household, category: categoryOf(household), ...UNSTABLE_JOB, eliminate };
}

const HIGH_INCOME_FEN = 2_000_000;
const LOW = ({ perCapitaFen }: Neighbour): boolean => perCapitaFen < HIGH_INCOME_FEN;
const ABLE = (own: Neighbour): boolean => LOW(own) && own.labour > 0;

/** 可规范办理 · Whether a household can have a case that no rule finds anything wrong with. */
export const isOrdinary = ABLE;

/** 带问题的个案 · How a case comes to be found by a rule, and in which month it is opened. */
export interface FaultyCase {
  readonly rule: string;
  /** From 1. */
  readonly month: number;
  readonly fits: (household: Neighbour) => boolean;
  readonly plan: (household: Neighbour) => CasePlan;
}

function supported(risk: string, ...measures: MeasurePlan[]) {
  return (household: Neighbour): CasePlan => ({
    household,
    category: categoryOf(household),
    risk,
    measures,
    eliminate: false,
  });
}

const arrives = (instrument: string, risk: string): MeasurePlan => ({ instrument, addresses: [risk], delivered: true });
const PROMISED_JOB: MeasurePlan = { ...JOB, delivered: false };

/** 个案问题 · Nine faults that come about case by case, through the product as it is used. */
export const FAULTY_CASES: readonly FaultyCase[] = [
  {
    rule: 'high-income-identified',
    month: 2,
    fits: (own) => own.labour > 0 && own.perCapitaFen > HIGH_INCOME_FEN,
    plan: (household) => ({ ...ordinaryCase(household, false), category: 'SUDDEN_SEVERE_DIFFICULTY' }),
  },
  {
    rule: 'illness-without-medical-cost',
    month: 3,
    fits: (own) => ABLE(own) && own.medicalCostFen === 0,
    plan: supported('ILLNESS', arrives('medical-assistance', 'ILLNESS'), JOB),
  },
  {
    rule: 'disability-risk-without-disabled',
    month: 4,
    fits: (own) => ABLE(own) && !own.disabled,
    plan: supported('DISABILITY', arrives('anti-poverty-insurance', 'DISABILITY'), JOB),
  },
  {
    rule: 'labour-shortage-all-able',
    month: 5,
    fits: (own) => ABLE(own) && own.labour === own.heads,
    plan: supported('LABOUR_SHORTAGE', arrives('anti-poverty-insurance', 'LABOUR_SHORTAGE'), JOB),
  },
  {
    rule: 'no-development-in-time',
    month: 3,
    fits: ABLE,
    plan: supported('ACCIDENT', arrives('anti-poverty-insurance', 'ACCIDENT'), PROMISED_JOB),
  },
  {
    rule: 'safety-net-alone',
    month: 9,
    fits: ABLE,
    plan: supported('ACCIDENT', arrives('temporary-assistance', 'ACCIDENT'), PROMISED_JOB),
  },
  {
    rule: 'safety-net-without-member',
    month: 6,
    fits: (own) => ABLE(own) && !own.safetyNet,
    plan: supported('ACCIDENT', arrives('subsistence-allowance', 'ACCIDENT'), JOB),
  },
  {
    rule: 'no-support-in-time',
    month: 9,
    fits: ABLE,
    plan: (household) => ({ ...ordinaryCase(household, false), measures: [] }),
  },
  {
    rule: 'withdrawal-avoids-elimination',
    month: 7,
    fits: ABLE,
    plan: (household) => ({ ...ordinaryCase(household, false), withdraw: true }),
  },
];
