import { Field, ID, InputType } from 'type-graphql';
import type { GuaranteeStatus } from '../../domain/guarantee/guarantee-check.js';
import type { RecordSource } from '../../domain/household/record-source.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { ExpectedVersion, IdempotencyKey } from '../../platform/graphql/mutation-input.js';
import { DateScalar } from '../../platform/graphql/scalars/index.js';
import { RecordSourceEnum } from '../household/household-enums.graphql.js';
import { GuaranteeStatusEnum } from './guarantee-status.graphql.js';

/** 保障核查录入 · One check of the six guarantees as it is entered. @article 2.1 */
@InputType({
  description:
    'One check of the two worries-free, the three guarantees and drinking water, as entered ("两不愁三保障"及饮水安全核查) (art. 2.1). All six are answered at once.',
})
export class GuaranteesInput {
  @Field(() => GuaranteeStatusEnum, { description: 'Whether there is enough to eat (不愁吃).' })
  food!: GuaranteeStatus;

  @Field(() => GuaranteeStatusEnum, { description: 'Whether there are clothes and bedding for every season (不愁穿).' })
  clothing!: GuaranteeStatus;

  @Field(() => GuaranteeStatusEnum, {
    description: 'Whether every child of that age is in compulsory schooling (义务教育有保障).',
  })
  compulsoryEducation!: GuaranteeStatus;

  @Field(() => GuaranteeStatusEnum, {
    description: 'Whether every member is insured and can be treated (基本医疗有保障).',
  })
  basicMedicalCare!: GuaranteeStatus;

  @Field(() => GuaranteeStatusEnum, { description: 'Whether the house is safe to live in (住房安全有保障).' })
  safeHousing!: GuaranteeStatus;

  @Field(() => GuaranteeStatusEnum, { description: 'Whether drinking water is enough, near and clean (饮水安全).' })
  drinkingWater!: GuaranteeStatus;

  @Field(() => DateScalar, { description: 'Day on which it was checked at the home (核查日期); not in the future.' })
  checkedOn!: CalendarDate;

  @Field(() => RecordSourceEnum, {
    nullable: true,
    defaultValue: 'VISIT',
    description:
      'Where the answers come from (来源) (art. 5.4); a visit where nothing is said, and in a row of `importHouseholds` nothing at all.',
  })
  source?: RecordSource | null;

  @Field(() => String, { nullable: true, description: 'What the checker adds in words (备注).' })
  note?: string | null;
}

/** 登记保障核查 · @article 2.1 */
@InputType({ description: 'Records a check of the six guarantees of a household (登记保障核查) (art. 2.1, 3.3).' })
export class RecordGuaranteesInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: 'Global id of the household (农户标识).' })
  householdId!: string;

  @ExpectedVersion('household', 'optional')
  expectedVersion?: number | null;

  @Field(() => GuaranteesInput, { description: 'The check with its six answers (核查情况).' })
  guarantees!: GuaranteesInput;
}
