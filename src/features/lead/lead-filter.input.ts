import { Field, InputType } from 'type-graphql';
import type { DiscoveryChannel } from '../../domain/case/monitoring-case.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { LeadStatus } from '../../domain/lead/lead.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';
import { DateFilter, type OrderDirection, OrderDirectionEnum } from '../../platform/graphql/filters.js';
import { RegionCodeScalar } from '../../platform/graphql/scalars/index.js';
import { DiscoveryChannelEnum } from './discovery-channel.graphql.js';
import { LeadStatusEnum } from './lead.graphql.js';

/** 线索筛选条件 · @article 3.1 */
@InputType({
  description: 'Which leads are asked for (线索筛选条件) (art. 3.1); all conditions that are given must hold.',
})
export class LeadFilter {
  @Field(() => RegionCodeScalar, {
    nullable: true,
    description: 'In this region or anywhere below it (所在区划及下级).',
  })
  region?: RegionCode | null;

  @Field(() => [LeadStatusEnum], { nullable: true, description: 'Any of these statuses (线索状态).' })
  status?: LeadStatus[] | null;

  @Field(() => [DiscoveryChannelEnum], { nullable: true, description: 'Any of these channels (发现渠道).' })
  channel?: DiscoveryChannel[] | null;

  @Field(() => DateFilter, { nullable: true, description: 'Last day to verify it (核实期限).' })
  dueOn?: DateFilter | null;

  @Field(() => Boolean, { nullable: true, description: 'Open past that day or not (是否逾期).' })
  overdue?: boolean | null;
}

/** 线索排序字段 · What leads may be ordered by. */
export const LEAD_ORDER_FIELDS = ['REPORTED_ON', 'DUE_ON'] as const;
export type LeadOrderField = (typeof LEAD_ORDER_FIELDS)[number];

/** 线索排序字段 · GraphQL enum. @article none — technical */
export const LeadOrderFieldEnum = describedEnum(
  'LeadOrderField',
  'What leads may be ordered by (线索排序字段).',
  LEAD_ORDER_FIELDS,
  {
    REPORTED_ON: 'By the day of the report (报告日期).',
    DUE_ON: 'By the last day to verify (核实期限).',
  },
);

/** 线索排序 · @article none — technical */
@InputType({ description: 'One key of an order of leads (线索排序); later keys decide among equals.' })
export class LeadOrder {
  @Field(() => LeadOrderFieldEnum, { description: 'What to order by (排序字段).' })
  by!: LeadOrderField;

  @Field(() => OrderDirectionEnum, {
    nullable: true,
    defaultValue: 'ASC',
    description: 'Which end comes first (排序方向).',
  })
  direction?: OrderDirection | null;
}
