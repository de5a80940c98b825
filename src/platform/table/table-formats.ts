import { writeCsv } from './csv-table.js';
import type { TableOptions, TableWriter } from './table-format.js';

/** 表格格式 · A media type that a list can be answered as. @article none — technical */
export interface TableFormat {
  readonly mediaType: string;
  /** As the answer says it. */
  readonly contentType: string;
  /** Of the file that is offered for saving. */
  readonly ending: string;
  readonly write: TableWriter;
}

/** 所选格式 · A format and how the caller wants it written. @article none — technical */
export interface ChosenFormat {
  readonly format: TableFormat;
  readonly options: TableOptions;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ARROW = 'application/vnd.apache.arrow.stream';

/** 表格格式清单 · In which a list can be answered, beside JSON. @article none — technical */
export const TABLE_FORMATS: readonly TableFormat[] = [
  { mediaType: 'text/csv', contentType: 'text/csv; charset=utf-8', ending: 'csv', write: writeCsv },
  {
    mediaType: XLSX,
    contentType: XLSX,
    ending: 'xlsx',
    write: later(async () => (await import('./xlsx-table.js')).writeXlsx),
  },
  {
    mediaType: ARROW,
    contentType: ARROW,
    ending: 'arrows',
    write: later(async () => (await import('./arrow-table.js')).writeArrow),
  },
];

/** Their libraries are large, and most servers are asked for JSON for a long while. */
function later(load: () => Promise<TableWriter>): TableWriter {
  return async function* (question) {
    yield* (await load())(question);
  };
}

/** 写法 · Reads the parameters of a media type; what it does not know it passes over. @article none — technical */
export function tableOptions(parameters: ReadonlyMap<string, string>): TableOptions {
  return {
    header: parameters.get('header') !== 'absent',
    mark: parameters.get('bom') === 'true',
    labels: parameters.get('labels') === 'zh' ? 'zh' : 'en',
  };
}
