import { Field, ID, ObjectType } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { ProcedureKind } from '../../domain/procedure/procedure-definition.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { DateScalar } from '../../platform/graphql/scalars/index.js';
import { ProcedureKindEnum } from '../province/procedure-definition.graphql.js';

/** 结果公告 · The result of a procedure, as it was made known. @article G */
@ObjectType({
  description:
    'Announcement of what was decided on a household (结果公告) (art. G), open to no objection. Readable without a token in its days; it never shows ID numbers, phones, accounts or health.',
  simpleResolvers: true,
})
export class ResultAnnouncement {
  @Field(() => ID, { description: 'Id of the announcement (公告标识), opaque.' })
  id!: string;

  @Field(() => ProcedureKindEnum, {
    description:
      'Which procedure passed (公告事项): after an identification the household is monitored, after an elimination its risk is eliminated.',
  })
  purpose!: ProcedureKind;

  @Field(() => DateScalar, { description: 'Day on which it was announced (公告日期).' })
  announcedOn!: CalendarDate;

  @Field(() => DateScalar, {
    description:
      'Last day on which everyone may read it, inclusive (公告截止日期): as many days as the longest notice of the procedure hangs at least.',
  })
  announcedUntil!: CalendarDate;
}

/** 结果公告列表 · Page of announcements. */
export const { Edge: ResultAnnouncementEdge, Connection: ResultAnnouncementConnection } = connectionOf(
  () => ResultAnnouncement,
  'ResultAnnouncement',
  'announcements of results (结果公告)',
);
