import type { Consequence } from '../../domain/correction/correction.js';
import type { IncomeRecord } from '../../domain/income/income-record.js';
import { formatYuan } from '../../domain/kernel/money.js';
import { type Refusal, refuse } from '../../domain/kernel/verdict.js';
import { evidenceFaults } from '../../domain/procedure/checks/evidence-complete.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import { LONGEST, textFaults } from '../case/index.js';
import type { correction } from './correction.table.js';
import type { CorrectRecordAct } from './correction-act.js';

/** 更正录入 · All that a correction's row is made of. */
export interface CorrectionEntry {
  readonly id: string;
  readonly place: Pick<typeof correction.$inferInsert, 'countyCode' | 'regionCode' | 'householdId' | 'caseId'>;
  readonly subject: 'Household' | 'Member' | 'MonitoringCase' | 'CaseRisk' | 'SupportMeasure';
  readonly subjectId: string;
  readonly decision: {
    readonly before: Readonly<Record<string, unknown>>;
    readonly values: Readonly<Record<string, unknown>>;
    readonly consequences: readonly Consequence[];
  };
  readonly caller: Caller;
  readonly input: Pick<CorrectRecordAct, 'reason' | 'evidence'>;
}

/** 更正录入校验 · A correction has a reason that can be kept, and papers with their digests. @article 5.3 */
export function correctionFaults({ reason, evidence }: Pick<CorrectRecordAct, 'reason' | 'evidence'>): Refusal[] {
  const papers = (evidence ?? []).flatMap(({ kind, title, uri }, index) => [
    { text: kind, path: ['evidence', String(index), 'kind'], longest: LONGEST.name },
    { text: title, path: ['evidence', String(index), 'title'], longest: LONGEST.name },
    { text: uri, path: ['evidence', String(index), 'uri'], longest: LONGEST.note },
  ]);
  const missing = reason.trim() === '' ? [refuse('BAD_VALUE', 'say why it was a mistake', ['reason'], '5.3')] : [];
  const texts = textFaults([{ text: reason, path: ['reason'], longest: LONGEST.note }, ...papers]);
  return [...missing, ...texts, ...evidenceFaults(evidence ?? [])];
}

/** 更正列值 · The row of a correction; values, reason and papers sealed for it. */
export function correctionRow(
  { id, place, subject, subjectId, decision, caller, input }: CorrectionEntry,
  cipher: FieldCipher,
): typeof correction.$inferInsert {
  const seal = (value: unknown, column: string): string =>
    cipher.seal(JSON.stringify(value), { table: 'correction', column, rowId: id });
  return {
    ...place,
    id,
    subjectType: subject,
    subjectId,
    fields: Object.keys(decision.values),
    beforeSealed: seal(inYuan(decision.before), 'before_sealed'),
    afterSealed: seal(inYuan(decision.values), 'after_sealed'),
    reasonSealed: seal(input.reason.trim(), 'reason_sealed'),
    evidenceSealed: seal(input.evidence ?? [], 'evidence_sealed'),
    consequences: decision.consequences,
    actor: caller.principal?.subject ?? '',
    correctedAt: caller.now.toISOString(),
  };
}

/** Amounts as the API writes them: those of a record of income, which is the only value that has any. */
function inYuan(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const income = values['income'] as IncomeRecord | undefined;
  if (income === undefined) return values;
  const { from, to, heads, rigid, source, ...amounts } = income;
  const told = Object.entries({ ...amounts, ...rigid }).map(([name, amount]) => [name, formatYuan(amount)]);
  const said = source === undefined ? {} : { source };
  return { ...values, income: { from, to, heads, ...said, ...Object.fromEntries(told) } };
}
