import { checkRiskResolved } from '../../domain/case/check-risk.js';
import type { GuaranteeName } from '../../domain/guarantee/guarantee-check.js';
import { hasLabourCapacity, hasOnlyWeakLabour } from '../../domain/household/labour.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { type Fen, formatYuan } from '../../domain/kernel/money.js';
import { checkConclusion } from '../../domain/support/check-conclusion.js';
import { afterDelivery, checkDelivery } from '../../domain/support/check-delivery.js';
import { checkPlan } from '../../domain/support/check-plan.js';
import { checkUrgentHelp } from '../../domain/support/check-urgent-help.js';
import { openRiskTypes, type PlannedMeasure } from '../../domain/support/plan-question.js';
import type { SupportMeasure } from '../../domain/support/support-measure.js';
import type { CaseCourse } from './case-course.js';
import type { CourseParts } from './course-parts.js';
import {
  type Delivered,
  type MeasureColumns,
  plannedMeasure,
  toldOfMeasure,
  urgentMeasure,
} from './course-measures.js';
import { planMeasures } from './plan-measures.js';
import { allowed } from './world.js';

const UNCOVERED = '本省目录中没有对应的帮扶工具,由乡镇另行安排。';

/**
 * 帮扶过程 · The support of one case: urgent help, a plan, its deliveries, and how measures and risks end.
 *
 * @article 4.1
 */
export class SupportCourse {
  readonly #columns = new Map<string, MeasureColumns>();
  readonly #lastDelivered = new Map<string, CalendarDate>();

  constructor(
    private readonly course: CaseCourse,
    private readonly parts: CourseParts,
  ) {}

  /** 先行救助 · Help on the township's word on the day given; nothing where the province has nothing for it. */
  giveUrgentHelp(on: CalendarDate): void {
    const { course } = this;
    const { random, household } = this.parts;
    const { instruments } = course.rulesOn(on);
    const hasLabour = hasLabourCapacity(household.members);
    const instrument = instruments.find(({ family, from }) => family === 'TEMPORARY_ASSISTANCE' && from <= on);
    if (instrument === undefined) return;
    const amount = (random.integer(10, 40) * 10_000) as Fen;
    const help = { on, instrument: instrument.code, amount, note: '突发变故,先行救助。' };
    const day = course.diary.entryDay(on);
    allowed(checkUrgentHelp({ facts: course.facts, help, instruments, hasLabour, today: day }), 'giveUrgentHelp');
    const at = course.diary.instantOn(day);
    const measure = urgentMeasure(random.uuid(at), instrument, help, openRiskTypes(course.facts.risks));
    this.#columns.set(measure.id, { plannedOn: on, createdAt: at });
    this.#writeDelivery(measure.id, { on, amount, inKind: null, note: help.note }, at);
    const tracking = course.change([...course.facts.measures, measure], on);
    const change = {
      measureId: measure.id,
      instrument: measure.instrument,
      amount: formatYuan(amount),
      inKind: false,
      sealed: ['note'],
    };
    course.record('giveUrgentHelp', on, { ...change, ...tracking }, course.office('TOWNSHIP'), at);
  }

