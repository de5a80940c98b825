import { Field, Int, ObjectType } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { WARNING_STATUSES, type WarningStatus } from '../../domain/regional-risk/regional-warning.js';
import type { Severity } from '../../domain/risk/finding.js';
import type { Department } from '../../domain/support/policy-instrument.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';
import { Node } from '../../platform/graphql/node.js';
import { DateScalar, JsonObjectScalar } from '../../platform/graphql/scalars/index.js';
import { UserError } from '../../platform/graphql/user-error.js';
import { SeverityEnum } from '../assessment/assessment.graphql.js';
import { DepartmentEnum } from '../province/department.graphql.js';

/** 预警状态 · GraphQL enum. @article 2.3 */
export const WarningStatusEnum = describedEnum(
  'WarningStatus',
  'Where a regional warning stands (预警状态) (art. 2.3): RAISED → STUDIED → RESPONDING → CLOSED.',
  WARNING_STATUSES,
  {
    RAISED: 'A region departs from its own past, or an office says so (已发布); to be studied.',
    STUDIED: 'It was looked at (已研判): what is behind it, and whether anything has to be done.',
    RESPONDING: 'Actions are under way (处置中), each with a department that owns it and a day by which it is due.',
    CLOSED: 'Nothing is left to do (已办结): every action is done, or the study found none needed.',
  },
);

/** 预警处置 · One entry under a warning. @article 2.3 */
@ObjectType({
  description:
    'One entry under a regional warning (预警处置) (art. 2.3): its study, an action with owner, deadline and day done, or its end.',
  simpleResolvers: true,
})
export class WarningAction {
  @Field(() => Int, { description: 'Place among the entries of the warning (序号), from 1.' })
  number!: number;

  @Field(() => DateScalar, { description: 'Day on which it happened (日期).' })
  on!: CalendarDate;

  @Field(() => String, { description: 'Subject of the token by which it was entered (操作人).' })
  actor!: string;

  @Field(() => String, {
    description: 'What was found, is to be done or was done (说明); kept encrypted, and withheld as *** from auditors.',
  })
  note!: string;

  @Field(() => WarningStatusEnum, { description: 'Status of the warning from this entry on (处置后状态).' })
  status!: WarningStatus;

  @Field(() => DepartmentEnum, {
    nullable: true,
    description: 'Department that owns the action (责任部门) (art. 5.2); null for entries that are no action.',
  })
  department!: Department | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day by which the action is to be done (完成期限).' })
  dueOn!: CalendarDate | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it was done (完成日期); null while it is open, set by the entry that ends it.',
  })
  doneOn!: CalendarDate | null;
}

/** 区域预警 · A region departs from its own past. @article 2.3 */
@ObjectType({
  implements: Node,
  description:
    'Warning of a risk that could push many households of a region back into poverty (规模性返贫风险预警) (art. 2.3). It is studied, answered and closed.',
  simpleResolvers: true,
})
export class RegionalWarning implements Node {
  id!: string;

  @Field(() => String, {
    description:
      'Code of the indicator that departs (指标代码), as `riskIndicators` lists them, or the sign that an office named.',
  })
  indicator!: string;

  @Field(() => WarningStatusEnum, { description: 'Where it stands (预警状态).' })
  status!: WarningStatus;

  @Field(() => SeverityEnum, { description: 'How grave it is (严重程度).' })
  severity!: Severity;

  @Field(() => DateScalar, { description: 'Day on which it was raised (发布日期).' })
  raisedOn!: CalendarDate;

  @Field(() => JsonObjectScalar, {
    description:
      'What it stands on (预警依据): of a detector the method, its parameters, the past, the limits and the false-alarm rate; of an office what it gave. Kept encrypted.',
  })
  evidence!: Record<string, unknown>;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which it was closed (办结日期); null until then.' })
  closedOn!: CalendarDate | null;
}

/** 区域预警列表 · Page of regional warnings. */
export const { Edge: RegionalWarningEdge, Connection: RegionalWarningConnection } = connectionOf(
  () => RegionalWarning,
  'RegionalWarning',
  'regional warnings (区域预警)',
);

/** 预警处理结果 · Answer of the mutations on warnings. @article none — technical */
@ObjectType({
  description: 'Answer to raising or updating a regional warning (预警处理结果): the warning as it is now, or why not.',
  simpleResolvers: true,
})
export class WarningPayload {
  @Field(() => RegionalWarning, {
    nullable: true,
    description: 'The warning as it is now (区域预警); null when refused.',
  })
  warning!: RegionalWarning | null;

  @Field(() => [UserError], { description: 'Every reason for a refusal (业务错误); empty when the change was made.' })
  userErrors!: readonly UserError[];
}
