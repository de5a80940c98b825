import { uuidv7 } from 'uuidv7';
import { afterRun, type CaseAfterRun } from '../../domain/case/after-run.js';
import { identificationDueNow } from '../../domain/case/identification-due.js';
import { checkProposal } from '../../domain/case/check-proposal.js';
import type { EliminationMode } from '../../domain/case/monitoring-case.js';
import { checkCategory } from '../../domain/case/rules/r02-category-fits-former-status.js';
import { canCompleteStep } from '../../domain/jurisdiction/can-complete-step.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Refusal } from '../../domain/kernel/verdict.js';
import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import { authorizedEarlier } from '../../domain/procedure/authorized-earlier.js';
import { completeStep } from '../../domain/procedure/complete-step.js';
import { decidedRun } from '../../domain/procedure/decided-run.js';
import { isIdentification } from '../../domain/procedure/is-identification.js';
import type { ProcedureDefinition } from '../../domain/procedure/procedure-definition.js';
import type { ProcedureRun } from '../../domain/procedure/procedure-run.js';
import type { StepAct } from '../../domain/procedure/step-act.js';
import { stepDefinition } from '../../domain/procedure/step-graph.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import {
  type CaseChangeBasis,
  type CaseChangeService,
  type CaseEffect,
  type OnCase,
  readCaseId,
  runUnderWay,
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
import { stepEffect } from './step-effect.js';

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
    return stepEffect(this.needs.cipher, {
      basis,
      before: run,
      run: decision.run,
      completed: decision.completed,
      definition,
      act,
      after: followed,
      identificationDueOn: this.identificationDueOn(basis, run),
      definitionOf: this.definitionsOf(basis),
    });
  }

  /** What R12 makes of the case once the run has ended. */
  private tracking({ row, parts, facts }: CaseChangeBasis, after: CaseAfterRun, on: CalendarDate): TrackingColumns {
    const statuses = new Map(after.measures.map(({ id, status }) => [id, status]));
    const measures = facts.measures.map((own) => ({ ...own, status: statuses.get(own.id) ?? own.status }));
    const rules = this.needs.provinces.rulesOn(row.regionCode, on);
    return trackingColumns({ row, status: after.status, measures, members: parts.members, rules, on });
  }

  /** A lead may have joined since the case was opened, and holidays been announced: the last day as it is known now. */
  private identificationDueOn({ row, parts }: CaseChangeBasis, run: ProcedureRun): CalendarDate | null {
    const { identificationDueOn: known, openedOn, regionCode } = row;
    if (!isIdentification(run)) return known;
    const limitOn = (found: CalendarDate) =>
      this.needs.provinces.rulesOf(run.configVersion, regionCode, found).identificationLimit?.value ?? null;
    const { firstReportedOn } = parts;
    return identificationDueNow({ known, openedOn, firstReportedOn }, limitOn, this.needs.holidays);
  }

  private wrongLevel({ caller, row }: CaseChangeBasis, definition: ProcedureDefinition, act: StepAct): Refusal[] {
    const step = stepDefinition(definition, act.step);
    if (step === null) return [];
    const refusal = canCompleteStep({ grants: caller.principal?.grants ?? [], step, regionCode: row.regionCode });
    return refusal === null ? [] : [refusal];
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
