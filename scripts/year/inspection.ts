import { addDays, type CalendarDate, daysBetween } from '../../src/domain/kernel/calendar-date.js';
import type { CountyLeads } from './leads.js';
import { countyOffice, townshipOf } from './offices.js';
import { COUNTIES, dayIn, WITHOUT_CAMPAIGN, YEAR } from './places.js';
import type { Neighbour } from './roster.js';
import type { YearParts } from './year-parts.js';

const STARTS_ON = dayIn(2, 10);
const ENDS_ON = dayIn(11, 20);
/** 有走访之月 · Months in which visits bring up concerns. */
export const CONCERN_MONTHS = [3, 4, 5, 6, 7, 8, 9, 10] as const;
const CONCERN_DAY = 12;
/** Visits that are under way at once. */
const SIDE_BY_SIDE = 8;

interface Visit {
  readonly household: Neighbour;
  readonly concern: string | null;
}

/** 集中排查 · Every county but one starts its campaign and visits each household once; some visits bring up a concern. */
export function plantInspection(parts: YearParts, leads: readonly CountyLeads[]): void {
  const { stage, agenda, ledger, picker } = parts;
  ledger.withoutCampaign.push(WITHOUT_CAMPAIGN);
  const campaigns = new Map<string, string>();
  for (const county of COUNTIES.filter((code) => code !== WITHOUT_CAMPAIGN))
    agenda.put(dayIn(2, 5), async () => {
      const asked = { region: county, year: YEAR, startsOn: STARTS_ON, endsOn: ENDS_ON };
      const { campaign } = await stage.act(countyOffice(county), 'startInspectionCampaign', asked, 'campaign { id }');
      campaigns.set(county, campaign.id);
    });
  for (const [day, visits] of roundOf(picker.everyone, leads)) {
    ledger.visits += visits.filter(({ household }) => household.county !== WITHOUT_CAMPAIGN).length;
    for (const { concern } of visits) if (concern !== null) ledger.lead('CADRE_INSPECTION');
    agenda.put(day, async () => {
      for (let at = 0; at < visits.length; at += SIDE_BY_SIDE)
        await Promise.all(visits.slice(at, at + SIDE_BY_SIDE).map((visit) => make(parts, campaigns, visit)));
    });
  }
}

/** Day by day, whom the counties with a campaign visit. */
function roundOf(everyone: readonly Neighbour[], leads: readonly CountyLeads[]): Map<CalendarDate, Visit[]> {
  const days = new Map<CalendarDate, Visit[]>();
  const put = (day: CalendarDate, visit: Visit): void => void days.set(day, [...(days.get(day) ?? []), visit]);
  const concerned = new Set<string>();
  for (const { concerns } of leads)
    for (const [month, households] of concerns)
      for (const household of households) {
        concerned.add(household.id);
        put(dayIn(month, CONCERN_DAY), { household, concern: '主要劳动力受伤,收入不稳' });
      }
  const others = everyone.filter(({ id, county }) => county !== WITHOUT_CAMPAIGN && !concerned.has(id));
  const length = daysBetween(STARTS_ON, ENDS_ON);
  for (const [at, household] of others.entries())
    put(addDays(STARTS_ON, Math.floor((at * length) / others.length)), { household, concern: null });
  return days;
}

async function make({ stage }: YearParts, campaigns: ReadonlyMap<string, string>, { household, concern }: Visit) {
  const campaignId = campaigns.get(household.county);
  await stage.act(townshipOf(household), 'recordVisit', {
    householdId: household.id,
    visitedOn: stage.clock.today(),
    visitors: ['驻村工作队员甲'],
    mode: 'VISIT',
    policyExplained: true,
    ...(campaignId !== undefined && { campaignId }),
    ...(concern !== null && { concern }),
  });
}
