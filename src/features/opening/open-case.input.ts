import { Field, ID, InputType } from 'type-graphql';
import type { DiscoveryChannel } from '../../domain/case/monitoring-case.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { IdempotencyKey } from '../../platform/graphql/mutation-input.js';
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
