import { Field, ObjectType } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { FINDING_STATUSES, type FindingStatus } from '../../domain/quality/decide-settlement.js';
import type { Severity } from '../../domain/risk/finding.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';
import { Node } from '../../platform/graphql/node.js';
import { DateScalar, JsonObjectScalar } from '../../platform/graphql/scalars/index.js';
import { UserError } from '../../platform/graphql/user-error.js';
import { SeverityEnum } from '../assessment/assessment.graphql.js';

/** 问题状态 · GraphQL enum. @article 5.3 */
export const FindingStatusEnum = describedEnum(
  'FindingStatus',
  'What came of a quality finding (问题状态) (art. 5.3).',
  FINDING_STATUSES,
  {
    OPEN: 'To be settled by its owner in time (待处理).',
    EXPLAINED: 'Looked at, and right as it is (已说明), with the reason.',
    RECTIFIED: 'Put right (已整改): by the register, where it no longer holds, or as an auditor confirmed.',
    REFERRED: 'Handed on for accountability (已移交追责).',
  },
);

/** 数据质量问题 · What a rule finds wrong. @article 5.3 */
@ObjectType({
  implements: Node,
  description:
    'What a rule of data quality finds wrong with a household, a case or a region (数据质量问题) (art. 5.3), with an owner, a deadline and an outcome.',
  simpleResolvers: true,
})
export class QualityFinding implements Node {
  id!: string;

  @Field(() => FindingStatusEnum, { description: 'What came of it so far (问题状态).' })
  status!: FindingStatus;

  @Field(() => String, {
    nullable: true,
    description: 'Office that has to settle it (责任单位): role and region, e.g. "TOWNSHIP_OFFICER 430121001".',
  })
  owner!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day to settle it (处理期限).' })
  dueOn!: CalendarDate | null;

  @Field(() => String, { description: 'Id of the rule (规则编号), e.g. "eliminated-without-measure".' })
  rule!: string;

  @Field(() => SeverityEnum, { description: 'How grave it is (严重程度).' })
  severity!: Severity;

  @Field(() => DateScalar, { description: 'Day on which it was found first (发现日期).' })
  foundOn!: CalendarDate;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which it was settled (处理日期); null while open.' })
  settledOn!: CalendarDate | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Subject of the token by which it was settled (处理人); null while open, and where the register itself put it right.',
  })
  settledBy!: string | null;

  @Field(() => JsonObjectScalar, {
    description:
      'Numbers, days and codes that show it (依据), and the source of the rule; no names, no identity numbers.',
  })
  evidence!: Record<string, unknown>;
}

/** 数据质量问题列表 · Page of findings. */
export const { Edge: QualityFindingEdge, Connection: QualityFindingConnection } = connectionOf(
  () => QualityFinding,
  'QualityFinding',
  'quality findings (数据质量问题)',
);

/** 问题处理结果 · Answer of settleFinding. @article none — technical */
@ObjectType({
  description: 'Answer to settling a quality finding (问题处理结果): the finding as it is now, or why not.',
  simpleResolvers: true,
})
export class FindingPayload {
  @Field(() => QualityFinding, {
    nullable: true,
    description: 'The finding as it is now (数据质量问题); null when refused.',
  })
  finding!: QualityFinding | null;

  @Field(() => [UserError], { description: 'Every reason for a refusal (业务错误); empty when it was settled.' })
  userErrors!: readonly UserError[];
}
