import type { EvidenceGiven } from '../../domain/procedure/step-act.js';
import type { BlindIndex, FieldCipher } from '../../platform/crypto/field-cipher.js';
import { sealEvidence } from '../case/sealed-evidence.js';
import { ID_NUMBER_PURPOSE } from '../identity/index.js';
import { receiptOf } from '../lead/receipt.js';
import type { RegisterRows } from './register-rows.js';

/** 封存所需 · What makes sealed rows of open ones. */
export interface SealingParts {
  readonly cipher: FieldCipher;
  readonly blindIndex: BlindIndex;
  /** Number of the first of the cases in the register's sequence; the others follow it. */
  readonly firstCase: number;
}

const SEALED = /Sealed$|^(inKind|provider|enteredFor)$/;
const CASE_DIGITS = 7;

/** Tables with sealed columns, by their SQL names. */
const TABLES: Partial<Readonly<Record<keyof RegisterRows, string>>> = {
  household: 'household',
  member: 'member',
  guaranteeCheck: 'guarantee_check',
  monitoringCase: 'monitoring_case',
  caseRisk: 'case_risk',
  responsiblePerson: 'responsible_person',
  procedureStep: 'procedure_step',
  lead: 'lead',
  supportMeasure: 'support_measure',
  delivery: 'delivery',
};

/**
 * 封存 · Seals rows in place: every column named `…Sealed` for its own table, column and row, ID numbers and receipts as the
 * digests that they are found by, case numbers to their end.
 *
 * @article none — technical
 */
export function sealRows(rows: RegisterRows, { cipher, blindIndex, firstCase }: SealingParts): void {
  for (const [key, table] of Object.entries(TABLES))
    sealTable(rows[key as keyof RegisterRows] as object[], table, cipher);
  for (const holder of rows.nationalId) holder.idDigest = blindIndex.digest(ID_NUMBER_PURPOSE, holder.idDigest);
  for (const [at, own] of rows.monitoringCase.entries())
    own.number += String(firstCase + at).padStart(CASE_DIGITS, '0');
  const digestOf = (id: string): string => receiptOf(blindIndex, { type: 'Lead', id }).digest;
  for (const own of rows.lead) own.receiptDigest = digestOf(own.id);
  for (const own of rows.receipt) own.receiptDigest = digestOf(own.subjectId);
}

function sealTable(rows: readonly object[], table: string, cipher: FieldCipher): void {
  for (const row of rows as readonly Record<string, unknown>[])
    for (const key of Object.keys(row)) {
      if (key === 'evidence' && Array.isArray(row[key]) && row[key].length > 0) {
        const place = { table, column: 'evidence', rowId: String(row['id']) };
        row[key] = sealEvidence(cipher, place, row[key] as EvidenceGiven[]);
      }
      const plain = SEALED.test(key) ? row[key] : null;
      if (typeof plain !== 'string') continue;
      row[key] = cipher.seal(plain, { table, column: columnOf(key), rowId: String(row['id']) });
    }
}

const columns = new Map<string, string>();

/** 列名 · `nameSealed` → `name_sealed`. */
function columnOf(key: string): string {
  let column = columns.get(key);
  if (column === undefined) {
    column = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    columns.set(key, column);
  }
  return column;
}
