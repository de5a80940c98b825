import { detectDeparture, type MonthFigure } from './detect-departure.js';
import type { Indicator } from './indicator.js';

/** 回测设定 · Histories that are made up: how many, how long, at which level, and what shock is planted. @article 2.3 */
export interface BacktestPlan {
  readonly indicator: Indicator;
  readonly histories: number;
  /** Months of quiet past before anything is judged. */
  readonly past: number;
  /** Months that are judged with nothing planted, for false alarms. */
  readonly quiet: number;
  /** Mean of the quiet months. */
  readonly level: number;
  /** How far a quiet month of a figure that is no count strays, as its standard deviation; counts stray by chance alone. */
  readonly spread: number;
  /** Share by which the season moves the level up and down over the year. */
  readonly season: number;
  /** What the level is multiplied by from the shock on. */
  readonly shock: number;
  /** Numbers between 0 and 1, from a seed. */
  readonly random: () => number;
}

/** 回测结果 · How soon a planted shock was found, and how often one was seen where none was. @article 2.3 */
export interface BacktestResult {
  readonly foundWithin1: number;
  readonly foundWithin2: number;
  readonly foundWithin3: number;
  /** Alarms in a county-year of quiet months; alarms of months in a row count once. */
  readonly falseAlarmsPerYear: number;
}

const MONTHS_AFTER = 3;

/**
 * 回测 · Runs the detector over made-up histories: over quiet months for false alarms, then over a planted shock for the delay.
 *
 * @article 2.3
 */
export function backtest(plan: BacktestPlan): BacktestResult {
  const found = [0, 0, 0];
  let alarms = 0;
  for (let history = 0; history < plan.histories; history += 1) {
    const months = plan.past + plan.quiet;
    const quiet = Array.from({ length: months }, (_, at) => figureAt(plan, at, 1));
    let before = false;
    for (let at = plan.past; at < months; at += 1) {
      const departs = detectDeparture(plan.indicator, quiet.slice(0, at + 1)) !== null;
      if (departs && !before) alarms += 1;
      before = departs;
    }
    const shocked = quiet.slice(0, plan.past);
    for (let after = 0; after < MONTHS_AFTER; after += 1) {
      shocked.push(figureAt(plan, plan.past + after, plan.shock));
      if (detectDeparture(plan.indicator, shocked) === null) continue;
      for (let late = after; late < MONTHS_AFTER; late += 1) found[late] = found[late]! + 1;
      break;
    }
  }
  const share = (count: number): number => Math.round((count / plan.histories) * 1_000) / 1_000;
  const years = (plan.histories * plan.quiet) / 12;
  return {
    foundWithin1: share(found[0]!),
    foundWithin2: share(found[1]!),
    foundWithin3: share(found[2]!),
    falseAlarmsPerYear: Math.round((alarms / years) * 1_000) / 1_000,
  };
}

function figureAt(plan: BacktestPlan, at: number, shock: number): MonthFigure {
  const season = 1 + plan.season * Math.sin((2 * Math.PI * at) / 12);
  const level = plan.level * season * shock;
  const value =
    plan.indicator.method === 'POISSON' ? poisson(level, plan.random) : level + plan.spread * normal(plan.random);
  const month = `${2020 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`;
  return { month, value, exposure: null };
}

/** By the gaps between events, in pieces that a double can hold. */
function poisson(mean: number, random: () => number): number {
  let count = 0;
  for (let left = mean; left > 0; left -= 500) {
    const end = Math.exp(-Math.min(left, 500));
    for (let product = random(); product > end; product *= random()) count += 1;
  }
  return count;
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
