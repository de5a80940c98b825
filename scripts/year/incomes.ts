import { addDays, addMonths, type CalendarDate } from '../../src/domain/kernel/calendar-date.js';
import { countyOf } from '../../src/domain/kernel/region-code.js';
import { isOrdinary } from './case-plan.js';
import { townshipOf } from './offices.js';
import { COPIED, COUNTIES, dayIn, HEAPED, OVERLOOKED } from './places.js';
import type { Neighbour } from './roster.js';
import type { YearParts } from './year-parts.js';

const FALL_MONTHS = [2, 5, 8, 11];
/** Yuan a head, well under every line. */
const FALLEN_YUAN = 4_100;
const COPIED_YUAN = 19_000;
const COPIES = 5;
/** Months in which an office enters what it rounded, a little more each time. */
const ROUNDING_MONTHS = [3, 4, 5, 6, 7, 8];
/** Fen. */
const TEN_YUAN = 1_000;
/** More than the fifty figures of the sign. */
const ENOUGH_ROUNDED = 56;

/** 收入登记 · Incomes that fall under the line and are found by screening; one household that is overlooked; one income entered five times. */
export function plantIncomes(parts: YearParts, heaped: number): void {
  const { picker, ledger } = parts;
  for (const county of COUNTIES)
    for (const month of FALL_MONTHS) {
      const household = picker.take(county, (one) => isOrdinary(one) && one.formerStatus === 'GENERAL');
      ledger.lead('DEPARTMENT_SCREENING');
      record(parts, household, dayIn(month, 16), FALLEN_YUAN);
    }
  const overlooked = picker.take(OVERLOOKED, (one) => isOrdinary(one) && one.formerStatus === 'FORMERLY_POOR');
  ledger.fault('under-line-unmonitored', overlooked.number);
  record(parts, overlooked, dayIn(12, 30), FALLEN_YUAN);
  const copies = picker.takeAlike(COPIED, COPIES, (one) => one.perCapitaFen < COPIED_YUAN * 100);
  ledger.fault('identical-figures', copies[0]!.region);
  for (const household of copies) record(parts, household, dayIn(11, 12), COPIED_YUAN);
  plantHeaping(parts, heaped);
}

/** A township whose incomes were rounded before the year, and go on being rounded in it, until there are as many as the sign asks for. */
function plantHeaping(parts: YearParts, heaped: number): void {
  parts.ledger.fault('last-digit-heaping', HEAPED);
  const left = Math.max(0, ENOUGH_ROUNDED - heaped);
  const county = countyOf(HEAPED)!;
  for (let at = 0; at < left; at += ROUNDING_MONTHS.length) {
    const household = parts.picker.take(county, (one) => one.township === HEAPED);
    const tens = Math.ceil((household.perCapitaFen * household.heads) / TEN_YUAN);
    for (const [more, month] of ROUNDING_MONTHS.slice(0, left - at).entries())
      enter(parts, household, dayIn(month, 18), `${(tens + more) * 10}.00`);
  }
}

/** The twelve months that ended with the month before. */
function record(parts: YearParts, household: Neighbour, on: CalendarDate, yuanPerHead: number): void {
  enter(parts, household, on, `${yuanPerHead * household.heads}.00`);
}

function enter({ stage, agenda }: YearParts, household: Neighbour, on: CalendarDate, wages: string): void {
  agenda.put(on, async () => {
    const to = addDays(on, -Number(on.slice(8, 10)));
    const income = { from: addMonths(addDays(to, 1), -12), to, wages };
    await stage.act(townshipOf(household), 'recordIncome', { householdId: household.id, income });
  });
}
