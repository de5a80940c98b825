import { Field, Int, ObjectType } from 'type-graphql';
import { ALERT_STATUSES, type AlertStatus } from '../../domain/alert/department-alert.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Fen } from '../../domain/kernel/money.js';
import type { AlertGrade } from '../../domain/province/alert-kind.js';
import type { Department } from '../../domain/support/policy-instrument.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';
import { Node } from '../../platform/graphql/node.js';
import { RowError } from '../../platform/graphql/row-error.js';
import { DateScalar, DateTimeScalar, YuanScalar } from '../../platform/graphql/scalars/index.js';
import { UserError } from '../../platform/graphql/user-error.js';
import { AlertGradeEnum } from '../province/alert-kind.graphql.js';
import { DepartmentEnum } from '../province/department.graphql.js';

/** 预警状态 · GraphQL enum. @article 3.1 */
export const AlertStatusEnum = describedEnum(
  'AlertStatus',
  "What came of a department's alert (预警状态) (art. 3.1).",
  ALERT_STATUSES,
  {
    UNMATCHED: 'No household was found yet (未匹配): it waits for the county to match or return it.',
    DISPATCHED: "Sent to the household's township for verification (已派发).",
    CONFIRMED: 'Verified and true (属实): a case was opened or joined.',
    DISMISSED: 'Verified and not so, returned, or nothing to verify (不属实、退回): `outcomeNote` says why.',
    DUPLICATE:
      'The same difficulty was known already (重复): joined to the open case, or a duplicate by the verification.',
  },
);

/** 部门筛查预警 · What a department told of a household. @article 3.1 */
@ObjectType({
  implements: Node,
  description:
    "A department's alert (部门筛查预警) (art. 3.1): matched to a household, graded by the province's thresholds, sent down as a lead, and verified by a deadline.",
  simpleResolvers: true,
})
export class DepartmentAlert implements Node {
  id!: string;

  @Field(() => String, { description: "The sender's own number for it (部门预警编号); sent twice, it counts once." })
  reference!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What came of it, in words (结果说明): what the verification found, or why it was returned; null while it waits.',
  })
  outcomeNote!: string | null;

  @Field(() => DepartmentEnum, { description: 'Department that sent it (推送部门).' })
  department!: Department;

  @Field(() => String, { description: "Code of its kind (预警种类代码), one of the province's `alertKinds`." })
  kind!: string;

  @Field(() => AlertGradeEnum, {
    description:
      "How grave it is (预警等级), by the province's thresholds on the day it was raised; BLUE, by national default, where no text grades its kind.",
  })
  grade!: AlertGrade;

  @Field(() => YuanScalar, {
    nullable: true,
    description: "Amount told, in yuan over the kind's period (金额); null where the kind asks for none.",
  })
  amount!: Fen | null;

  @Field(() => DateScalar, { description: 'Day on which the department raised it (预警日期).' })
  raisedOn!: CalendarDate;

  @Field(() => DateTimeScalar, { description: 'When it came in (接收时间).' })
  receivedAt!: Date;

  @Field(() => AlertStatusEnum, { description: 'What came of it so far (预警状态).' })
  status!: AlertStatus;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "Last day to verify it, inclusive (核实期限), counted from the day it was dispatched by the province's limit for leads; null where nothing waits.",
  })
  verifyBy!: CalendarDate | null;

  @Field(() => Boolean, { description: 'Whether it still waits past that day (是否逾期).' })
  overdue!: boolean;
}

/** 预警列表 · Page of alerts. */
export const { Edge: DepartmentAlertEdge, Connection: DepartmentAlertConnection } = connectionOf(
  () => DepartmentAlert,
  'DepartmentAlert',
  "departments' alerts (部门筛查预警)",
);

/** 推送结果 · Answer of submitDepartmentAlerts. @article 3.1 */
@ObjectType({
  description:
    'Answer to a push of alerts (预警推送结果) (art. 3.1): how many were taken in, matched, known already and left out, and why each was left out.',
  simpleResolvers: true,
})
export class AlertBatchPayload {
  @Field(() => Int, { description: 'How many alerts were taken in anew (接收条数).' })
  accepted!: number;

  @Field(() => Int, { description: 'How many of them were matched to a registered household (匹配条数).' })
  matched!: number;

  @Field(() => Int, { description: 'How many rows repeat a reference that came before (重复条数).' })
  duplicates!: number;

  @Field(() => Int, { description: 'How many rows were left out (失败条数); `rowErrors` says why.' })
  failed!: number;

  @Field(() => [DepartmentAlert], {
    description: 'The alerts of the rows that stand, those that came before included, in the order of the rows (预警).',
  })
  alerts!: readonly DepartmentAlert[];

  @Field(() => [RowError], { description: 'Every reason against a row (逐行错误), in the order of the rows.' })
  rowErrors!: readonly RowError[];

  @Field(() => [UserError], {
    description: 'Reasons against the call as a whole (业务错误): too many rows, or a key used with another input.',
  })
  userErrors!: readonly UserError[];
}
