import { getTableColumns, getTableName } from 'drizzle-orm';
import { declaredTables } from './table-kind.js';

/** 密文列 · A column of sealed texts, by its SQL names, which are also what each text is bound to. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** Whether a row may be without. */
  readonly nullable: boolean;
}

const SEALED = /_sealed$/;
/** Sealed under a name from before columns were named for it. */
const BY_ANOTHER_NAME: ReadonlySet<string> = new Set([
  'procedure_step.entered_for',
  'delivery.in_kind',
  'support_measure.provider',
]);
/** Papers in JSON whose titles and addresses are sealed one by one. */
const PAPERS: ReadonlySet<string> = new Set([
  'procedure_step.evidence',
  'delivery.evidence',
  'monitoring_case.take_over_evidence',
]);

/**
 * 密文列清单 · Every sealed column of the tables that are declared: whoever adds one by the rule of names adds it here too.
 *
 * @article none — technical
 */
export function sealedColumns(): SealedColumn[] {
  return [...declaredTables().keys()].flatMap((table) => {
    const name = getTableName(table);
    return Object.values(getTableColumns(table))
      .filter(({ name: column }) => SEALED.test(column) || BY_ANOTHER_NAME.has(`${name}.${column}`))
      .map(({ name: column, notNull }) => ({ table: name, column, nullable: !notNull }));
  });
}

/** 密文材料列清单 · Every column of papers in JSON that holds sealed texts. @article none — technical */
export function sealedPapers(): Pick<SealedColumn, 'table' | 'column'>[] {
  return [...declaredTables().keys()].flatMap((table) => {
    const name = getTableName(table);
    return Object.values(getTableColumns(table))
      .filter(({ name: column }) => PAPERS.has(`${name}.${column}`))
      .map(({ name: column }) => ({ table: name, column }));
  });
}
