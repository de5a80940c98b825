import { Field, ID, ObjectType } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { ObjectionStatus } from '../../domain/procedure/objection.js';
import type { ProcedureKind } from '../../domain/procedure/procedure-definition.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Node } from '../../platform/graphql/node.js';
import { DateScalar } from '../../platform/graphql/scalars/index.js';
import { ObjectionStatusEnum } from '../case/case-enums.graphql.js';
import { ProcedureKindEnum } from '../province/procedure-definition.graphql.js';

/** 公示 · A notice on a board. @article 3.2 */
@ObjectType({
  implements: Node,
  description:
    'Public notice of one or many households (公示) (art. 3.2), open to objection in its days. Readable without a token; it never shows ID numbers, phones, accounts or health.',
  simpleResolvers: true,
})
export class PublicNotice implements Node {
  id!: string;

  @Field(() => DateScalar, { description: 'Day on which it was put up (公示开始日期); not counted among its days.' })
  opensOn!: CalendarDate;

  @Field(() => DateScalar, {
    description:
      'Last day on which objections are taken, inclusive (公示截止日期); the step can be completed from the day after.',
  })
  closesOn!: CalendarDate;

  @Field(() => String, {
    nullable: true,
    description: 'Where it hangs or is shown (公示地点), e.g. 村务公开栏; null where it is not recorded.',
  })
  place!: string | null;
}

/** 公示条目 · One household on a notice. @article 3.2 */
@ObjectType({
  description: 'One household on a notice (公示条目) (art. 3.2), with no more about it than is needed.',
  simpleResolvers: true,
})
export class NoticeEntry {
  @Field(() => ID, { description: 'Id of the entry (条目标识), to be given to `fileObjection`.' })
  id!: string;

  @Field(() => ProcedureKindEnum, { description: 'Which procedure the notice belongs to (公示事项).' })
  purpose!: ProcedureKind;

  @Field(() => String, {
    description:
      'Name of the head of the household (户主姓名), masked without a token and for roles that may not read names.',
  })
  householdName!: string;
}

/** 异议 · An objection to an entry of a notice. @article 3.2 */
@ObjectType({
  description: 'Objection that somebody filed to an entry of a notice in its days (公示异议) (art. 3.2).',
  simpleResolvers: true,
})
export class Objection {
  @Field(() => ID, { description: 'Id of the objection (异议标识), to be given to `resolveObjection`.' })
  id!: string;

  @Field(() => DateScalar, { description: 'Day on which it was filed (提出日期).' })
  filedOn!: CalendarDate;

  @Field(() => String, {
    description: 'What is objected to, in the words of whoever filed it (异议内容); kept encrypted.',
  })
  statement!: string;

  @Field(() => ObjectionStatusEnum, { description: 'How it stands (异议状态).' })
  status!: ObjectionStatus;

  @Field(() => String, { nullable: true, description: 'How it was answered (处理结果); null while open.' })
  resolution!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Receipt for `progress` (回执编号): given once, in the answer to whoever filed it; null at every later reading.',
  })
  receipt!: string | null;
}

/** 公示列表 · Page of notices. */
export const { Edge: PublicNoticeEdge, Connection: PublicNoticeConnection } = connectionOf(
  () => PublicNotice,
  'PublicNotice',
  'public notices (公示)',
);
