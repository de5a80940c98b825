import { Field, ID, InputType } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { WarningStatus } from '../../domain/regional-risk/regional-warning.js';
import type { Severity } from '../../domain/risk/finding.js';
import type { Department } from '../../domain/support/policy-instrument.js';
import { DateFilter } from '../../platform/graphql/filters.js';
import { IdempotencyKey } from '../../platform/graphql/mutation-input.js';
import { DateScalar, JsonObjectScalar, RegionCodeScalar } from '../../platform/graphql/scalars/index.js';
import { SeverityEnum } from '../assessment/assessment.graphql.js';
import { DepartmentEnum } from '../province/department.graphql.js';
import { WarningStatusEnum } from './warning.graphql.js';

/** 发布预警 · @article 2.3 */
@InputType({ description: 'An office warns of a risk to many households of a region (发布区域预警) (art. 2.3).' })
export class RaiseRegionalWarningInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => RegionCodeScalar, { description: 'Region that is at risk (所在区划), within the caller’s own.' })
  region!: RegionCode;

  @Field(() => String, {
    description:
      'Indicator or sign that departs (指标), at most 60 characters; the codes of `riskIndicators` where one fits.',
  })
  indicator!: string;

  @Field(() => SeverityEnum, { description: 'How grave it is (严重程度).' })
  severity!: Severity;

  @Field(() => DateScalar, { description: 'Day on which it is raised (发布日期); not in the future.' })
  raisedOn!: CalendarDate;

  @Field(() => JsonObjectScalar, {
    nullable: true,
    description:
      'What it stands on (预警依据): figures, days and their sources, no names; at most 20,000 characters, kept encrypted.',
  })
  evidence?: Record<string, unknown> | null;
}

/** 处置预警 · @article 2.3 */
@InputType({
  description:
    'Enters a study, an action, the end of an action, or the end of a regional warning (处置区域预警) (art. 2.3, 5.2).',
})
export class UpdateRegionalWarningInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: 'Global id of the warning (预警标识).' })
  warningId!: string;

  @Field(() => WarningStatusEnum, {
    description:
      'Status from now on (处置后状态): RAISED → STUDIED → RESPONDING → CLOSED; STUDIED and RESPONDING may be repeated.',
  })
  status!: WarningStatus;

  @Field(() => DateScalar, {
    description: 'Day on which it happened (日期): not before what was entered last, not in the future.',
  })
  on!: CalendarDate;

  @Field(() => String, { description: 'What was found, is to be done or was done (说明); kept encrypted.' })
  note!: string;

  @Field(() => DepartmentEnum, {
    nullable: true,
    description: 'Department that owns the action (责任部门); needed for RESPONDING.',
  })
  department?: Department | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Day by which the action is to be done (完成期限); needed for RESPONDING. Beside `doneOn` it says which of the department’s actions is done.',
  })
  dueOn?: CalendarDate | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Day on which an action was done (完成日期): of the department’s open action, the earliest first; with CLOSED, of all that are open.',
  })
  doneOn?: CalendarDate | null;
}

/** 预警筛选条件 · @article 2.3 */
@InputType({
  description: 'Which regional warnings are asked for (区域预警筛选条件); all conditions that are given must hold.',
})
export class RegionalWarningFilter {
  @Field(() => RegionCodeScalar, { nullable: true, description: 'Of this region or any below it (所在区划及下级).' })
  region?: RegionCode | null;

  @Field(() => [WarningStatusEnum], { nullable: true, description: 'Any of these statuses (预警状态).' })
  status?: WarningStatus[] | null;

  @Field(() => [SeverityEnum], { nullable: true, description: 'Any of these severities (严重程度).' })
  severity?: Severity[] | null;

  @Field(() => DateFilter, { nullable: true, description: 'Day on which it was raised (发布日期).' })
  raisedOn?: DateFilter | null;
}
