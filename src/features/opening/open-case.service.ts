import { uuidv7 } from 'uuidv7';
import { foundOn, identificationDue } from '../../domain/case/identification-due.js';
import { decideOpenCase, type EarlierCase } from '../../domain/case/decide-open-case.js';
import type { DiscoveryChannel } from '../../domain/case/monitoring-case.js';
import { casePriority } from '../../domain/case/rules/r03-case-priority.js';
import type { NationalRecord } from '../../domain/case/rules/r30-national-record.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { type Refusal, refuse } from '../../domain/kernel/verdict.js';
import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import { startRun } from '../../domain/procedure/start-run.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Transaction } from '../../platform/database/database.js';
import { fromGlobalId } from '../../platform/graphql/global-id.js';
import type { Reach } from '../access/index.js';
import { settleAlertsOfLead } from '../alert/index.js';
import { appendAudit } from '../audit/index.js';
import { casesOfHousehold, earliestDue, insertCase, insertRun } from '../case/index.js';
import { type Changed, type ChangeService, notFound, refuseAny, Refused } from '../change/index.js';
import { type HouseholdRow, lockHousehold } from '../household/index.js';
import { closeLead, type LeadRow, lockLead } from '../lead/index.js';
import type { ProvinceService } from '../province/index.js';
import { takeOverCase } from './take-over-case.js';

/** 建档 · What a case is opened with. */
export interface OpenCaseAct {
  readonly idempotencyKey?: string | null;
  readonly householdId: string;
  readonly channel: DiscoveryChannel;
  readonly leadIds?: readonly string[] | null;
  readonly emergency?: boolean | null;
  readonly openedOn: CalendarDate;
  readonly nationalRecord?: NationalRecord | null;
}

/** 建档事项 · A case to be opened inside a change. */
export interface Opening {
  /** Locked. */
  readonly household: HouseholdRow;
  /** Its cases, the newest first, where they were read behind the lock already. */
  readonly earlier?: readonly EarlierCase[];
  readonly caseId: string;
  readonly channel: DiscoveryChannel;
  readonly emergency: boolean;
  readonly openedOn: CalendarDate;
  /** Locked leads that it follows; they are closed as confirmed. */
  readonly leads: readonly LeadRow[];
  /** Days on which leads that are closed by whoever opens it were reported; absent for none. */
  readonly reportedOn?: readonly CalendarDate[];
  /** What the leads' outcome says. */
  readonly leadNote: string;
}

/** The same words whoever has it: whether it is another county's is nobody's to learn here. */
const numberTaken = refuse(
  'DUPLICATE',
  'This number cannot be given to a case that is taken over; look it up in the national system again.',
  ['nationalRecord', 'number'],
  '5.4',
);

/** Answers of the constraint that stands guard when two open at once. */
export const CASE_GUARDS: Readonly<Record<string, Refusal>> = {
  monitoring_case_one_open_uq: refuse(
    'CASE_ALREADY_OPEN',
    'The household has an open case already; a household has at most one.',
    ['householdId'],
    '5.4',
  ),
  monitoring_case_number_uq: numberTaken,
  national_case_number_pkey: numberTaken,
};

/**
 * 建档服务 · Opens a case and starts its identification, pinned to the province's configuration of that day.
 *
 * @article 3.2
 */
export class OpenCaseService {
  constructor(
    private readonly changes: ChangeService,
    private readonly provinces: ProvinceService,
    private readonly holidays: HolidayCalendar,
    private readonly cipher: FieldCipher,
  ) {}

  /** 建档 · Opens a case for a household with no lead, several leads, or an emergency. */
  async openCase(caller: Caller, input: OpenCaseAct): Promise<Changed<{ county: string; case: string }>> {
    const household = fromGlobalId(input.householdId);
    if (household?.type !== 'Household') return { done: null, refusals: [notFound('householdId')] };
    const ids = { county: household.county, case: uuidv7() };
    const request = {
      caller,
      operation: 'Mutation.openCase',
      input,
      county: household.county,
      ids,
      guards: CASE_GUARDS,
      missing: notFound('householdId'),
    };
    return this.changes.make(request, async (tx, reach) => {
      const [row, earlier] = await Promise.all([
        lockHousehold(tx, reach, household.county, household.id),
        casesOfHousehold(tx, household.county, household.id),
      ]);
      if (row === null) throw new Refused([notFound('householdId')]);
      const { channel, openedOn, emergency, nationalRecord } = input;
      if (nationalRecord) {
        const { cipher } = this;
        const opening = { household: row, earlier, caseId: ids.case, ...input, record: nationalRecord, cipher };
        await takeOverCase(tx, reach, caller, this.provinces, opening);
        return;
      }
      const leads = await this.lockLeads(tx, reach, row, input.leadIds ?? []);
      await this.openWithin(tx, reach, caller, {
        household: row,
        earlier,
        caseId: ids.case,
        channel,
        emergency: emergency ?? false,
        openedOn,
        leads,
        leadNote: '建档 · a case was opened',
      });
    });
  }

