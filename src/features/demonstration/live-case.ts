import { checkContinuedSupport } from '../../domain/case/check-continued-support.js';
import { checkResponsiblePerson } from '../../domain/case/check-responsible-person.js';
import { checkWithdrawal, type WithdrawalReason } from '../../domain/case/check-withdrawal.js';
import type { EliminationMode } from '../../domain/case/monitoring-case.js';
import { GATE_CODES } from '../../domain/elimination/gate.js';
import { isConcludedOrStanding, STANDING_FAMILIES } from '../../domain/elimination/gates/measures-concluded.js';
import type { GuaranteeName } from '../../domain/guarantee/guarantee-check.js';
import { addDays, addMonths, type CalendarDate } from '../../domain/kernel/calendar-date.js';
import { CaseCourse } from './case-course.js';
import type { CaseOpening, CourseParts } from './course-parts.js';
import { earlierDay, laterDay } from './day-order.js';
import { aName, aPhone, aSurname } from './personal-names.js';
import { officesAbove } from './place-words.js';
import type { CaseScenario } from './scenario.js';
import { SupportCourse } from './support-course.js';
import { type WalkOrder, walkRun } from './walk-run.js';
import { allowed } from './world.js';

/** 一户一档 · What a case is about, and how far it comes. */
export interface LifeOrder {
  readonly scenario: CaseScenario;
  readonly opening: CaseOpening;
  readonly proposal: NonNullable<WalkOrder['proposal']>;
  /** Guarantees that the verification found not secure. */
  readonly guarantees: readonly GuaranteeName[];
}

/** 档案一生 · The course of a case, and the day from which everything had recovered. */
export interface LivedCase {
  readonly course: CaseCourse;
  readonly support: SupportCourse;
  /** First day of the elimination request; null where there is none. */
  readonly requestedOn: CalendarDate | null;
}

const RESOLVED = '帮扶措施落实后,该项风险已化解。';
const PASSED_OF_ITSELF = '家庭成员稳定就业,收入持续增加,风险自然消除。';
const WITHDRAWALS: readonly (readonly [WithdrawalReason, number])[] = [
  ['MOVED_AWAY', 4],
  ['DIED_OUT', 2],
  ['MERGED', 3],
  ['ENTERED_IN_ERROR', 1],
];
/** Longest that an elimination takes, notice of seven days included; what is begun later stays under way. */
const ELIMINATION_DAYS = 25;

/**
 * 演绎档案 · Lives a case through to where its scenario leaves it.
 *
 * @article 3.2
 */
export function liveCase(parts: CourseParts, order: LifeOrder): LivedCase {
  const course = new CaseCourse(parts, order.opening);
  const support = new SupportCourse(course, parts);
  const life = new CaseLife(parts, order, course, support);
  return { course, support, requestedOn: life.live() };
}

class CaseLife {
  /** The day on which measures were concluded and risks resolved. */
  #supportedUntil: CalendarDate | null = null;

  constructor(
    private readonly parts: CourseParts,
    private readonly order: LifeOrder,
    private readonly course: CaseCourse,
    private readonly support: SupportCourse,
  ) {}

  live(): CalendarDate | null {
    const { scenario, opening } = this.order;
    if (opening.emergency) this.support.giveUrgentHelp(opening.openedOn);
    this.#identify();
    if (scenario === 'WITHDRAWN') this.#withdraw();
    if (this.course.facts.status !== 'MONITORED') return null;
    if (this.parts.random.chance(0.88)) this.#assign();
    switch (scenario) {
      case 'UNSUPPORTED':
        if (this.parts.random.chance(0.4)) this.#plan({ keepOpen: true });
        return null;
      case 'ELIMINATING':
      case 'ELIMINATED':
        return this.#supportFully() ? this.#eliminate('SUPPORTED') : null;
      case 'ELIMINATED_NATURALLY':
        return this.#eliminate('NATURAL');
      default:
        this.#supportSoFar();
        if (scenario === 'CONTINUED') this.#continue();
        return null;
    }
  }

