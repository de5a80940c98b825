import { Field, ID, InputType } from 'type-graphql';
import type { DiscoveryChannel } from '../../domain/case/monitoring-case.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';
import { IdempotencyKey } from '../../platform/graphql/mutation-input.js';
import { DateScalar, RegionCodeScalar } from '../../platform/graphql/scalars/index.js';
import { DiscoveryChannelEnum } from './discovery-channel.graphql.js';

/** 核实结论 · What the verification of a lead comes to. @article 3.1 */
export const LEAD_OUTCOMES = ['OPEN_CASE', 'DISMISS', 'DUPLICATE'] as const;
export type LeadOutcome = (typeof LEAD_OUTCOMES)[number];

/** 核实结论 · GraphQL enum. @article 3.1 */
export const LeadOutcomeEnum = describedEnum(
  'LeadOutcome',
  'What the verification of a lead comes to (核实结论) (art. 3.1).',
  LEAD_OUTCOMES,
  {
    OPEN_CASE: 'The difficulty is real (属实): a case is opened, or the open one is joined.',
    DISMISS: 'There is no such difficulty (不属实): the lead is closed with its reason.',
    DUPLICATE: 'The same was reported before (重复): the lead joins what is open already.',
  },
);

/** 报告线索 · @article 3.1 */
@InputType({
  description:
    'A household declares a difficulty, or a worker, a department or an office reports one (申报、报告线索) (art. 3.1). Give `householdId`, or for a household that is not registered `region` and the contact.',
})
export class SubmitLeadInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => DiscoveryChannelEnum, {
    description: 'How it came to be known (发现渠道); a resident gives SELF_DECLARATION.',
  })
  channel!: DiscoveryChannel;

  @Field(() => ID, {
    nullable: true,
    description: "Global id of the household in difficulty (农户标识); a resident's own.",
  })
  householdId?: string | null;

  @Field(() => RegionCodeScalar, {
    nullable: true,
    description: 'Village of a household that is not registered (所在村); not needed with `householdId`.',
  })
  region?: RegionCode | null;

  @Field(() => DateScalar, {
    description: 'Day on which it was reported (报告日期); not in the future, and the deadline counts from it.',
  })
  reportedOn!: CalendarDate;

  @Field(() => String, { description: 'What the difficulty is, in own words (情况说明); kept encrypted.' })
  statement!: string;

  @Field(() => String, { nullable: true, description: 'Whom to ask about it (联系人姓名); kept encrypted.' })
  contactName?: string | null;

  @Field(() => String, { nullable: true, description: 'Where to reach that person (联系电话); kept encrypted.' })
  contactPhone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'By which means it was told (申报方式): by phone, by app, in writing, at a visit.',
  })
  means?: string | null;
}

/** 核实线索 · @article 3.1 */
@InputType({ description: 'Ends a lead with what its verification found (核实线索) (art. 3.1).' })
export class VerifyLeadInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: 'Global id of the lead (线索标识).' })
  leadId!: string;

  @Field(() => LeadOutcomeEnum, { description: 'What the verification comes to (核实结论).' })
  outcome!: LeadOutcome;

  @Field(() => DateScalar, {
    description: 'Day on which it was verified (核实日期): not before it was reported, not in the future.',
  })
  verifiedOn!: CalendarDate;

  @Field(() => String, { description: 'What was found, in words (核实情况说明).' })
  note!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Global id of the household that the lead is about (农户标识), where the lead named none; needed for OPEN_CASE.',
  })
  householdId?: string | null;
}
