import type { CaseCategory } from '../../domain/case/monitoring-case.js';
import type { FormerStatus } from '../../domain/household/household.js';
import type { RiskGroup } from '../../domain/risk/risk-type.js';
import { FORMERLY_POOR_INCOME, GENERAL_INCOME } from './calibration.js';
import type { IncomePhase } from './income-phases.js';
import type { SeededRandom } from './seeded-random.js';

/** 户的收入水平 · What a household earns a head, drawn once, so that its windows agree with each other. */
export interface IncomeLevel {
  readonly category: CaseCategory | null;
  /** Place of each phase between its least and its most, 0 to 1. */
  readonly place: Readonly<Record<IncomePhase, number>>;
  /** Yuan a head of a household without a case; on the line or over it unless it is one that leads are about. */
  readonly usual: number;
  /** Below the line without a case. */
  readonly belowLine: boolean;
}

/** Shares of the line, from and to: of households with a case, by phase; a sudden difficulty has its own. */
const OF_LINE: Readonly<Record<IncomePhase, readonly [number, number]>> = {
  USUAL: [1.2, 1.8],
  DIFFICULT: [0.7, 1.03],
  SUPPORTED: [0.92, 1.2],
  RECOVERED: [1.3, 1.95],
};
const SUDDEN_OF_LINE: Partial<Readonly<Record<IncomePhase, readonly [number, number]>>> = {
  USUAL: [1.45, 2.4],
  DIFFICULT: [1.02, 1.5],
};
/** What is left of the line after rigid spending in a sudden difficulty. */
const LEFT_OF_LINE = [0.35, 0.85] as const;
/** Rigid spending of one cause as a share of net income, from and to. */
const RIGID_SHARE: Readonly<Record<IncomePhase, readonly [number, number]>> = {
  USUAL: [0, 0.02],
  DIFFICULT: [0.1, 0.35],
  SUPPORTED: [0.05, 0.15],
  RECOVERED: [0.01, 0.05],
};
/** Without a case and over the line, a household is some way over it. */
const LEAST_OVER_LINE = 1.05;

const within = ([least, most]: readonly [number, number], place: number): number => least + (most - least) * place;

/** 定收入水平 · Draws a household's level. */
export function incomeLevel(
  category: CaseCategory | null,
  formerStatus: FormerStatus,
  belowLine: boolean,
  random: SeededRandom,
): IncomeLevel {
  const { median, spread } = formerStatus === 'FORMERLY_POOR' ? FORMERLY_POOR_INCOME : GENERAL_INCOME;
  const usual = median * Math.exp(spread * random.normal());
  const [USUAL, DIFFICULT, SUPPORTED, RECOVERED] = [0, 0, 0, 0].map(() => random.fraction()) as [
    number,
    number,
    number,
    number,
  ];
  return { category, usual, belowLine, place: { USUAL, DIFFICULT, SUPPORTED, RECOVERED } };
}

/** 窗口收入 · Net income a head of one window, fen, and the rigid spending beside it, fen for the whole household. */
export interface IncomeTarget {
  readonly perCapita: number;
  readonly rigid: readonly { readonly group: RiskGroup; readonly amount: number }[];
}

/**
 * 窗口收入 · What a window shows of a household in a phase.
 *
 * @param line  the line that the household is held against then, fen a head
 * @param yearsBack  how many years before the newest window; incomes grow
 * @article none — calibration
 */
export function incomeTarget(
  level: IncomeLevel,
  phase: IncomePhase,
  situation: {
    readonly line: number;
    readonly heads: number;
    readonly yearsBack: number;
    readonly groups: readonly RiskGroup[];
  },
  random: SeededRandom,
): IncomeTarget {
  const { line, heads, yearsBack, groups } = situation;
  const jitter = 0.985 + 0.03 * random.fraction();
  if (level.category === null) {
    const usual = level.belowLine
      ? line * within([0.75, 0.97], level.place.DIFFICULT)
      : Math.max(level.usual * 100, line * (LEAST_OVER_LINE + 0.15 * level.place.USUAL));
    return { perCapita: usual * jitter * 0.94 ** yearsBack, rigid: [] };
  }
  const isSudden = level.category === 'SUDDEN_SEVERE_DIFFICULTY';
  const range = (isSudden ? SUDDEN_OF_LINE[phase] : undefined) ?? OF_LINE[phase];
  const perCapita = line * within(range, level.place[phase]) * jitter;
  if (isSudden && phase === 'DIFFICULT') {
    const total = (perCapita - line * within(LEFT_OF_LINE, random.fraction())) * heads;
    return { perCapita, rigid: groups.map((group) => ({ group, amount: total / groups.length })) };
  }
  const amount = (): number => perCapita * heads * within(RIGID_SHARE[phase], random.fraction());
  return { perCapita, rigid: groups.map((group) => ({ group, amount: amount() })) };
}
