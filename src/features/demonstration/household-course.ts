import type { GuaranteeCheck } from '../../domain/guarantee/guarantee-check.js';
import { notSecure } from '../../domain/guarantee/guarantees-on.js';
import { householdNumberOf } from '../../domain/household/household-number.js';
import { labourCount } from '../../domain/household/labour.js';
import { specialGroupsOf } from '../../domain/household/special-groups.js';
import type { IncomeRecord } from '../../domain/income/income-record.js';
import { perCapita, perCapitaAfterRigid } from '../../domain/income/net-income.js';
import { validateIncomeInput } from '../../domain/income/validate-income-input.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { joinLead } from '../../domain/lead/join-lead.js';
import { leadDueOn } from '../../domain/lead/lead-due-on.js';
import type { guaranteeCheck } from '../guarantee/guarantee.table.js';
import type { incomeRecord } from '../income/income.table.js';
import type { lead } from '../lead/lead.table.js';
import { Diary } from './diary.js';
import { EventChain } from './event-chain.js';
import type { HouseholdOpening, HouseholdParts, LeadReport } from './household-parts.js';
import { memberRow } from './member-rows.js';
import { officeOf } from './office.js';
import type { StoryMember } from './story-member.js';
import { allowed } from './world.js';

/**
 * 农户过程 · One household as people would have entered it, with the chain of its events.
 *
 * @article 2.1
 */
export class HouseholdCourse {
  readonly id: string;
  readonly diary: Diary;
  readonly #chain: EventChain;
  readonly #createdAt: string;
  #updatedAt: string;
  #version = 1;
  #present: readonly StoryMember[];
  #income: IncomeRecord | null = null;
  #check: GuaranteeCheck | null = null;
  readonly #windows: Pick<IncomeRecord, 'from' | 'to'>[] = [];

  constructor(
    private readonly parts: HouseholdParts,
    private readonly opening: HouseholdOpening,
    members: readonly StoryMember[],
  ) {
    const { random, rows, until } = parts;
    const { countyCode, regionCode, registeredOn, number, formerStatus, resettled } = opening;
    this.diary = new Diary(until, random);
    const at = this.diary.instantOn(registeredOn);
    this.id = random.uuid(at);
    this.#createdAt = at;
    this.#updatedAt = at;
    const subject = {
      countyCode,
      regionCode,
      householdId: this.id,
      subjectType: 'Household',
      subjectId: this.id,
    } as const;
    this.#chain = new EventChain(subject, rows, random);
    this.#present = members.filter(({ joinedOn }) => joinedOn <= registeredOn);
    const change = {
      number: householdNumberOf(countyCode, number),
      region: regionCode,
      formerStatus,
      resettled,
      members: this.#present.map(({ id }) => id),
      incomes: [],
      checkedOn: null,
      sealed: ['members', 'address'],
      version: 1,
    };
    this.#event('registerHousehold', registeredOn, change, at);
    this.#writeMembers(this.#present);
  }

  /** 新增成员 · Somebody is born, or comes to live with the family. */
  add(member: StoryMember): void {
    const at = this.#enter(member.joinedOn);
    this.#writeMembers([member]);
    this.#present = [...this.#present, member];
    const change = { member: member.id, relationship: member.facts.relationship, sealed: ['name'] };
    this.#event('addMember', member.joinedOn, { ...change, version: this.#raise() }, at);
  }

  /** 在户人数 · Present members now. */
  get heads(): number {
    return this.#present.length;
  }

