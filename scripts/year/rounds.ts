import { addMonths, type CalendarDate } from '../../src/domain/kernel/calendar-date.js';
import { findHouseholdFacts } from '../../src/features/household/index.js';
import { ScanQualityService } from '../../src/features/quality/index.js';
import { WatchService } from '../../src/features/regional-risk/index.js';
import { screenRegister } from '../../src/features/screening/index.js';
import { Database } from '../../src/platform/database/database.js';
import { COUNTIES, dayIn, LAST_DAY, PROVINCES } from './places.js';
import type { YearParts } from './year-parts.js';

/** As the commands have it: statements over many households, which nobody waits for. */
const UNHURRIED = { readMs: 300_000, writeMs: 60_000 };
const SCREENING_DAY = 28;
const WATCHING_DAY = 3;
const MONTHS = 12;

/** 例行工作 · What `npm run screen`, `npm run watch` and `npm run quality -- scan` do, on the days on which a province runs them. */
export function plantRounds(parts: YearParts): void {
  for (let month = 1; month <= MONTHS; month += 1) {
    parts.agenda.put(dayIn(month, SCREENING_DAY), () => screen(parts));
    parts.agenda.put(addMonths(dayIn(month, WATCHING_DAY), 1), () => watch(parts));
  }
  parts.agenda.put(LAST_DAY, () => scan(parts));
}

function momentOf({ stage }: YearParts): {
  readonly on: CalendarDate;
  readonly today: CalendarDate;
  readonly now: Date;
} {
  const { clock } = stage;
  return { on: clock.today(), today: clock.today(), now: clock.now() };
}

async function screen(parts: YearParts): Promise<void> {
  const { ground, engine } = parts.stage.app;
  const unhurried = {
    ...ground,
    database: new Database(engine, UNHURRIED),
    households: { factsOf: findHouseholdFacts },
  };
  for (const region of PROVINCES) await screenRegister(unhurried, { region, ...momentOf(parts), requestId: 'screen' });
}

async function watch(parts: YearParts): Promise<void> {
  const service = new WatchService(parts.stage.app.ground);
  for (const county of COUNTIES) await service.watch(county, momentOf(parts));
}

async function scan(parts: YearParts): Promise<void> {
  const service = new ScanQualityService(parts.stage.app.ground);
  const { today, now } = momentOf(parts);
  for (const county of COUNTIES) await service.scan(county, { on: today, now });
}
