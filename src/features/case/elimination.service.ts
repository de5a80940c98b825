import { uuidv7 } from 'uuidv7';
import { decideRollback } from '../../domain/case/decide-rollback.js';
import { isOpen } from '../../domain/case/is-open.js';
import { mayStartRun, statusDuringRun } from '../../domain/case/may-start-run.js';
import type { CaseFacts, EliminationMode } from '../../domain/case/monitoring-case.js';
import { decideElimination, gateRefusals } from '../../domain/elimination/decide-elimination.js';
import type { Gate } from '../../domain/elimination/gate.js';
import type { HouseholdFacts } from '../../domain/household/household-facts.js';
import { judgementsFor } from '../../domain/judgement/judgement.js';
import type { GateAnswer, Judged } from '../../domain/judgement/judgement-answer.js';
import type { Judges } from '../../domain/judgement/judges.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { type Refusal, refuse } from '../../domain/kernel/verdict.js';
import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import { startRun } from '../../domain/procedure/start-run.js';
import { limitDueDate } from '../../domain/province/time-limit.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Database } from '../../platform/database/database.js';
import type { AccessService } from '../access/index.js';
import { type Changed, notFound, Refused, refuseAny } from '../change/index.js';
import type { HouseholdService } from '../household/index.js';
import type { ProvinceService } from '../province/index.js';
import { caseRows, casesOfHousehold, partsOfCases } from './case.repository.js';
import { type CaseChangeBasis, type CaseChangeService, readCaseId } from './case-change.service.js';
import { earliestDue } from './case-columns.js';
import { type CaseRow, caseFacts } from './case-facts.js';
import { LONGEST, textFaults } from './entered-texts.js';
import { insertRun } from './procedure.repository.js';
import { sealText } from './sealed-text.js';

interface OnCase {
  readonly idempotencyKey?: string | null;
  readonly caseId: string;
  readonly expectedVersion: number;
}

/** 提出风险消除 · The mutation's input. */
export interface RequestEliminationAct extends OnCase {
  readonly on: CalendarDate;
  readonly mode?: EliminationMode | null;
  readonly reason?: string | null;
}

/** 风险消除回退 · The mutation's input. */
export interface RollBackAct extends OnCase {
  readonly reason: string;
  readonly on: CalendarDate;
}

/** 所需服务 · What elimination calls upon. */
export interface EliminationNeeds {
  readonly changes: CaseChangeService;
  readonly database: Database;
  readonly access: AccessService;
  readonly provinces: ProvinceService;
  readonly judgements: Pick<Judges, 'gates'>;
  readonly households: HouseholdService;
  readonly cipher: FieldCipher;
  readonly holidays: HolidayCalendar;
}

/** Answers of the constraint that stands guard where a case is opened at the moment of a rollback. */
const ROLLBACK_GUARDS: Readonly<Record<string, Refusal>> = {
  monitoring_case_one_open_uq: refuse(
    'CASE_ALREADY_OPEN',
    'the household has a later case that is open',
    ['caseId'],
    '3.3',
  ),
};

/** 消除条件提问 · On which day, in which way, and why the risk passed. */
export interface GateQuestion {
  readonly on: CalendarDate;
  readonly mode: EliminationMode;
  readonly reason: string | null;
}

/**
 * 风险消除服务 · Gates, the request that starts the procedure, and the way back.
 *
 * @article 3.3
 */
export class EliminationService {
  constructor(private readonly needs: EliminationNeeds) {}

