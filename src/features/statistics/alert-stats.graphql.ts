import { Extensions, Field, Float, Int, ObjectType } from 'type-graphql';
import type { AlertStatus } from '../../domain/alert/department-alert.js';
import type { AlertGrade } from '../../domain/province/alert-kind.js';
import { ALERT_CATALOGUE } from '../../domain/statistics/catalogue/alerts.js';
import { describeStat } from '../../domain/statistics/catalogues.js';
import type { Department } from '../../domain/support/policy-instrument.js';
import { AlertStatusEnum } from '../alert/alert.graphql.js';
import { AlertGradeEnum } from '../province/alert-kind.graphql.js';
import { DepartmentEnum } from '../province/department.graphql.js';
import { MARKS_TOTALS } from '../../platform/table/marks-totals.js';
import { ROWS, SUPPRESSED, TOTAL_OVER, TRUNCATED } from './stat-words.js';

const says = (name: string): string => describeStat(ALERT_CATALOGUE, name);

/** 部门预警统计行 · @article 3.1 */
@ObjectType({
  description:
    "Figures of a group of departments' alerts (部门预警统计行) (art. 3.1): of those that share the dimensions selected.",
  simpleResolvers: true,
})
export class AlertStatRow {
  @Extensions({ [MARKS_TOTALS]: true })
  @Field(() => [String], { description: TOTAL_OVER })
  totalOver!: readonly string[];

  @Field(() => DepartmentEnum, { nullable: true, description: says('department') })
  department!: Department | null;

  @Field(() => String, { nullable: true, description: says('kind') })
  kind!: string | null;

  @Field(() => AlertGradeEnum, { nullable: true, description: says('grade') })
  grade!: AlertGrade | null;

  @Field(() => AlertStatusEnum, { nullable: true, description: says('status') })
  status!: AlertStatus | null;

  @Field(() => Int, { description: says('alerts') })
  alerts!: number;

  @Field(() => Int, { description: says('confirmed') })
  confirmed!: number;

  @Field(() => Int, { description: says('overdue') })
  overdue!: number;

  @Field(() => Float, { nullable: true, description: says('verificationDaysMedian') })
  verificationDaysMedian!: number | null;
}

/** 部门预警统计 · @article 3.1 */
@ObjectType({
  description:
    "Figures of departments' alerts (部门预警统计) (art. 3.1, 5.2): the selection of `rows` is the question.",
  simpleResolvers: true,
})
export class AlertStats {
  @Field(() => [AlertStatRow], { description: ROWS })
  rows!: readonly AlertStatRow[];

  @Field(() => Int, { description: SUPPRESSED })
  suppressed!: number;

  @Field(() => Boolean, { description: TRUNCATED })
  truncated!: boolean;
}
