import type { CalendarDate } from '../../kernel/calendar-date.js';
import { SECTION_OF_KIND } from '../../procedure/checks/section-matches-kind.js';
import { IDENTIFICATION_KINDS } from '../../procedure/checks/verification-complete.js';
import type { ProcedureDefinition, StepDefinition, StepOutcome } from '../../procedure/procedure-definition.js';
import type { StepAct } from '../../procedure/step-act.js';
import { stepsBefore } from '../../procedure/step-graph.js';
import type { RiskType } from '../../risk/risk-type.js';

/** 任意内容 · Stands for whatever a person would write. @article none — technical */
export const SOMETHING = '…';

/** 合乎要求的填报 · What is known of the step that an act would complete. @article none — technical */
export interface FittingAct {
  readonly definition: ProcedureDefinition;
  readonly own: StepDefinition;
  readonly outcome: StepOutcome;
  readonly on: CalendarDate;
  readonly riskTypes: readonly RiskType[];
}

/** 可退回的环节 · Steps that a run may go back to from one. @article 3.2 */
export function mayReturnTo(definition: ProcedureDefinition, code: string): string[] {
  return stepsBefore(definition, code).filter((other) => other !== code);
}

/**
 * 合乎要求的填报 · An act whose every input is as the step asks for it, so that what the checks still say against it lies in
 * the case, the day and the person, and not in the input.
 *
 * @article none — technical
 */
export function fittingAct({ definition, own, outcome, on, riskTypes }: FittingAct): StepAct {
  const passed = outcome === 'PASSED';
  const act: StepAct = {
    step: own.code,
    outcome,
    occurredOn: on,
    note: SOMETHING,
    evidence: [...own.requiredEvidence, 'photograph'].map((kind) => ({ kind, title: kind, sha256: '0'.repeat(64) })),
    extraFaults: [],
    returnTo: outcome === 'RETURNED' ? (mayReturnTo(definition, own.code)[0] ?? null) : null,
  };
  switch (SECTION_OF_KIND[own.kind]) {
    case 'verification': {
      const verification = { visitors: [SOMETHING], mode: 'VISIT' as const, findings: SOMETHING };
      if (!IDENTIFICATION_KINDS.includes(definition.kind)) return { ...act, verification };
      const risks = riskTypes.slice(0, 1).map(({ code }) => ({ riskType: code, primary: true }));
      return { ...act, verification: { ...verification, category: 'SUDDEN_SEVERE_DIFFICULTY', risks } };
    }
    case 'commitment': {
      const given = outcome !== 'REJECTED';
      return { ...act, commitment: { signedBy: SOMETHING, truthful: given, authorizesLookup: given } };
    }
    case 'comparison':
      return { ...act, comparison: { departments: ['OTHER'], discrepancies: [] } };
    case 'review': {
      const vote = { inFavour: passed ? 1 : 0, against: passed ? 0 : 1, abstained: 0 };
      return { ...act, review: { eligible: 1, attended: 1, ...vote } };
    }
    case 'decision':
      return { ...act, decision: { decidedBy: SOMETHING } };
    case 'announcement':
      return { ...act, announcement: { issuedBy: SOMETHING, place: SOMETHING } };
    case null:
      return act;
  }
}
