import { Field, InputType } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';
import { DateScalar } from '../../platform/graphql/scalars/index.js';
import { OnCaseInput } from './on-case.input.js';

/** 继续帮扶 · @article 3.3 */
@InputType({
  description:
    'Stability is weak, so support goes on and the case is looked at again by a day (继续帮扶) (art. 3.3); elimination then takes the whole procedure anew.',
})
export class ContinueSupportInput extends OnCaseInput {
  @Field(() => String, {
    description: 'Why stability is weak (原因): income unsteady, spending that cannot be controlled.',
  })
  reason!: string;

  @Field(() => DateScalar, { description: 'Day by which it is looked at again (复核期限); in the future.' })
  reviewBy!: CalendarDate;
}

/** 退出原因 · Why a case is withdrawn. @article 3.2 */
export const WITHDRAWAL_REASONS = ['DIED_OUT', 'MOVED_AWAY', 'MERGED', 'ENTERED_IN_ERROR'] as const;
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];

/** 退出原因 · GraphQL enum. @article 3.2 */
export const WithdrawalReasonEnum = describedEnum(
  'WithdrawalReason',
  "Why a case is withdrawn outside the policy's end (退出原因) (art. 3.2).",
  WITHDRAWAL_REASONS,
  {
    DIED_OUT: 'No member is left (整户死亡、自然消亡).',
    MOVED_AWAY: 'The whole household moved its registration away (整户迁出).',
    MERGED: 'The household became part of another one (并户).',
    ENTERED_IN_ERROR: 'The case should never have been entered (录入错误).',
  },
);

/** 退出监测 · @article 3.2 */
@InputType({
  description:
    "Withdraws a case for a reason outside the policy's end (退出监测) (art. 3.2). It is no way round the elimination procedure.",
})
export class WithdrawCaseInput extends OnCaseInput {
  @Field(() => WithdrawalReasonEnum, { description: 'Why it is withdrawn (退出原因).' })
  reason!: WithdrawalReason;

  @Field(() => String, { description: 'What happened, in words (情况说明).' })
  note!: string;

  @Field(() => DateScalar, { description: 'Day of the withdrawal (退出日期); not in the future.' })
  on!: CalendarDate;
}

/** 明确帮扶责任人 · @article 5.1 */
@InputType({
  description:
    'Names who looks after the household from a day on (明确帮扶责任人) (art. 5.1); whoever did before is relieved the day before.',
})
export class AssignResponsiblePersonInput extends OnCaseInput {
  @Field(() => String, { description: 'Name of the person (责任人姓名); kept encrypted.' })
  name!: string;

  @Field(() => String, { description: 'Unit that he or she belongs to (所在单位).' })
  organization!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Phone number for the household to call (联系电话); kept encrypted.',
  })
  phone?: string | null;

  @Field(() => DateScalar, { description: 'First day of the charge (起始日期).' })
  from!: CalendarDate;
}
