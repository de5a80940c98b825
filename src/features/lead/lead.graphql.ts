import { Field, ObjectType } from 'type-graphql';
import type { DiscoveryChannel } from '../../domain/case/monitoring-case.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { LEAD_STATUSES, type LeadStatus } from '../../domain/lead/lead.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';
import { Node } from '../../platform/graphql/node.js';
import { DateScalar } from '../../platform/graphql/scalars/index.js';
import { DiscoveryChannelEnum } from './discovery-channel.graphql.js';

/** 线索状态 · GraphQL enum. @article 3.1 */
export const LeadStatusEnum = describedEnum('LeadStatus', 'What came of a lead (线索状态) (art. 3.1).', LEAD_STATUSES, {
  OPEN: 'Still to be verified (待核实).',
  CONFIRMED: 'Verified and true (属实): a case was opened or joined.',
  DISMISSED: 'Verified and not so (不属实): closed with the reason in `outcomeNote`.',
  DUPLICATE: 'The same difficulty was known already (重复): joined to the open lead or case.',
});

/** 线索 · A first report, still to be verified. @article 3.1 */
@ObjectType({
  implements: Node,
  description:
    'First report that a household may be at risk (线索) (art. 3.1), from any channel. It has a deadline and ends in a recorded outcome.',
  simpleResolvers: true,
})
export class Lead implements Node {
  id!: string;

  @Field(() => DiscoveryChannelEnum, { description: 'How the difficulty came to be known (发现渠道).' })
  channel!: DiscoveryChannel;

  @Field(() => DateScalar, { description: 'Day on which it was reported (报告日期); the deadline counts from it.' })
  reportedOn!: CalendarDate;

  @Field(() => String, { description: 'What was told, in the words of whoever told it (情况说明); kept encrypted.' })
  statement!: string;

  @Field(() => LeadStatusEnum, { description: 'What came of it so far (线索状态).' })
  status!: LeadStatus;

  @Field(() => DateScalar, { description: "Last day to verify it, inclusive (核实期限), by the province's deadline." })
  dueOn!: CalendarDate;

  @Field(() => Boolean, { description: 'Whether it is still open past that day (是否逾期).' })
  overdue!: boolean;

  @Field(() => String, { nullable: true, description: 'What the verification found (核实结果说明); null while open.' })
  outcomeNote!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Receipt for `progress` (回执编号): given once, in the answer to the declaration, to whoever declared; null at every later reading.',
  })
  receipt!: string | null;
}

/** 线索列表 · Page of leads. */
export const { Edge: LeadEdge, Connection: LeadConnection } = connectionOf(() => Lead, 'Lead', 'leads (线索)');
