import { uuidv7 } from 'uuidv7';
import { decideRollback } from '../../domain/case/decide-rollback.js';
import { isOpen } from '../../domain/case/is-open.js';
import { mayStartRun, statusDuringRun } from '../../domain/case/may-start-run.js';
import type { EliminationMode } from '../../domain/case/monitoring-case.js';
import { gateRefusals } from '../../domain/elimination/decide-elimination.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { type Refusal, refuse } from '../../domain/kernel/verdict.js';
import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import { startRun } from '../../domain/procedure/start-run.js';
import { limitDueDate } from '../../domain/province/time-limit.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import {
  type CaseChangeService,
  type CaseRow,
  casesOfHousehold,
  earliestDue,
  insertRun,
  LONGEST,
  type OnCase,
  readCaseId,
  sealText,
  textFaults,
} from '../case/index.js';
import { type Changed, refuseAny, Refused } from '../change/index.js';
import type { ProvinceService } from '../province/index.js';
import type { EliminationGates } from './elimination-gates.service.js';

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
  readonly provinces: ProvinceService;
  readonly gates: EliminationGates;
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

/**
 * 风险消除服务 · The request that starts the procedure, and the way back.
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
      const gates = await this.needs.gates.of(basis, { on: input.on, mode, reason: input.reason ?? null });
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

  /** 回退期限 · Last day on which an elimination may be taken back, by the rules of a day; null for no limit. */
  rollbackLastDay({ regionCode, eliminatedOn }: CaseRow, on: CalendarDate): CalendarDate | null {
    const limit = this.needs.provinces.rulesOn(regionCode, on).elimination.rollbackLimit?.value ?? null;
    if (limit === null || eliminatedOn === null) return null;
    return limitDueDate(eliminatedOn, limit, this.needs.holidays).dueOn;
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
