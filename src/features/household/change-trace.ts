import { canonicalJson } from '../../platform/crypto/content-digest.js';
import type { BlindIndex } from '../../platform/crypto/field-cipher.js';

/** Fields that identify a person, tell of illness or are written in words: never in the open in the trail, where they would outlive the record. */
const PERSONAL: ReadonlySet<string> = new Set([
  'name',
  'idNumber',
  'phone',
  'address',
  'birthDate',
  'ethnicity',
  'health',
  'disabilityGrade',
  'selfCare',
  'education',
  'schooling',
  'employment',
]);
const DIGEST = 'audit-value';

/**
 * 变更留痕 · What some fields are for the trail: coded facts as they are, personal data as keyed digests bound to the row, so that
 * a digest tells whether a value came back in the same record and nothing of anybody else's.
 *
 * @param rowId  the row that the fields belong to
 * @article 5.3
 */
export function traceOf(
  blindIndex: BlindIndex,
  rowId: string,
  fields: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const open = value === null || value === undefined || !PERSONAL.has(name);
      return [name, open ? (value ?? null) : blindIndex.digest(DIGEST, canonicalJson([rowId, name, value]))];
    }),
  );
}

/** 变更前后 · The fields that differ, before and after, for the trail. @article 5.3 */
export function changesOf(
  blindIndex: BlindIndex,
  rowId: string,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): { readonly before: Record<string, unknown>; readonly after: Record<string, unknown> } {
  const differ = Object.keys(after).filter(
    (name) => canonicalJson(before[name] ?? null) !== canonicalJson(after[name] ?? null),
  );
  const those = (from: Readonly<Record<string, unknown>>) =>
    traceOf(blindIndex, rowId, Object.fromEntries(differ.map((name) => [name, from[name] ?? null])));
  return { before: those(before), after: those(after) };
}
