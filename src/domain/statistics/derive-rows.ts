import { addMonths, addDays, type CalendarDate } from '../kernel/calendar-date.js';
import type { TimeBucket } from './definition.js';
import {
  earlierOf,
  type GroupingPlan,
  type PlannedChange,
  type PlannedHaving,
  type PlannedShare,
  TOGETHER,
} from './stat-plan.js';

/** 统计行 · By the slots of a plan. @article none — technical */
export type SlotRow = Readonly<Record<string, unknown>>;

const MILLION = 1_000_000;
const MONTHS: Readonly<Record<TimeBucket, number>> = { DAY: 0, MONTH: 1, QUARTER: 3, YEAR: 12 };
const HOLDS: Readonly<Record<PlannedHaving['operator'], (figure: number, value: number) => boolean>> = {
  '=': (figure, value) => figure === value,
  '>': (figure, value) => figure > value,
  '>=': (figure, value) => figure >= value,
  '<': (figure, value) => figure < value,
  '<=': (figure, value) => figure <= value,
};

/**
 * 推算各行 · What a plan derives of rows that are all there: shares, changes against earlier periods, conditions and order, from the figures
 * of the rows and from nothing else. It says of exact figures what the statement of the register says, and of published ones no more
 * than whoever is shown the rows could reckon.
 *
 * @param rows  of every level of the plan, by slots; a figure that is not shown is null
 * @returns a new list, totals after the rows, each level in the order of the plan
 * @article 5.2
 */
export function deriveRows(plan: GroupingPlan, rows: readonly SlotRow[]): SlotRow[] {
  const shares = plan.shares.map((share) => sharesOf(plan, share, rows));
  const changes = plan.changes.map((change) => earlierFigures(plan, change, rows));
  return rows
    .map((row) => {
      const told: Record<string, unknown> = { ...row };
      for (const [at, { slot }] of plan.shares.entries()) told[slot] = shares[at]!(row);
      for (const [at, change] of plan.changes.entries()) {
        const [now, then] = [numberAt(row, change.of.slot), changes[at]!(row)];
        told[earlierOf(change)] = then;
        told[change.slot] = now === null || then === null ? null : now - then;
      }
      return told;
    })
    .filter((row) => levelOf(row) > 0 || holdsAll(plan.having, row))
    .sort(inOrder(plan.order));
}

const levelOf = (row: SlotRow): number => Number(row[TOGETHER] ?? 0);

function numberAt(row: SlotRow, slot: string): number | null {
  const value = row[slot];
  return typeof value === 'number' ? value : null;
}

function keyOf(row: SlotRow, slots: readonly string[]): string {
  return JSON.stringify([levelOf(row), ...slots.map((slot) => row[slot] ?? null)]);
}

function sharesOf({ dimensions }: GroupingPlan, { of, over }: PlannedShare, rows: readonly SlotRow[]) {
  const rest = dimensions.map(({ slot }) => slot).filter((slot) => !over.includes(slot));
  const wholes = new Map<string, number>();
  for (const row of rows) {
    const key = keyOf(row, rest);
    wholes.set(key, (wholes.get(key) ?? 0) + (numberAt(row, of.slot) ?? 0));
  }
  return (row: SlotRow): number | null => {
    const [own, whole] = [numberAt(row, of.slot), wholes.get(keyOf(row, rest)) ?? 0];
    return own === null || whole === 0 ? null : Math.round((own / whole) * MILLION) / MILLION;
  };
}

/** An earlier row that is not among them is not known: it may be absent or not shown. */
function earlierFigures({ dimensions }: GroupingPlan, { of, against }: PlannedChange, rows: readonly SlotRow[]) {
  if (against.kind === 'DAY') return () => null;
  const slots = dimensions.map(({ slot }) => slot);
  const figures = new Map(rows.map((row) => [keyOf(row, slots), numberAt(row, of.slot)]));
  return (row: SlotRow): number | null => {
    const day = row[against.along] as CalendarDate | null | undefined;
    if (day === null || day === undefined) return null;
    return figures.get(keyOf({ ...row, [against.along]: before(day, against) }, slots)) ?? null;
  };
}

function before(day: CalendarDate, { comparison, bucket }: Extract<PlannedChange['against'], { kind: 'PERIOD' }>) {
  if (comparison === 'SAME_PERIOD_LAST_YEAR') return addMonths(day, -12);
  return bucket === 'DAY' ? addDays(day, -1) : addMonths(day, -MONTHS[bucket]);
}

function holdsAll(having: readonly PlannedHaving[], row: SlotRow): boolean {
  return having.every(({ slot, operator, value }) => {
    const figure = numberAt(row, slot);
    return figure !== null && HOLDS[operator](figure, value);
  });
}

/** As the database orders: totals after the rows, absent values last, texts by byte. */
function inOrder(order: GroupingPlan['order']) {
  return (one: SlotRow, other: SlotRow): number => {
    if (levelOf(one) !== levelOf(other)) return levelOf(one) - levelOf(other);
    for (const { slot, direction } of order) {
      const [a, b] = [one[slot] as string | number | null, other[slot] as string | number | null];
      if (a === b) continue;
      if (a === null || b === null) return a === null ? 1 : -1;
      return (a < b ? -1 : 1) * (direction === 'ASC' ? 1 : -1);
    }
    return 0;
  };
}
