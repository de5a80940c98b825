import { Field, ObjectType } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Department } from '../../domain/support/policy-instrument.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Node } from '../../platform/graphql/node.js';
import { DateScalar } from '../../platform/graphql/scalars/index.js';
import { UserError } from '../../platform/graphql/user-error.js';
import { DepartmentEnum } from '../province/department.graphql.js';

/** 风险研判 · A joint study of regional risk. @article 5.2 */
@ObjectType({
  implements: Node,
  description:
    'Joint study of regional risk by departments (规模性返贫风险集中研判) (art. 5.2), held by county and above at the province’s interval.',
  simpleResolvers: true,
})
export class RiskStudy implements Node {
  id!: string;

  @Field(() => DateScalar, { description: 'Day on which it was held (研判日期).' })
  heldOn!: CalendarDate;

  @Field(() => [DepartmentEnum], { description: 'Departments that took part (参加部门) (art. 5.2).' })
  departments!: readonly Department[];

  @Field(() => String, {
    description: 'What it concluded (研判结论); kept encrypted, and withheld as *** from auditors.',
  })
  conclusion!: string;
}

/** 风险研判列表 · Page of studies. */
export const { Edge: RiskStudyEdge, Connection: RiskStudyConnection } = connectionOf(
  () => RiskStudy,
  'RiskStudy',
  'joint studies (风险研判)',
);

/** 研判义务 · Whether a region held its study in time. @article 5.2 */
@ObjectType({
  description: 'Whether a county or a region above held its joint study in time (研判义务) (art. 5.2).',
  simpleResolvers: true,
})
export class RiskStudyDuty {
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day of the last study (上次研判日期); null where none was held.',
  })
  lastHeldOn!: CalendarDate | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day on which the next one is in time (应研判期限), by the province’s interval; null where no rule sets one.',
  })
  dueBy!: CalendarDate | null;

  @Field(() => Boolean, { description: 'Whether that day has passed without a study (是否逾期未研判).' })
  missed!: boolean;
}

/** 研判登记结果 · Answer of recordRiskStudy. @article none — technical */
@ObjectType({
  description: 'Answer to recording a joint study (研判登记结果): the study, or why not.',
  simpleResolvers: true,
})
export class StudyPayload {
  @Field(() => RiskStudy, {
    nullable: true,
    description: 'The study as it was recorded (风险研判); null when refused.',
  })
  study!: RiskStudy | null;

  @Field(() => [UserError], { description: 'Every reason for a refusal (业务错误); empty when it was recorded.' })
  userErrors!: readonly UserError[];
}
