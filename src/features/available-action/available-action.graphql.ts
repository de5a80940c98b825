import { Field, ObjectType } from 'type-graphql';
import { JsonObjectScalar } from '../../platform/graphql/scalars/index.js';

/** 不可办理的原因 · Why an action is not allowed. @article 5.1 */
@ObjectType({
  description:
    'Why something cannot be done with a case now (不可办理的原因) (art. 5.1): the userError that the mutation would answer, or FORBIDDEN where the role may never call it.',
  simpleResolvers: true,
})
export class ActionReason {
  @Field(() => String, {
    description:
      'Closed code for programs (原因代码), as in `userErrors`, e.g. WRONG_LEVEL, NOTICE_STILL_OPEN, GATE_NOT_PASSED.',
  })
  code!: string;

  @Field(() => String, { description: 'A sentence for people (说明): what stands in the way, and what would mend it.' })
  message!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Article of 中农组发〔2021〕7号 that asks for it (政策条款), e.g. "3.2", or "G" for guide and county practice; null where the reason is technical.',
  })
  article!: string | null;
}

/** 可办理事项 · One thing that could be done with a case now. @article 5.1 */
@ObjectType({
  description:
    'One thing that could be done with a case today (可办理事项) (art. 5.1): a button of a front end. It is allowed when the mutation, with an input as it should be and dated today, would not be refused to the viewer; it is tried by the rules of the mutation itself.',
  simpleResolvers: true,
})
export class AvailableAction {
  @Field(() => String, { description: 'Name of the mutation that does it (操作名), e.g. "completeStep".' })
  action!: string;

  @Field(() => String, { description: 'What it is, for a button (事项名称), in the language of the request.' })
  title!: string;

  @Field(() => Boolean, {
    description: 'Whether the viewer may do it now (可否办理): true when there is no reason against it.',
  })
  allowed!: boolean;

  @Field(() => [ActionReason], {
    description: 'Every reason against it (不可办理的原因), with its article; empty where it is allowed.',
  })
  reasons!: readonly ActionReason[];

  @Field(() => String, {
    nullable: true,
    description: 'Code of the step that it is about (环节代码); null where it is about none.',
  })
  step!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Section of `CompleteStepInput` that the step calls for (填报部分): "verification", "commitment", "comparison", "review" or "decision"; null for none.',
  })
  section!: string | null;

  @Field(() => JsonObjectScalar, {
    nullable: true,
    description:
      'JSON Schema of what the province asks for beside the section (补充表单), to be answered in `extra`; null for nothing.',
  })
  extraForm!: Readonly<Record<string, unknown>> | null;

  @Field(() => [String], {
    description: 'Kinds of evidence that must be given (必备佐证材料), each with its SHA-256; empty for none.',
  })
  requiredEvidence!: readonly string[];

  @Field(() => [String], {
    description:
      'With the outcome RETURNED, the codes of the steps that the run may go back to (可退回的环节); else empty.',
  })
  returnTo!: readonly string[];

  @Field(() => JsonObjectScalar, {
    description:
      "What of the mutation's input is settled already (已定的输入): ids, the version, the step, the outcome. A front end adds what the person enters.",
  })
  input!: Readonly<Record<string, unknown>>;
}
