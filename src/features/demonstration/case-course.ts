import { afterRun } from '../../domain/case/after-run.js';
import { checkProposal } from '../../domain/case/check-proposal.js';
import { identificationDue } from '../../domain/case/identification-due.js';
import { decideOpenCase } from '../../domain/case/decide-open-case.js';
import { openRun } from '../../domain/case/is-open.js';
import { mayStartRun, statusDuringRun } from '../../domain/case/may-start-run.js';
import type { CaseFacts, EliminationMode } from '../../domain/case/monitoring-case.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { completeStep } from '../../domain/procedure/complete-step.js';
import type { ProcedureDefinition, ProcedureKind } from '../../domain/procedure/procedure-definition.js';
import type { ProcedureRun } from '../../domain/procedure/procedure-run.js';
import { isIdentification } from '../../domain/procedure/is-identification.js';
import { publishNotice } from '../../domain/procedure/publish-notice.js';
import { startRun } from '../../domain/procedure/start-run.js';
import type { StepAct } from '../../domain/procedure/step-act.js';
import { stepDefinition } from '../../domain/procedure/step-graph.js';
import { stopRun } from '../../domain/procedure/stop-run.js';
import type { ProvinceRules } from '../../domain/province/province-rules.js';
import type { SupportMeasure } from '../../domain/support/support-measure.js';
import { type CasePlace, type TrackingColumns, trackingColumns } from '../case/index.js';
import { contentOf, noticeRow, openedFacts, toldOfOpening, toldOfStep } from './course-acts.js';
import type { CaseOpening, CourseParts, FollowedRun } from './course-parts.js';
import { Diary } from './diary.js';
import { EventChain } from './event-chain.js';
import { type Office, officeOf } from './office.js';
import { allowed, refusedAct } from './world.js';
import { type CaseColumns, type StepContent, writeCase } from './write-case.js';

/**
 * 办理过程 · One case as people would have entered it: each act goes through the rules of the domain and leaves the event
 * that the product would have left. What the rules refuse is a fault of the generator and throws.
 *
 * @article 3.2
 */
export class CaseCourse {
  facts: CaseFacts;
  readonly columns: CaseColumns = {};
  readonly diary: Diary;
  readonly #chain: EventChain;
  /** How a risk was resolved. */
  readonly resolutions = new Map<string, string>();
  readonly #place: CasePlace;
  readonly #contents = new Map<string, StepContent>();
  /** Notice of a step. */
  readonly #notices = new Map<string, string>();
  readonly #definitions = new Map<string, ProcedureDefinition>();
  #version = 0;
  #createdAt = '';
  #updatedAt = '';

  constructor(
    private readonly parts: CourseParts,
    private readonly opening: CaseOpening,
  ) {
    const { household, random, rows, until } = parts;
    const { openedOn, emergency, earlier } = opening;
    this.diary = new Diary(until, random);
    const at = this.diary.instantOn(this.diary.entryDay(openedOn));
    const id = random.uuid(at);
    const { countyCode, regionCode, id: householdId } = household;
    const place = { countyCode, regionCode, householdId };
    this.#place = { ...place, caseId: id };
    this.#chain = new EventChain({ ...place, subjectType: 'MonitoringCase', subjectId: id }, rows, random);
    const decision = decideOpenCase({ openedOn, today: until, emergency, earlier });
    if ('refusals' in decision) throw refusedAct('openCase', decision.refusals);
    this.facts = openedFacts(id, decision.status, openedOn);
    const { run } = this.#begin(decision.procedure, openedOn, at);
    this.columns.previousCaseId = decision.previousCase;
    this.columns.configVersion = run.configVersion;
    const limit = this.rulesOn(openedOn).identificationLimit?.value ?? null;
    this.columns.identificationDueOn = identificationDue(openedOn, limit, parts.world.holidays);
    const change = toldOfOpening(decision, opening, run, this.columns);
    this.record('openCase', openedOn, change, officeOf('VILLAGE', regionCode), at);
  }

