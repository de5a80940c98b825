import type { ActionQuestion, AvailableAction } from '../../domain/case/actions/available-action.js';
import { availableActions } from '../../domain/case/actions/available-actions.js';
import type { CaseFacts, EliminationMode } from '../../domain/case/monitoring-case.js';
import type { HouseholdFacts } from '../../domain/household/household-facts.js';
import { hasLabourCapacity } from '../../domain/household/labour.js';
import type { GateAnswer, Judged } from '../../domain/judgement/judgement-answer.js';
import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Database } from '../../platform/database/database.js';
import type { AccessService } from '../access/index.js';
import { caseFacts, type CaseParts, type CaseRow, caseRows, partsOfCases } from '../case/index.js';
import type { EliminationGates, EliminationService, GateQuestion } from '../elimination/index.js';
import type { HouseholdService } from '../household/index.js';
import type { ProvinceService } from '../province/index.js';
import { actionBases, type ActionBasis } from './action-basis.repository.js';

/** 所需服务 · What the actions of a case are read with. */
export interface AvailableActionsNeeds {
  readonly database: Database;
  readonly access: AccessService;
  readonly provinces: ProvinceService;
  readonly households: HouseholdService;
  readonly elimination: Pick<EliminationService, 'rollbackLastDay'>;
  readonly gates: EliminationGates;
  readonly cipher: FieldCipher;
  readonly holidays: HolidayCalendar;
}

/** 档案的事项 · A case's actions, with the facts whose names they are told by. */
export interface ActionsFound {
  readonly row: CaseRow;
  readonly facts: CaseFacts;
  readonly actions: readonly AvailableAction[];
}

/**
 * 可办理事项 · What the viewer could do with cases today; the cases of a page are read together, in four statements.
 *
 * @article 5.1
 */
export class AvailableActionsService {
  constructor(private readonly needs: AvailableActionsNeeds) {}

  /** 可办理事项 · By case; those out of the reach are left out. */
  async of(caller: Caller, county: string, ids: readonly string[]): Promise<Map<string, ActionsFound>> {
    const { access, database, households } = this.needs;
    const reach = await access.reach(caller, 'Query.monitoringCase');
    return database.read(reach.scope, async (tx) => {
      const [rows, parts, bases] = await Promise.all([
        caseRows(tx, reach, county, ids),
        partsOfCases(tx, county, ids),
        actionBases(tx, county, ids),
      ]);
      const known = await households.factsOf(tx, county, [...new Set(rows.map(({ householdId }) => householdId))]);
      const found = rows.map(async (row): Promise<[string, ActionsFound][]> => {
        const household = known.get(row.householdId);
        const own = parts.get(row.id);
        const basis = bases.get(row.id);
        if (household === undefined || own === undefined || basis === undefined) return [];
        return [[row.id, await this.decide(caller, row, own, household, basis)]];
      });
      return new Map((await Promise.all(found)).flat());
    });
  }

  private async decide(
    caller: Caller,
    row: CaseRow,
    parts: CaseParts,
    household: HouseholdFacts,
    { servesSince, hasOtherOpenCase, objections }: ActionBasis,
  ): Promise<ActionsFound> {
    const { provinces, elimination, gates: ownGates, cipher, holidays } = this.needs;
    const judged = new Map<string, Judged<GateAnswer>[]>();
    const unasked = new Map<string, GateQuestion>();
    const { today, principal } = caller;
    const facts = caseFacts(row, parts, cipher);
    const { riskTypes, instruments } = provinces.rulesOn(row.regionCode, today);
    const requested = row.eliminationMode as EliminationMode | null;
    const question: ActionQuestion = {
      grants: principal?.grants ?? [],
      actor: principal?.subject ?? '',
      regionCode: row.regionCode,
      today,
      facts,
      formerStatus: household.formerStatus,
      definitionOf: (run) => provinces.definitionOf(run, row.regionCode),
      holidays,
      riskTypes,
      instruments,
      hasLabour: hasLabourCapacity(household.members),
      objections,
      servesSince,
      eliminationMode: requested,
      gates: (on, mode) => {
        const asked = { on, mode, reason: mode === requested ? ownGates.reasonOf(row) : null };
        const known = judged.get(`${on} ${mode}`);
        if (known === undefined && ownGates.hasOwnGates(row, on)) unasked.set(`${on} ${mode}`, asked);
        return ownGates.decideBy(known ?? [], row, facts, household, asked);
      },
      rollbackLastDay: elimination.rollbackLastDay(row, today),
      hasOtherOpenCase,
    };
    let actions = availableActions(question);
    // On which days gates are asked shows when the rules ask: functions are run for those, and the rules look again.
    while (unasked.size > 0) {
      const waiting = [...unasked];
      unasked.clear();
      for (const [key, asked] of waiting) judged.set(key, await ownGates.judge(row, facts, household, asked));
      actions = availableActions(question);
    }
    return { row, facts, actions };
  }
}
