import { Field, InputType, Int } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Fen } from '../../domain/kernel/money.js';
import { describedEnum } from './described-enum.js';
import { DateScalar, DateTimeScalar, YuanScalar } from './scalars/index.js';

const IS_NULL = 'Whether the value is absent (是否为空): true finds those without one, false those with one.';

/** 排序方向 · Which end of an order comes first. */
export const ORDER_DIRECTIONS = ['ASC', 'DESC'] as const;
export type OrderDirection = (typeof ORDER_DIRECTIONS)[number];

/** 排序方向 · GraphQL enum. @article none — technical */
export const OrderDirectionEnum = describedEnum(
  'OrderDirection',
  'Which end of an order comes first (排序方向); absent values stand last in both.',
  ORDER_DIRECTIONS,
  {
    ASC: 'The least, the earliest or the first in the alphabet comes first (升序).',
    DESC: 'The greatest, the latest or the last in the alphabet comes first (降序).',
  },
);

/** 文本条件 · @article none — technical */
@InputType({ description: 'Conditions on a text (文本条件); all that are given must hold.' })
export class StringFilter {
  @Field(() => String, { nullable: true, description: 'Exactly this text (等于), letter for letter.' })
  eq?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Any of these texts (属于其中之一); an empty list finds nothing.',
  })
  in?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Begins with this text (开头为), letter for letter.' })
  startsWith?: string | null;

  @Field(() => Boolean, { nullable: true, description: IS_NULL })
  isNull?: boolean | null;
}

/** 整数条件 · @article none — technical */
@InputType({ description: 'Conditions on a whole number (整数条件); all that are given must hold.' })
export class IntFilter {
  @Field(() => Int, { nullable: true, description: 'Exactly this number (等于).' })
  eq?: number | null;

  @Field(() => [Int], {
    nullable: true,
    description: 'Any of these numbers (属于其中之一); an empty list finds nothing.',
  })
  in?: number[] | null;

  @Field(() => Int, { nullable: true, description: 'Less than this number (小于).' })
  lt?: number | null;

  @Field(() => Int, { nullable: true, description: 'This number or less (小于等于).' })
  lte?: number | null;

  @Field(() => Int, { nullable: true, description: 'More than this number (大于).' })
  gt?: number | null;

  @Field(() => Int, { nullable: true, description: 'This number or more (大于等于).' })
  gte?: number | null;

  @Field(() => Boolean, { nullable: true, description: IS_NULL })
  isNull?: boolean | null;
}

/** 日期条件 · @article none — technical */
@InputType({ description: 'Conditions on a calendar day (日期条件); all that are given must hold.' })
export class DateFilter {
  @Field(() => DateScalar, { nullable: true, description: 'On this very day (等于).' })
  eq?: CalendarDate | null;

  @Field(() => DateScalar, { nullable: true, description: 'Before this day (早于).' })
  lt?: CalendarDate | null;

  @Field(() => DateScalar, { nullable: true, description: 'On this day or before (不晚于).' })
  lte?: CalendarDate | null;

  @Field(() => DateScalar, { nullable: true, description: 'After this day (晚于).' })
  gt?: CalendarDate | null;

  @Field(() => DateScalar, { nullable: true, description: 'On this day or after (不早于).' })
  gte?: CalendarDate | null;

  @Field(() => Boolean, { nullable: true, description: IS_NULL })
  isNull?: boolean | null;
}

/** 时刻条件 · @article none — technical */
@InputType({ description: 'Conditions on an instant (时刻条件); all that are given must hold.' })
export class DateTimeFilter {
  @Field(() => DateTimeScalar, { nullable: true, description: 'Before this instant (早于).' })
  lt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'At this instant or before (不晚于).' })
  lte?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'After this instant (晚于).' })
  gt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'At this instant or after (不早于).' })
  gte?: Date | null;
}

/** 金额条件 · @article none — technical */
@InputType({ description: 'Conditions on an amount of money in yuan (金额条件); all that are given must hold.' })
export class YuanFilter {
  @Field(() => YuanScalar, { nullable: true, description: 'Exactly this amount (等于), in yuan.' })
  eq?: Fen | null;

  @Field(() => YuanScalar, { nullable: true, description: 'Less than this amount (小于), in yuan.' })
  lt?: Fen | null;

  @Field(() => YuanScalar, { nullable: true, description: 'This amount or less (小于等于), in yuan.' })
  lte?: Fen | null;

  @Field(() => YuanScalar, { nullable: true, description: 'More than this amount (大于), in yuan.' })
  gt?: Fen | null;

  @Field(() => YuanScalar, { nullable: true, description: 'This amount or more (大于等于), in yuan.' })
  gte?: Fen | null;

  @Field(() => Boolean, { nullable: true, description: IS_NULL })
  isNull?: boolean | null;
}
