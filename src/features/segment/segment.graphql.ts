import { Field, Int, ObjectType } from 'type-graphql';
import type { Role } from '../../domain/jurisdiction/role.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { StatSubject } from '../../domain/statistics/definition.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Node } from '../../platform/graphql/node.js';
import { DateScalar, DateTimeScalar, JsonObjectScalar } from '../../platform/graphql/scalars/index.js';
import { UserError } from '../../platform/graphql/user-error.js';
import { RoleEnum } from '../audit/role.graphql.js';
import { StatSubjectEnum } from '../stat-source/stat-subject.graphql.js';

/** 命名分组 · A filter of figures with a name and a definition. @article 5.2 */
@ObjectType({
  implements: Node,
  description:
    'Named segment (命名分组) (art. 5.2): a filter of figures with a name and a definition, kept by a region for some roles. The `segment` argument of the figures asks for it by its id.',
  simpleResolvers: true,
})
export class Segment implements Node {
  id!: string;

  @Field(() => String, { description: 'Key (分组代码), e.g. `resettled-without-work`: one of its region’s, for good.' })
  key!: string;

  @Field(() => StatSubjectEnum, { description: 'What it is about (统计对象): which figures may be asked for by it.' })
  subject!: StatSubject;

  @Field(() => [RoleEnum], { description: 'Roles that may use it (适用角色) (art. 5.3).' })
  roles!: readonly Role[];

  @Field(() => JsonObjectScalar, {
    description:
      'Its filter (分组条件), as `where` of the figures would be given it: conditions in the order of the alphabet, and none that asks nothing.',
  })
  filter!: object;

  @Field(() => Int, { description: 'Raised by each change (版本号), from 1; the next change names it.' })
  version!: number;

  @Field(() => String, { description: 'Who made it (定义人), by the subject of the token.' })
  madeBy!: string;

  @Field(() => RoleEnum, { description: 'In which role it was made (定义人角色).' })
  madeAs!: Role;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it was retired (停用日期); null while in use.',
  })
  retiredOn!: CalendarDate | null;

  @Field(() => DateTimeScalar, { description: 'When it was last changed (更新时间).' })
  updatedAt!: Date;
}

/** 分组列表 · Page of segments. */
export const { Edge: SegmentEdge, Connection: SegmentConnection } = connectionOf(
  () => Segment,
  'Segment',
  'named segments (命名分组)',
);

/** 分组办理结果 · Answer of the mutations of segments. @article none — technical */
@ObjectType({
  description: 'Answer to a change of a named segment (分组办理结果): the segment, or why not.',
  simpleResolvers: true,
})
export class SegmentPayload {
  @Field(() => Segment, { nullable: true, description: 'The segment as it stands now (命名分组); null when refused.' })
  segment!: Segment | null;

  @Field(() => [UserError], { description: 'Every reason for a refusal (业务错误); empty when it was done.' })
  userErrors!: readonly UserError[];
}
