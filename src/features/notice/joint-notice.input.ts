import { Field, ID, InputType } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { IdempotencyKey } from '../../platform/graphql/mutation-input.js';
import { DateScalar } from '../../platform/graphql/scalars/index.js';
import { EvidenceInput } from '../case/evidence.input.js';

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
