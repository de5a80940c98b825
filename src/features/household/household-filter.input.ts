import { Field, InputType } from 'type-graphql';
import type { FormerStatus, SpecialGroup } from '../../domain/household/household.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';
import {
  DateTimeFilter,
  IntFilter,
  type OrderDirection,
  OrderDirectionEnum,
  StringFilter,
  YuanFilter,
} from '../../platform/graphql/filters.js';
import { RegionCodeScalar } from '../../platform/graphql/scalars/index.js';
import { FormerStatusEnum } from '../province/former-status.graphql.js';
import { SpecialGroupEnum } from './household-enums.graphql.js';

/** 农户筛选条件 · @article 2.1 */
@InputType({
  description: 'Which households are asked for (农户筛选条件) (art. 2.1); all conditions that are given must hold.',
})
export class HouseholdFilter {
  @Field(() => [HouseholdFilter], { nullable: true, description: 'All of these hold (并且).' })
  and?: HouseholdFilter[] | null;

  @Field(() => [HouseholdFilter], {
    nullable: true,
    description: 'At least one of these holds (或者); an empty list finds nothing.',
  })
  or?: HouseholdFilter[] | null;

  @Field(() => HouseholdFilter, { nullable: true, description: 'This does not hold (非).' })
  not?: HouseholdFilter | null;

  @Field(() => RegionCodeScalar, {
    nullable: true,
    description: 'In this region or anywhere below it (所在区划及下级).',
  })
  region?: RegionCode | null;

  @Field(() => StringFilter, { nullable: true, description: 'Number of the household (户编号).' })
  number?: StringFilter | null;

  @Field(() => [FormerStatusEnum], { nullable: true, description: 'Any of these former statuses (户类型).' })
  formerStatus?: FormerStatus[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Relocated to a resettlement site or not (是否易地扶贫搬迁户).',
  })
  resettled?: boolean | null;

  @Field(() => IntFilter, { nullable: true, description: 'Number of present members (家庭人口数), in persons.' })
  size?: IntFilter | null;

  @Field(() => [SpecialGroupEnum], {
    nullable: true,
    description: 'Any of these special groups among its members (特殊群体).',
  })
  specialGroup?: SpecialGroup[] | null;

  @Field(() => YuanFilter, { nullable: true, description: 'Income a head in its newest window (人均收入), in yuan.' })
  perCapitaIncome?: YuanFilter | null;

  @Field(() => YuanFilter, {
    nullable: true,
    description: 'Income a head in its newest window less unavoidable spending (扣除刚性支出后人均收入), in yuan.',
  })
  perCapitaAfterRigid?: YuanFilter | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Within the monitoring range of its place or not (是否在监测范围内) (art. 2.2); neither finds those whose income is not known.',
  })
  withinRange?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'With an open case or without one (是否为监测对象).' })
  monitored?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether all six guarantees were SECURE at the last check (保障是否全部落实); neither finds those never checked.',
  })
  guaranteesSecure?: boolean | null;

  @Field(() => DateTimeFilter, { nullable: true, description: 'When it was last changed (更新时间).' })
  updatedAt?: DateTimeFilter | null;
}

/** 农户排序字段 · What households may be ordered by. */
export const HOUSEHOLD_ORDER_FIELDS = ['NUMBER', 'PER_CAPITA_INCOME', 'SIZE', 'UPDATED_AT'] as const;
export type HouseholdOrderField = (typeof HOUSEHOLD_ORDER_FIELDS)[number];

/** 农户排序字段 · GraphQL enum. @article none — technical */
export const HouseholdOrderFieldEnum = describedEnum(
  'HouseholdOrderField',
  'What households may be ordered by (农户排序字段).',
  HOUSEHOLD_ORDER_FIELDS,
  {
    NUMBER: 'By the number of the household (户编号).',
    PER_CAPITA_INCOME: 'By income a head in the newest window (人均收入).',
    SIZE: 'By the number of present members (家庭人口数).',
    UPDATED_AT: 'By the last change (更新时间).',
  },
);

/** 农户排序 · @article none — technical */
@InputType({ description: 'One key of an order of households (农户排序); later keys decide among equals.' })
export class HouseholdOrder {
  @Field(() => HouseholdOrderFieldEnum, { description: 'What to order by (排序字段).' })
  by!: HouseholdOrderField;

  @Field(() => OrderDirectionEnum, {
    nullable: true,
    defaultValue: 'ASC',
    description: 'Which end comes first (排序方向).',
  })
  direction?: OrderDirection | null;
}
