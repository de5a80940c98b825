import { uuidv7 } from 'uuidv7';
import { addDays, type CalendarDate, daysBetween } from '../../src/domain/kernel/calendar-date.js';
import type { RegionCode } from '../../src/domain/kernel/region-code.js';
import type { CountyLeads } from './leads.js';
import { countyOffice } from './offices.js';
import { COUNTIES, dayIn, WITHOUT_CAMPAIGN, YEAR } from './places.js';
import type { Neighbour } from './roster.js';
import type { YearParts } from './year-parts.js';

const STARTS_ON = dayIn(2, 10);
const ENDS_ON = dayIn(11, 20);
/** 有走访之月 · Months in which visits bring up concerns. */
export const CONCERN_MONTHS = [3, 4, 5, 6, 7, 8, 9, 10] as const;
const CONCERN_DAY = 12;
/** Days of visits that are sent at once, as by whoever comes back to where there is a network. */
const DAYS_ON_THE_ROAD = 7;
/** Visits of one call. */
const MOST_VISITS = 500;

interface Visit {
  readonly household: Neighbour;
  readonly visitedOn: CalendarDate;
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
      for (const batch of batchesOf(visits)) await send(parts, campaigns, batch);
    });
  }
}

/** By the day on which they are sent, whom the counties with a campaign visit; a concern is told on the day itself. */
function roundOf(everyone: readonly Neighbour[], leads: readonly CountyLeads[]): Map<CalendarDate, Visit[]> {
  const days = new Map<CalendarDate, Visit[]>();
  const put = (day: CalendarDate, visit: Visit): void => {
    const own = days.get(day);
    if (own === undefined) days.set(day, [visit]);
    else own.push(visit);
  };
  const concerned = new Set<string>();
  for (const { concerns } of leads)
    for (const [month, households] of concerns)
      for (const household of households) {
        concerned.add(household.id);
        const visitedOn = dayIn(month, CONCERN_DAY);
        put(visitedOn, { household, visitedOn, concern: '主要劳动力受伤,收入不稳' });
      }
  const others = everyone.filter(({ id, county }) => county !== WITHOUT_CAMPAIGN && !concerned.has(id));
  const length = daysBetween(STARTS_ON, ENDS_ON);
  for (const [at, household] of others.entries()) {
    const day = Math.floor((at * length) / others.length);
    const back = Math.min(length, (Math.floor(day / DAYS_ON_THE_ROAD) + 1) * DAYS_ON_THE_ROAD - 1);
    put(addDays(STARTS_ON, back), { household, visitedOn: addDays(STARTS_ON, day), concern: null });
  }
  return days;
}

/** Those of one county, as many as one call takes: its teams hand in what they noted on the way. */
function batchesOf(visits: readonly Visit[]): Visit[][] {
  const batches: Visit[][] = [];
  const filling = new Map<RegionCode, Visit[]>();
  for (const visit of visits) {
    const { county } = visit.household;
    const own = filling.get(county);
    if (own !== undefined && own.length < MOST_VISITS) {
      own.push(visit);
      continue;
    }
    const batch = [visit];
    filling.set(county, batch);
    batches.push(batch);
  }
  return batches;
}

async function send({ stage }: YearParts, campaigns: ReadonlyMap<string, string>, batch: readonly Visit[]) {
  const visits = batch.map(({ household, visitedOn, concern }) => {
    const campaignId = campaigns.get(household.county);
    return {
      householdId: household.id,
      visitedOn,
      visitors: ['驻村工作队员甲'],
      mode: 'VISIT',
      policyExplained: true,
      ...(campaignId !== undefined && { campaignId }),
      ...(concern !== null && { concern }),
    };
  });
  const input = { idempotencyKey: uuidv7(), visits };
  const fields = 'recorded rowErrors { index message }';
  const { recorded, rowErrors } = await stage.act(
    countyOffice(batch[0]!.household.county),
    'recordVisits',
    input,
    fields,
  );
  if (recorded !== visits.length)
    throw new Error(`${recorded} of ${visits.length} visits stand: ${JSON.stringify(rowErrors)}`);
}
