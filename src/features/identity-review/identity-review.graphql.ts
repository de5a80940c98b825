import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { IDENTITY_OUTCOMES, type IdentityOutcome } from '../../domain/household/identity-outcome.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';
import { IdempotencyKey } from '../../platform/graphql/mutation-input.js';
import { DateScalar, RegionCodeScalar } from '../../platform/graphql/scalars/index.js';
import { UserError } from '../../platform/graphql/user-error.js';

/** 身份复核结果 · GraphQL enum. @article 5.3 */
export const IdentityOutcomeEnum = describedEnum(
  'IdentityOutcome',
  'What a county found of an ID number that was entered twice (身份复核结果) (art. 5.3).',
  IDENTITY_OUTCOMES,
  {
    CONFIRMED_HERE: 'The document was seen: the number is that of the member here (证件核对无误).',
    NUMBER_CORRECTED: 'The entry here was mistaken and was mended (号码录入有误，已更正).',
    MEMBER_LEFT: 'The member has left, or the record of the household was closed (人员已退出或档案已注销).',
  },
);

/** 身份复核 · One county's side of a number that was entered twice. @article 5.3 */
@ObjectType({
  description:
    'An ID number that was entered twice (身份复核) (art. 5.3), as one county has it: its own member. The other county has a row of its own under the same id; where it is, is shown to nobody whose region does not hold both.',
  simpleResolvers: true,
})
export class IdentityReview {
  @Field(() => DateScalar, { description: 'Day on which the second entry was made (提起日期).' })
  raisedOn!: CalendarDate;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it was settled here (了结日期); null while it waits.',
  })
  settledOn!: CalendarDate | null;

  @Field(() => IdentityOutcomeEnum, {
    nullable: true,
    description: 'What was found here (复核结果); null while it waits.',
  })
  outcome!: IdentityOutcome | null;
}

/** 身份复核列表 · Page of reviews. */
export const { Edge: IdentityReviewEdge, Connection: IdentityReviewConnection } = connectionOf(
  () => IdentityReview,
  'IdentityReview',
  'identity reviews (身份复核)',
);

/** 身份复核筛选 · @article 5.3 */
@InputType({
  description: 'Which identity reviews are asked for (身份复核筛选); all conditions that are given must hold.',
})
export class IdentityReviewFilter {
  @Field(() => RegionCodeScalar, {
    nullable: true,
    description: 'In this region or anywhere below it (所在区划及下级).',
  })
  region?: RegionCode | null;

  @Field(() => Boolean, { nullable: true, description: 'Settled ones, or those that wait (是否了结).' })
  settled?: boolean | null;

  @Field(() => [IdentityOutcomeEnum], { nullable: true, description: 'Settled with any of these outcomes (复核结果).' })
  outcome?: IdentityOutcome[] | null;
}

/** 了结身份复核 · @article 5.3 */
@InputType({
  description:
    'Says what the county found of its own member whose ID number was entered twice (了结身份复核) (art. 5.3); what the register says must agree.',
})
export class SettleIdentityReviewInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: 'Id of the review (复核标识).' })
  reviewId!: string;

  @Field(() => IdentityOutcomeEnum, { description: 'What was found (复核结果).' })
  outcome!: IdentityOutcome;

  @Field(() => String, { description: 'Which document was seen, by whom (说明), 1 to 2,000 characters; sealed.' })
  note!: string;
}

/** 了结结果 · Answer to the settlement of a review. @article none — technical */
@ObjectType({
  description: 'Answer to the settlement of an identity review (身份复核了结结果): the review, or why not.',
  simpleResolvers: true,
})
export class IdentityReviewPayload {
  @Field(() => IdentityReview, {
    nullable: true,
    description: 'The review as it is now (身份复核); null when refused.',
  })
  review!: IdentityReview | null;

  @Field(() => [UserError], { description: 'Every reason for a refusal (业务错误); empty when it was settled.' })
  userErrors!: readonly UserError[];
}
