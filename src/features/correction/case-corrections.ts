import { foundOn, identificationDue } from '../../domain/case/identification-due.js';
import type { CaseFacts } from '../../domain/case/monitoring-case.js';
import type { Consequence, Corrected } from '../../domain/correction/correction.js';
import { decideCaseCorrection } from '../../domain/correction/decide-case-correction.js';
import { decideCaseDays } from '../../domain/correction/decide-case-days.js';
import { decideRiskCorrection } from '../../domain/correction/decide-risk-correction.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Refusal } from '../../domain/kernel/verdict.js';
import type { Transaction } from '../../platform/database/database.js';
import { type CaseChangeBasis, type CaseEffect, earliestDue } from '../case/index.js';
import { notFound, Refused } from '../change/index.js';
import { channelOf, correctRisk, earlierCaseEndedOn, leadsReportedOn } from './correction.repository.js';
import type { CorrectionNeeds, CorrectRecordAct } from './correction-act.js';
import { readSet } from './read-set.js';

type Decided = Extract<Corrected<unknown>, { consequences: readonly Consequence[] }>;

/** 已更正的档案 · What a correction makes of a case or of something that hangs on it; or every reason against it. */
export type CorrectedCase =
  | { readonly refusals: readonly Refusal[] }
  | (Omit<Decided, 'after'> & {
      /** The case as the rules see it afterwards; absent where no decision reads what was put right. */
      readonly facts?: CaseFacts;
      readonly set?: CaseEffect['set'];
      readonly parts?: CaseEffect['parts'];
      /** Fields of the values whose words no event holds; it says whether there is one. */
      readonly sealed?: readonly string[];
      /** What its event says beside the values. */
      readonly change?: Readonly<Record<string, unknown>>;
      /** Sends what is written beside the case's own rows. */
      readonly write?: (tx: Transaction) => readonly Promise<unknown>[];
    });

/** 更正档案本身 · Category and channel, or one of its days. */
export async function correctCaseItself(
  needs: CorrectionNeeds,
  basis: CaseChangeBasis,
  input: CorrectRecordAct,
): Promise<CorrectedCase> {
  const { tx, row, facts, caller } = basis;
  const read = readSet('MonitoringCase', input.set);
  if ('refusals' in read) return read;
  const { openedOn, identifiedOn, step } = read.set;
  if (openedOn === undefined && identifiedOn === undefined && step === undefined) {
    const [channel, known] = await Promise.all([
      channelOf(tx, row.countyCode, row.id),
      needs.households.factsOf(tx, row.countyCode, [row.householdId]),
    ]);
    const household = known.get(row.householdId);
    if (household === undefined) throw new Refused([notFound('subjectId')]);
    const decision = decideCaseCorrection({ category: row.category, channel }, read.set, household.formerStatus);
    return 'refusals' in decision ? decision : { ...decision, set: decision.after };
  }
  const { provinces, holidays } = needs;
  const decision = decideCaseDays({
    facts,
    set: read.set,
    definitionOf: (run, on = run.startedOn) => provinces.definitionOf({ ...run, startedOn: on }, row.regionCode),
    earlierEndedOn: await earlierCaseEndedOn(tx, row),
    today: caller.today,
    holidays,
  });
  if ('refusals' in decision) return decision;
  const { facts: after, run } = decision.after;
  const set = { ...decision.after.set, ...(await foundAnew(needs, basis, decision.after.set.openedOn)) };
  const [was, is] = run === null ? [] : [facts.runs[run], after.runs[run]];
  const isUnderWay = is !== undefined && is.endedOn === null;
  return {
    ...decision,
    facts: after,
    set: { ...set, ...(isUnderWay ? { dueOn: earliestDue(is) } : {}) },
    parts:
      was === undefined || is === undefined
        ? {}
        : {
            run: { before: was, after: is, definition: provinces.definitionOf(is, row.regionCode), content: new Map() },
          },
    change: { days: set, run },
  };
}

/** A case that was opened on another day may have been found on another: the last day in time counts from that. */
async function foundAnew(
  { provinces, holidays }: CorrectionNeeds,
  { tx, row }: CaseChangeBasis,
  openedOn: CalendarDate | undefined,
): Promise<{ readonly identificationDueOn?: CalendarDate | null }> {
  if (openedOn === undefined || row.source === 'NATIONAL_SYSTEM') return {};
  const found = foundOn(openedOn, await leadsReportedOn(tx, row.countyCode, row.id));
  const limit = provinces.rulesOn(row.regionCode, found).identificationLimit?.value ?? null;
  const identificationDueOn = identificationDue(found, limit, holidays);
  return identificationDueOn === row.identificationDueOn ? {} : { identificationDueOn };
}

/** 更正风险 · Type, day or rank of one risk. */
export function correctRiskOf(
  { provinces }: CorrectionNeeds,
  { row, facts, caller }: CaseChangeBasis,
  input: CorrectRecordAct,
  riskId: string,
): CorrectedCase {
  const read = readSet('CaseRisk', input.set);
  if ('refusals' in read) return read;
  const { risks, measures } = facts;
  const risk = risks.find(({ id }) => id === riskId);
  if (risk === undefined) throw new Refused([notFound('subjectId')]);
  const { riskTypes } = provinces.rulesOn(row.regionCode, caller.today);
  const decision = decideRiskCorrection({ risk, risks, measures, set: read.set, riskTypes, today: caller.today });
  if ('refusals' in decision) return decision;
  const { after } = decision;
  return {
    ...decision,
    facts: { ...facts, risks: risks.map((one) => (one === risk ? after : one)) },
    // By what the events knew it until now.
    change: { riskType: risk.riskType, identifiedOn: risk.identifiedOn },
    write: (tx) => [correctRisk(tx, row.countyCode, after)],
  };
}
