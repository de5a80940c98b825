import { Field, InputType } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { IdempotencyKey } from '../../platform/graphql/mutation-input.js';
import { DateScalar } from '../../platform/graphql/scalars/index.js';
import { EvidenceInput } from '../case/evidence.input.js';
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