  /** 当日规则 · The province's rules of a day where the household lives. */
  rulesOn(on: CalendarDate): ProvinceRules {
    return this.parts.world.provinces.rulesOn(this.parts.household.regionCode, on);
  }

  /** 所属 · What every row that hangs on the case carries. */
  get place(): CasePlace {
    return this.#place;
  }

  /** 办理中的程序 · The run under way with what it follows; null for none. */
  get running(): FollowedRun | null {
    const run = openRun(this.facts);
    return run === null ? null : { run, definition: this.#definitions.get(run.id)! };
  }

  /** 本级经办 · Who acts for the household at a level. */
  office(level: Parameters<typeof officeOf>[0]): Office {
    return officeOf(level, this.parts.household.regionCode);
  }

  /** 启动程序 · Begins a run, as its request does. */
  startRun(kind: ProcedureKind, on: CalendarDate, at: string): ProcedureRun {
    allowed(mayStartRun(this.facts, kind), kind);
    const { run } = this.#begin(kind, on, at);
    this.facts = { ...this.facts, status: statusDuringRun(this.facts.status, kind) };
    return run;
  }

  /** 记事 · Leaves an event; the version rises. */
  record(
    action: string,
    occurredOn: CalendarDate,
    change: Readonly<Record<string, unknown>>,
    office: Office,
    at: string,
  ): void {
    this.#version += 1;
    this.#chain.add({ action, occurredOn, change: { ...change, version: this.#version }, office, at });
    this.#createdAt ||= at;
    this.#updatedAt = at;
  }

  /** 措施变化 · Takes measures as they stand now, and tells what R12 makes of the case. */
  change(measures: readonly SupportMeasure[], on: CalendarDate): TrackingColumns {
    const { facts, columns } = this;
    const row = { ...facts, nextReviewOn: (columns.nextReviewOn ?? null) as CalendarDate | null };
    const { members } = this.parts.household;
    const tracking = trackingColumns({ row, status: facts.status, measures, members, rules: this.rulesOn(on), on });
    if (tracking.nextReviewOn !== undefined) columns.nextReviewOn = tracking.nextReviewOn;
    this.facts = { ...facts, measures, trackingOnly: tracking.trackingOnly ?? facts.trackingOnly };
    return tracking;
  }

  /** 退出监测 · Closes the case: a run under way stops, what it planned is cancelled. @returns which run was stopped; null for none */
  withdraw(on: CalendarDate): ProcedureKind | null {
    const { running } = this;
    if (running !== null) this.#replace(stopRun(running.run, on));
    const measures = this.facts.measures.map((own) =>
      own.status === 'PLANNED' ? { ...own, status: 'CANCELLED' as const } : own,
    );
    this.facts = { ...this.facts, status: 'WITHDRAWN', measures };
    return running?.run.kind ?? null;
  }

  /** 张贴公示 · Puts up the notice of a current step. */
  publish(step: string, opensOn: CalendarDate, closesOn: CalendarDate, place: string): void {
    const { run, definition } = this.running!;
    const day = this.diary.entryDay(opensOn);
    const { holidays } = this.parts.world;
    const decision = publishNotice({ run, definition, step, opensOn, closesOn, today: day, holidays });
    if ('refusals' in decision) throw refusedAct(this.#place.caseId, decision.refusals);
    const at = this.diary.instantOn(day);
    const { rows, random } = this.parts;
    const id = random.uuid(at);
    this.#notices.set(decision.published, id);
    const days = { opensOn, closesOn, enteredOn: day, publishedAt: at };
    rows.publicNotice.push(noticeRow(this.#place, { id, place, ...days }));
    const entry = { id: random.uuid(at), noticeId: id, stepId: decision.published, purpose: run.kind };
    rows.noticeEntry.push({ ...this.#place, ...entry });
    this.#replace(decision.run);
    const change = { procedure: run.kind, step, opensOn, closesOn, place, extended: false };
    const level = stepDefinition(definition, step)!.level;
    this.record('publishNotice', opensOn, change, this.office(level), at);
  }

  /** 办理环节 · Completes a current step, and follows what its run comes to. */
  complete(act: StepAct): void {
    const { run, definition } = this.running!;
    const { random, household, world } = this.parts;
    const day = this.diary.entryDay(act.occurredOn);
    const at = this.diary.instantOn(day);
    const own = stepDefinition(definition, act.step)!;
    const office = this.office(own.level);
    const identifies = isIdentification(run);
    if (identifies && act.verification)
      allowed(checkProposal(act.verification, household.formerStatus, this.rulesOn(run.startedOn).riskTypes), act.step);
    const decision = completeStep({
      run,
      definition,
      act,
      today: day,
      actor: office.actor,
      holidays: world.holidays,
      newId: () => random.uuid(at),
    });
    if ('refusals' in decision) throw refusedAct(this.#place.caseId, decision.refusals);
    this.#contents.set(decision.completed, contentOf(act, at));
    this.#replace(decision.run);
    const attempt = decision.run.steps.find(({ id }) => id === decision.completed)?.attempt ?? 1;
    const proposal = identifies && act.outcome === 'PASSED' ? act.verification : null;
    if (proposal) this.#propose(proposal, act.occurredOn, at);
    const ended = decision.ended === null ? {} : this.#end(decision.run, definition, act.occurredOn);
    const change = { ...toldOfStep(run, act, attempt, proposal ?? null), ...ended };
    this.record('completeStep', act.occurredOn, change, office, at);
  }

  /** 写出档案 · Adds the rows of the case as it stands now. @param priority  see `casePriority` */
  write(priority: number): void {
    const { channel, emergency } = this.opening;
    writeCase(this.parts.rows, {
      place: this.#place,
      facts: this.facts,
      columns: {
        ...this.columns,
        channel,
        source: 'REGISTER',
        emergency,
        priority,
        version: this.#version,
        ...this.#chain.head,
      },
      createdAt: this.#createdAt,
      updatedAt: this.#updatedAt,
      contents: this.#contents,
      notices: this.#notices,
      resolutions: this.resolutions,
      definitions: this.#definitions,
    });
  }

  #begin(kind: ProcedureKind, startedOn: CalendarDate, at: string): FollowedRun {
    const { configVersion, procedures } = this.rulesOn(startedOn);
    const definition = procedures[kind];
    const { random, world } = this.parts;
    const newId = (): string => random.uuid(at);
    const run = startRun({ kind, definition, startedOn, configVersion, newId, holidays: world.holidays });
    this.#definitions.set(run.id, definition);
    this.facts = { ...this.facts, runs: [...this.facts.runs, run] };
    return { run, definition };
  }

  #replace(run: ProcedureRun): void {
    this.facts = { ...this.facts, runs: this.facts.runs.map((other) => (other.id === run.id ? run : other)) };
  }

  #propose({ category, risks }: NonNullable<StepAct['verification']>, on: CalendarDate, at: string): void {
    const known = this.facts.risks.map(({ riskType }) => riskType);
    const added = (risks ?? [])
      .filter(({ riskType }) => !known.includes(riskType))
      .map((risk) => ({ ...risk, id: this.parts.random.uuid(at), identifiedOn: on, resolvedOn: null }));
    this.facts = { ...this.facts, category: category ?? null, risks: [...this.facts.risks, ...added] };
  }

  #end(run: ProcedureRun, definition: ProcedureDefinition, on: CalendarDate): Readonly<Record<string, unknown>> {
    const mode = (this.columns.eliminationMode ?? undefined) as EliminationMode | undefined;
    const { eliminationMode, measures, ...after } = afterRun({ facts: this.facts, run, definition, mode });
    const statusOf = new Map(measures.map(({ id, status }) => [id, status]));
    const changed = this.facts.measures.map((own) => ({ ...own, status: statusOf.get(own.id) ?? own.status }));
    this.facts = { ...this.facts, ...after };
    this.columns.eliminationMode = eliminationMode;
    const { status, identifiedOn, eliminatedOn } = after;
    return { runOutcome: run.outcome, status, identifiedOn, eliminatedOn, ...this.change(changed, on) };
  }
}
