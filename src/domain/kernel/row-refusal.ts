import type { Refusal } from './verdict.js';

/** 逐项拒绝 · A reason against one item of a batch; its path leads into the whole input. @article none — technical */
export interface RowRefusal extends Refusal {
  /** Place of the item in the list that was sent, from 0. */
  readonly index: number;
}

/**
 * 逐项拒绝 · The reasons against one item as reasons against a place in the list.
 *
 * @param placeOf  where in the input a path into the item leads, both without the leading `input`
 * @article none — technical
 */
export function rowRefusals(
  index: number,
  refusals: readonly Refusal[],
  placeOf: (path: readonly string[]) => readonly string[],
): RowRefusal[] {
  return refusals.map((refusal) => ({ ...refusal, index, path: ['input', ...placeOf(refusal.path.slice(1))] }));
}
