import { uuidv7 } from 'uuidv7';
import { afterRun, type CaseAfterRun } from '../../domain/case/after-run.js';
import { daysLate } from '../../domain/case/identification-due.js';
import { checkProposal } from '../../domain/case/check-proposal.js';
import type { EliminationMode } from '../../domain/case/monitoring-case.js';
import { checkCategory } from '../../domain/case/rules/r02-category-fits-former-status.js';
import { canCompleteStep } from '../../domain/jurisdiction/can-complete-step.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Refusal } from '../../domain/kernel/verdict.js';
import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import { authorizedEarlier } from '../../domain/procedure/authorized-earlier.js';
import { STEP_SECTIONS } from '../../domain/procedure/checks/section-matches-kind.js';
import { completeStep } from '../../domain/procedure/complete-step.js';
import { decidedRun } from '../../domain/procedure/decided-run.js';
import type { ProcedureDefinition } from '../../domain/procedure/procedure-definition.js';
import type { ProcedureRun } from '../../domain/procedure/procedure-run.js';
import { standingAuthorization } from '../../domain/procedure/standing-authorization.js';
import type { StepAct } from '../../domain/procedure/step-act.js';
import { stepDefinition } from '../../domain/procedure/step-graph.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import {
  type CaseChangeBasis,
  type CaseChangeService,
  type CaseEffect,
  earliestDue,
  evidencePlace,
  type OnCase,
  readCaseId,
  runUnderWay,
  sealEvidence,
  sealText,
  type StepContent,
  textFaults,
  textOrNull,
  textsOfStep,
  type TrackingColumns,
  trackingColumns,
} from '../case/index.js';
import { type Changed, refuseAny } from '../change/index.js';
import type { EliminationGates } from '../elimination/index.js';
import type { ProvinceService } from '../province/index.js';
import { faultsOfExtra } from './extra-form.js';
import { type StepActInput, withDefaults } from './step-act-input.js';

/** 办理环节 · The mutation's input. */
export interface CompleteStepAct extends StepActInput, OnCase {}

/** 所需服务 · What completing a step calls upon. */
export interface CompleteStepNeeds {
  readonly changes: CaseChangeService;
  readonly provinces: ProvinceService;
  readonly gates: EliminationGates;
  readonly cipher: FieldCipher;
  readonly holidays: HolidayCalendar;
}

/** What a run that ended makes of the case, R12 included. */
interface RunFollowed extends CaseAfterRun {
  readonly tracking: TrackingColumns;
}

/**
 * 办理环节服务 · The one door through every procedure.
 *
 * @article 3.2
 */
export class CompleteStepService {
  constructor(private readonly needs: CompleteStepNeeds) {}

  /** 办理环节 · Completes a current step of a case. */
  completeStep(caller: Caller, input: CompleteStepAct): Promise<Changed<{ county: string; case: string }>> {
    const request = { caller, operation: 'Mutation.completeStep', input, place: readCaseId(input.caseId) };
    return this.needs.changes.change(request, (basis) => this.decide(basis, input));
  }

