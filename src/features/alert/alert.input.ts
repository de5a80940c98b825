import { Field, ID, InputType } from 'type-graphql';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import { IdempotencyKey } from '../../platform/graphql/mutation-input.js';
import { JsonObjectScalar, RegionCodeScalar } from '../../platform/graphql/scalars/index.js';

/** 一条预警 · @article 3.1 */
@InputType({
  description:
    "One alert of a department (一条预警) (art. 3.1). Read by itself: a value of the wrong form is that row's error and harms no other row. Say whom it is about by `idNumber` or `householdNumber`.",
})
export class DepartmentAlertInput {
  @Field(() => String, {
    description:
      "The sender's own number for the alert (部门预警编号), 1 to 100 characters, that names nobody; sent twice, it counts once.",
  })
  reference!: string;

  @Field(() => String, {
    description: "The department (推送部门): a value of `Department`, the one of the sender's token.",
  })
  department!: string;

  @Field(() => String, {
    description:
      "Code of its kind (预警种类代码): one that the province's `alertKinds` list for the department on that day.",
  })
  kind!: string;

  @Field(() => String, { description: 'Day on which it was raised (预警日期), YYYY-MM-DD, not in the future.' })
  raisedOn!: string;

  @Field(() => String, {
    nullable: true,
    description: 'ID number of a member of the household (公民身份号码), 18 characters; kept as a keyed digest only.',
  })
  idNumber?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Number of the household in the register (户编号); asked where the ID number finds nobody.',
  })
  householdNumber?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "County, township or village of the household (所在区划), within the sender's region; needed where nobody is found and the sender answers for more than one county.",
  })
  region?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Amount in yuan over the kind's period (金额), with at most two decimals; needed where the kind has a threshold.",
  })
  amount?: string | null;

  @Field(() => JsonObjectScalar, {
    nullable: true,
    description:
      'What is told beside the amount (预警内容), by the form of the kind, see `alertKinds { payload }`; kept encrypted.',
  })
  payload?: Record<string, unknown> | null;
}

/** 推送预警 · @article 3.1 */
@InputType({ description: "Up to 1,000 alerts from a department's system (推送部门筛查预警) (art. 3.1)." })
export class SubmitDepartmentAlertsInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => [DepartmentAlertInput], { description: 'The alerts (预警), 1 to 1,000.' })
  alerts!: DepartmentAlertInput[];
}

/** 匹配预警 · @article 3.1 */
@InputType({
  description:
    'The county matches an alert that found nobody, or returns it to its sender (匹配、退回预警) (art. 3.1).',
})
export class MatchAlertInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: 'Global id of the alert (预警标识); it must be UNMATCHED.' })
  alertId!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Global id of the household that it is about (农户标识), anywhere in your region; left out, the alert is forwarded or returned.',
  })
  householdId?: string | null;

  @Field(() => RegionCodeScalar, {
    nullable: true,
    description:
      'County, or a township or village of it, to which the alert is forwarded (转交至): its register is searched, and the county there matches or returns what finds nobody. A county gets an alert once.',
  })
  forwardTo?: RegionCode | null;

  @Field(() => String, {
    description:
      'Why it is this household, why it is forwarded, or why it is returned (说明); the sender reads it when the alert is forwarded or returned.',
  })
  note!: string;
}
