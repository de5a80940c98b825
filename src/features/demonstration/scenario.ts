import { CASE_CATEGORIES, type CaseCategory } from '../../domain/case/monitoring-case.js';
import { CASE_SHARE, CATEGORY_FIGURES } from './calibration.js';
import { choiceAt } from './seeded-random.js';

/**
 * 情景 · How far a household has come: no case, or a case and what became of it.
 *
 * - `IDENTIFYING` under identification, at one step or another · `STUCK` the same, past its deadline
 * - `NOT_IDENTIFIED` refused at one step or another
 * - `UNSUPPORTED` monitored, nothing delivered yet · `SUPPORTED` monitored, support under way · `CONTINUED` weak stability (R13)
 * - `TRACKED` monitored, no labour capacity (R12) · `RELAPSED` monitored again after an elimination
 * - `ELIMINATING` under elimination · `ELIMINATED` through support · `ELIMINATED_NATURALLY` of itself
 * - `WITHDRAWN` outside the policy's end
 *
 * @article 3.2
 */
export type CaseScenario =
  | 'IDENTIFYING'
  | 'STUCK'
  | 'NOT_IDENTIFIED'
  | 'UNSUPPORTED'
  | 'SUPPORTED'
  | 'CONTINUED'
  | 'TRACKED'
  | 'RELAPSED'
  | 'ELIMINATING'
  | 'ELIMINATED'
  | 'ELIMINATED_NATURALLY'
  | 'WITHDRAWN';

/** 无档案农户的线索 · What is reported of a household without a case. @article 3.1 */
export type LeadScenario = 'NONE' | 'OPEN' | 'OVERDUE' | 'JOINED' | 'DISMISSED' | 'UNREGISTERED';

/** 农户情景 · A household's part in the register. */
export type Scenario =
  | { readonly case: CaseScenario; readonly category: CaseCategory }
  | {
      readonly case: null;
      readonly lead: LeadScenario;
      /** Over the line in any case; else one household in a hundred is under it and nobody has noticed. */
      readonly overLine?: true;
    };

/** Of households with a case; the rest are identified. */
const UNIDENTIFIED: readonly (readonly [CaseScenario, number])[] = [
  ['IDENTIFYING', 0.09],
  ['STUCK', 0.03],
  ['NOT_IDENTIFIED', 0.055],
  ['WITHDRAWN', 0.025],
];
const IDENTIFIED_SHARE = 1 - UNIDENTIFIED.reduce((sum, [, share]) => sum + share, 0);

/** Of eliminated cases. */
const ENDED: readonly (readonly [CaseScenario, number])[] = [
  ['ELIMINATED', 0.88],
  ['ELIMINATED_NATURALLY', 0.12],
];

/** Of identified cases that are not eliminated. */
const GOING: readonly (readonly [CaseScenario, number])[] = [
  ['SUPPORTED', 0.44],
  ['UNSUPPORTED', 0.18],
  ['ELIMINATING', 0.18],
  ['TRACKED', 0.1],
  ['CONTINUED', 0.06],
  ['RELAPSED', 0.04],
];

const LEADS: readonly (readonly [LeadScenario, number])[] = [
  ['NONE', 0.925],
  ['DISMISSED', 0.035],
  ['OPEN', 0.02],
  ['OVERDUE', 0.01],
  ['JOINED', 0.005],
  ['UNREGISTERED', 0.005],
];

interface CaseShare {
  readonly case: CaseScenario;
  readonly category: CaseCategory;
}

const CASES: readonly (readonly [CaseShare, number])[] = CASE_CATEGORIES.flatMap((category) => {
  const { households, eliminated } = CATEGORY_FIGURES[category];
  const ended = eliminated / households;
  return [
    ...share(UNIDENTIFIED, 1),
    ...share(ENDED, IDENTIFIED_SHARE * ended),
    ...share(GOING, IDENTIFIED_SHARE * (1 - ended)),
  ].map(([name, weight]): [CaseShare, number] => [{ case: name, category }, weight * households]);
});

function share<T>(choices: readonly (readonly [T, number])[], whole: number): [T, number][] {
  return choices.map(([value, weight]) => [value, weight * whole]);
}

const GOLDEN = 0.618_033_988_749_894_9;

/**
 * 情景分配 · The part that the n-th household plays. Places follow the golden ratio, so that any run of households, short or
 * long, holds every part in about its share.
 *
 * @param n  number of the household in the register
 * @article none — calibration
 */
export function scenarioOf(n: number, seed: number): Scenario {
  const place = (n * GOLDEN + seed * 0.754_877_666_246_692_8) % 1;
  if (place < CASE_SHARE) return choiceAt(CASES, place / CASE_SHARE);
  return { case: null, lead: choiceAt(LEADS, (place - CASE_SHARE) / (1 - CASE_SHARE)) };
}