  /**
   * 决定 · What completing a step of a locked case makes of it.
   *
   * @param more  what speaks against it beside the step's own rules
   * @throws Refused with every reason, before anything is written
   */
  async decide(basis: CaseChangeBasis, input: StepActInput, more: readonly Refusal[] = []): Promise<CaseEffect> {
    const act = { ...withDefaults(input), enteredFor: textOrNull(input.enteredFor) };
    const { row, facts, caller } = basis;
    const run = runUnderWay(facts);
    const definition = this.needs.provinces.definitionOf(run, row.regionCode);
    const extraFaults = faultsOfExtra(stepDefinition(definition, act.step)?.extraForm ?? null, act.extra);
    const decision = completeStep({
      run,
      definition,
      act: { ...act, extraFaults },
      today: caller.today,
      actor: caller.principal?.subject ?? '',
      authorizedEarlier: authorizedEarlier(facts, run, this.definitionsOf(basis)),
      authorizationWithdrawnOn: facts.authorizationWithdrawnOn,
      holidays: this.needs.holidays,
      newId: uuidv7,
    });
    const refusals = 'refusals' in decision ? decision.refusals : [];
    refuseAny([
      ...this.wrongLevel(basis, definition, act),
      ...refusals,
      ...textFaults(textsOfStep(act)),
      ...this.proposalRefusals(basis, run, act),
      ...('refusals' in decision || !isDecided(decision.run, definition) ? [] : this.categoryRefusals(basis, run)),
      ...more,
    ]);
    if ('refusals' in decision) throw new Error('unreachable: refusals were thrown');
    const mode = (row.eliminationMode ?? undefined) as EliminationMode | undefined;
    const decided = decidedRun(decision.run, definition) ?? decision.run;
    const will = decided.endedOn === null ? null : afterRun({ facts, run: decided, definition, mode });
    // Asked before a result is announced, and once more on the day that it is.
    if (will?.status === 'RISK_ELIMINATED') await this.needs.gates.requireGates(basis, will.eliminatedOn!);
    const after = decision.ended === null ? null : will;
    const followed = after === null ? null : { ...after, tracking: this.tracking(basis, after, act.occurredOn) };
    return this.effect(basis, run, decision.run, decision.completed, definition, act, followed);
  }

  /** What R12 makes of the case once the run has ended. */
  private tracking({ row, parts, facts }: CaseChangeBasis, after: CaseAfterRun, on: CalendarDate): TrackingColumns {
    const statuses = new Map(after.measures.map(({ id, status }) => [id, status]));
    const measures = facts.measures.map((own) => ({ ...own, status: statuses.get(own.id) ?? own.status }));
    const rules = this.needs.provinces.rulesOn(row.regionCode, on);
    return trackingColumns({ row, status: after.status, measures, members: parts.members, rules, on });
  }

  private effect(
    basis: CaseChangeBasis,
    before: ProcedureRun,
    run: ProcedureRun,
    completed: string,
    definition: ProcedureDefinition,
    act: StepAct,
    after: RunFollowed | null,
  ): CaseEffect {
    const { caller, facts } = basis;
    const content = new Map([[completed, this.content(act, completed, caller.now.toISOString())]]);
    const proposal = isIdentification(run) && act.outcome === 'PASSED' ? act.verification : null;
    const proposed = proposal?.risks ?? [];
    const open = facts.risks.filter(({ resolvedOn }) => resolvedOn === null);
    const added = proposed.filter(({ riskType }) => !open.some((risk) => risk.riskType === riskType));
    const dropped =
      proposal === null || proposal === undefined
        ? []
        : open.filter((risk) => !proposed.some(({ riskType }) => riskType === risk.riskType));
    const attempt = run.steps.find(({ id }) => id === completed)?.attempt ?? 1;
    return {
      set: {
        ...(proposal?.category ? { category: proposal.category } : {}),
        ...(after === null ? {} : afterColumns(after)),
        dueOn: earliestDue(run),
      },
      action: 'completeStep',
      occurredOn: act.occurredOn,
      change: {
        procedure: run.kind,
        step: act.step,
        attempt,
        outcome: act.outcome,
        ...this.lateness(basis, before, completed, act, after),
        evidence: (act.evidence ?? []).map(({ kind, sha256 }) => ({ kind, sha256 })),
        ...(act.returnTo ? { returnTo: act.returnTo } : {}),
        ...(act.enteredFor ? { sealed: ['enteredFor'] } : {}),
        ...(act.review ? { review: act.review } : {}),
        ...(act.comparison && act.comparison.departments.length > 0 ? { lookup: this.lookup(basis, act) } : {}),
        ...(proposal
          ? { category: proposal.category, risks: proposed, noLongerProposed: dropped.map(({ riskType }) => riskType) }
          : {}),
        ...(after === null
          ? {}
          : {
              runOutcome: run.outcome,
              status: after.status,
              identifiedOn: after.identifiedOn,
              eliminatedOn: after.eliminatedOn,
              ...after.tracking,
            }),
      },
      parts: {
        run: { before, after: run, definition, content },
        newRisks: added.map((risk) => ({ ...risk, id: uuidv7(), identifiedOn: act.occurredOn })),
        resolvedRisks: dropped.map(({ id }) => ({ id, on: act.occurredOn })),
        measures: after?.measures ?? [],
      },
    };
  }

