import { uuidv7 } from 'uuidv7';
import type { CaseAfterRun } from '../../domain/case/after-run.js';
import { daysLate } from '../../domain/case/identification-due.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { STEP_SECTIONS } from '../../domain/procedure/checks/section-matches-kind.js';
import { isIdentification } from '../../domain/procedure/is-identification.js';
import type { ProcedureDefinition } from '../../domain/procedure/procedure-definition.js';
import type { ProcedureRun } from '../../domain/procedure/procedure-run.js';
import { standingAuthorization } from '../../domain/procedure/standing-authorization.js';
import type { StepAct } from '../../domain/procedure/step-act.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import {
  type CaseChangeBasis,
  type CaseEffect,
  earliestDue,
  evidencePlace,
  sealEvidence,
  sealText,
  type StepContent,
  type TrackingColumns,
} from '../case/index.js';

/** 办结结果 · What a run that ended makes of the case, R12 included. */
export interface RunFollowed extends CaseAfterRun {
  readonly tracking: TrackingColumns;
}

/** 已办环节 · A step that nothing speaks against, with what follows from it. */
export interface StepDone {
  readonly basis: CaseChangeBasis;
  readonly before: ProcedureRun;
  readonly run: ProcedureRun;
  /** Id of the attempt that is done. */
  readonly completed: string;
  readonly definition: ProcedureDefinition;
  readonly act: StepAct;
  /** Null while the run goes on. */
  readonly after: RunFollowed | null;
  /** The last day of the identification as it is known now. */
  readonly identificationDueOn: CalendarDate | null;
  /** Of each run of the case. */
  readonly definitionOf: (run: ProcedureRun) => ProcedureDefinition;
}

/**
 * 环节的效果 · What a step that is done makes of the case, its rows and its trail.
 *
 * @article 3.2
 */
export function stepEffect(cipher: FieldCipher, done: StepDone): CaseEffect {
  const { basis, before, run, completed, definition, act, after, identificationDueOn } = done;
  const { caller, facts, row } = basis;
  const content = new Map([[completed, contentOf(cipher, act, completed, caller.now.toISOString())]]);
  const proposal = isIdentification(run) && act.outcome === 'PASSED' ? act.verification : null;
  const proposed = proposal?.risks ?? [];
  const open = facts.risks.filter(({ resolvedOn }) => resolvedOn === null);
  const added = proposed.filter(({ riskType }) => !open.some((risk) => risk.riskType === riskType));
  const dropped =
    proposal === null || proposal === undefined
      ? []
      : open.filter((risk) => !proposed.some(({ riskType }) => riskType === risk.riskType));
  const attempt = run.steps.find(({ id }) => id === completed)?.attempt ?? 1;
  const due = identificationDueOn === row.identificationDueOn ? {} : { identificationDueOn };
  return {
    set: {
      ...(proposal?.category ? { category: proposal.category } : {}),
      ...(after === null ? {} : afterColumns(after)),
      dueOn: earliestDue(run),
      ...due,
    },
    action: 'completeStep',
    occurredOn: act.occurredOn,
    change: {
      procedure: run.kind,
      step: act.step,
      attempt,
      outcome: act.outcome,
      ...lateness(done),
      ...due,
      evidence: (act.evidence ?? []).map(({ kind, sha256 }) => ({ kind, sha256 })),
      ...(act.returnTo ? { returnTo: act.returnTo } : {}),
      ...(act.enteredFor ? { sealed: ['enteredFor'] } : {}),
      ...(act.review ? { review: act.review } : {}),
      ...(act.comparison && act.comparison.departments.length > 0 ? { lookup: lookupOf(done) } : {}),
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
function lateness({
  basis,
  before,
  completed,
  act,
  after,
  identificationDueOn,
}: StepDone): Readonly<Record<string, number>> {
  const { today } = basis.caller;
  const { occurredOn: doneOn } = act;
  const dueOn = before.steps.find(({ id }) => id === completed)?.dueOn ?? null;
  const ofStep = daysLate({ dueOn, doneOn }, today) ?? 0;
  const decidedOn = after?.identifiedOn ?? doneOn;
  const due = after === null || !isIdentification(before) ? null : identificationDueOn;
  const ofCase = daysLate({ dueOn: due, doneOn: decidedOn }, today) ?? 0;
  return { ...(ofStep > 0 ? { daysLate: ofStep } : {}), ...(ofCase > 0 ? { identificationDaysLate: ofCase } : {}) };
}

function contentOf(cipher: FieldCipher, act: StepAct, stepId: string, enteredAt: string): StepContent {
  const seal = (text: string | null | undefined, column: string) =>
    sealText(cipher, text, 'procedure_step', column, stepId);
  const section = STEP_SECTIONS.map((name) => act[name]).find((value) => value !== null && value !== undefined);
  return {
    enteredAt,
    enteredForSealed: seal(act.enteredFor, 'entered_for'),
    noteSealed: seal(act.note, 'note_sealed'),
    sectionSealed: seal(section === undefined ? null : JSON.stringify(section), 'section_sealed'),
    extraSealed: seal(act.extra ? JSON.stringify(act.extra) : null, 'extra_sealed'),
    evidence: sealEvidence(cipher, evidencePlace(stepId), act.evidence),
  };
}

/** What was looked up, and under which authorization (R09). */
function lookupOf({ basis, act, definitionOf }: StepDone): Record<string, unknown> {
  const { runs, authorizationWithdrawnOn } = basis.facts;
  const authorization = standingAuthorization(runs, definitionOf, authorizationWithdrawnOn);
  return { departments: act.comparison?.departments ?? [], authorization };
}

function afterColumns(after: RunFollowed) {
  const { status, identifiedOn, eliminatedOn, eliminationMode, supportContinued, tracking } = after;
  return { status, identifiedOn, eliminatedOn, eliminationMode, supportContinued, ...tracking };
}
