import { uuidv7 } from 'uuidv7';
import { isOpen } from '../../domain/case/is-open.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { decideVerification, type LeadOutcome } from '../../domain/lead/decide-verification.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Transaction } from '../../platform/database/database.js';
import { fromGlobalId } from '../../platform/graphql/global-id.js';
import type { Reach } from '../access/index.js';
import { settleAlertsOfLead } from '../alert/index.js';
import { appendAudit, type AuditHead } from '../audit/index.js';
import { casesOfHousehold, householdOfLead, LONGEST, textFaults } from '../case/index.js';
import { type Changed, type ChangeService, notFound, refuseAny, Refused } from '../change/index.js';
import { appendToHousehold, type HouseholdRow, lockHousehold, updateHouseholdRow } from '../household/index.js';
import { closeLead, type LeadRow, lockLead, openLeadsOf, ownChain } from '../lead/index.js';
import { CASE_GUARDS, type OpenCaseService } from './open-case.service.js';

/** 核实线索 · The mutation's input. */
export interface VerifyLeadAct {
  readonly idempotencyKey?: string | null;
  readonly leadId: string;
  readonly outcome: LeadOutcome;
  readonly verifiedOn: CalendarDate;
  readonly note: string;
  readonly householdId?: string | null;
}

/** 核实结果 · Which lead was verified; the case that was opened or joined is read from it. */
export type VerifiedLead = { county: string; lead: string };

interface Basis {
  readonly lead: LeadRow;
  readonly household: HouseholdRow | null;
  readonly openCase: string | null;
  readonly otherLead: string | null;
}

/**
 * 核实线索服务 · Ends a lead in a recorded outcome; OPEN_CASE opens a case, or joins the one that is open.
 *
 * @article 3.1
 */
export class VerifyLeadService {
  constructor(
    private readonly changes: ChangeService,
    private readonly opening: OpenCaseService,
    private readonly cipher: FieldCipher,
  ) {}

  /** 核实线索 · Verifies an open lead. */
  async verifyLead(caller: Caller, input: VerifyLeadAct): Promise<Changed<VerifiedLead>> {
    const place = fromGlobalId(input.leadId);
    if (place?.type !== 'Lead') return { done: null, refusals: [notFound('leadId')] };
    const named = input.householdId ? fromGlobalId(input.householdId) : null;
    if (input.householdId && (named?.type !== 'Household' || named.county !== place.county))
      return { done: null, refusals: [notFound('householdId')] };
    const ids: VerifiedLead = { county: place.county, lead: place.id };
    const missing = notFound('leadId');
    const { county } = place;
    const request = { caller, operation: 'Mutation.verifyLead', input, county, ids, guards: CASE_GUARDS, missing };
    return this.changes.make(request, async (tx, reach) => {
      const basis = await this.lock(tx, reach, place.county, place.id, named?.id ?? null);
      const decision = decideVerification({
        lead: basis.lead,
        ofLead: basis.lead.householdId,
        named: named?.id ?? null,
        outcome: input.outcome,
        verifiedOn: input.verifiedOn,
        note: input.note,
        today: caller.today,
        openCase: basis.openCase,
        otherLead: basis.otherLead,
      });
      const faults = textFaults([{ text: input.note, path: ['note'], longest: LONGEST.note }]);
      if ('refusals' in decision) throw new Refused([...decision.refusals, ...faults]);
      refuseAny(faults);
      const caseId = decision.opensCase ? uuidv7() : decision.joinsCase;
      await this.close(tx, reach, caller, basis, input, decision, caseId);
      if (!decision.opensCase || caseId === null || basis.household === null) return;
      const { household, lead } = basis;
      const opening = { household, caseId, channel: lead.channel, emergency: false, openedOn: input.verifiedOn };
      await this.opening.openWithin(tx, reach, caller, {
        ...opening,
        leads: [],
        reportedOn: [lead.reportedOn],
        leadNote: '',
      });
    });
  }

  private async close(
    tx: Transaction,
    reach: Reach,
    caller: Caller,
    { lead, household, otherLead }: Basis,
    { outcome, verifiedOn, note }: VerifyLeadAct,
    decision: { readonly status: LeadRow['status']; readonly household: string | null },
    caseId: string | null,
  ): Promise<void> {
    const change = { leadId: lead.id, outcome, caseId, sealed: ['note'] };
    const own = ownChain(lead);
    const record = { action: 'verifyLead', occurredOn: verifiedOn, change };
    const event =
      own !== null || household === null
        ? appendAudit(tx, own ?? leadChain(lead), caller, { ...record, role: reach.roleFor(lead.regionCode) })
        : appendToHousehold(tx, reach, caller, household, record);
    const head: AuditHead | undefined = own === null && household !== null ? undefined : event.head;
    await Promise.all([
      event.written,
      head === undefined && household !== null ? updateHouseholdRow(tx, household, event.head) : undefined,
      closeLead(tx, this.cipher, lead, {
        status: decision.status as Exclude<LeadRow['status'], 'OPEN'>,
        on: verifiedOn,
        note,
        ...(lead.householdId === null && decision.household !== null ? { householdId: decision.household } : {}),
        ...(caseId === null ? {} : { caseId }),
        ...(outcome === 'DUPLICATE' && otherLead !== null ? { joinedLeadId: otherLead } : {}),
        ...(head === undefined ? {} : { head }),
        at: caller.now.toISOString(),
      }),
      settleAlertsOfLead(tx, this.cipher, lead, {
        status: decision.status as Exclude<LeadRow['status'], 'OPEN'>,
        on: verifiedOn,
        note,
        at: caller.now.toISOString(),
      }),
    ]);
  }

  /** Household, then lead: the order in which everyone locks. */
  private async lock(tx: Transaction, reach: Reach, county: string, id: string, named: string | null): Promise<Basis> {
    const householdId = (await householdOfLead(tx, county, id)) ?? named;
    const household = householdId === null ? null : await lockHousehold(tx, reach, county, householdId);
    const lead = await lockLead(tx, reach, county, id);
    if (lead === null) throw new Refused([notFound('leadId')]);
    if (householdId !== null && household === null) throw new Refused([notFound('householdId')]);
    if (householdId === null) return { lead, household: null, openCase: null, otherLead: null };
    const [cases, leads] = await Promise.all([
      casesOfHousehold(tx, county, householdId),
      openLeadsOf(tx, county, householdId),
    ]);
    const openCase = cases.find(({ status }) => isOpen(status))?.id ?? null;
    return { lead, household, openCase, otherLead: leads.find((other) => other.id !== id)?.id ?? null };
  }
}

function leadChain({ countyCode, regionCode, householdId, id, auditSequence, auditHash }: LeadRow) {
  return {
    countyCode,
    regionCode,
    householdId,
    subjectType: 'Lead' as const,
    subjectId: id,
    sequence: auditSequence,
    hash: auditHash,
  };
}
