import type { DiscoveryChannel } from '../../src/domain/case/monitoring-case.js';
import type { CalendarDate } from '../../src/domain/kernel/calendar-date.js';
import type { RegionCode } from '../../src/domain/kernel/region-code.js';
import { CaseLife } from './case-life.js';
import { FAULTY_CASES, isOrdinary, ordinaryCase } from './case-plan.js';
import { provinceOffice, resident, townshipOf } from './offices.js';
import { COUNTIES, dayIn, HURRIED, LAST_DAY, PROVINCES } from './places.js';
import type { Neighbour } from './roster.js';
import type { Answer } from './stage.js';
import type { YearParts } from './year-parts.js';

const MONTHS = 12;
/** Cases that are opened by then see the end of their elimination in the year. */
const LAST_TO_ELIMINATE = 4;
const HURRIED_CASES = 5;
const HURRIED_DECISION = dayIn(12, 22);
/** Days on which the townships look at their open leads: the deadline is no shorter than a fortnight. */
const VERIFYING_DAYS = [4, 9, 14, 19, 24, 28];

/** 申报、信访与媒体 · Declares a household's difficulty as who tells it would. */
function report(parts: YearParts, household: Neighbour, channel: DiscoveryChannel, day: CalendarDate): void {
  parts.ledger.lead(channel);
  const who = channel === 'SELF_DECLARATION' ? resident(household) : townshipOf(household);
  const told = { householdId: household.id, channel, reportedOn: day, statement: '家中收入减少,生活有困难' };
  parts.agenda.put(day, async () => void (await parts.stage.act(who, 'submitLead', told, 'lead { id }')));
}

/** 有问题的个案 · Leads by petition and media, each of which comes to a case that a rule finds. */
export function plantFaultyCases(parts: YearParts): void {
  for (const [at, { rule, month, fits, plan }] of FAULTY_CASES.entries()) {
    const household = parts.picker.take(COUNTIES[at % COUNTIES.length]!, fits);
    parts.outcomes.set(household.id, plan(household));
    parts.ledger.cases += 1;
    if (rule === 'withdrawal-avoids-elimination') parts.ledger.withdrawn += 1;
    parts.ledger.fault(rule, household.number);
    report(parts, household, at % 2 === 0 ? 'PETITION' : 'MEDIA', dayIn(month, 2));
  }
}

/** 户数与月份 · Plans which households of a county come to have a case, opened in which month. */
function casesOf({ rates, picker, outcomes, ledger }: YearParts, county: RegionCode): Map<number, Neighbour[]> {
  const byMonth = new Map<number, Neighbour[]>();
  const cases = county === HURRIED ? Math.max(HURRIED_CASES, rates.casesPerCounty) : rates.casesPerCounty;
  for (let at = 0; at < cases; at += 1) {
    const together = county === HURRIED && at < HURRIED_CASES;
    const month = together ? at + 1 : 1 + Math.floor((at * (MONTHS - 1)) / cases);
    const household = picker.take(county, isOrdinary);
    const eliminate = together || month <= LAST_TO_ELIMINATE;
    outcomes.set(household.id, {
      ...ordinaryCase(household, eliminate),
      ...(together && { decideOn: HURRIED_DECISION }),
    });
    ledger.cases += 1;
    if (eliminate) ledger.eliminated += 1;
    byMonth.set(month, [...(byMonth.get(month) ?? []), household]);
  }
  if (county === HURRIED) ledger.fault('decisions-minutes-apart', HURRIED);
  return byMonth;
}

/** 一县一年的线索 · Whom the declarations, the concerns of visits and the alerts of a county are about, month by month. */
export interface CountyLeads {
  readonly county: RegionCode;
  /** By month, from 1. */
  readonly concerns: ReadonlyMap<number, readonly Neighbour[]>;
  readonly alerts: ReadonlyMap<number, readonly Neighbour[]>;
}

/** 安排线索 · Plans the leads of every county, and puts the declarations on their days. */
export function plantLeads(parts: YearParts, concernMonths: readonly number[]): CountyLeads[] {
  const { declarations, concerns, alerts } = parts.rates;
  return COUNTIES.map((county) => {
    const waiting = casesOf(parts, county);
    const next = (month: number): Neighbour => waiting.get(month)?.shift() ?? parts.picker.take(county, isOrdinary);
    const some = (count: number, month: number): Neighbour[] => Array.from({ length: count }, () => next(month));
    const [ofVisits, ofAlerts] = [new Map<number, Neighbour[]>(), new Map<number, Neighbour[]>()];
    for (let month = 1; month <= MONTHS; month += 1) {
      const left = waiting.get(month)?.length ?? 0;
      for (const [at, one] of some(Math.max(declarations, left - alerts), month).entries())
        report(parts, one, 'SELF_DECLARATION', dayIn(month, 6 + (at % 3)));
      ofAlerts.set(month, some(alerts, month));
      if (concernMonths.includes(month)) ofVisits.set(month, some(concerns, month));
    }
    return { county, concerns: ofVisits, alerts: ofAlerts };
  });
}

const OPEN_LEADS = `query($where: LeadFilter) { leads(where: $where, first: 200) {
  nodes { id household { id } } pageInfo { hasNextPage } } }`;

/** 核实线索 · On some days of each month the open leads of each province are looked at: a case for whom it is planned, a dismissal for the others. */
export function plantVerification(parts: YearParts): void {
  for (let month = 1; month <= MONTHS; month += 1)
    for (const day of VERIFYING_DAYS) parts.agenda.put(dayIn(month, day), () => verifyOpen(parts));
  parts.agenda.put(LAST_DAY, () => verifyOpen(parts));
}

async function verifyOpen(parts: YearParts): Promise<void> {
  const { stage, picker } = parts;
  for (const province of PROVINCES)
    for (let more = true; more; ) {
      const where = { region: province, status: ['OPEN'] };
      const { leads } = await stage.ask(provinceOffice(province), OPEN_LEADS, { where });
      for (const lead of leads.nodes) await verify(parts, lead, picker.byId(lead.household.id));
      more = leads.pageInfo.hasNextPage;
    }
}

async function verify(parts: YearParts, lead: Answer, household: Neighbour): Promise<void> {
  const { stage, agenda, outcomes } = parts;
  const plan = outcomes.get(household.id);
  const verified = { leadId: lead.id, verifiedOn: stage.clock.today(), note: '入户核实' };
  const outcome = plan === undefined ? 'DISMISS' : 'OPEN_CASE';
  const { case: opened } = await stage.act(
    townshipOf(household),
    'verifyLead',
    { ...verified, outcome },
    'case { id }',
  );
  if (plan === undefined) return;
  await new CaseLife(stage, agenda, plan, opened.id).begin();
}
