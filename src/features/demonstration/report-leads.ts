import { type DiscoveryChannel, OPEN_CASE_STATUSES } from '../../domain/case/monitoring-case.js';
import { addDays, type CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { lead } from '../lead/lead.table.js';
import type { CaseCourse } from './case-course.js';
import type { HouseholdCourse } from './household-course.js';
import type { LeadReport } from './household-parts.js';
import { aName, aPhone, aSurname } from './personal-names.js';
import type { LeadScenario } from './scenario.js';
import type { SeededRandom } from './seeded-random.js';

/** 待录入之事 · Something that happens to a household on a day. */
export interface HouseholdAct {
  readonly on: CalendarDate;
  readonly enter: () => void;
}

const STATEMENTS = [
  '家中有人生病住院,医药费负担重,生活困难。',
  '今年务工不稳定,家庭收入明显减少。',
  '家里主要劳动力受伤,暂时不能务工。',
  '房屋受损,维修有困难。',
  '子女上学花费大,入不敷出。',
];
const NOTHING_UNDER_WAY = { openCase: null, openLead: null };

/** 发现渠道 · How cases and leads come to be known; weights are chosen. */
export const CHANNELS: readonly (readonly [DiscoveryChannel, number])[] = [
  ['SELF_DECLARATION', 36],
  ['CADRE_INSPECTION', 36],
  ['DEPARTMENT_SCREENING', 20],
  ['HAZARD_SCREENING', 4],
  ['PETITION', 3],
  ['MEDIA', 1],
];

/**
 * 建档线索 · The lead that a case follows, confirmed on the day the case is opened; and now and then a later one that joins it.
 *
 * @article 3.1
 */
export function leadsOfCase(
  household: HouseholdCourse,
  { facts }: CaseCourse,
  channel: DiscoveryChannel,
  until: CalendarDate,
  random: SeededRandom,
): HouseholdAct[] {
  const acts: HouseholdAct[] = [];
  if (channel === 'SELF_DECLARATION' || random.chance(0.5)) {
    const reportedOn = addDays(facts.openedOn, -random.integer(0, 6));
    const told = { channel, reportedOn, statement: random.pick(STATEMENTS), meets: NOTHING_UNDER_WAY };
    acts.push(
      ...verified(household, told, facts.openedOn, {
        outcome: 'OPEN_CASE',
        caseId: facts.id,
        note: '核实属实,已建档。',
      }),
    );
  }
  const later = addDays(facts.openedOn, random.integer(4, 40));
  if (OPEN_CASE_STATUSES.includes(facts.status) && later <= until && random.chance(0.08)) {
    const meets = { openCase: facts.id, openLead: null };
    const told = { reportedOn: later, statement: random.pick(STATEMENTS), meets, note: '已并入在办监测档案。' };
    acts.push({ on: later, enter: () => void household.report({ channel: random.weighted(CHANNELS), ...told }) });
  }
  return acts;
}

/**
 * 其他线索 · What is reported of a household without a case.
 *
 * @param limitDays  about how many days a lead may wait
 * @article 3.1
 */
export function otherLeads(
  household: HouseholdCourse,
  scenario: LeadScenario,
  days: { readonly until: CalendarDate; readonly limitDays: number },
  random: SeededRandom,
): HouseholdAct[] {
  const { until, limitDays } = days;
  const ago = (least: number, most: number): CalendarDate => addDays(until, -random.integer(least, most));
  const reportOn = (reportedOn: CalendarDate): LeadReport => {
    const channel = random.weighted(CHANNELS);
    return { channel, reportedOn, statement: random.pick(STATEMENTS), meets: NOTHING_UNDER_WAY };
  };
  const open = (told: LeadReport): HouseholdAct => ({ on: told.reportedOn, enter: () => void household.report(told) });
  switch (scenario) {
    case 'NONE':
      return [];
    case 'OPEN':
      return [open(reportOn(ago(0, Math.max(0, limitDays - 3))))];
    case 'OVERDUE':
      return [open(reportOn(ago(limitDays + 6, limitDays + 30)))];
    case 'DISMISSED': {
      const told = reportOn(ago(30, 500));
      const note = '入户核实,家庭收支稳定,不属实。';
      return verified(household, told, addDays(told.reportedOn, random.integer(1, 12)), {
        outcome: 'DISMISS',
        caseId: null,
        note,
      });
    }
    case 'JOINED': {
      const first = reportOn(ago(4, 8));
      return joined(household, first, reportOn(addDays(first.reportedOn, random.integer(1, 3))));
    }
    case 'UNREGISTERED': {
      const contact = { name: aName(aSurname(random), 'MALE', random), phone: aPhone(random) };
      return [open({ ...reportOn(ago(0, 10)), channel: 'CADRE_INSPECTION', contact })];
    }
  }
}

function joined(household: HouseholdCourse, first: LeadReport, second: LeadReport): HouseholdAct[] {
  let known: typeof lead.$inferInsert | null = null;
  return [
    {
      on: first.reportedOn,
      enter: () => {
        known = household.report(first);
      },
    },
    {
      on: second.reportedOn,
      enter: () => {
        if (known === null) return;
        const meets = { openCase: null, openLead: known.id };
        household.report({ ...second, meets, note: `已并入 ${known.reportedOn} 报告的待核实线索。` });
      },
    },
  ];
}

function verified(
  household: HouseholdCourse,
  told: LeadReport,
  on: CalendarDate,
  {
    outcome,
    caseId,
    note,
  }: { readonly outcome: 'OPEN_CASE' | 'DISMISS'; readonly caseId: string | null; readonly note: string },
): HouseholdAct[] {
  let row: typeof lead.$inferInsert | null = null;
  return [
    {
      on: told.reportedOn,
      enter: () => {
        row = household.report(told);
      },
    },
    {
      on,
      enter: () => {
        if (row !== null) household.verify(row, on, outcome, caseId, note);
      },
    },
  ];
}
