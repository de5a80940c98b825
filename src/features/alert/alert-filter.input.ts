import { Field, InputType } from 'type-graphql';
import type { AlertStatus } from '../../domain/alert/department-alert.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { AlertGrade } from '../../domain/province/alert-kind.js';
import type { Department } from '../../domain/support/policy-instrument.js';
import { DateFilter, StringFilter } from '../../platform/graphql/filters.js';
import { RegionCodeScalar } from '../../platform/graphql/scalars/index.js';
import { AlertGradeEnum } from '../province/alert-kind.graphql.js';
import { DepartmentEnum } from '../province/department.graphql.js';
import { AlertStatusEnum } from './alert.graphql.js';

/** 预警筛选条件 · @article 3.1 */
@InputType({
  description: 'Which alerts are asked for (预警筛选条件) (art. 3.1); all conditions that are given must hold.',
})
export class DepartmentAlertFilter {
  @Field(() => RegionCodeScalar, {
    nullable: true,
    description:
      'In this region or anywhere below it (所在区划及下级): an office finds an alert by where it is to be verified, its sender by the county where it was sent, and by no village or township, since where a household lives is not its to learn.',
  })
  region?: RegionCode | null;

  @Field(() => [DepartmentEnum], { nullable: true, description: 'Sent by any of these departments (推送部门).' })
  department?: Department[] | null;

  @Field(() => StringFilter, { nullable: true, description: 'Code of the kind (预警种类代码).' })
  kind?: StringFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "The sender's own number (部门预警编号)." })
  reference?: StringFilter | null;

  @Field(() => [AlertGradeEnum], { nullable: true, description: 'Any of these grades (预警等级).' })
  grade?: AlertGrade[] | null;

  @Field(() => [AlertStatusEnum], { nullable: true, description: 'Any of these statuses (预警状态).' })
  status?: AlertStatus[] | null;

  @Field(() => DateFilter, { nullable: true, description: 'Day on which it was raised (预警日期).' })
  raisedOn?: DateFilter | null;

  @Field(() => Boolean, { nullable: true, description: 'Waiting past its last day or not (是否逾期).' })
  overdue?: boolean | null;
}