  /** 建档入事务 · Opens a case inside a change that is under way. @throws Refused */
  async openWithin(tx: Transaction, reach: Reach, caller: Caller, opening: Opening): Promise<void> {
    const { household, caseId, channel, emergency, openedOn, leads } = opening;
    const { countyCode, regionCode, id: householdId } = household;
    const earlier = opening.earlier ?? (await casesOfHousehold(tx, countyCode, householdId));
    const decision = decideOpenCase({
      openedOn,
      today: caller.today,
      emergency,
      earlier,
      leadsReportedOn: leads.map((lead) => lead.reportedOn),
    });
    if ('refusals' in decision) throw new Refused(decision.refusals);
    const rules = this.provinces.rulesOn(regionCode, openedOn);
    const definition = rules.procedures[decision.procedure];
    const run = startRun({
      kind: decision.procedure,
      definition,
      startedOn: openedOn,
      configVersion: rules.configVersion,
      newId: uuidv7,
      holidays: this.holidays,
    });
    const found = foundOn(openedOn, [...leads.map((lead) => lead.reportedOn), ...(opening.reportedOn ?? [])]);
    const limit = this.provinces.rulesOn(regionCode, found).identificationLimit?.value ?? null;
    const identificationDueOn = identificationDue(found, limit, this.holidays);
    const place = { countyCode, regionCode, householdId, caseId };
    const chain = {
      countyCode,
      regionCode,
      householdId,
      subjectType: 'MonitoringCase' as const,
      subjectId: caseId,
      sequence: 0,
      hash: null,
    };
    const change = {
      status: decision.status,
      channel,
      emergency,
      procedure: decision.procedure,
      configVersion: rules.configVersion,
      previousCase: decision.previousCase,
      relapse: decision.relapse,
      leads: leads.length,
      identificationDueOn,
      version: 1,
    };
    const event = appendAudit(tx, chain, caller, {
      action: 'openCase',
      occurredOn: openedOn,
      change,
      role: reach.roleFor(regionCode),
    });
    const at = caller.now.toISOString();
    await Promise.all([
      event.written,
      insertCase(tx, household, {
        countyCode,
        id: caseId,
        regionCode,
        householdId,
        status: decision.status,
        channel,
        emergency,
        openedOn,
        identificationDueOn,
        trackingOnly: false,
        supportContinued: false,
        previousCaseId: decision.previousCase,
        dueOn: earliestDue(run),
        priority: casePriority(household.specialGroups, rules.specialGroupPriority?.value),
        configVersion: rules.configVersion,
        version: 1,
        ...event.head,
        createdAt: at,
        updatedAt: at,
      }),
      insertRun(tx, place, run, definition, 1),
      ...leads.map((lead) =>
        closeLead(tx, this.cipher, lead, { status: 'CONFIRMED', on: openedOn, note: opening.leadNote, caseId, at }),
      ),
      ...leads.map((lead) =>
        settleAlertsOfLead(tx, this.cipher, lead, { status: 'CONFIRMED', on: openedOn, note: opening.leadNote, at }),
      ),
    ]);
  }

  private async lockLeads(
    tx: Transaction,
    reach: Reach,
    { countyCode, id: householdId }: HouseholdRow,
    ids: readonly string[],
  ): Promise<LeadRow[]> {
    const leads: LeadRow[] = [];
    for (const [index, id] of ids.entries()) {
      const place = fromGlobalId(id);
      const lead =
        place?.type === 'Lead' && place.county === countyCode ? await lockLead(tx, reach, countyCode, place.id) : null;
      if (lead === null || lead.householdId !== householdId) throw new Refused([notFound('leadIds', String(index))]);
      if (lead.status !== 'OPEN')
        refuseAny([
          refuse(
            'INVALID_STATE',
            `The lead is ${lead.status}; a case follows open leads.`,
            ['leadIds', String(index)],
            '3.1',
          ),
        ]);
      leads.push(lead);
    }
    return leads;
  }
}
