import { addDays } from '../../domain/kernel/calendar-date.js';
import { checkActs, incomeActs, leadActs } from './household-acts.js';
import { HouseholdCourse } from './household-course.js';
import { liveCases, type ToldHousehold } from './live-cases.js';
import { addressIn } from './place-words.js';
import type { RegisterRows } from './register-rows.js';
import { SeededRandom } from './seeded-random.js';
import { type HouseholdOrder, settle } from './settle-household.js';
import type { World } from './world.js';

/**
 * 讲述一户 · Adds all rows of one household: its people, its cases, its incomes, checks and leads, in the order of the days.
 *
 * @param rows  where they are added, in the open
 * @article none — calibration
 */
export function tellHousehold(world: World, order: HouseholdOrder, rows: RegisterRows): void {
  const random = new SeededRandom(`${order.seed}/${order.number}`);
  const until = addDays(world.today, -1);
  const parts = { world, rows, random, until };
  const settled = settle(parts, order);
  const { region, members, formerStatus, registeredOn } = settled;
  const address = addressIn(world.tree, region, random.integer(1, 12), random.integer(1, 80));
  const opening = {
    number: order.number,
    countyCode: order.county,
    regionCode: region,
    address,
    formerStatus,
    registeredOn,
  };
  const household = new HouseholdCourse(parts, { ...opening, resettled: random.chance(0.08) }, members);
  const told: ToldHousehold = { parts, settled, household };
  const lived = liveCases(told);
  const acts = [
    ...members
      .filter(({ joinedOn }) => joinedOn > registeredOn)
      .map((member) => ({ on: member.joinedOn, enter: () => household.add(member) })),
    ...leadActs(told, lived),
    ...incomeActs(told, lived),
    ...checkActs(told, lived),
  ];
  acts.sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
  for (const { enter } of acts) enter();
  household.write();
}
