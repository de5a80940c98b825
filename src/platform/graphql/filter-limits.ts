import type { Nested } from '../database/filter-condition.js';
import { ApiError } from '../errors/api-error.js';

/** Filters inside each other; more is nobody's question, and recursion has an end. */
export const FILTER_DEPTH = 8;

/** Filters and operator objects in all, and values in one list. */
export const FILTER_SIZE = 500;

/**
 * 筛选上限 · Refuses a filter that is nested too deep or is too large. Variables pass by the limits on documents.
 *
 * @param name  the argument, for the error's path
 * @throws ApiError BAD_USER_INPUT
 * @article none — technical
 */
export function limitFilter(filter: object | null | undefined, name = 'where'): void {
  if (filter !== null && filter !== undefined) measure(filter, name, 1, { filters: 0 });
}

function measure(filter: Nested<object>, name: string, depth: number, seen: { filters: number }): void {
  seen.filters += 1;
  if (depth > FILTER_DEPTH) throw tooMuch(`\`${name}\` nests filters more than ${FILTER_DEPTH} deep.`, name);
  if (seen.filters > FILTER_SIZE) throw tooMuch(`\`${name}\` holds more than ${FILTER_SIZE} filters.`, name);
  for (const [key, value] of Object.entries(filter)) {
    if (key === 'and' || key === 'or')
      for (const inner of (value ?? []) as object[]) measure(inner, name, depth + 1, seen);
    else if (Array.isArray(value)) limitList(value, name);
    else if (isPlain(value)) measure(value, name, key === 'not' ? depth + 1 : depth, seen);
  }
}

function limitList(values: readonly unknown[], name: string): void {
  if (values.length > FILTER_SIZE) throw tooMuch(`\`${name}\` holds a list of more than ${FILTER_SIZE} values.`, name);
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(value instanceof Date);
}

function tooMuch(message: string, argument: string): ApiError {
  return new ApiError('BAD_USER_INPUT', message, { path: [argument] });
}
