import { yearOf } from '../../src/domain/kernel/calendar-date.js';
import { Agenda } from './agenda.js';
import { plantAlerts } from './alert-files.js';
import { type Compared, compareYear } from './compare.js';
import { lookBack } from './found.js';
import { plantHazards } from './hazards.js';
import { plantIncomes } from './incomes.js';
import { CONCERN_MONTHS, plantInspection } from './inspection.js';
import { plantFaultyCases, plantLeads, plantVerification } from './leads.js';
import { Ledger } from './ledger.js';
import { Picker, townshipsWith } from './picker.js';
import { COUNTIES, FLOODED, LAST_DAY, SLUMPED, YEAR } from './places.js';
import { fillRegister } from './register.js';
import { plantRounds } from './rounds.js';
import { plantSheet } from './sheet.js';
import type { Stage } from './stage.js';
import type { Neighbour } from './roster.js';
import { plantAnswers, plantUnemployment } from './warnings.js';
import { ratesOf, type YearParts } from './year-parts.js';

/** 演练要求 · How large, and from which seed. */
export interface YearOrder {
  readonly households: number;
  readonly seed: number;
  /** Told as a month begins. */
  readonly onMonth?: (done: number, of: number) => void;
}

/** 演练结果 · What was planted and found, and how long it took. */
export interface YearPlayed {
  readonly lines: readonly Compared[];
  readonly requests: number;
  readonly seconds: { readonly register: number; readonly year: number };
}

/** 最少户数 · Fewer hold not everything that is planted. */
export const LEAST_HOUSEHOLDS = 1_200;
/** Share of a county's households that a hazard strikes. */
const STRUCK_SHARE = 0.15;
const MONTHS = 12;

/**
 * 演练一年 · Plants a year in eight counties of two provinces, lives it day by day through the API and the commands, and holds what the API
 * says of it in the end against what was planted.
 *
 * @throws Error where the register is not empty, or a planted act is refused
 */
export async function playYear(stage: Stage, { households, seed, onMonth }: YearOrder): Promise<YearPlayed> {
  if (!(await stage.isEmpty()))
    throw new Error('the register holds households already: a rehearsal needs a database of its own');
  const ledger = new Ledger();
  const rates = ratesOf(households / COUNTIES.length);
  const { app, clock } = stage;
  const began = performance.now();
  const leadsPerMonth = rates.declarations + rates.concerns + rates.alerts;
  const { everyone, heaped } = await fillRegister(
    { households, seed, leadsPerMonth },
    { ...app.ground, engine: app.engine },
    ledger,
  );
  const filled = performance.now();
  const agenda = new Agenda();
  plant({ stage, agenda, ledger, rates }, everyone, heaped);
  let month = 0;
  await agenda.run(LAST_DAY, (day) => {
    clock.begin(day);
    const begun = yearOf(day) > YEAR ? MONTHS : Number(day.slice(5, 7)) - 1;
    if (begun <= month) return;
    month = begun;
    onMonth?.(month, MONTHS);
  });
  const found = await lookBack(stage);
  const seconds = { register: (filled - began) / 1_000, year: (performance.now() - filled) / 1_000 };
  return { lines: compareYear(ledger, found), requests: stage.requests, seconds };
}

/** Puts everything on its day; of what falls on one day, what is put first is done first. */
function plant(
  ground: Pick<YearParts, 'stage' | 'agenda' | 'ledger' | 'rates'>,
  everyone: readonly Neighbour[],
  heaped: number,
): void {
  const flood = townshipsWith(everyone, FLOODED, STRUCK_SHARE);
  const slump = townshipsWith(everyone, SLUMPED, STRUCK_SHARE);
  const picker = new Picker(everyone, new Set([...flood, ...slump]));
  const parts: YearParts = { ...ground, picker, outcomes: new Map() };
  plantIncomes(parts, heaped);
  plantFaultyCases(parts);
  const leads = plantLeads(parts, CONCERN_MONTHS);
  plantInspection(parts, leads);
  plantAlerts(parts, leads);
  plantHazards(parts, { flood, slump });
  plantUnemployment(parts);
  plantAnswers(parts);
  plantSheet(parts);
  plantVerification(parts);
  plantRounds(parts);
}
