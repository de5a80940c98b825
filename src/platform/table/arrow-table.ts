import {
  AsyncByteQueue,
  Bool,
  type DataType,
  DateDay,
  Decimal,
  Field,
  Float64,
  Int32,
  List,
  makeData,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  TimestampMillisecond,
  Utf8,
  vectorFromArray,
} from 'apache-arrow';
import { plainText } from './cell-text.js';
import { type CellKind, type Column, cellOf, type TableRow } from './column.js';
import type { TableWriter } from './table-format.js';

/** Digits of an amount in all, two of them after the point: whole fen of 64 bits. */
const MONEY_DIGITS = 18;
const DAY_MS = 86_400_000;

/**
 * Arrow · The streaming format of Apache Arrow, one record batch a page: amounts as decimals, days as days, instants in UTC, lists as lists.
 * Text is as it was entered, since no program takes it for a formula.
 *
 * @article none — technical
 */
export const writeArrow: TableWriter = async function* ({ columns, pages, options }) {
  const schema = new Schema(
    columns.map((column) => {
      const term = options.labels === 'zh' ? column.name : column.title;
      const name = options.labels === 'zh' ? column.title : column.name;
      return new Field(name, typeOf(column.kind), true, new Map([['term', term]]));
    }),
  );
  const sink = new Outbox();
  const writer = new RecordBatchStreamWriter();
  writer.reset(sink, schema);
  for await (const rows of pages) {
    if (rows.length === 0) continue;
    writer.write(batchOf(schema, columns, rows));
    yield sink.take();
  }
  writer.finish();
  yield sink.take();
};

/** What the writer has written and nobody has taken. */
class Outbox extends AsyncByteQueue {
  private parts: Uint8Array[] = [];

  override write(value: ArrayBufferView | ArrayBufferLike): void {
    // Some of what it writes are views on buffers that it fills anew.
    if (ArrayBuffer.isView(value))
      this.parts.push(Buffer.from(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)));
    else this.parts.push(Buffer.from(new Uint8Array(value)));
  }

  take(): Buffer {
    const bytes = Buffer.concat(this.parts);
    this.parts = [];
    return bytes;
  }
}

function batchOf(schema: Schema, columns: readonly Column[], rows: readonly TableRow[]): RecordBatch {
  const children = columns.map((column, at) => {
    const type = schema.fields[at]!.type as DataType;
    return vectorFromArray(
      rows.map((row) => arrowValue(row, column)),
      type,
    ).data[0]!;
  });
  const struct = makeData({ type: new Struct(schema.fields), length: rows.length, nullCount: 0, children });
  return new RecordBatch(schema, struct);
}

function typeOf(kind: CellKind): DataType {
  switch (kind) {
    case 'integer':
      return new Int32();
    case 'number':
      return new Float64();
    case 'yes-no':
      return new Bool();
    case 'money':
      return new Decimal(2, MONEY_DIGITS, 128);
    case 'day':
      return new DateDay();
    case 'instant':
      return new TimestampMillisecond('UTC');
    case 'texts':
      return new List(new Field('item', new Utf8(), true));
    default:
      return new Utf8();
  }
}

function arrowValue(row: TableRow, column: Column): unknown {
  const value = cellOf(row, column);
  if (value === null) return null;
  switch (column.kind) {
    case 'integer':
    case 'number':
    case 'yes-no':
      return value;
    case 'money':
      return decimalOf(value as string);
    case 'day':
      return Date.parse(`${String(value)}T00:00:00Z`) - (Date.parse(`${String(value)}T00:00:00Z`) % DAY_MS);
    case 'instant':
      return new Date(value as string).getTime();
    case 'texts':
      return (value as unknown[]).map((one) => (one === null ? null : plainText(one)));
    default:
      return plainText(value);
  }
}

/** Whole fen as the four words of a decimal of 128 bits, the least first. */
function decimalOf(yuan: string): Uint32Array {
  const fen = BigInt.asUintN(128, BigInt(yuan.replace('.', '')));
  return Uint32Array.from([0n, 32n, 64n, 96n], (shift) => Number((fen >> shift) & 0xffff_ffffn));
}
