import { uuidv7 } from 'uuidv7';
import { checkMatch } from '../../domain/alert/decide-match.js';
import { refuse } from '../../domain/kernel/verdict.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Transaction } from '../../platform/database/database.js';
import { fromGlobalId } from '../../platform/graphql/global-id.js';
import type { Reach } from '../access/index.js';
import { type AuditHead, appendAudit } from '../audit/index.js';
import { type Changed, type ChangeService, notFound, Refused, refuseAny } from '../change/index.js';
import { type HouseholdRow, lockHousehold } from '../household/index.js';
import { insertLeads, type NewLeadParts, underWayOf } from '../lead/index.js';
import { type AlertRowKept, lockAlert, updateAlert } from './alert-row.repository.js';
import { dispatchAlert } from './dispatch-alerts.js';

/** 匹配预警 · The mutation's input. */
export interface MatchAlertAct {
  readonly idempotencyKey?: string | null;
  readonly alertId: string;
  readonly householdId?: string | null;
  readonly note: string;
}

/** 匹配结果 · Which alert was matched or returned, and the lead that it became, if any. */
export type MatchedAlert = { county: string; alert: string; lead: string };

/** 匹配服务所需 · What it stands on. */
export interface MatchAlertParts extends NewLeadParts {
  readonly changes: ChangeService;
}

const OPERATION = 'Mutation.matchAlert';

/**
 * R06 匹配预警服务 · The county says of an alert that found nobody which household it is about, and it is sent down; or returns it to
 * its sender with the reason.
 *
 * @article 3.1
 */
export class MatchAlertService {
  constructor(private readonly parts: MatchAlertParts) {}

  /** 匹配或退回 · Matches the alert where a household is given, else returns it. */
  async match(caller: Caller, input: MatchAlertAct): Promise<Changed<MatchedAlert>> {
    const place = fromGlobalId(input.alertId);
    if (place?.type !== 'DepartmentAlert') return { done: null, refusals: [notFound('alertId')] };
    const { county, id: alert } = place;
    const named = input.householdId ? fromGlobalId(input.householdId) : null;
    if (input.householdId && (named?.type !== 'Household' || named.county !== county))
      return { done: null, refusals: [notFound('householdId')] };
    const ids: MatchedAlert = { county, alert, lead: uuidv7() };
    const request = { caller, operation: OPERATION, input, county, ids, missing: notFound('alertId') };
    return this.parts.changes.make(request, async (tx, reach) => {
      const household = named === null ? null : await lockHousehold(tx, reach, county, named.id);
      const row = await lockAlert(tx, reach, { county, id: alert });
      if (row === null) throw new Refused([notFound('alertId')]);
      if (named !== null && household === null) throw new Refused([notFound('householdId')]);
      refuseAny(checkMatch({ status: row.status, note: input.note }));
      if (household === null) await this.returned(tx, reach, caller, row, input.note);
      else await this.matched(tx, reach, caller, row, household, input.note, ids.lead);
    });
  }

  private async returned(
    tx: Transaction,
    reach: Reach,
    caller: Caller,
    row: AlertRowKept,
    note: string,
  ): Promise<void> {
    const change = { alerts: [{ alert: row.id, alertStatus: 'DISMISSED' }], sealed: ['note'] };
    const { head, written } = this.event(tx, reach, caller, row, change);
    const outcomeNoteSealed = this.seal(row.id, note);
    const set = {
      status: 'DISMISSED',
      settledOn: caller.today,
      outcomeNoteSealed,
      updatedAt: caller.now.toISOString(),
    };
    await Promise.all([written, updateAlert(tx, row, { ...set, ...head, idDigest: null })]);
  }

  private async matched(
    tx: Transaction,
    reach: Reach,
    caller: Caller,
    row: AlertRowKept,
    household: HouseholdRow,
    note: string,
    leadId: string,
  ): Promise<void> {
    const kinds = this.parts.provinces.rulesOn(household.regionCode, row.raisedOn).alertKinds?.value ?? [];
    const kind = kinds.find(({ code }) => code === row.kind);
    if (kind === undefined) {
      const message = `the province knows no kind ${row.kind} where the household lives on ${row.raisedOn}; return the alert`;
      throw new Refused([refuse('BAD_VALUE', message, ['householdId'], '3.1')]);
    }
    const underWay = (await underWayOf(tx, row.countyCode, [household.id])).get(household.id);
    const open = underWay ?? { openCase: null, openLead: null };
    const toDispatch = { id: row.id, kind, raisedOn: row.raisedOn, amount: row.amount, leadId, note };
    const { alert, lead, change } = dispatchAlert(this.parts, toDispatch, household, open, caller);
    const place = { householdId: household.id, regionCode: household.regionCode };
    // Where the household lives, so that the township which has to verify hears of it.
    const moved = { ...row, regionCode: household.regionCode };
    const { head, written } = this.event(tx, reach, caller, moved, { alerts: [change], sealed: ['note'] });
    await Promise.all([
      written,
      lead === null ? undefined : insertLeads(tx, [lead]),
      updateAlert(tx, row, { ...alert, ...place, ...head, idDigest: null, updatedAt: caller.now.toISOString() }),
    ]);
  }

  /** An alert that found nobody has a chain of its own, and goes on in it. */
  private event(
    tx: Transaction,
    reach: Reach,
    caller: Caller,
    { countyCode, regionCode, id, auditSequence, auditHash }: AlertRowKept,
    change: Readonly<Record<string, unknown>>,
  ): { readonly head: AuditHead; readonly written: Promise<void> } {
    const subject = {
      subjectType: 'DepartmentAlert' as const,
      subjectId: id,
      sequence: auditSequence,
      hash: auditHash,
    };
    const chain = { countyCode, regionCode, householdId: null, ...subject };
    const role = reach.roleFor(regionCode);
    return appendAudit(tx, chain, caller, { action: 'matchAlert', occurredOn: caller.today, change, role });
  }

  private seal(rowId: string, note: string): string {
    return this.parts.cipher.seal(note, { table: 'department_alert', column: 'outcome_note_sealed', rowId });
  }
}
