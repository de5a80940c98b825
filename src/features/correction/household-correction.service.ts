import { uuidv7 } from 'uuidv7';
import type { Corrected, HouseholdCorrection } from '../../domain/correction/correction.js';
import { decideHouseholdCorrection } from '../../domain/correction/decide-household-correction.js';
import type { HouseholdFacts } from '../../domain/household/household-facts.js';
import type { IncomeRecord } from '../../domain/income/income-record.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Transaction } from '../../platform/database/database.js';
import type { GlobalIdParts } from '../../platform/graphql/global-id.js';
import { type Changed, notFound, Refused, refuseAny, versionConflict } from '../change/index.js';
import {
  appendToHousehold,
  guaranteesAreSecure,
  type HouseholdAspect,
  type HouseholdRow,
  incomeColumns,
  lockHousehold,
  newestIncome,
  tellListeners,
  updateHouseholdRow,
} from '../household/index.js';
import {
  checksEnteredLater,
  correctCheck,
  correctIncome,
  insertCorrection,
  openCaseOf,
} from './correction.repository.js';
import { type CorrectionIds, type CorrectionNeeds, type CorrectRecordAct, OPERATION } from './correction-act.js';
import { correctionFaults, correctionRow } from './correction-entry.js';
import { readSet } from './read-set.js';

type Decided = Extract<Corrected<HouseholdFacts>, { after: HouseholdFacts }>;

/**
 * 更正农户服务 · Puts a household's former status, a window of income or a check right; its derived columns follow, and the case
 * that is open hears of a former status that changed.
 *
 * @article 2.1
 */
export class HouseholdCorrectionService {
  constructor(private readonly needs: CorrectionNeeds) {}

  /** 更正农户 · Household before case: the lock order of the register. */
  correct(caller: Caller, input: CorrectRecordAct, { county, id }: GlobalIdParts): Promise<Changed<CorrectionIds>> {
    const ids = { county, household: id, case: '', correction: uuidv7() };
    const missing = notFound('subjectId');
    const { changes, households, provinces, cases, cipher, listeners } = this.needs;
    return changes.make({ caller, operation: OPERATION, input, county, ids, missing }, async (tx, reach) => {
      const [row, known, open] = await Promise.all([
        lockHousehold(tx, reach, county, id),
        households.factsOf(tx, county, [id]),
        openCaseOf(tx, county, id),
      ]);
      const facts = known.get(id);
      if (row === null || facts === undefined) throw new Refused([missing]);
      if (input.expectedVersion !== row.version) refuseAny([versionConflict(input.expectedVersion, row.version)]);
      const read = readSet('Household', input.set);
      refuseAny([...correctionFaults(input), ...('refusals' in read ? read.refusals : [])]);
      if ('refusals' in read) throw new Refused(read.refusals);
      const rules = provinces.rulesOn(row.regionCode, caller.today);
      const category = open?.category ?? null;
      const moved = read.set.guarantees;
      const later = moved === undefined ? 0 : await checksEnteredLater(tx, county, id, moved);
      const question = { facts, set: read.set, category, rules, today: caller.today, checksEnteredLater: later };
      const decision = decideHouseholdCorrection(question);
      if ('refusals' in decision) throw new Refused(decision.refusals);
      const place = { countyCode: county, regionCode: row.regionCode, householdId: id, caseId: open?.id ?? null };
      const told = {
        correctionId: ids.correction,
        subject: 'Household',
        corrected: Object.keys(decision.values),
        ...(read.set.formerStatus === undefined
          ? {}
          : { formerStatus: read.set.formerStatus, was: facts.formerStatus }),
        consequences: decision.consequences.map(({ code }) => code),
        sealed: ['before', 'after', 'reason'],
      };
      const version = row.version + 1;
      const evidence = (input.evidence ?? []).map(({ kind, sha256 }) => ({ kind, sha256 }));
      const event = appendToHousehold(tx, reach, caller, row, {
        action: 'correctRecord',
        change: { ...told, evidence, version },
      });
      const entry = {
        id: ids.correction,
        place,
        subject: 'Household' as const,
        subjectId: id,
        decision,
        caller,
        input,
      };
      await Promise.all([
        event.written,
        insertCorrection(tx, correctionRow(entry, cipher)),
        ...recordWrites(tx, row, decision),
        updateHouseholdRow(tx, row, {
          ...derivedColumns(decision),
          ...event.head,
          version,
          updatedAt: caller.now.toISOString(),
        }),
      ]);
      const set = derivedColumns(decision);
      await tellListeners(listeners, {
        tx,
        reach,
        caller,
        before: row,
        set,
        aspects: aspectsOf(read.set),
        on: caller.today,
      });
      if (read.set.formerStatus === undefined || open === null) return;
      const basis = await cases.basis(tx, reach, caller, { county, id: open.id }, 'subjectId');
      await cases.note(basis, { action: 'correctRecord', occurredOn: caller.today, change: told });
    });
  }
}

const ASPECT_OF = { formerStatus: 'FORMER_STATUS', income: 'INCOME', guarantees: 'GUARANTEES' } as const;

function aspectsOf(set: HouseholdCorrection): HouseholdAspect[] {
  const fields = Object.keys(ASPECT_OF) as (keyof typeof ASPECT_OF)[];
  return fields.filter((field) => set[field] !== undefined).map((field) => ASPECT_OF[field]);
}

function recordWrites(tx: Transaction, { countyCode, id }: HouseholdRow, { before, values }: Decided) {
  const income = before['income'] as IncomeRecord | undefined;
  const check = before['guarantees'] as HouseholdFacts['guarantees'][number] | undefined;
  return [
    ...(income === undefined ? [] : [correctIncome(tx, countyCode, id, income, values['income'] as IncomeRecord)]),
    ...(check === undefined
      ? []
      : [correctCheck(tx, countyCode, id, check.checkedOn, values['guarantees'] as typeof check)]),
  ];
}

/** What the household's row keeps of its status, its newest income and its newest check. */
function derivedColumns({ after, values }: Decided) {
  return {
    formerStatus: after.formerStatus,
    ...(values['income'] === undefined ? {} : incomeColumns(newestIncome(after.incomes))),
    ...(values['guarantees'] === undefined ? {} : { guaranteesSecure: guaranteesAreSecure(after.guarantees[0]) }),
  };
}
