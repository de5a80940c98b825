import type { CaseFacts, EliminationMode } from '../../domain/case/monitoring-case.js';
import { decideElimination, gateRefusals } from '../../domain/elimination/decide-elimination.js';
import type { Gate } from '../../domain/elimination/gate.js';
import type { HouseholdFacts } from '../../domain/household/household-facts.js';
import { judgementsFor } from '../../domain/judgement/judgement.js';
import type { GateAnswer, Judged } from '../../domain/judgement/judgement-answer.js';
import type { Judges } from '../../domain/judgement/judges.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Database } from '../../platform/database/database.js';
import type { AccessService } from '../access/index.js';
import { type CaseChangeBasis, caseFacts, type CaseRow, caseRows, partsOfCases } from '../case/index.js';
import { notFound, refuseAny, Refused } from '../change/index.js';
import type { HouseholdService } from '../household/index.js';
import type { ProvinceService } from '../province/index.js';

/** 消除条件提问 · On which day, in which way, and why the risk passed. */
export interface GateQuestion {
  readonly on: CalendarDate;
  readonly mode: EliminationMode;
  readonly reason: string | null;
}

/** 所需服务 · What the gates are decided by. */
export interface EliminationGatesNeeds {
  readonly database: Database;
  readonly access: AccessService;
  readonly provinces: ProvinceService;
  readonly judgements: Pick<Judges, 'gates'>;
  readonly households: HouseholdService;
  readonly cipher: FieldCipher;
}

/**
 * 消除条件服务 · What still stands between a case and elimination: the gates of the policy and those of the province's own.
 *
 * @article 3.3
 */
export class EliminationGates {
  constructor(private readonly needs: EliminationGatesNeeds) {}

  /** 消除条件必须满足 · Refuses where a gate fails on the day of the decision. @throws Refused */
  async requireGates(basis: CaseChangeBasis, on: CalendarDate): Promise<void> {
    const mode = (basis.row.eliminationMode ?? 'SUPPORTED') as EliminationMode;
    refuseAny(gateRefusals(await this.of(basis, { on, mode, reason: this.reasonOf(basis.row) }), 'en', ['outcome']));
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

  /** 消除条件 · Every gate of a locked case on a day. @throws Refused NOT_FOUND where its household is out of the reach */
  async of({ tx, row, facts }: CaseChangeBasis, question: GateQuestion): Promise<Gate[]> {
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
