import { Field, Int, ObjectType } from 'type-graphql';
import type { FormerStatus } from '../../domain/household/household.js';
import type { Fen } from '../../domain/kernel/money.js';
import { ALERT_GRADES, ALERT_PERIODS, type AlertGrade, type AlertPeriod } from '../../domain/province/alert-kind.js';
import type { Department } from '../../domain/support/policy-instrument.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';
import { JsonObjectScalar, YuanScalar } from '../../platform/graphql/scalars/index.js';
import { DepartmentEnum } from './department.graphql.js';
import { FormerStatusEnum } from './former-status.graphql.js';
import { PolicySource } from './province.graphql.js';

/** 预警等级 · GraphQL enum. @article 3.1 */
export const AlertGradeEnum = describedEnum(
  'AlertGrade',
  "How grave a department's alert is (预警等级) (art. 3.1), by the province's thresholds; the gravest first.",
  ALERT_GRADES,
  {
    RED: 'The gravest (红色预警).',
    ORANGE: 'Grave, under red (橙色预警).',
    YELLOW: 'To be watched (黄色预警).',
    BLUE: 'Light, under yellow (蓝色预警).',
    GREEN: 'Lightest, where a county grades by three lights (绿灯).',
  },
);

/** 阈值周期 · GraphQL enum. @article 3.1 */
export const AlertPeriodEnum = describedEnum(
  'AlertPeriod',
  "Over which time an alert's amount is counted (阈值周期) (art. 3.1).",
  ALERT_PERIODS,
  {
    MONTH: 'A calendar month (每月).',
    YEAR: 'A calendar year (每年).',
    SCHOOL_YEAR: 'A school year (每学年).',
  },
);

/** 预警阈值 · From which amount an alert is sent. @article 3.1 */
@ObjectType({
  description: 'Amount from which an alert of a kind is sent (预警阈值) (art. 3.1).',
  simpleResolvers: true,
})
export class AlertThreshold {
  @Field(() => YuanScalar, { description: 'Amount in yuan for the household, inclusive (金额).' })
  amount!: Fen;

  @Field(() => AlertPeriodEnum, { description: 'Over which time it is counted (周期).' })
  per!: AlertPeriod;
}

/** 按金额分级 · A grade by its amount. @article 3.1 */
@ObjectType({
  description: 'A graver grade for a greater amount (按金额分级) (art. 3.1).',
  simpleResolvers: true,
})
export class AlertGradeByAmount {
  @Field(() => AlertGradeEnum, { description: 'The grade that is given (等级).' })
  grade!: AlertGrade;

  @Field(() => YuanScalar, { description: 'Amount in yuan from which it is given, inclusive (金额).' })
  from!: Fen;
}

/** 部门预警种类 · What a department sends down. @article 3.1 */
@ObjectType({
  description:
    'Kind of alert that a department sends down for verification (部门筛查预警种类) (art. 3.1), as the province lists it.',
  simpleResolvers: true,
})
export class AlertKind {
  @Field(() => String, { description: 'Code of the kind (种类代码), to be given with an alert.' })
  code!: string;

  @Field(() => String, {
    description: 'Name of the kind (种类名称); in Chinese unless the caller asks for English.',
  })
  name!: string;

  @Field(() => DepartmentEnum, { description: 'Department that sends it (推送部门).' })
  department!: Department;

  @Field(() => AlertGradeEnum, {
    nullable: true,
    description: 'Grade of every alert of the kind (等级); null where no text grades it.',
  })
  grade!: AlertGrade | null;

  @Field(() => [AlertGradeByAmount], {
    description: 'Graver grades for greater amounts, the gravest first (按金额分级); empty for none.',
  })
  grades!: readonly AlertGradeByAmount[];

  @Field(() => AlertThreshold, {
    nullable: true,
    description: 'Amount from which it is sent (阈值); null where any event is.',
  })
  threshold!: AlertThreshold | null;

  @Field(() => FormerStatusEnum, {
    nullable: true,
    description: 'Sent for households of this former status only (适用户类型); null for every household.',
  })
  formerStatus!: FormerStatus | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How often the department looks, in months (推送间隔); null where it sends at the event.',
  })
  everyMonths!: number | null;

  @Field(() => JsonObjectScalar, {
    nullable: true,
    description:
      'JSON Schema of what is told beside the amount (内容表单), for `payload` of an alert; null where nothing more is taken.',
  })
  payload!: Readonly<Record<string, unknown>> | null;

  @Field(() => PolicySource, { description: 'Where the kind and its threshold come from (依据文件).' })
  source!: PolicySource;
}
