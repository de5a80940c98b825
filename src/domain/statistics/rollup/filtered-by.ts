import { addDays, parseDate } from '../../kernel/calendar-date.js';

/** 所用筛选 · The fields that a filter speaks of, and the regions that it names, at any depth. @article none — technical */
export interface FilterUse {
  readonly fields: readonly string[];
  readonly regions: readonly string[];
  /** Fields of which some condition is not one of days by whole months: of what is known by the month it cannot be told. */
  readonly withinMonths: readonly string[];
}

const NESTS = ['and', 'or', 'not'];

/** 所用筛选 · What a filter speaks of; a field without a value asks nothing. @article none — technical */
export function filteredBy(where: object | null): FilterUse {
  const fields = new Set<string>();
  const regions = new Set<string>();
  const withinMonths = new Set<string>();
  const look = (filter: object): void => {
    for (const [name, value] of Object.entries(filter)) {
      if (value === null || value === undefined) continue;
      if (NESTS.includes(name)) for (const inner of [value].flat()) look(inner as object);
      else if (name === 'region') regions.add(String(value));
      else {
        fields.add(name);
        if (!isOfWholeMonths(value as object)) withinMonths.add(name);
      }
    }
  };
  if (where !== null) look(where);
  return { fields: [...fields], regions: [...regions], withinMonths: [...withinMonths] };
}

/** Operators whose days are the first of a month, and those whose days are the last of one. */
const FIRST = ['gte', 'lt'];
const LAST = ['gt', 'lte'];

/** Whether a condition is one on a day that says the same of the first of its month. */
function isOfWholeMonths(operators: object): boolean {
  return Object.entries(operators).every(([name, value]) => {
    if (value === null || value === undefined || name === 'isNull') return true;
    const day = parseDate(String(value));
    if (day === null) return false;
    return FIRST.includes(name) ? isFirst(day) : LAST.includes(name) && isFirst(addDays(day, 1));
  });
}

const isFirst = (day: string): boolean => day.endsWith('-01');