  /** 提出风险消除 · Starts the elimination procedure; refused while a gate fails, one refusal for each. */
  requestElimination(caller: Caller, input: RequestEliminationAct): Promise<Changed<{ county: string; case: string }>> {
    const request = { caller, operation: 'Mutation.requestElimination', input, place: readCaseId(input.caseId) };
    const mode = input.mode ?? 'SUPPORTED';
    return this.needs.changes.change(request, async (basis) => {
      const { tx, row, facts } = basis;
      refuseAny([
        ...mayStartRun(facts, 'ELIMINATION'),
        ...datesOf(input.on, row, caller.today),
        ...reasonFaults(input),
      ]);
      const gates = await this.gatesOf(basis, { on: input.on, mode, reason: input.reason ?? null });
      refuseAny(gateRefusals(gates));
      const rules = this.needs.provinces.rulesOn(row.regionCode, input.on);
      const definition = rules.procedures.ELIMINATION;
      const run = startRun({
        kind: 'ELIMINATION',
        definition,
        startedOn: input.on,
        configVersion: rules.configVersion,
        newId: uuidv7,
        holidays: this.needs.holidays,
      });
      const place = {
        countyCode: row.countyCode,
        regionCode: row.regionCode,
        householdId: row.householdId,
        caseId: row.id,
      };
      const reason = sealText(this.needs.cipher, input.reason, 'monitoring_case', 'elimination_reason_sealed', row.id);
      return {
        set: {
          status: statusDuringRun(facts.status, 'ELIMINATION'),
          eliminationMode: mode,
          eliminationReasonSealed: reason,
          dueOn: earliestDue(run),
        },
        action: 'requestElimination',
        occurredOn: input.on,
        change: {
          mode,
          status: statusDuringRun(facts.status, 'ELIMINATION'),
          configVersion: rules.configVersion,
          gates: gates.map(({ code }) => code),
        },
        writes: [insertRun(tx, place, run, definition, facts.runs.length + 1)],
      };
    });
  }

  /** 风险消除回退 · The county takes an elimination back, within the province's limit. */
  rollBackElimination(caller: Caller, input: RollBackAct): Promise<Changed<{ county: string; case: string }>> {
    const place = readCaseId(input.caseId);
    const request = { caller, operation: 'Mutation.rollBackElimination', input, place, guards: ROLLBACK_GUARDS };
    return this.needs.changes.change(request, async ({ tx, row, facts }) => {
      refuseAny(reasonFaults(input));
      const lastDay = this.rollbackLastDay(row, input.on);
      const others = await casesOfHousehold(tx, row.countyCode, row.householdId);
      const hasOpenCase = others.some(({ id, status }) => id !== row.id && isOpen(status));
      const decision = decideRollback({
        facts,
        on: input.on,
        today: caller.today,
        reason: input.reason,
        lastDay,
        hasOpenCase,
      });
      if ('refusals' in decision) throw new Refused(decision.refusals);
      const reviewReasonSealed = sealText(
        this.needs.cipher,
        input.reason,
        'monitoring_case',
        'review_reason_sealed',
        row.id,
      );
      return {
        set: { ...decision, reviewReasonSealed },
        action: 'rollBackElimination',
        occurredOn: input.on,
        change: { status: decision.status, eliminatedOn: null, was: facts.eliminatedOn, sealed: ['reason'] },
      };
    });
  }

  /** 消除条件必须满足 · Refuses where a gate fails on the day of the decision. @throws Refused */
  async requireGates(basis: CaseChangeBasis, on: CalendarDate): Promise<void> {
    const mode = (basis.row.eliminationMode ?? 'SUPPORTED') as EliminationMode;
    refuseAny(
      gateRefusals(await this.gatesOf(basis, { on, mode, reason: this.reasonOf(basis.row) }), 'en', ['outcome']),
    );
  }

  /** 消除条件 · What still stands between cases and elimination on a day; those out of the reach are left out. */
  async gates(caller: Caller, county: string, ids: readonly string[], on: CalendarDate): Promise<Map<string, Gate[]>> {
    const reach = await this.needs.access.reach(caller, 'Query.monitoringCase');
    return this.needs.database.read(reach.scope, async (tx) => {
      const [rows, parts] = await Promise.all([caseRows(tx, reach, county, ids), partsOfCases(tx, county, ids)]);
      const households = await this.needs.households.factsOf(tx, county, [
        ...new Set(rows.map(({ householdId }) => householdId)),
      ]);
      const gates = rows.map(async (row) => {
        const facts = caseFacts(row, parts.get(row.id)!, this.needs.cipher);
        const mode = (row.eliminationMode ?? 'SUPPORTED') as EliminationMode;
        const question = { on, mode, reason: this.reasonOf(row) };
        return [row.id, await this.decide(row, facts, households.get(row.householdId)!, question)] as const;
      });
      return new Map(await Promise.all(gates));
    });
  }

