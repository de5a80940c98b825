import { Field, ObjectType } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { DateScalar } from '../../platform/graphql/scalars/index.js';

/** 办理进度 · How a declaration or an objection stands. @article 3.1 */
@ObjectType({
  description:
    'How a declaration or an objection stands, for whoever holds its receipt (办理进度) (art. 3.1); nothing personal.',
  simpleResolvers: true,
})
export class Progress {
  @Field(() => String, {
    description: 'Where it stands, in words (当前状态), in the language that was asked for: Chinese or English.',
  })
  status!: string;

  @Field(() => DateScalar, { description: 'Day on which something last happened to it (更新日期).' })
  updatedOn!: CalendarDate;

  @Field(() => String, { nullable: true, description: 'What comes next, in words (下一步); null when it is over.' })
  nextStep!: string | null;
}
