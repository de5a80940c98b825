import type { Column, TableRow } from './column.js';

/** 表的写法 · What a caller may choose beside the media type, as its parameters. @article none — technical */
export interface TableOptions {
  /** `header=absent` leaves the line of names out. */
  readonly header: boolean;
  /** `bom=true`: the mark by which Excel reads a CSV as UTF-8. */
  readonly mark: boolean;
  /** `labels=zh`: the Chinese terms of the fields for names. */
  readonly labels: 'en' | 'zh';
}

/** 成表 · What is written, and how. @article none — technical */
export interface TableQuestion {
  readonly columns: readonly Column[];
  /** Asked for one after the other, as the reader takes them. */
  readonly pages: AsyncIterable<readonly TableRow[]>;
  readonly options: TableOptions;
}

/** 写表 · Writes a table piece by piece, and asks for the next page only once the last is taken. @article none — technical */
export type TableWriter = (question: TableQuestion) => AsyncIterable<Uint8Array>;
