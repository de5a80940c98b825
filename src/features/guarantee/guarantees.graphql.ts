import { Field, ObjectType } from 'type-graphql';
import type { GuaranteeStatus } from '../../domain/guarantee/guarantee-check.js';
import type { RecordSource } from '../../domain/household/record-source.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { DateScalar } from '../../platform/graphql/scalars/index.js';
import { RecordSourceEnum } from '../household/household-enums.graphql.js';
import { GuaranteeStatusEnum } from './guarantee-status.graphql.js';

/** 两不愁三保障及饮水安全 · One check of the six guarantees. @article 2.1 */
@ObjectType({
  description:
    'One check of the two worries-free, the three guarantees and drinking water ("两不愁三保障"及饮水安全) (art. 2.1, 3.3).',
  simpleResolvers: true,
})
export class Guarantees {
  @Field(() => GuaranteeStatusEnum, { description: 'Enough to eat (不愁吃).' })
  food!: GuaranteeStatus;

  @Field(() => GuaranteeStatusEnum, { description: 'Clothes and bedding for every season (不愁穿).' })
  clothing!: GuaranteeStatus;

  @Field(() => GuaranteeStatusEnum, {
    description: 'Every child of that age is in compulsory schooling (义务教育有保障).',
  })
  compulsoryEducation!: GuaranteeStatus;

  @Field(() => GuaranteeStatusEnum, { description: 'Every member is insured and can be treated (基本医疗有保障).' })
  basicMedicalCare!: GuaranteeStatus;

  @Field(() => GuaranteeStatusEnum, { description: 'The house is safe to live in (住房安全有保障).' })
  safeHousing!: GuaranteeStatus;

  @Field(() => GuaranteeStatusEnum, { description: 'Drinking water is enough, near and clean (饮水安全).' })
  drinkingWater!: GuaranteeStatus;

  @Field(() => DateScalar, { description: 'Day on which it was checked at the home (核查日期).' })
  checkedOn!: CalendarDate;

  @Field(() => RecordSourceEnum, {
    nullable: true,
    description:
      'Where the answers come from (来源) (art. 5.4); null where it was not said, as in records of before it was asked.',
  })
  source!: RecordSource | null;

  @Field(() => String, { nullable: true, description: 'What the checker adds in words (备注), null for nothing.' })
  note!: string | null;
}
