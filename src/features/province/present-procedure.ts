import type {
  ProcedureDefinition as Definition,
  StepDefinition as Step,
} from '../../domain/procedure/procedure-definition.js';
import { type Language, nameIn } from './in-language.js';
import type { ProcedureDefinition, StepDefinition } from './procedure-definition.graphql.js';

/** 环节定义 · A step as the API gives it; a quorum that is no whole number of per cent is rounded up. @article 3.2 */
export function presentStep(step: Step, language: Language): StepDefinition {
  return {
    code: step.code,
    name: nameIn(step, language),
    kind: step.kind,
    level: step.level,
    after: step.after,
    deadlineDays: step.deadlineDays,
    workingDays: step.workingDays,
    deadlineStops: step.deadlineStops ?? [],
    minimumNoticeDays: step.minimumNoticeDays,
    quorum: step.quorumPercent === null ? null : Math.ceil(step.quorumPercent),
    outcomes: step.outcomes,
    requiredEvidence: step.requiredEvidence,
    extraForm: step.extraForm,
    article: step.article,
  };
}

/** 程序定义 · A procedure as the API gives it. @article 3.2 */
export function presentProcedure(definition: Definition, language: Language): ProcedureDefinition {
  const { kind, limitDays, limitInWorkingDays, limitStops = [], steps } = definition;
  return {
    kind,
    name: nameIn(definition, language),
    limitDays,
    limitInWorkingDays,
    limitStops,
    steps: steps.map((step) => presentStep(step, language)),
  };
}
