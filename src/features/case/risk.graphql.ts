import { Field, ID, ObjectType } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { DateScalar } from '../../platform/graphql/scalars/index.js';

/** 返贫致贫风险 · One risk of a case. @article 4.2 */
@ObjectType({
  description:
    'One risk of the household that a case is about (返贫致贫风险) (art. 4.2); up to five a case in the national form.',
  simpleResolvers: true,
})
export class CaseRisk {
  @Field(() => ID, { description: 'Id of this risk in its case (风险标识), to be given to `resolveRisk`.' })
  id!: string;

  @Field(() => Boolean, { description: 'Whether it is the main one (是否主要风险).' })
  primary!: boolean;

  @Field(() => DateScalar, { description: 'Day on which it was found (识别日期).' })
  identifiedOn!: CalendarDate;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it was resolved (解除日期); null while it stands.',
  })
  resolvedOn!: CalendarDate | null;
}
