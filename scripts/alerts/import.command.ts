import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { AlertRow } from '../../src/domain/alert/read-alert.js';
import { pushAlerts, type Target } from './push-alerts.js';
import { readSheet, type SheetRow } from './read-sheet.js';
import { type Layout, readLayout } from './sheet-layout.js';

/** 导入 · A file, where it goes, and where what came of each line is written. */
export interface ImportAsked extends Target {
  readonly file: string;
  readonly report: string;
  /** Share of the file that has been read, 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

/** 导入结果 · How many lines came to what. */
export interface Imported {
  readonly lines: number;
  readonly accepted: number;
  readonly matched: number;
  readonly duplicates: number;
  readonly failed: number;
}

/** Lines of one call, well under the size of a body. */
const BATCH = 500;

interface Waiting {
  readonly line: number;
  readonly alert: AlertRow;
}

/**
 * 导入预警表 · Sends the lines of a sheet batch by batch, and writes what came of each into a report. Cut off and begun again, what came in
 * before counts as known: the references say it.
 *
 * @throws Error in a sentence, where the file cannot be read, has another layout, or the server refuses the call as a whole
 */
export async function importAlerts({ file, report, onProgress, ...target }: ImportAsked): Promise<Imported> {
  const sums = { lines: 0, accepted: 0, matched: 0, duplicates: 0, failed: 0 };
  const lines = readSheet(file)[Symbol.asyncIterator]();
  const layout = await layoutOf(lines);
  const told = stringify({
    header: true,
    columns: ['line', 'reference', 'outcome', 'code', 'message'],
    bom: true,
    escape_formulas: true,
  });
  const written = createWriteStream(report);
  told.pipe(written);
  const tell = (line: number, reference: string, outcome: string, code = '', message = ''): void =>
    void told.write([line, reference, outcome, code, message]);

  const send = async (batch: readonly Waiting[]): Promise<void> => {
    if (batch.length === 0) return;
    const pushed = await pushAlerts(
      target,
      batch.map(({ alert }) => alert),
    );
    const [refusal] = pushed.userErrors;
    if (refusal !== undefined) throw new Error(`${refusal.code}: ${refusal.message}`);
    for (const name of ['accepted', 'matched', 'duplicates', 'failed'] as const) sums[name] += pushed[name];
    const wrong = new Map<number, typeof pushed.rowErrors>();
    for (const error of pushed.rowErrors) wrong.set(error.index, [...(wrong.get(error.index) ?? []), error]);
    const status = new Map(pushed.alerts.map((alert) => [alert.reference, `${alert.status} ${alert.grade}`]));
    for (const [index, { line, alert }] of batch.entries()) {
      const errors = wrong.get(index);
      if (errors === undefined) tell(line, alert.reference, status.get(alert.reference.trim()) ?? '');
      else for (const { code, message } of errors) tell(line, alert.reference, 'LEFT OUT', code, message);
    }
  };

  let batch: Waiting[] = [];
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    const row = next.value;
    sums.lines += 1;
    const alert = alertOf(row, layout);
    if (row.faults.length === 0) batch.push({ line: row.line, alert });
    else sums.failed += 1;
    for (const fault of row.faults) tell(row.line, alert.reference, 'LEFT OUT', 'BAD_VALUE', fault);
    if (batch.length >= BATCH) {
      await send(batch);
      batch = [];
    }
    onProgress?.(row.done);
  }
  await send(batch);
  told.end();
  await finished(written);
  return sums;
}

async function layoutOf(lines: AsyncIterator<SheetRow>): Promise<Layout> {
  const first = await lines.next();
  if (first.done) throw new Error('the sheet is empty');
  const layout = readLayout(first.value.cells);
  if ('fault' in layout) throw new Error(layout.fault);
  return layout;
}

function alertOf({ cells }: SheetRow, layout: Layout): AlertRow {
  const row: Record<string, string> = {};
  const payload: Record<string, unknown> = {};
  for (const [at, field] of layout.entries()) {
    const text = (cells[at] ?? '').trim();
    if (text === '') continue;
    if (field.startsWith('payload.')) payload[field.slice('payload.'.length)] = asTold(text);
    else row[field] = text;
  }
  const told = Object.keys(payload).length === 0 ? {} : { payload };
  return { reference: '', department: '', kind: '', raisedOn: '', ...row, ...told };
}

/** A sheet knows texts; yes and no are what a form asks for as such. */
function asTold(text: string): string | boolean {
  if (text === 'true' || text === '是') return true;
  return text === 'false' || text === '否' ? false : text;
}
