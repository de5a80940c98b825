import { Field, InputType } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { StepOutcome } from '../../domain/procedure/procedure-definition.js';
import { DateScalar, JsonObjectScalar } from '../../platform/graphql/scalars/index.js';
import { EvidenceInput } from '../case/evidence.input.js';
import { OnCaseInput } from '../case/on-case.input.js';
import { StepOutcomeEnum } from '../province/procedure-definition.graphql.js';
import {
  AnnouncementInput,
  CommitmentInput,
  ComparisonInput,
  DecisionInput,
  DemocraticReviewInput,
  VerificationInput,
} from './step-section.input.js';

const ONLY = 'give it for this kind and no other';

/** 办结环节 · The one door through every procedure. @article 3.2 */
@InputType({
  description:
    "Completes a current step of a case (办结环节) (art. 3.2). Give the section that the step's kind calls for, and no other.",
})
export class CompleteStepInput extends OnCaseInput {
  @Field(() => String, {
    description:
      'Code of a current step (环节代码), so that a stale screen completes nothing; STEP_NOT_CURRENT otherwise.',
  })
  step!: string;

  @Field(() => StepOutcomeEnum, { description: 'How it ends (办理结果), one of the outcomes of its definition.' })
  outcome!: StepOutcome;

  @Field(() => DateScalar, {
    description:
      'Day on which it happened (办结日期): not before the steps that it follows, not in the future. Papers may be entered later.',
  })
  occurredOn!: CalendarDate;

  @Field(() => String, {
    nullable: true,
    description: 'What is to be noted (办理意见); the reason is required with RETURNED and REJECTED. Kept encrypted.',
  })
  note?: string | null;

  @Field(() => [EvidenceInput], {
    nullable: true,
    description: 'Evidence (佐证材料), with every kind that the step requires.',
  })
  evidence?: EvidenceInput[] | null;

  @Field(() => VerificationInput, {
    nullable: true,
    description: `Section of HOUSEHOLD_VERIFICATION (入户核实情况); ${ONLY}.`,
  })
  verification?: VerificationInput | null;

  @Field(() => CommitmentInput, {
    nullable: true,
    description: `Section of COMMITMENT_AUTHORIZATION (承诺授权情况); ${ONLY}.`,
  })
  commitment?: CommitmentInput | null;

  @Field(() => ComparisonInput, { nullable: true, description: `Section of DATA_COMPARISON (信息比对情况); ${ONLY}.` })
  comparison?: ComparisonInput | null;

  @Field(() => DemocraticReviewInput, {
    nullable: true,
    description: `Section of DEMOCRATIC_REVIEW (民主评议情况); ${ONLY}.`,
  })
  review?: DemocraticReviewInput | null;

  @Field(() => DecisionInput, {
    nullable: true,
    description: `Section of TOWNSHIP_REVIEW and COUNTY_DECISION (审核审定情况); give it for these kinds and no other.`,
  })
  decision?: DecisionInput | null;

  @Field(() => AnnouncementInput, {
    nullable: true,
    description: `Section of RESULT_ANNOUNCEMENT (结果公告情况); ${ONLY}.`,
  })
  announcement?: AnnouncementInput | null;

  @Field(() => JsonObjectScalar, {
    nullable: true,
    description: "Answers to the step's `extraForm` (补充表单内容), checked against its JSON Schema.",
  })
  extra?: Record<string, unknown> | null;

  @Field(() => String, {
    nullable: true,
    description: 'With RETURNED: code of the earlier step that the run goes back to (退回环节); not given otherwise.',
  })
  returnTo?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Office holder whose act a clerk enters (代录对象), with the paper as evidence; left out by whoever acts in person.',
  })
  enteredFor?: string | null;
}
