import type { GuaranteeCheck } from '../../domain/guarantee/guarantee-check.js';
import { notSecure } from '../../domain/guarantee/guarantees-on.js';
import { faultOfText } from '../../domain/kernel/entered-text.js';
import { type Refusal, refuse } from '../../domain/kernel/verdict.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { RecordOwner } from '../household/index.js';
import type { guaranteeCheck } from './guarantee.table.js';
import type { GuaranteesInput } from './guarantees.input.js';

/** 保障核查录入 · A check as it is entered; the public input fits. */
export type GuaranteesEntry = Readonly<GuaranteesInput>;

const LONGEST_NOTE = 1000;

/** 保障是否全部落实 · What the household's row keeps of its newest check. */
export function guaranteesAreSecure(check: GuaranteeCheck | null | undefined): boolean | null {
  return check === null || check === undefined ? null : notSecure(check).length === 0;
}

/** 核查备注校验 · Reasons against the words of a check. */
export function faultsOfNote({ note }: GuaranteesEntry, path: readonly string[]): Refusal[] {
  const fault = note === null || note === undefined ? null : faultOfText(note, LONGEST_NOTE);
  return fault === null ? [] : [refuse('BAD_VALUE', `note ${fault}`, [...path, 'note'])];
}

/** 核查列值 · The row of a check, its note sealed for that row. */
export function checkRow(
  entry: GuaranteesEntry,
  id: string,
  owner: RecordOwner,
  cipher: FieldCipher,
): typeof guaranteeCheck.$inferInsert {
  const {
    note,
    source = null,
    checkedOn,
    food,
    clothing,
    compulsoryEducation,
    basicMedicalCare,
    safeHousing,
    drinkingWater,
  } = entry;
  const six = { food, clothing, compulsoryEducation, basicMedicalCare, safeHousing, drinkingWater };
  const place = { table: 'guarantee_check', column: 'note_sealed', rowId: id };
  const noteSealed = note === null || note === undefined ? null : cipher.seal(note.trim(), place);
  return { ...owner, id, checkedOn, ...six, source, noteSealed };
}
