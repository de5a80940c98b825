import type { Cell } from './cell.js';
import type { AmountCell, MedianCell } from './publish-amount.js';
import type { AttributeValue } from './selection.js';

/** 基础单元 · A cell of the finest table that a question needs: by its dimensions and by what its filter depends on. @article 5.3 */
export interface BaseCell extends Cell {
  /** By the names of the attributes. */
  readonly values: Readonly<Record<string, AttributeValue>>;
  /** Of each measure, by its slot: the units that count for it, or what they add up to. */
  readonly measured: Readonly<Record<string, Cell | AmountCell | MedianCell>>;
  /** Of each attribute of which a unit may have several values: the units of which this is the first, so that all cells together have each unit once. */
  readonly firsts?: Readonly<Record<string, Cell>>;
}
