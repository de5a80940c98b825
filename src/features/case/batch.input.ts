import { Field, ID, InputType } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { IdempotencyKey } from '../../platform/graphql/mutation-input.js';
import { DateScalar } from '../../platform/graphql/scalars/index.js';
import { EvidenceInput } from './evidence.input.js';
import { CompleteStepInput } from './step.input.js';

/** 批量办理环节 · @article 3.2 */
@InputType({
  description:
    'Completes steps of up to 500 cases, done at one village meeting or in one office session (批量办理环节) (art. 3.2); each stands or falls by itself. Several items on one case follow each other, each with the version that the one before leaves.',
})
export class CompleteStepsInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => [CompleteStepInput], {
    description: 'The steps (办理事项), 1 to 500. An item may have an idempotencyKey of its own, as in completeStep.',
  })
  items!: CompleteStepInput[];

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Day of the meeting (会议日期), not in the future: every item happened on it. Left out where the items cite no meeting or happened on several days.',
  })
  heldOn?: CalendarDate | null;

  @Field(() => String, { nullable: true, description: 'Where the meeting was held (会议地点), e.g. 村委会会议室.' })
  place?: string | null;

  @Field(() => [EvidenceInput], {
    nullable: true,
    description: 'Minutes of the meeting with their SHA-256 (会议记录): evidence of every item, beside its own.',
  })
  minutes?: EvidenceInput[] | null;
}

/** 联合公示 · @article 3.2 */
@InputType({
  description:
    'Puts up one notice for up to 500 cases of a village (联合公示) (art. 3.2), each at its current public-notice step and each objected to by itself; given again with a later closing day it extends the notice for the cases named.',
})
export class PublishJointNoticeInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => [ID], { description: 'Global ids of the cases (档案标识), 1 to 500, all of one village.' })
  caseIds!: string[];

  @Field(() => DateScalar, { description: 'Day on which it is put up (公示开始日期); not counted among its days.' })
  opensOn!: CalendarDate;

  @Field(() => DateScalar, {
    description:
      'Last day for objections (公示截止日期), inclusive; a case whose procedure asks for more days is left out. May lie in the future.',
  })
  closesOn!: CalendarDate;

  @Field(() => String, { description: 'Where it hangs or is shown (公示地点), e.g. 村务公开栏.' })
  place!: string;

  @Field(() => [EvidenceInput], {
    nullable: true,
    description: 'Photographs of the board with their SHA-256 (公示照片), e.g. of a notice that is entered afterwards.',
  })
  evidence?: EvidenceInput[] | null;
}