  /** By how many days the step, and with it the identification, came after its last day: told in the event, and so for good. */
  private lateness(
    { row, caller }: CaseChangeBasis,
    before: ProcedureRun,
    completed: string,
    { occurredOn: doneOn }: StepAct,
    after: RunFollowed | null,
  ): Readonly<Record<string, number>> {
    const dueOn = before.steps.find(({ id }) => id === completed)?.dueOn ?? null;
    const ofStep = daysLate({ dueOn, doneOn }, caller.today) ?? 0;
    const decidedOn = after?.identifiedOn ?? doneOn;
    const due = after === null || !isIdentification(before) ? null : row.identificationDueOn;
    const ofCase = daysLate({ dueOn: due, doneOn: decidedOn }, caller.today) ?? 0;
    return { ...(ofStep > 0 ? { daysLate: ofStep } : {}), ...(ofCase > 0 ? { identificationDaysLate: ofCase } : {}) };
  }

  private content(act: StepAct, stepId: string, enteredAt: string): StepContent {
    const seal = (text: string | null | undefined, column: string) =>
      sealText(this.needs.cipher, text, 'procedure_step', column, stepId);
    const section = STEP_SECTIONS.map((name) => act[name]).find((value) => value !== null && value !== undefined);
    return {
      enteredAt,
      enteredForSealed: seal(act.enteredFor, 'entered_for'),
      noteSealed: seal(act.note, 'note_sealed'),
      sectionSealed: seal(section === undefined ? null : JSON.stringify(section), 'section_sealed'),
      extraSealed: seal(act.extra ? JSON.stringify(act.extra) : null, 'extra_sealed'),
      evidence: sealEvidence(this.needs.cipher, evidencePlace(stepId), act.evidence),
    };
  }

  private wrongLevel({ caller, row }: CaseChangeBasis, definition: ProcedureDefinition, act: StepAct): Refusal[] {
    const step = stepDefinition(definition, act.step);
    if (step === null) return [];
    const refusal = canCompleteStep({ grants: caller.principal?.grants ?? [], step, regionCode: row.regionCode });
    return refusal === null ? [] : [refusal];
  }

  /** What was looked up, and under which authorization (R09). */
  private lookup(basis: CaseChangeBasis, { comparison }: StepAct): Record<string, unknown> {
    const { runs, authorizationWithdrawnOn } = basis.facts;
    const authorization = standingAuthorization(runs, this.definitionsOf(basis), authorizationWithdrawnOn);
    return { departments: comparison?.departments ?? [], authorization };
  }

  private definitionsOf({ row }: CaseChangeBasis): (run: ProcedureRun) => ProcedureDefinition {
    return (run) => this.needs.provinces.definitionOf(run, row.regionCode);
  }

  /** The former status may have been corrected since the category was proposed (R02). */
  private categoryRefusals({ row, parts }: CaseChangeBasis, run: ProcedureRun): Refusal[] {
    if (!isIdentification(run) || row.category === null) return [];
    return checkCategory(row.category, parts.formerStatus, ['outcome']);
  }

  private proposalRefusals({ row, parts }: CaseChangeBasis, run: ProcedureRun, act: StepAct): Refusal[] {
    if (!isIdentification(run) || !act.verification) return [];
    const rules = this.needs.provinces.rulesOf(run.configVersion, row.regionCode, run.startedOn);
    return checkProposal(act.verification, parts.formerStatus, rules.riskTypes);
  }
}

/** Whether a run has passed, or has nothing left but to be announced. */
function isDecided(run: ProcedureRun, definition: ProcedureDefinition): boolean {
  return (decidedRun(run, definition) ?? run).outcome === 'PASSED';
}

function isIdentification(run: ProcedureRun): boolean {
  return run.kind === 'IDENTIFICATION' || run.kind === 'EMERGENCY_IDENTIFICATION';
}

function afterColumns(after: RunFollowed) {
  const { status, identifiedOn, eliminatedOn, eliminationMode, supportContinued, tracking } = after;
  return { status, identifiedOn, eliminatedOn, eliminationMode, supportContinued, ...tracking };
}
