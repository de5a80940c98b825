import { Field, InputType } from 'type-graphql';
import type { CaseCategory, CaseStatus, DiscoveryChannel } from '../../domain/case/monitoring-case.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { RiskGroup } from '../../domain/risk/risk-type.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';
import {
  DateFilter,
  DateTimeFilter,
  type OrderDirection,
  OrderDirectionEnum,
  StringFilter,
} from '../../platform/graphql/filters.js';
import { RegionCodeScalar } from '../../platform/graphql/scalars/index.js';
import { HouseholdFilter } from '../household/household-filter.input.js';
import { DiscoveryChannelEnum } from '../lead/discovery-channel.graphql.js';
import { CaseCategoryEnum } from '../province/case-category.graphql.js';
import { RiskGroupEnum } from '../province/risk-type.graphql.js';
import { CaseStatusEnum } from './case-enums.graphql.js';

/** 监测对象筛选条件 · @article 3.2 */
@InputType({
  description:
    'Which monitoring cases are asked for (监测对象筛选条件) (art. 2.1, 3.2); all conditions that are given must hold.',
})
export class MonitoringCaseFilter {
  @Field(() => [MonitoringCaseFilter], { nullable: true, description: 'All of these hold (并且).' })
  and?: MonitoringCaseFilter[] | null;

  @Field(() => [MonitoringCaseFilter], {
    nullable: true,
    description: 'At least one of these holds (或者); an empty list finds nothing.',
  })
  or?: MonitoringCaseFilter[] | null;

  @Field(() => MonitoringCaseFilter, { nullable: true, description: 'This does not hold (非).' })
  not?: MonitoringCaseFilter | null;

  @Field(() => RegionCodeScalar, {
    nullable: true,
    description: 'In this region or anywhere below it (所在区划及下级).',
  })
  region?: RegionCode | null;

  @Field(() => StringFilter, { nullable: true, description: 'Number of the case (档案编号).' })
  number?: StringFilter | null;

  @Field(() => [CaseStatusEnum], { nullable: true, description: 'Any of these statuses (监测状态).' })
  status?: CaseStatus[] | null;

  @Field(() => [CaseCategoryEnum], { nullable: true, description: 'Any of these categories (监测对象类别).' })
  category?: CaseCategory[] | null;

  @Field(() => [DiscoveryChannelEnum], { nullable: true, description: 'Any of these channels (发现渠道).' })
  channel?: DiscoveryChannel[] | null;

  @Field(() => [String], { nullable: true, description: 'With a risk of any of these types, by code (风险类型代码).' })
  riskType?: string[] | null;

  @Field(() => [RiskGroupEnum], {
    nullable: true,
    description: 'With a risk of any of these national groups (风险类别).',
  })
  riskGroup?: RiskGroup[] | null;

  @Field(() => DateFilter, { nullable: true, description: 'Day on which it was opened (建档日期).' })
  openedOn?: DateFilter | null;

  @Field(() => DateFilter, {
    nullable: true,
    description: 'Day of the county decision that made it monitored (识别认定日期).',
  })
  identifiedOn?: DateFilter | null;

  @Field(() => DateFilter, {
    nullable: true,
    description: 'Day on which the risk was marked eliminated (风险消除日期).',
  })
  eliminatedOn?: DateFilter | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'With a current step or a whole run past its last day or without one (是否逾期).',
  })
  overdue?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Tracked on for want of labour capacity or not (是否持续跟踪监测) (art. 3.3).',
  })
  trackingOnly?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Monitored and with no measure delivered yet, or the contrary (是否未落实帮扶措施) (art. 4.1).',
  })
  withoutSupport?: boolean | null;

  @Field(() => HouseholdFilter, { nullable: true, description: 'What its household is like (农户条件).' })
  household?: HouseholdFilter | null;

  @Field(() => DateTimeFilter, { nullable: true, description: 'When the case was last changed (更新时间).' })
  updatedAt?: DateTimeFilter | null;
}

/** 监测对象排序字段 · What cases may be ordered by. */
export const CASE_ORDER_FIELDS = ['NUMBER', 'OPENED_ON', 'IDENTIFIED_ON', 'DUE_ON', 'PRIORITY', 'UPDATED_AT'] as const;
export type MonitoringCaseOrderField = (typeof CASE_ORDER_FIELDS)[number];

/** 监测对象排序字段 · GraphQL enum. @article none — technical */
export const MonitoringCaseOrderFieldEnum = describedEnum(
  'MonitoringCaseOrderField',
  'What monitoring cases may be ordered by (监测对象排序字段).',
  CASE_ORDER_FIELDS,
  {
    NUMBER: 'By the number of the case (档案编号).',
    OPENED_ON: 'By the day it was opened (建档日期).',
    IDENTIFIED_ON: 'By the day of the county decision (识别认定日期).',
    DUE_ON: 'By the earliest deadline of its current steps (办理期限).',
    PRIORITY: 'By urgency (优先级): ascending puts the most urgent first, special groups before others (art. 2.1).',
    UPDATED_AT: 'By the last change (更新时间).',
  },
);

/** 监测对象排序 · @article none — technical */
@InputType({ description: 'One key of an order of monitoring cases (监测对象排序); later keys decide among equals.' })
export class MonitoringCaseOrder {
  @Field(() => MonitoringCaseOrderFieldEnum, { description: 'What to order by (排序字段).' })
  by!: MonitoringCaseOrderField;

  @Field(() => OrderDirectionEnum, {
    nullable: true,
    defaultValue: 'ASC',
    description: 'Which end comes first (排序方向).',
  })
  direction?: OrderDirection | null;
}
