import type { StatCatalogue, StatUnit } from './definition.js';
import type { GroupingPlan, PlannedHaving } from './stat-plan.js';
import type { AskedHaving, QuestionFault } from './stat-question.js';

const OPERATORS = { eq: '=', gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;
const FEN = 100;

/**
 * 计划指标条件 · What `having` asks of the rows of each grouping that has selected the figure, or why it asks nothing.
 *
 * @returns for each grouping its conditions, in the order in which they are given
 * @article 5.2
 */
export function planHaving(
  catalogue: StatCatalogue,
  groupings: readonly GroupingPlan[],
  asked: readonly AskedHaving[],
): { readonly having: readonly (readonly PlannedHaving[])[]; readonly faults: readonly QuestionFault[] } {
  const faults: QuestionFault[] = [];
  const having: PlannedHaving[][] = groupings.map(() => []);
  for (const [at, one] of asked.entries()) {
    const found = groupings.flatMap((grouping, index) => {
      const figure = figureOf(grouping, one.by);
      return figure === null ? [] : [{ index, ...figure }];
    });
    if (found.length === 0)
      faults.push({ path: ['having', String(at), 'by'], message: whyNot(catalogue, groupings, one.by) });
    const given = Object.entries(OPERATORS).filter(([name]) => typeof one[name as keyof typeof OPERATORS] === 'number');
    if (given.length === 0)
      faults.push({ path: ['having', String(at)], message: 'nothing is compared: give eq, gt, gte, lt or lte' });
    for (const [name, operator] of given) {
      const value = one[name as keyof typeof OPERATORS]!;
      if (found.some(({ unit }) => unit === 'YUAN') && !isWholeFen(value))
        faults.push({
          path: ['having', String(at), name],
          message: `money is yuan with two decimals at most; found ${value}`,
        });
      for (const { index, slot, unit } of found)
        having[index]!.push({ slot, operator, value: unit === 'YUAN' ? Math.round(value * FEN) : value });
    }
  }
  return { having, faults };
}

/** A share is a number between 0 and 1; a change is in the unit of its measure. */
function figureOf(
  { measures, shares, changes }: GroupingPlan,
  key: string,
): { readonly slot: string; readonly unit: StatUnit | null } | null {
  const measure = measures.find(({ keys }) => keys.includes(key));
  if (measure !== undefined) return { slot: measure.slot, unit: measure.definition.unit };
  const share = shares.find(({ keys }) => keys.includes(key));
  if (share !== undefined) return { slot: share.slot, unit: null };
  const change = changes.find(({ keys }) => keys.includes(key));
  return change === undefined ? null : { slot: change.slot, unit: change.of.definition.unit };
}

function isWholeFen(yuan: number): boolean {
  return Number.isSafeInteger(Math.round(yuan * FEN)) && Math.abs(yuan * FEN - Math.round(yuan * FEN)) < 1e-3;
}

function whyNot({ measures, dimensions }: StatCatalogue, groupings: readonly GroupingPlan[], by: string): string {
  const name = JSON.stringify(by.slice(0, 40));
  if (groupings.some((one) => one.dimensions.some(({ keys }) => keys.includes(by))))
    return `${name} is a dimension: \`where\` picks what is counted, \`having\` compares figures`;
  const figures = groupings.flatMap((one) =>
    [...one.measures, ...one.shares, ...one.changes].flatMap(({ keys }) => keys),
  );
  const selected = `selected are ${figures.join(', ') || 'none'}`;
  if (measures.some((one) => one.name === by))
    return `${name} is a measure, and is not selected: select it; ${selected}`;
  if (dimensions.some((one) => one.name === by))
    return `${name} is a dimension: \`where\` picks what is counted, \`having\` compares figures`;
  return `${name} is the response key of no measure, share or change that was selected; ${selected}`;
}
