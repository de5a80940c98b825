import type { AvailableAction } from '../../domain/case/actions/available-action.js';
import { availableActions } from '../../domain/case/actions/available-actions.js';
import type { CaseFacts, EliminationMode } from '../../domain/case/monitoring-case.js';
import type { HouseholdFacts } from '../../domain/household/household-facts.js';
import { hasLabourCapacity } from '../../domain/household/labour.js';
import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Database } from '../../platform/database/database.js';
import type { AccessService } from '../access/index.js';
import type { HouseholdService } from '../household/index.js';
import type { ProvinceService } from '../province/index.js';
import { type ActionBasis, actionBases } from './action-basis.repository.js';
import { caseRows, partsOfCases } from './case.repository.js';
import { type CaseParts, type CaseRow, caseFacts } from './case-facts.js';
import type { EliminationService } from './elimination.service.js';

/** 所需服务 · What the actions of a case are read with. */
export interface AvailableActionsNeeds {
  readonly database: Database;
  readonly access: AccessService;
  readonly provinces: ProvinceService;
  readonly households: HouseholdService;
  readonly elimination: EliminationService;
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
      const found = rows.flatMap((row): [string, ActionsFound][] => {
        const household = known.get(row.householdId);
        const own = parts.get(row.id);
        const basis = bases.get(row.id);
        if (household === undefined || own === undefined || basis === undefined) return [];
        return [[row.id, this.decide(caller, row, own, household, basis)]];
      });
      return new Map(found);
    });
  }

  private decide(
    caller: Caller,
    row: CaseRow,
    parts: CaseParts,
    household: HouseholdFacts,
    { servesSince, hasOtherOpenCase, objections }: ActionBasis,
  ): ActionsFound {
    const { provinces, elimination, cipher, holidays } = this.needs;
    const { today, principal } = caller;
    const facts = caseFacts(row, parts, cipher);
    const { riskTypes, instruments } = provinces.rulesOn(row.regionCode, today);
    const requested = row.eliminationMode as EliminationMode | null;
    const actions = availableActions({
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
        const reason = mode === requested ? elimination.reasonOf(row) : null;
        return elimination.decide(row, facts, household, { on, mode, reason });
      },
      rollbackLastDay: elimination.rollbackLastDay(row, today),
      hasOtherOpenCase,
    });
    return { row, facts, actions };
  }
}
