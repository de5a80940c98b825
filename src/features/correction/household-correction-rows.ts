import type { Corrected, HouseholdCorrection, MemberCorrection } from '../../domain/correction/correction.js';
import type { HouseholdFacts } from '../../domain/household/household-facts.js';
import type { RecordSource } from '../../domain/household/record-source.js';
import type { IncomeRecord } from '../../domain/income/income-record.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Transaction } from '../../platform/database/database.js';
import type { HouseholdAspect, HouseholdRow } from '../household/index.js';
import { compositionColumns, updateMemberRow } from '../member/index.js';
import { guaranteesAreSecure } from '../guarantee/index.js';
import { incomeColumns, newestIncome } from '../income/index.js';
import { correctCheck, correctIncome } from './correction.repository.js';

type Decided = Extract<Corrected<HouseholdFacts>, { after: HouseholdFacts }>;

/** 已作更正 · What a correction makes of a household or of one of its members. */
export type CorrectedHousehold = Decided &
  (
    | { readonly subject: 'Household'; readonly set: HouseholdCorrection; readonly aspects: readonly HouseholdAspect[] }
    | {
        readonly subject: 'Member';
        readonly set: MemberCorrection;
        readonly memberId: string;
        readonly aspects: readonly HouseholdAspect[];
      }
  );

const ASPECT_OF = { formerStatus: 'FORMER_STATUS', income: 'INCOME', guarantees: 'GUARANTEES' } as const;

/** 更正的方面 · What of a household a correction of it touches. */
export function aspectsOf(set: HouseholdCorrection): HouseholdAspect[] {
  const fields = Object.keys(ASPECT_OF) as (keyof typeof ASPECT_OF)[];
  return fields.filter((field) => set[field] !== undefined).map((field) => ASPECT_OF[field]);
}

/** 更正写入 · The records that a correction writes over. */
export function recordWrites(
  tx: Transaction,
  { countyCode, id }: HouseholdRow,
  decided: CorrectedHousehold,
): Promise<void>[] {
  const { before, values } = decided;
  if (decided.subject === 'Member') return [updateMemberRow(tx, countyCode, decided.memberId, memberColumns(values))];
  const income = before['income'] as IncomeRecord | undefined;
  const check = before['guarantees'] as HouseholdFacts['guarantees'][number] | undefined;
  return [
    ...(income === undefined ? [] : [correctIncome(tx, countyCode, id, income, values['income'] as IncomeRecord)]),
    ...(check === undefined
      ? []
      : [correctCheck(tx, countyCode, id, check.checkedOn, values['guarantees'] as typeof check)]),
  ];
}

/** 来源的更正 · Where what is recorded came from and comes from as it is put right, for the trail: no personal data. @article 5.4 */
export function correctedSources({ subject, before, values }: CorrectedHousehold): SourceCorrected[] {
  if (subject === 'Member') return [];
  const own = 'source' in values ? [{ of: 'household' as const, was: before['source'], is: values['source'] }] : [];
  const ofRecords = (['income', 'guarantees'] as const).flatMap((of) => {
    const [was, is] = [before[of], values[of]] as ({ readonly source?: RecordSource | null } | undefined)[];
    return is?.source === undefined || is.source === was?.source ? [] : [{ of, was: was?.source, is: is.source }];
  });
  return [...own, ...ofRecords].map(({ of, was = null, is }) => ({ of, was, is }) as SourceCorrected);
}

interface SourceCorrected {
  readonly of: 'household' | 'income' | 'guarantees';
  readonly was: RecordSource | null;
  readonly is: RecordSource | null;
}

/** 派生列 · What the household's row keeps of its status, its members, its newest income and its newest check. */
export function derivedColumns({ after, values, subject }: CorrectedHousehold, today: CalendarDate) {
  return {
    formerStatus: after.formerStatus,
    ...(subject === 'Household' && 'source' in values ? { source: values['source'] as RecordSource | null } : {}),
    ...(subject === 'Member' ? compositionColumns(after.members, today) : {}),
    ...(values['income'] === undefined ? {} : incomeColumns(newestIncome(after.incomes))),
    ...(values['guarantees'] === undefined ? {} : { guaranteesSecure: guaranteesAreSecure(after.guarantees[0]) }),
  };
}

/** The columns of a member bear the names of its facts. */
function memberColumns(values: Readonly<Record<string, unknown>>): Parameters<typeof updateMemberRow>[3] {
  return values as Parameters<typeof updateMemberRow>[3];
}