  #identify(): void {
    const { scenario, proposal } = this.order;
    const { random } = this.parts;
    const { steps } = this.course.running!.definition;
    const isCutShort = scenario === 'STUCK' || (scenario === 'WITHDRAWN' && random.chance(0.4));
    const refusing = steps.filter(({ outcomes, kind }) => outcomes.includes('REJECTED') && kind !== 'PUBLIC_NOTICE');
    walkRun(this.course, this.parts, {
      proposal,
      keepOpen: scenario === 'IDENTIFYING',
      ...(isCutShort ? { stopAt: random.pick(steps).code } : {}),
      ...(scenario === 'NOT_IDENTIFIED' && refusing.length > 0 ? { rejectAt: random.pick(refusing).code } : {}),
      returnOnce: random.chance(0.05),
    });
  }

  /** @returns whether the province has anything to plan */
  #plan(walk: Pick<WalkOrder, 'keepOpen'>): boolean {
    const on = addDays(this.course.facts.identifiedOn!, this.parts.random.integer(2, 12));
    if (on > this.parts.until || !this.support.plan(on, this.order.guarantees)) return false;
    walkRun(this.course, this.parts, { proposal: null, ...walk, returnOnce: this.parts.random.chance(0.03) });
    return true;
  }

  /** Delivers what there was time for, one time short of everything. */
  #supportSoFar(): void {
    if (!this.#plan({})) return;
    for (const { id, on, time, times } of this.#deliveries(2, 4)) if (time < times) this.support.deliver(id, on, times);
  }

  /** Delivers everything, concludes what does not go on, and resolves the risks. @returns whether all that was done */
  #supportFully(): boolean {
    if (!this.#plan({})) return false;
    for (const { id, on, times } of this.#deliveries(1, 3)) this.support.deliver(id, on, times);
    const on = addDays(this.support.lastDelivery ?? this.parts.until, this.parts.random.integer(3, 15));
    if (on > this.parts.until) return false;
    for (const { id, family, status } of this.course.facts.measures)
      if (status === 'IN_PROGRESS' && !STANDING_FAMILIES.includes(family)) this.support.conclude(id, on);
    this.#resolveAll(on, RESOLVED);
    this.#supportedUntil = on;
    return this.course.facts.measures.every(isConcludedOrStanding);
  }

  /** Deliveries of every approved measure, in the order of their days, as far as the last day. */
  #deliveries(least: number, most: number): { id: string; on: CalendarDate; time: number; times: number }[] {
    const { random, until } = this.parts;
    const approved = this.course.facts.runs.at(-1)?.endedOn ?? until;
    const all = this.course.facts.measures.flatMap(({ id, startsOn, status }) => {
      if (status !== 'APPROVED') return [];
      const times = random.integer(least, most);
      const first = addDays(laterDay(startsOn ?? approved, approved), random.integer(0, 6));
      return Array.from({ length: times }, (_, at) => ({ id, on: addDays(first, at * 28), time: at + 1, times }));
    });
    return all.filter(({ on }) => on <= until).sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
  }

  #resolveAll(on: CalendarDate, note: string): void {
    for (const { id, resolvedOn } of this.course.facts.risks)
      if (resolvedOn === null) this.support.resolve(id, on, note);
  }

  #eliminate(mode: EliminationMode): CalendarDate | null {
    const { random, until } = this.parts;
    const { course } = this;
    const identifiedOn = course.facts.identifiedOn!;
    const months = course.rulesOn(identifiedOn).elimination.months?.value ?? 0;
    const soonest =
      mode === 'NATURAL'
        ? addDays(identifiedOn, 45)
        : laterDay(addMonths(identifiedOn, months), this.#supportedUntil ?? identifiedOn);
    const isLate = this.order.scenario === 'ELIMINATING';
    const on = isLate ? addDays(until, -random.integer(0, 9)) : addDays(soonest, random.integer(1, 40));
    if (on < soonest || on > until || (!isLate && addDays(on, ELIMINATION_DAYS) > until)) return null;
    if (mode === 'NATURAL') this.#resolveAll(addDays(on, -random.integer(1, 10)), PASSED_OF_ITSELF);
    const at = course.diary.instantOn(course.diary.entryDay(on));
    const run = course.startRun('ELIMINATION', on, at);
    const reason = mode === 'NATURAL' ? PASSED_OF_ITSELF : null;
    Object.assign(course.columns, { eliminationMode: mode, eliminationReasonSealed: reason });
    const { status } = course.facts;
    const change = { mode, status, configVersion: run.configVersion, gates: [...GATE_CODES] };
    course.record('requestElimination', on, change, course.office('VILLAGE'), at);
    walkRun(course, this.parts, { proposal: null, keepOpen: isLate, returnOnce: random.chance(0.02) });
    return on;
  }

  #continue(): void {
    const { course } = this;
    const { random, world, until } = this.parts;
    const reviewBy = addDays(world.today, random.integer(30, 150));
    const on = addDays(until, -random.integer(2, 60));
    const reason = '务工收入不稳定,继续帮扶观察。';
    const day = course.diary.entryDay(on);
    if (course.running !== null) return;
    allowed(checkContinuedSupport(course.facts, { reason, reviewBy }, day), 'continueSupport');
    course.facts = { ...course.facts, supportContinued: true };
    Object.assign(course.columns, { nextReviewOn: reviewBy, reviewReasonSealed: reason });
    const at = course.diary.instantOn(day);
    course.record('continueSupport', day, { reviewBy, sealed: ['reason'] }, course.office('TOWNSHIP'), at);
  }

  #withdraw(): void {
    const { course } = this;
    const { random, until } = this.parts;
    const on = laterDay(addDays(until, -random.integer(1, 40)), course.facts.openedOn);
    const reason = random.weighted(WITHDRAWALS);
    const note = '经村级核实、乡镇确认,退出监测。';
    const day = course.diary.entryDay(on);
    allowed(checkWithdrawal(course.facts, { on, note }, day), 'withdrawCase');
    const stopped = course.withdraw(on);
    Object.assign(course.columns, { withdrawalReason: reason, withdrawalNoteSealed: note });
    const at = course.diary.instantOn(day);
    course.record('withdrawCase', on, { reason, status: 'WITHDRAWN', stopped }, course.office('COUNTY'), at);
  }

  #assign(): void {
    const { course } = this;
    const { random, rows, world, household, until } = this.parts;
    const wanted = addDays(course.facts.identifiedOn!, random.integer(0, 6));
    const from = earlierDay(wanted, until);
    const day = course.diary.entryDay(from);
    const at = course.diary.instantOn(day);
    const id = random.uuid(at);
    const { township } = officesAbove(world.tree, household.regionCode);
    const organization = random.chance(0.6) ? `${township}人民政府` : '驻村工作队';
    const nameSealed = aName(aSurname(random), random.chance(0.6) ? 'MALE' : 'FEMALE', random);
    allowed(checkResponsiblePerson(course.facts, { name: nameSealed, organization, from }, null, day), 'assign');
    const person = { nameSealed, phoneSealed: aPhone(random), organization, servesFrom: from, servesTo: null };
    rows.responsiblePerson.push({ ...course.place, id, ...person });
    const change = { personId: id, organization, sealed: ['name', 'phone'] };
    course.record('assignResponsiblePerson', from, change, course.office('TOWNSHIP'), at);
  }
}
