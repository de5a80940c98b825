import type { Column, TableRow } from './column.js';

/** 读出的表 · A whole table, in memory. @article none — technical */
export interface ReadTable {
  /** Root field of the list. */
  readonly operation: string;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
}
