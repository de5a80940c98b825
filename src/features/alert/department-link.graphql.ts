import { Field, InputType, ObjectType } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { Department } from '../../domain/support/policy-instrument.js';
import { IdempotencyKey } from '../../platform/graphql/mutation-input.js';
import { DateScalar, DateTimeScalar, RegionCodeScalar } from '../../platform/graphql/scalars/index.js';
import { UserError } from '../../platform/graphql/user-error.js';
import { DepartmentEnum } from '../province/department.graphql.js';

/** 部门数据联通 · Who delivers what since when. @article 5.2 */
@ObjectType({
  description:
    "A department's link (部门数据联通) (art. 5.2): since when it delivers for the region, in real time or in batches, and when it last did.",
  simpleResolvers: true,
})
export class DepartmentLink {
  @Field(() => DepartmentEnum, { description: 'The department (行业部门).' })
  department!: Department;

  @Field(() => Boolean, {
    description:
      'Whether it delivers in real time (是否实时): true where an office of the region has recorded so; in batches otherwise.',
  })
  realTime!: boolean;

  @Field(() => DateScalar, {
    description: 'Since when (联通日期): the day recorded by an office, else that of the first delivery.',
  })
  since!: CalendarDate;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When alerts last came in (最近接收时间); null for a link that has brought none.',
  })
  lastReceivedAt!: Date | null;
}

/** 登记部门联通 · @article 5.2 */
@InputType({
  description:
    'An office records that a department is linked (登记部门数据联通) (art. 5.2). What is delivered is noted by itself; this says since when, and whether in real time.',
})
export class RecordDepartmentLinkInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => RegionCodeScalar, { description: 'The county, city or province that it delivers for (所在区划).' })
  region!: RegionCode;

  @Field(() => DepartmentEnum, { description: 'The department (行业部门).' })
  department!: Department;

  @Field(() => DateScalar, { description: 'Since when (联通日期), not in the future.' })
  since!: CalendarDate;

  @Field(() => Boolean, { description: 'Whether it delivers in real time (是否实时), or in batches.' })
  realTime!: boolean;
}

/** 登记结果 · @article 5.2 */
@ObjectType({ description: 'Answer to recording a link (部门联通登记结果).', simpleResolvers: true })
export class DepartmentLinkPayload {
  @Field(() => DepartmentLink, { nullable: true, description: 'The link as it is now (部门联通); null when refused.' })
  link!: DepartmentLink | null;

  @Field(() => [UserError], { description: 'Every reason for a refusal (业务错误); empty when the change was made.' })
  userErrors!: readonly UserError[];
}
