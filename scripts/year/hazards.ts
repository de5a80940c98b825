import { addDays, addMonths, type CalendarDate, date } from '../../src/domain/kernel/calendar-date.js';
import { provinceOf, type RegionCode } from '../../src/domain/kernel/region-code.js';
import { isOrdinary, ordinaryCase } from './case-plan.js';
import { bureau, countyOffice } from './offices.js';
import { COUNTIES, dayIn, FLOODED, PROVINCES, SLUMPED, YEAR } from './places.js';
import type { Neighbour } from './roster.js';
import type { YearParts } from './year-parts.js';

const FLOOD_DAY = dayIn(7, 8);
const SLUMP_MONTH = 9;
const SLUMP_REPORTED = dayIn(10, 6);
const PRODUCT = '生猪';
const USUAL_PRICE = 15.2;
const FALLEN = 0.6;
/** Months of prices that the department hands in on the first day. */
const PAST_MONTHS = 24;
/** One household in so many that a hazard singles out comes to have a case. */
const ONE_CASE_IN = 40;
const LEAST_CASES = 2;

/** 受影响的乡镇 · Which townships each hazard strikes. */
export interface Struck {
  readonly flood: readonly RegionCode[];
  readonly slump: readonly RegionCode[];
}

/** 洪灾与跌价 · A flood in July, and a price that falls from September on: each is reported and screened. */
export function plantHazards(parts: YearParts, { flood, slump }: Struck): void {
  const floods = (one: Neighbour): boolean => one.specialGroups.length > 0 || !one.dwellingSecure || one.livesOnFarming;
  plantHazard(parts, {
    county: FLOODED,
    townships: flood,
    kind: 'FLOOD_DROUGHT',
    on: FLOOD_DAY,
    description: '连续强降雨,沿河村组进水,农田受淹',
    singlesOut: floods,
  });
  parts.ledger.shocks.push({ region: FLOODED, indicator: 'leads', subject: '', month: FLOOD_DAY.slice(0, 7) });
  plantHazard(parts, {
    county: SLUMPED,
    townships: slump,
    kind: 'PRICE_SLUMP',
    on: SLUMP_REPORTED,
    description: '生猪出栏价较上年下跌四成',
    singlesOut: (one) => one.livesOnFarming,
  });
  const month = dayIn(SLUMP_MONTH, 1).slice(0, 7);
  parts.ledger.shocks.push({ region: SLUMPED, indicator: 'farm-price', subject: PRODUCT, month });
  const followed = SLUMP_REPORTED.slice(0, 7);
  parts.ledger.shocks.push({ region: SLUMPED, indicator: 'leads', subject: '', month: followed });
  plantPrices(parts);
}

interface HazardPlan {
  readonly county: RegionCode;
  readonly townships: readonly RegionCode[];
  readonly kind: string;
  readonly on: CalendarDate;
  readonly description: string;
  /** As whoever plants it understands the province's rules. */
  readonly singlesOut: (household: Neighbour) => boolean;
}

function plantHazard(parts: YearParts, plan: HazardPlan): void {
  const { stage, agenda, ledger, picker, outcomes } = parts;
  const { county, townships, kind, on, description } = plan;
  const within = picker.everyone.filter((one) => townships.includes(one.township));
  const found = within.filter(plan.singlesOut);
  ledger.lead('HAZARD_SCREENING', found.length);
  const cases = Math.max(LEAST_CASES, Math.round(found.length / ONE_CASE_IN));
  for (const household of found.filter((one) => one.untouched && isOrdinary(one)).slice(0, cases)) {
    outcomes.set(household.id, ordinaryCase(household, false));
    ledger.cases += 1;
  }
  agenda.put(on, async () => {
    const told = { kind, regions: townships, occurredOn: addDays(on, -2), severity: 'CRITICAL', description };
    const { hazard } = await stage.act(countyOffice(county), 'reportHazard', told, 'hazard { id }');
    await stage.act(countyOffice(county), 'screenHazard', { hazardId: hazard.id, on });
  });
}

/** Prices go up and down by a fiftieth with the months, and fall in one county from one month on. */
function priceOf(county: RegionCode, month: CalendarDate): number {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  const usual = USUAL_PRICE * (1 + 0.02 * Math.sin(number * 1.7 + COUNTIES.indexOf(county)));
  const fallen = county === SLUMPED && month >= dayIn(SLUMP_MONTH, 1);
  return Math.round(usual * (fallen ? FALLEN : 1) * 100) / 100;
}

function plantPrices(parts: YearParts): void {
  const first = date(`${YEAR}-01-01`);
  const past = Array.from({ length: PAST_MONTHS }, (_, at) => addMonths(first, at - PAST_MONTHS));
  parts.agenda.put(dayIn(1, 2), () => submit(parts, past));
  for (let month = 1; month <= 12; month += 1) {
    const own = dayIn(month, 1);
    parts.agenda.put(addDays(addMonths(own, 1), 1), () => submit(parts, [own]));
  }
}

async function submit({ stage }: YearParts, months: readonly CalendarDate[]): Promise<void> {
  for (const province of PROVINCES) {
    const counties = COUNTIES.filter((county) => provinceOf(county) === province);
    const values = counties.flatMap((region) =>
      months.map((month) => ({
        region,
        indicator: 'farm-price',
        subject: PRODUCT,
        month: month.slice(0, 7),
        value: priceOf(region, month),
        source: '农业农村部门价格监测月报',
      })),
    );
    const fields = 'accepted rowErrors { message }';
    const { accepted } = await stage.act(bureau(province, 'AGRICULTURE'), 'submitIndicators', { values }, fields);
    if (accepted !== values.length) throw new Error(`${accepted} of ${values.length} prices were taken`);
  }
}
