import { Field, InputType, ObjectType } from 'type-graphql';
import { FOLDS, type Fold, STAT_UNITS, type StatSubject, type StatUnit } from '../../domain/statistics/definition.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';
import { type OrderDirection, OrderDirectionEnum } from '../../platform/graphql/filters.js';
import { StatSubjectEnum } from '../stat-source/stat-subject.graphql.js';

/** 计量单位 · GraphQL enum. @article none — technical */
export const StatUnitEnum = describedEnum('StatUnit', 'What a figure is counted in (计量单位).', STAT_UNITS, {
  HOUSEHOLDS: 'Households of the register (户).',
  PERSONS: 'Persons, present members (人).',
  CASES: 'Monitoring cases (份档案).',
  MEASURES: 'Support measures (项措施).',
  ALERTS: "Departments' alerts (条预警).",
  YUAN: 'Yuan (元), exact to the fen.',
  DAYS: 'Days (天), to a tenth.',
});

/** 汇总方式 · GraphQL enum. @article none — technical */
export const FoldEnum = describedEnum(
  'StatFold',
  'How the values of the units of a group become one figure (汇总方式).',
  FOLDS,
  {
    COUNT: 'The number of the units (计数).',
    COUNT_IF: 'The number of the units of which something holds (条件计数).',
    DISTINCT: 'The number of different things that they name (去重计数).',
    SUM: 'The sum of what the units have (求和).',
    MEAN: 'The mean, each unit counting once (平均数).',
    MEDIAN: 'The median, each unit counting once (中位数).',
  },
);

/** 统计排序 · @article none — technical */
@InputType({
  description:
    'One key of the order of rows (统计排序); later keys decide among equals, and the dimensions, ascending, among what is left.',
})
export class StatOrder {
  @Field(() => String, {
    description:
      'Response key of a dimension, measure, share or change that is selected on the rows (按所选字段的响应键): its alias, or its name where it has none; a change by its difference.',
  })
  by!: string;

  @Field(() => OrderDirectionEnum, {
    defaultValue: 'DESC',
    description: 'Which end comes first (排序方向); the greatest unless told.',
  })
  direction!: OrderDirection;
}

/** 定义类别 · @article none — technical */
export const STAT_DEFINITION_KINDS = ['DIMENSION', 'MEASURE', 'DERIVED'] as const;
export type StatDefinitionKind = (typeof STAT_DEFINITION_KINDS)[number];

/** 定义类别 · GraphQL enum. @article none — technical */
export const StatDefinitionKindEnum = describedEnum(
  'StatDefinitionKind',
  'What a field of a row is (定义类别).',
  STAT_DEFINITION_KINDS,
  {
    DIMENSION: 'It groups the units (维度).',
    MEASURE: 'A figure that is computed of the units of each group (指标).',
    DERIVED: 'It is reckoned from the dimensions and measures of the rows (推算): `share`, `change` and `totalOver`.',
  },
);

/** 统计定义 · @article 5.2 */
@ObjectType({
  description: 'A dimension or measure, and how it is computed (统计维度或指标的定义) (art. 5.2).',
  simpleResolvers: true,
})
export class StatDefinition {
  @Field(() => StatSubjectEnum, { description: 'Of what (统计对象).' })
  subject!: StatSubject;

  @Field(() => String, { description: 'The field of the row (字段名).' })
  name!: string;

  @Field(() => Boolean, { description: 'Whether it groups, and is no figure (是否维度).' })
  dimension!: boolean;

  @Field(() => StatDefinitionKindEnum, {
    description: 'Whether it groups, is computed of units, or of figures (类别).',
  })
  kind!: StatDefinitionKind;

  @Field(() => String, { description: 'Its Chinese term (中文术语).' })
  termZh!: string;

  @Field(() => String, { description: 'Its English term (英文术语).' })
  termEn!: string;

  @Field(() => String, { description: 'How it is computed (计算口径).' })
  definition!: string;

  @Field(() => String, { nullable: true, description: 'Article that it serves (所依条款); null for a technical one.' })
  article!: string | null;

  @Field(() => StatUnitEnum, {
    nullable: true,
    description:
      'Unit of the figure (计量单位); null for a dimension, and for what is derived: a change has that of its measure.',
  })
  unit!: StatUnit | null;

  @Field(() => FoldEnum, {
    nullable: true,
    description: 'How units become the figure (汇总方式); null but for a measure.',
  })
  fold!: Fold | null;

  @Field(() => Boolean, {
    description: 'Of a dimension: whether a unit may have several values and counts once for each (是否重复计入).',
  })
  overlapping!: boolean;

  @Field(() => [String], {
    description:
      'Of a measure: dimensions over which its rows must not be added up (不可相加的维度); totals are asked for instead.',
  })
  notSummedOver!: readonly string[];
}
