import { uuidv7 } from 'uuidv7';
import { alreadyLeft, checkForward } from '../../domain/alert/decide-forward.js';
import { checkMatch } from '../../domain/alert/decide-match.js';
import { countyOf, type RegionCode } from '../../domain/kernel/region-code.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Database, Transaction } from '../../platform/database/database.js';
import { fromGlobalId } from '../../platform/graphql/global-id.js';
import type { AccessService, Reach } from '../access/index.js';
import { appendAudit } from '../audit/index.js';
import { type Changed, type ChangeService, keyConflict, notFound, Refused, refuseAny } from '../change/index.js';
import { type HouseholdRow, lockHousehold } from '../household/index.js';
import type { NewLeadParts } from '../lead/index.js';
import type { RegionTree } from '../region/index.js';
import { type AlertPlace, type AlertRowKept, lockAlert, updateAlert } from './alert-row.repository.js';
import { forwardTo, type MatchedBy, matchTo, refuseForward } from './carry-alert.js';
import { householdsSought } from './match-households.js';
import { alertToForward, movedAlerts, wasIn } from './move-alert.repository.js';

/** 匹配预警 · The mutation's input. */
export interface MatchAlertAct {
  readonly idempotencyKey?: string | null;
  readonly alertId: string;
  readonly householdId?: string | null;
  readonly forwardTo?: RegionCode | null;
  readonly note: string;
}

/** 匹配结果 · Which alert was matched, forwarded or returned, and the lead that it became, if any. */
export type MatchedAlert = { county: string; alert: string; lead: string };

/** 匹配服务所需 · What it stands on. */
export interface MatchAlertParts extends NewLeadParts {
  readonly database: Database;
  readonly access: AccessService;
  readonly changes: ChangeService;
  readonly tree: RegionTree;
}

const OPERATION = 'Mutation.matchAlert';

/**
 * R06 匹配预警服务 · The county says of an alert that found nobody which household it is about, and it is sent down; forwards it to the
 * county where the person lives; or returns it to its sender with the reason.
 *
 * Who lives elsewhere is not told to whoever forwards: the register there is searched, and the answer is the same either way.
 *
 * @article 3.1
 */
export class MatchAlertService {
  constructor(private readonly parts: MatchAlertParts) {}

  /** 匹配、转交或退回 · Matches where a household is given, forwards where a region is, else returns. */
  async match(caller: Caller, input: MatchAlertAct): Promise<Changed<MatchedAlert>> {
    const reach = await this.parts.access.reach(caller, OPERATION);
    const place = await this.placeOf(reach, input.alertId);
    // The key is asked after the place: whoever finds the alert moved by the first of two calls finds what that one answered.
    const before = await this.answeredBefore(caller, reach, input);
    if (before !== null) return before;
    if (place === null) return { done: null, refusals: [notFound('alertId')] };
    const named = input.householdId ? fromGlobalId(input.householdId) : null;
    if (input.householdId && (named?.type !== 'Household' || reach.county(named.county) === null))
      return { done: null, refusals: [notFound('householdId')] };
    const refusals = this.faultsOfForward(place, input, named !== null);
    if (refusals.length > 0) return { done: null, refusals };
    const target = input.forwardTo ? countyOf(input.forwardTo)! : null;
    const ids: MatchedAlert = { county: named?.county ?? place.county, alert: place.id, lead: uuidv7() };
    const wide = target === null ? reach : reach.withCounty(target as RegionCode);
    const request = { caller, operation: OPERATION, input, county: place.county, ids, missing: notFound('alertId') };
    return this.parts.changes.make({ ...request, reach: wide }, async (tx) => {
      const sought = input.forwardTo ? await this.soughtThere(tx, caller, reach, place, input) : null;
      const household = named === null ? sought : await lockHousehold(tx, reach, named.county, named.id);
      const row = await lockAlert(tx, reach, place);
      if (row === null) throw new Refused([notFound('alertId')]);
      if (named !== null && household === null) throw new Refused([notFound('householdId')]);
      refuseAny(checkMatch({ status: row.status, note: input.note }));
      const by: MatchedBy = { caller, role: reach.roleFor(row.regionCode) };
      const { note, forwardTo: regionCode } = input;
      if (sought !== null) await matchTo(tx, this.parts, by, row, { household: sought, note });
      else if (household !== null) {
        if (household.countyCode !== place.county) await this.refuseReturn(tx, row.id, household.countyCode);
        await matchTo(tx, this.parts, by, row, { household, note, leadId: ids.lead });
      } else if (regionCode) await forwardTo(tx, this.parts, by, row, { countyCode: target!, regionCode, note });
      else await this.returned(tx, by, row, input.note);
    });
  }

