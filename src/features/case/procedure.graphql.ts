import { Field, Int, ObjectType } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { ProcedureKind, StepOutcome } from '../../domain/procedure/procedure-definition.js';
import type { StepStatus } from '../../domain/procedure/procedure-run.js';
import { DateScalar, JsonObjectScalar } from '../../platform/graphql/scalars/index.js';
import { ProcedureKindEnum, StepOutcomeEnum } from '../province/procedure-definition.graphql.js';
import { StepStatusEnum } from './case-enums.graphql.js';

/** 佐证材料 · One piece of evidence. @article 3.2 */
@ObjectType({
  description:
    'Paper, photograph or record that proves a step or a delivery (佐证材料) (art. 3.2). The file lies elsewhere; here are its address and its digest.',
  simpleResolvers: true,
})
export class Evidence {
  @Field(() => String, {
    description: 'Kind of evidence (材料类别), e.g. "commitment-letter"; a step says which kinds it requires.',
  })
  kind!: string;

  @Field(() => String, { description: 'Title for people (材料名称).' })
  title!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Address of the file in the store of the region (存放地址), null for a paper only.',
  })
  uri!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the file in hexadecimal digits (文件摘要), null for a paper only.',
  })
  sha256!: string | null;
}

/** 办理中的环节 · One attempt at a step. @article 3.2 */
@ObjectType({
  description:
    'One attempt at a step of a run (环节办理情况) (art. 3.2). A step that was sent back is done anew as another attempt, the old one stays.',
  simpleResolvers: true,
})
export class ProcedureStep {
  @Field(() => StepStatusEnum, { description: 'Where the step stands (环节状态).' })
  status!: StepStatus;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Day on which the steps before it had happened (开始日期); the deadline counts from it. Null while waiting.',
  })
  startedOn!: CalendarDate | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day to complete it, inclusive (办理期限); null for no deadline, and where it cannot be told (holidays not announced, papers not back).',
  })
  dueOn!: CalendarDate | null;

  @Field(() => Boolean, { description: 'Whether it was completed after that day, or waits past it (是否逾期).' })
  overdue!: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      'Calendar days that it was completed after that day (逾期天数), or waits past it today; 0 in time, null for no such day. A step that was done late stays marked.',
  })
  daysLate!: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it happened (办结日期); null while it is not done.',
  })
  completedOn!: CalendarDate | null;

  @Field(() => StepOutcomeEnum, { nullable: true, description: 'How it ended (办理结果); null while it is not done.' })
  outcome!: StepOutcome | null;

  @Field(() => String, {
    nullable: true,
    description: 'Subject of the token that completed it (办理人), a login and not a name; null while it is not done.',
  })
  actor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What was noted when it was completed (办理意见); null for nothing.',
  })
  note!: string | null;

  @Field(() => [Evidence], { description: 'Evidence given with it (佐证材料); empty for none.' })
  evidence!: readonly Evidence[];

  @Field(() => JsonObjectScalar, {
    nullable: true,
    description: "Answers to the province's form of this step (补充表单内容); null where it has none or is not done.",
  })
  extra!: Readonly<Record<string, unknown>> | null;
}

/** 程序办理 · One run of a procedure. @article 3.2 */
@ObjectType({
  description:
    'One run of a procedure for a case (程序办理情况) (art. 3.2), pinned to the configuration as it stood on its first day.',
  simpleResolvers: true,
})
export class ProcedureRun {
  @Field(() => ProcedureKindEnum, { description: 'Which procedure is run (程序类别).' })
  kind!: ProcedureKind;

  @Field(() => DateScalar, { description: 'First day of the run (开始日期).' })
  startedOn!: CalendarDate;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which it ended (结束日期); null while under way.' })
  endedOn!: CalendarDate | null;

  @Field(() => StepOutcomeEnum, {
    nullable: true,
    description: 'How it ended (办理结果): PASSED or REJECTED; null while under way.',
  })
  outcome!: StepOutcome | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day of the whole run, inclusive (程序办理期限); null for no limit, and where it cannot be told (holidays not announced, papers not back).',
  })
  dueOn!: CalendarDate | null;

  @Field(() => String, { description: 'Content hash of the configuration that the run follows to its end (配置版本).' })
  configVersion!: string;

  @Field(() => [ProcedureStep], {
    description: 'Every attempt at every step, in the order of the definition, oldest attempt first (环节).',
  })
  steps!: readonly ProcedureStep[];
}
