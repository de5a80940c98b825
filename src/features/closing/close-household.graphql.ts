import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { CLOSING_REASONS, type ClosingReason } from '../../domain/retention/closing-reason.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';
import { ExpectedVersion, IdempotencyKey } from '../../platform/graphql/mutation-input.js';
import { DateScalar } from '../../platform/graphql/scalars/index.js';
import { UserError } from '../../platform/graphql/user-error.js';

/** 注销原因 · GraphQL enum. @article 5.3 */
export const ClosingReasonEnum = describedEnum(
  'ClosingReason',
  "Why a household's record is closed (注销原因) (art. 5.3).",
  CLOSING_REASONS,
  {
    DIED_OUT: 'Nobody of the household is left (整户死亡).',
    MOVED_AWAY: 'The household lives elsewhere and is registered there (整户迁出).',
    ENTERED_TWICE: 'It was entered twice; the other record goes on (重复登记).',
    ON_REQUEST: 'The household asks for it, after the time for which the record has to be kept (保存期满后本人申请).',
  },
);

/** 注销档案 · @article 5.3 */
@InputType({
  description:
    'Closes the record of a household (注销农户档案) (art. 5.3): no search or list finds it any more, and its personal data is erased after the time that the province keeps it.',
})
export class CloseHouseholdInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: 'Global id of the household (农户标识).' })
  householdId!: string;

  @ExpectedVersion('household')
  expectedVersion!: number;

  @Field(() => ClosingReasonEnum, { description: 'Why it is closed (注销原因).' })
  reason!: ClosingReason;

  @Field(() => DateScalar, { description: 'Day from which it is closed (注销日期); not in the future.' })
  on!: CalendarDate;

  @Field(() => String, { description: 'Which papers say so (说明), 1 to 2,000 characters; sealed.' })
  note!: string;
}

/** 已注销档案 · What is still said of a record that was closed. @article 5.3 */
@ObjectType({
  description: 'What is still said of a household record that was closed (已注销档案) (art. 5.3).',
  simpleResolvers: true,
})
export class ClosedRecord {
  @Field(() => String, { description: 'Number that the household had (户编号); it names the record to an operator.' })
  number!: string;

  @Field(() => ClosingReasonEnum, { description: 'Why it was closed (注销原因).' })
  reason!: ClosingReason;

  @Field(() => DateScalar, { description: 'Day from which it is closed (注销日期).' })
  closedOn!: CalendarDate;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Day from which its personal data is to be erased (保存期限届满日), by the time of keeping in force on the day of the closing; null where no rule sets one.',
  })
  keptUntil!: CalendarDate | null;
}

/** 注销结果 · Answer to the closing of a record. @article none — technical */
@ObjectType({
  description: 'Answer to the closing of a household record (注销结果): what is still said of it, or why not.',
  simpleResolvers: true,
})
export class CloseHouseholdPayload {
  @Field(() => ClosedRecord, { nullable: true, description: 'The closed record (已注销档案); null when refused.' })
  record!: ClosedRecord | null;

  @Field(() => [UserError], { description: 'Every reason for a refusal (业务错误); empty when the record was closed.' })
  userErrors!: readonly UserError[];
}
