import { Field, ID, InputType } from 'type-graphql';
import type { DiscoveryChannel } from '../../domain/case/monitoring-case.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';
import { ExpectedVersion, IdempotencyKey } from '../../platform/graphql/mutation-input.js';
import { DateScalar } from '../../platform/graphql/scalars/index.js';
import { DiscoveryChannelEnum } from '../lead/discovery-channel.graphql.js';
import { NationalRecordInput } from './national-record.input.js';

/** 建档 · @article 3.1, 3.2 */
@InputType({
  description:
    'Opens a case for a household with no lead, several leads, or an emergency (建立监测档案) (art. 3.1, 3.2); a household has at most one open case.',
})
export class OpenCaseInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: 'Global id of the household (农户标识).' })
  householdId!: string;

  @Field(() => DiscoveryChannelEnum, { description: 'How the household came to be known (发现渠道).' })
  channel!: DiscoveryChannel;

  @Field(() => [ID], {
    nullable: true,
    description: 'Global ids of open leads of this household that the case takes up (相关线索).',
  })
  leadIds?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      'Whether help cannot wait (是否应急识别): the emergency procedure is run, review, notice and decision follow within its limit.',
  })
  emergency?: boolean | null;

  @Field(() => DateScalar, { description: 'Day on which the case is opened (建档日期); not in the future.' })
  openedOn!: CalendarDate;

  @Field(() => NationalRecordInput, {
    nullable: true,
    description:
      'For a case that was identified in the national system (承接全国系统档案) (art. 5.4): it is monitored from its day there, under its number there.',
  })
  nationalRecord?: NationalRecordInput | null;
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
export class WithdrawCaseInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: 'Global id of the case (档案标识).' })
  caseId!: string;

  @ExpectedVersion('case')
  expectedVersion!: number;

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
export class AssignResponsiblePersonInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: 'Global id of the case (档案标识).' })
  caseId!: string;

  @ExpectedVersion('case')
  expectedVersion!: number;

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
