import { Field, Int, ObjectType } from 'type-graphql';
import type { CaseStatus } from '../../domain/case/monitoring-case.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { DateScalar } from '../../platform/graphql/scalars/index.js';
import { CaseStatusEnum } from '../case/case-enums.graphql.js';

/** 监测对象流转 · @article 3.2 */
@ObjectType({
  description:
    'How many cases moved from one status to another in a period (监测对象流转) (art. 3.2, 3.3), by the days on which it happened.',
  simpleResolvers: true,
})
export class CaseFlow {
  @Field(() => DateScalar, { description: 'First day of the period (时段起始日).' })
  period!: CalendarDate;

  @Field(() => CaseStatusEnum, {
    nullable: true,
    description: 'The status before (变动前状态); null for cases that were opened.',
  })
  from!: CaseStatus | null;

  @Field(() => CaseStatusEnum, { description: 'The status after (变动后状态).' })
  to!: CaseStatus;

  @Field(() => Int, {
    description: 'Number of moves (变动档案数): a case that moved so twice in the period counts twice.',
  })
  cases!: number;

  @Field(() => Int, {
    description: "Sum over the moves of the present members of the case's household (涉及人数).",
  })
  persons!: number;

  @Field(() => Int, {
    description:
      'Of the moves, those of cases whose household had its risk marked eliminated in a case before (其中返贫档案数).',
  })
  relapsed!: number;
}
