import { Field, ID, InputType } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';
import { ExpectedVersion, IdempotencyKey } from '../../platform/graphql/mutation-input.js';
import { DateScalar } from '../../platform/graphql/scalars/index.js';
import { OnCaseInput } from '../case/on-case.input.js';

/** 发布公示 · @article 3.2 */
@InputType({
  description:
    'Puts up the notice of a PUBLIC_NOTICE step (发布公示) (art. 3.2). The step itself is completed once the closing day has passed. A second call with a later closing day extends the notice; nothing shortens it.',
})
export class PublishNoticeInput extends OnCaseInput {
  @Field(() => String, { description: 'Code of the current PUBLIC_NOTICE step (公示环节代码).' })
  step!: string;

  @Field(() => DateScalar, { description: 'Day on which it is put up (公示开始日期); not counted among its days.' })
  opensOn!: CalendarDate;

  @Field(() => DateScalar, {
    description:
      "Last day for objections (公示截止日期), inclusive: at least the province's days after it is put up; may lie in the future.",
  })
  closesOn!: CalendarDate;

  @Field(() => String, { description: 'Where it hangs or is shown (公示地点), e.g. 村务公开栏.' })
  place!: string;
}

/** 提出异议 · @article 3.2 */
@InputType({
  description:
    'Files an objection to an entry of a notice in its days (提出异议) (art. 3.2); open to everyone, without a token.',
})
export class FileObjectionInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: 'Id of the entry that is objected to (公示条目标识).' })
  entryId!: string;

  @Field(() => DateScalar, {
    description: 'Day on which it is filed (提出日期), one of the days of the notice; a letter may be entered later.',
  })
  filedOn!: CalendarDate;

  @Field(() => String, { description: 'What speaks against it, in own words (异议内容); kept encrypted.' })
  statement!: string;

  @Field(() => String, {
    nullable: true,
    description: 'How to reach whoever objects (联系方式); kept encrypted, and not required.',
  })
  contact?: string | null;
}

/** 异议处理结论 · How an objection is resolved. @article 3.2 */
export const OBJECTION_OUTCOMES = ['UPHELD', 'DISMISSED'] as const;
export type ObjectionOutcome = (typeof OBJECTION_OUTCOMES)[number];

/** 异议处理结论 · GraphQL enum. @article 3.2 */
export const ObjectionOutcomeEnum = describedEnum(
  'ObjectionOutcome',
  'How an objection is resolved (异议处理结论) (art. 3.2).',
  OBJECTION_OUTCOMES,
  {
    UPHELD: 'It is right (成立): the run goes back to verification.',
    DISMISSED: 'It does not hold (不成立): the notice runs on.',
  },
);

/** 处理异议 · @article 3.2 */
@InputType({ description: 'Answers an objection with its reason (处理异议) (art. 3.2).' })
export class ResolveObjectionInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: 'Id of the objection (异议标识).' })
  objectionId!: string;

  @ExpectedVersion('case')
  expectedVersion!: number;

  @Field(() => ObjectionOutcomeEnum, { description: 'Whether it is right (处理结论).' })
  outcome!: ObjectionOutcome;

  @Field(() => DateScalar, {
    description: 'Day on which it was resolved (处理日期): not before it was filed, not in the future.',
  })
  resolvedOn!: CalendarDate;

  @Field(() => String, { description: 'Why, in words that can be shown to whoever objected (处理结果说明).' })
  resolution!: string;
}
