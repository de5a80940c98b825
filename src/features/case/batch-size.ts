import { type Refusal, refuse } from '../../domain/kernel/verdict.js';

/** Items of one batch. */
export const MOST_ITEMS = 500;

/** 批量上限 · A batch has 1 to 500 items. @param list  where they stand in the input */
export function batchSize(length: number, list: string): Refusal[] {
  if (length >= 1 && length <= MOST_ITEMS) return [];
  return [refuse('BAD_VALUE', `one call takes 1 to ${MOST_ITEMS} of them; this one has ${length}`, [list])];
}
