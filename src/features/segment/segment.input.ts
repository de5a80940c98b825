import { Field, ID, InputType } from 'type-graphql';
import type { Role } from '../../domain/jurisdiction/role.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { StatSubject } from '../../domain/statistics/definition.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';
import { type OrderDirection, OrderDirectionEnum } from '../../platform/graphql/filters.js';
import { ExpectedVersion, IdempotencyKey } from '../../platform/graphql/mutation-input.js';
import { RegionCodeScalar } from '../../platform/graphql/scalars/index.js';
import { DepartmentAlertFilter } from '../alert/alert-filter.input.js';
import { RoleEnum } from '../audit/role.graphql.js';
import { MonitoringCaseFilter } from '../case/case-filter.input.js';
import { HouseholdFilter } from '../household/household-filter.input.js';
import { StatSubjectEnum } from '../stat-source/stat-subject.graphql.js';
import { SupportMeasureFilter } from '../support/measure-filter.input.js';
import { SEGMENT_ORDERS, type SegmentOrderBy } from './segment.repository.js';

const KEY_ID = 'Global id of the segment (分组标识).';

/** 分组条件 · @article 5.2 */
@InputType({
  description:
    'The filter of a segment (分组条件) (art. 5.2): of exactly one kind, which says what it is about. Numbers of households, cases and alerts are refused in it, and so are exact amounts and when records were written: a group is told by what those in it share. An empty alternative in `or` is refused; an empty member of `and` is left out.',
})
export class SegmentConditions {
  @Field(() => HouseholdFilter, { nullable: true, description: 'Which households (农户条件), for `householdStats`.' })
  households?: HouseholdFilter | null;

  @Field(() => MonitoringCaseFilter, {
    nullable: true,
    description: 'Which monitoring cases (监测对象条件), for `caseStats`, `caseFlows` and `caseCohorts`.',
  })
  cases?: MonitoringCaseFilter | null;

  @Field(() => SupportMeasureFilter, {
    nullable: true,
    description: 'Which support measures (帮扶措施条件), for `measureStats`.',
  })
  measures?: SupportMeasureFilter | null;

  @Field(() => DepartmentAlertFilter, {
    nullable: true,
    description: "Which departments' alerts (部门预警条件), for `alertStats`.",
  })
  alerts?: DepartmentAlertFilter | null;
}

/** 定义分组 · @article 5.2 */
@InputType({
  description: 'Defines a named segment (定义命名分组) (art. 5.2): a filter of figures with a name and a definition.',
})
export class DefineSegmentInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => RegionCodeScalar, {
    description:
      'Region that keeps it (所属区划), within the caller’s own: those who work there, below it and above it may use it.',
  })
  region!: RegionCode;

  @Field(() => String, {
    description:
      'Key (分组代码): in lower case with hyphens, 60 characters at most, e.g. `resettled-without-work`; a region gives each once, and for good.',
  })
  key!: string;

  @Field(() => String, { description: 'Name in Chinese (名称), 60 characters at most.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Name in English (英文名称), 100 characters at most.' })
  nameEn?: string | null;

  @Field(() => String, {
    description: 'A sentence that says who belongs to it and why it is asked for (定义), 500 characters at most.',
  })
  definition!: string;

  @Field(() => String, { nullable: true, description: 'The same in English (英文定义), 500 characters at most.' })
  definitionEn?: string | null;

  @Field(() => [RoleEnum], {
    description:
      'Roles that may use it (适用角色): some of those that are shown figures; ANALYST only where published figures can be filtered so.',
  })
  roles!: Role[];

  @Field(() => SegmentConditions, { description: 'Its filter (分组条件).' })
  filter!: SegmentConditions;
}

/** 修改分组 · @article 5.2 */
@InputType({
  description:
    'Changes a named segment (修改命名分组) (art. 5.2): what is left out stays as it is. Its key, region and subject never change.',
})
export class ChangeSegmentInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: KEY_ID })
  segmentId!: string;

  @ExpectedVersion('segment')
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'Another name in Chinese (名称).' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Another name in English (英文名称); null where it has none.' })
  nameEn?: string | null;

  @Field(() => String, { nullable: true, description: 'Another definition in Chinese (定义).' })
  definition?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Another definition in English (英文定义); null where it has none.',
  })
  definitionEn?: string | null;

  @Field(() => [RoleEnum], { nullable: true, description: 'Other roles that may use it (适用角色), all of them.' })
  roles?: Role[] | null;

  @Field(() => SegmentConditions, {
    nullable: true,
    description: 'Another filter of the same kind (分组条件); figures from then on are of it.',
  })
  filter?: SegmentConditions | null;
}

/** 停用分组 · @article 5.2 */
@InputType({
  description:
    'Retires a named segment (停用命名分组) (art. 5.2): it is kept, and no figures are asked for by it any more.',
})
export class RetireSegmentInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: KEY_ID })
  segmentId!: string;

  @ExpectedVersion('segment')
  expectedVersion!: number;
}

/** 分组筛选条件 · @article none — technical */
@InputType({
  description: 'Which segments are asked for (分组筛选条件); all conditions that are given must hold.',
})
export class SegmentFilter {
  @Field(() => RegionCodeScalar, {
    nullable: true,
    description: 'Kept by this region, by one in it, or by one around it (相关区划).',
  })
  region?: RegionCode | null;

  @Field(() => [StatSubjectEnum], { nullable: true, description: 'About any of these (统计对象).' })
  subject?: StatSubject[] | null;

  @Field(() => [RoleEnum], { nullable: true, description: 'For any of these roles (适用角色).' })
  role?: Role[] | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Those that were retired, or those in use (是否已停用); those in use unless told.',
  })
  retired?: boolean | null;
}

/** 分组排序字段 · GraphQL enum. @article none — technical */
export const SegmentOrderFieldEnum = describedEnum(
  'SegmentOrderField',
  'What segments may be ordered by (分组排序字段).',
  SEGMENT_ORDERS,
  {
    TITLE: 'By its name in Chinese, by the codes of its characters (名称).',
    KEY: 'By the key (分组代码).',
    UPDATED_AT: 'By the last change (更新时间).',
  },
);

/** 分组排序 · @article none — technical */
@InputType({ description: 'One key of an order of segments (分组排序); later keys decide among equals.' })
export class SegmentOrder {
  @Field(() => SegmentOrderFieldEnum, { description: 'What to order by (排序字段).' })
  by!: SegmentOrderBy;

  @Field(() => OrderDirectionEnum, {
    nullable: true,
    defaultValue: 'ASC',
    description: 'Which end comes first (排序方向).',
  })
  direction?: OrderDirection | null;
}