  /** 最近落实日 · Last day on which anything was delivered; null before the first. */
  get lastDelivery(): CalendarDate | null {
    return [...this.#lastDelivered.values()].sort().at(-1) ?? null;
  }

  /**
   * 制定计划 · Plans what the rules ask for and starts its procedure.
   *
   * @returns false where the province has no instrument on that day
   */
  plan(on: CalendarDate, guarantees: readonly GuaranteeName[]): boolean {
    const { course } = this;
    const { random, household } = this.parts;
    const rules = course.rulesOn(on);
    const hasLabour = hasLabourCapacity(household.members);
    const safetyNetGranted = household.members.some(({ safetyNet }) => safetyNet !== 'NONE');
    const risks = openRiskTypes(course.facts.risks);
    const measures = planMeasures({ rules, on, risks, guarantees, hasLabour, safetyNetGranted }, random);
    if (measures.length === 0) return false;
    const day = course.diary.entryDay(on);
    const question = {
      on,
      today: day,
      identifiedOn: course.facts.identifiedOn,
      risks: course.facts.risks,
      guaranteesNotSecure: guarantees,
      needs: [],
      labour: { hasLabour, partlyLost: hasOnlyWeakLabour(household.members), stableIncomeFromWork: null },
      weakDrive: false,
      safetyNetGranted,
      measures,
      standing: course.facts.measures,
      overrideReason: null,
      rules,
    };
    const overrideReason = checkPlan(question).length === 0 ? null : UNCOVERED;
    allowed(checkPlan({ ...question, overrideReason }), 'planSupport');
    const at = course.diary.instantOn(day);
    const run = course.startRun('SUPPORT', on, at);
    const planned = measures.map((measure) =>
      this.#planned(measure, { runId: run.id, plannedOn: on, overrideReason, at }),
    );
    const tracking = course.change([...course.facts.measures, ...planned], on);
    const change = {
      procedure: run.kind,
      configVersion: run.configVersion,
      measures: planned.map(toldOfMeasure),
      override: overrideReason !== null,
      sealed: overrideReason === null ? [] : ['overrideReason'],
    };
    course.record('planSupport', on, { ...change, ...tracking }, course.office('TOWNSHIP'), at);
    return true;
  }

  /** 落实 · Delivers a part of a measure: money out of its budget, or something in kind. @param times  deliveries in all */
  deliver(measureId: string, on: CalendarDate, times: number): void {
    const { course } = this;
    const measure = this.#measure(measureId);
    const day = course.diary.entryDay(on);
    const part = measure.budget === null ? null : ((Math.floor(measure.budget / times / 10_000) * 10_000) as Fen);
    const amount = part === null || part === 0 ? null : part;
    const inKind = amount === null ? `实物帮扶1次(${measure.instrument})` : null;
    const cap = course.rulesOn(on).instruments.find(({ code }) => code === measure.instrument)?.cap ?? null;
    const delivery = { on, amount, inKind };
    allowed(checkDelivery({ measure, cap, delivery, today: day, openedOn: course.facts.openedOn }), 'recordDelivery');
    const at = course.diary.instantOn(day);
    const after = { ...measure, ...afterDelivery(measure, delivery) };
    this.#writeDelivery(measureId, { ...delivery, note: null }, at);
    const tracking = this.#changeOne(after, on);
    const change = {
      measureId,
      instrument: measure.instrument,
      amount: amount === null ? null : formatYuan(amount),
      delivered: formatYuan(after.delivered),
      inKind: inKind !== null,
      evidence: [],
      sealed: [],
    };
    course.record('recordDelivery', on, { ...change, ...tracking }, course.office('VILLAGE'), at);
  }

  /** 办结 · Completes a measure. */
  conclude(measureId: string, on: CalendarDate): void {
    const { course } = this;
    const measure = this.#measure(measureId);
    const day = course.diary.entryDay(on);
    const lastDeliveredOn = this.#lastDelivered.get(measureId) ?? null;
    const conclusion = { on, status: 'COMPLETED', note: '措施已全部落实。', lastDeliveredOn } as const;
    allowed(checkConclusion(measure, conclusion, day), 'concludeMeasure');
    const at = course.diary.instantOn(day);
    const columns = { ...this.#columns.get(measureId)!, concludedOn: on, conclusionNoteSealed: conclusion.note };
    this.#columns.set(measureId, columns);
    const { status } = conclusion;
    const tracking = this.#changeOne({ ...measure, status }, on);
    const change = { measureId, instrument: measure.instrument, status, sealed: ['note'], ...tracking };
    course.record('concludeMeasure', on, change, course.office('TOWNSHIP'), at);
  }

  /** 化解风险 · Marks a risk as resolved. */
  resolve(riskId: string, on: CalendarDate, note: string): void {
    const { course } = this;
    const day = course.diary.entryDay(on);
    allowed(checkRiskResolved(course.facts, { riskId, resolvedOn: on, note }, day), 'resolveRisk');
    const at = course.diary.instantOn(day);
    const risks = course.facts.risks.map((risk) => (risk.id === riskId ? { ...risk, resolvedOn: on } : risk));
    course.facts = { ...course.facts, risks };
    course.resolutions.set(riskId, note);
    const riskType = risks.find(({ id }) => id === riskId)?.riskType;
    course.record('resolveRisk', on, { riskId, riskType }, course.office('TOWNSHIP'), at);
  }

  /** 写出措施 · Adds the rows of the measures as they stand now. */
  write(): void {
    const { rows } = this.parts;
    for (const { budget, delivered, ...measure } of this.course.facts.measures)
      rows.supportMeasure.push({
        ...this.course.place,
        ...measure,
        addresses: [...measure.addresses],
        budgetFen: budget,
        deliveredFen: delivered,
        ...this.#columns.get(measure.id)!,
      });
  }

  #planned(
    planned: PlannedMeasure,
    own: {
      readonly runId: string;
      readonly plannedOn: CalendarDate;
      readonly overrideReason: string | null;
      readonly at: string;
    },
  ): SupportMeasure {
    const { runId, plannedOn, overrideReason, at } = own;
    const instrument = this.course.rulesOn(plannedOn).instruments.find(({ code }) => code === planned.instrument)!;
    const id = this.parts.random.uuid(at);
    const fundingLevel = this.parts.random.weighted([
      ['COUNTY', 5],
      ['PROVINCE', 3],
      ['CITY', 1],
    ]);
    this.#columns.set(id, {
      runId,
      plannedOn,
      fundingLevel,
      provider: null,
      overrideReasonSealed: overrideReason,
      createdAt: at,
    });
    return plannedMeasure(id, instrument, planned);
  }

  #measure(id: string): SupportMeasure {
    return this.course.facts.measures.find((measure) => measure.id === id)!;
  }

  #changeOne(changed: SupportMeasure, on: CalendarDate) {
    return this.course.change(
      this.course.facts.measures.map((measure) => (measure.id === changed.id ? changed : measure)),
      on,
    );
  }

  #writeDelivery(measureId: string, given: Delivered, at: string): void {
    const { rows, random } = this.parts;
    const { caseId: _caseId, ...place } = this.course.place;
    const { on, amount, inKind, note } = given;
    rows.delivery.push({
      ...place,
      id: random.uuid(at),
      measureId,
      deliveredOn: on,
      amountFen: amount,
      inKind,
      noteSealed: note,
      evidence: [],
      recordedAt: at,
    });
    this.#lastDelivered.set(measureId, on);
    const { columns } = this.course;
    if (!columns.supportedOn || columns.supportedOn > on) columns.supportedOn = on;
  }
}