  /** 登记收入 · Records a window of income. */
  recordIncome(on: CalendarDate, income: IncomeRecord): void {
    const { world, rows, random } = this.parts;
    const day = this.diary.entryDay(on);
    const windowMonths = world.provinces.rulesOn(this.opening.regionCode, day).line?.windowMonths ?? 12;
    allowed(
      validateIncomeInput(income, { today: day, existing: this.#windows, windowMonths, path: [] }),
      'recordIncome',
    );
    const at = this.diary.instantOn(day);
    const { from, to, rigid, ...amounts } = income;
    this.#windows.push({ from, to });
    const row: typeof incomeRecord.$inferInsert = {
      ...this.#owner(),
      id: random.uuid(at),
      windowFrom: from,
      windowTo: to,
      ...amounts,
      ...rigid,
      recordedAt: at,
    };
    rows.incomeRecord.push(row);
    if (this.#income === null || to > this.#income.to) this.#income = income;
    this.#event('recordIncome', day, { from, to, heads: income.heads, version: this.#raise() }, at);
  }

  /** 登记保障核查 · Records a check of the guarantees. */
  recordGuarantees(check: GuaranteeCheck): void {
    const { checkedOn } = check;
    const at = this.#enter(checkedOn);
    const row: typeof guaranteeCheck.$inferInsert = {
      ...this.#owner(),
      id: this.parts.random.uuid(at),
      ...check,
      noteSealed: null,
      recordedAt: at,
    };
    this.parts.rows.guaranteeCheck.push(row);
    if (this.#check === null || checkedOn >= this.#check.checkedOn) this.#check = check;
    const secure = notSecure(check).length === 0;
    this.#event('recordGuarantees', checkedOn, { checkedOn, secure, sealed: [], version: this.#raise() }, at);
  }

  /** 申报线索 · A lead on this household comes in, or one on a neighbour that is not registered. @returns its row, null where no rule gives a deadline */
  report(told: LeadReport): typeof lead.$inferInsert | null {
    const { world, rows, random } = this.parts;
    const { countyCode, regionCode } = this.opening;
    const { channel, reportedOn, statement, contact, meets, note } = told;
    const { status, joinsCase, joinsLead } = joinLead(meets);
    const entry = { status, caseId: joinsCase, joinedLeadId: joinsLead };
    const limit = world.provinces.rulesOn(regionCode, reportedOn).leadVerificationLimit;
    if (limit === null) return null;
    const at = this.#enter(reportedOn);
    const id = random.uuid(at);
    const { dueOn } = leadDueOn(reportedOn, limit.value, world.holidays);
    const isOwn = contact === undefined;
    const sealed = ['statement', ...(isOwn ? [] : ['contactName', 'contactPhone'])];
    const change = { lead: id, channel, ...entry, dueOn, sealed };
    const chain = isOwn
      ? this.#chain
      : new EventChain({ countyCode, regionCode, householdId: null, subjectType: 'Lead', subjectId: id }, rows, random);
    chain.add({ action: 'submitLead', occurredOn: reportedOn, change, office: officeOf('VILLAGE', regionCode), at });
    const row: typeof lead.$inferInsert = {
      countyCode,
      id,
      regionCode,
      householdId: isOwn ? this.id : null,
      channel,
      reportedOn,
      statementSealed: statement,
      contactNameSealed: contact?.name ?? null,
      contactPhoneSealed: contact?.phone ?? null,
      meansSealed: null,
      ...entry,
      dueOn,
      verifiedOn: null,
      outcomeNoteSealed: note ?? null,
      ...(isOwn ? { auditSequence: 0, auditHash: null } : chain.head),
      receiptDigest: '',
      createdAt: at,
      updatedAt: at,
    };
    rows.lead.push(row);
    rows.receipt.push({ receiptDigest: '', countyCode, subjectType: 'Lead', subjectId: id });
    return row;
  }

  /** 核实线索 · Ends an open lead in its outcome. @param caseId  the case that it opened; null for none */
  verify(
    row: typeof lead.$inferInsert,
    on: CalendarDate,
    outcome: 'OPEN_CASE' | 'DISMISS',
    caseId: string | null,
    note: string,
  ): void {
    const at = this.#enter(on);
    this.#event('verifyLead', on, { leadId: row.id, outcome, caseId, sealed: ['note'] }, at);
    const status = outcome === 'OPEN_CASE' ? 'CONFIRMED' : 'DISMISSED';
    Object.assign(row, { status, verifiedOn: on, caseId, outcomeNoteSealed: note, updatedAt: at });
  }

  /** 写出农户 · Adds the household's own row as it stands now. */
  write(): void {
    const { rows, until } = this.parts;
    const { number, address, registeredOn: _registeredOn, ...place } = this.opening;
    const facts = this.#present.map((member) => member.facts);
    const own = { ...place, id: this.id, number: householdNumberOf(place.countyCode, number) };
    rows.household.push({
      ...own,
      addressSealed: address,
      size: facts.length,
      labourCount: labourCount(facts),
      specialGroups: specialGroupsOf(facts, until),
      perCapitaFen: this.#income === null ? null : perCapita(this.#income),
      perCapitaAfterRigidFen: this.#income === null ? null : perCapitaAfterRigid(this.#income),
      guaranteesSecure: this.#check === null ? null : notSecure(this.#check).length === 0,
      version: this.#version,
      ...this.#chain.head,
      synthetic: true,
      createdAt: this.#createdAt,
      updatedAt: this.#updatedAt,
    });
    rows.householdNumber.push({ number: own.number, countyCode: place.countyCode, householdId: this.id });
  }

  #enter(on: CalendarDate): string {
    return this.diary.instantOn(this.diary.entryDay(on));
  }

  #raise(): number {
    this.#version += 1;
    return this.#version;
  }

  #event(action: string, occurredOn: CalendarDate, change: Readonly<Record<string, unknown>>, at: string): void {
    this.#chain.add({ action, occurredOn, change, office: officeOf('VILLAGE', this.opening.regionCode), at });
    if ('version' in change) this.#updatedAt = at;
  }

  #owner() {
    const { countyCode, regionCode } = this.opening;
    return { countyCode, regionCode, householdId: this.id };
  }

  #writeMembers(members: readonly StoryMember[]): void {
    const { rows } = this.parts;
    for (const member of members) {
      const { facts, idNumber } = member;
      rows.member.push(memberRow(this.#owner(), member));
      if (idNumber !== null)
        rows.nationalId.push({ idDigest: idNumber, countyCode: this.opening.countyCode, memberId: facts.id });
    }
  }
}