  /** Where the alert of a public id is; null for what is no alert, or out of reach. */
  private async placeOf(reach: Reach, alertId: string): Promise<AlertPlace | null> {
    const parts = fromGlobalId(alertId);
    if (parts?.type !== 'DepartmentAlert') return null;
    const moved = await this.parts.database.read(reach.scope, (tx) => movedAlerts(tx, [parts.id]));
    const { county, id } = moved.get(parts.id) ?? parts;
    return reach.county(county) === null ? null : { county, id };
  }

  /** What the key of the call has answered already, wherever the alert is since: before anything is asked of it. */
  private async answeredBefore(
    caller: Caller,
    reach: Reach,
    input: MatchAlertAct,
  ): Promise<Changed<MatchedAlert> | null> {
    const county = fromGlobalId(input.alertId)?.county ?? '';
    const request = { caller, operation: OPERATION, county, input };
    const [before = null] = await this.parts.changes.answeredBefore<MatchedAlert>(reach.scope, [request]);
    if (before === 'conflict') return { done: null, refusals: [keyConflict('idempotencyKey')] };
    return before === null ? null : { done: before, refusals: [] };
  }

  private faultsOfForward({ county }: AlertPlace, { forwardTo: to }: MatchAlertAct, isMatched: boolean) {
    if (!to) return [];
    return checkForward({ county, forwardTo: to, isRegion: this.parts.tree.has(to), isMatched });
  }

  private async refuseReturn(tx: Transaction, id: string, county: string): Promise<void> {
    if (await wasIn(tx, { county, id })) throw new Refused([alreadyLeft(county)]);
  }

  /**
   * The household in the county named that an alert is about, locked before the alert is, as everywhere; null where the register knows
   * nobody. Whoever forwards is told neither: whatever refuses is asked first.
   */
  private async soughtThere(
    tx: Transaction,
    caller: Caller,
    reach: Reach,
    place: AlertPlace,
    { forwardTo: region, note }: MatchAlertAct,
  ): Promise<HouseholdRow | null> {
    const county = countyOf(region!)!;
    const alert = await alertToForward(tx, reach, place);
    if (alert === null) throw new Refused([notFound('alertId')]);
    refuseAny(checkMatch({ status: alert.status, note }));
    refuseForward(this.parts, alert, region!, caller);
    await this.refuseReturn(tx, place.id, county);
    const there = this.parts.access.publicReach(county as RegionCode);
    const found = (await householdsSought(tx, there, some(alert.idDigest), some(alert.householdNumber)))(alert);
    return found === null ? null : lockHousehold(tx, there, county, found.id);
  }

  private async returned(tx: Transaction, { caller, role }: MatchedBy, row: AlertRowKept, note: string): Promise<void> {
    const { countyCode, regionCode, id: subjectId, auditSequence: sequence, auditHash: hash } = row;
    const chain = { countyCode, regionCode, householdId: null, subjectType: 'DepartmentAlert' as const, subjectId };
    const change = { alerts: [{ alert: row.id, alertStatus: 'DISMISSED' }], sealed: ['note'] };
    const record = { action: 'matchAlert', occurredOn: caller.today, change, role };
    const { head, written } = appendAudit(tx, { ...chain, sequence, hash }, caller, record);
    const place = { table: 'department_alert', column: 'outcome_note_sealed', rowId: row.id };
    const set = {
      ...{ status: 'DISMISSED', settledOn: caller.today, idDigest: null, updatedAt: caller.now.toISOString() },
      outcomeNoteSealed: this.parts.cipher.seal(note, place),
    };
    await Promise.all([written, updateAlert(tx, row, { ...set, ...head })]);
  }
}

const some = (text: string | null): string[] => (text === null ? [] : [text]);