  /** 回退期限 · Last day on which an elimination may be taken back, by the rules of a day; null for no limit. */
  rollbackLastDay({ regionCode, eliminatedOn }: CaseRow, on: CalendarDate): CalendarDate | null {
    const limit = this.needs.provinces.rulesOn(regionCode, on).elimination.rollbackLimit?.value ?? null;
    if (limit === null || eliminatedOn === null) return null;
    return limitDueDate(eliminatedOn, limit, this.needs.holidays).dueOn;
  }

  private async gatesOf({ tx, row, facts }: CaseChangeBasis, question: GateQuestion): Promise<Gate[]> {
    const household = await this.needs.households.factsOfOne(tx, row.countyCode, row.householdId);
    if (household === null) throw new Refused([notFound('caseId')]);
    return this.decide(row, facts, household, question);
  }

  /** 消除条件 · Every gate of one case on a day, of facts that were read already. */
  async decide(row: CaseRow, facts: CaseFacts, household: HouseholdFacts, question: GateQuestion): Promise<Gate[]> {
    return this.decideBy(await this.judge(row, facts, household, question), row, facts, household, question);
  }

  /** 省级条件 · What the gates of the province's own say; none where it has none. */
  judge(
    row: CaseRow,
    facts: CaseFacts,
    household: HouseholdFacts,
    { on, mode }: GateQuestion,
  ): Promise<Judged<GateAnswer>[]> {
    return this.needs.judgements.gates(
      this.needs.provinces.rulesOn(row.regionCode, on),
      household,
      { mode, facts },
      on,
    );
  }

  /** 有无省级条件 · Whether the province has gates of its own on a day, which have to be asked first. */
  hasOwnGates({ regionCode }: CaseRow, on: CalendarDate): boolean {
    return judgementsFor(this.needs.provinces.rulesOn(regionCode, on), 'ELIMINATION').length > 0;
  }

  /** 消除条件 · Every gate, by what those of the province's own said. */
  decideBy(
    judged: readonly Judged<GateAnswer>[],
    row: CaseRow,
    facts: CaseFacts,
    household: HouseholdFacts,
    { on, mode, reason }: GateQuestion,
  ): Gate[] {
    const rules = this.needs.provinces.rulesOn(row.regionCode, on);
    const { members, incomes, guarantees } = household;
    return decideElimination({
      on,
      mode,
      reason,
      facts,
      reviewOn: row.nextReviewOn,
      members,
      incomes,
      guarantees,
      rules,
      judged,
    });
  }

  /** 自然消除理由 · The reason that was given when elimination was requested; null for none. */
  reasonOf(row: CaseRow): string | null {
    if (row.eliminationReasonSealed === null) return null;
    return this.needs.cipher.open(row.eliminationReasonSealed, {
      table: 'monitoring_case',
      column: 'elimination_reason_sealed',
      rowId: row.id,
    });
  }
}

function datesOf(on: CalendarDate, row: CaseRow, today: CalendarDate): Refusal[] {
  if (on > today) return [refuse('DATE_IN_FUTURE', `${on} has not come; today is ${today}.`, ['on'], '3.3')];
  if (row.identifiedOn !== null && on < row.identifiedOn)
    return [refuse('DATE_ORDER', `The household was identified on ${row.identifiedOn}, after ${on}.`, ['on'], '3.3')];
  return [];
}

function reasonFaults({ reason }: { readonly reason?: string | null }): Refusal[] {
  return textFaults([{ text: reason, path: ['reason'], longest: LONGEST.note }]);
}
