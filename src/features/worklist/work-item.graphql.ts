import { Field, Int, ObjectType } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { WORK_ITEM_KINDS, type WorkItemKind } from '../../domain/worklist/work-item.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';
import { DateScalar } from '../../platform/graphql/scalars/index.js';

/** 待办类别 · GraphQL enum. @article 2.1 */
export const WorkItemKindEnum = describedEnum(
  'WorkItemKind',
  'What kind of thing waits to be done (待办类别) (art. 2.1, 3.1).',
  WORK_ITEM_KINDS,
  {
    STEP: "A current step of a procedure (待办环节) of the viewer's own level.",
    LEAD: 'A lead to verify (待核实线索).',
    ALERT:
      "A department's alert to verify, or one that found nobody, for the county to match (待核实预警、待匹配预警).",
    CASE_REVIEW: 'A case whose review day has come or is a week away (到期复核) (art. 3.3).',
    MISSING_SUPPORT:
      "A monitored case without a delivered measure by the province's limit (未落实帮扶措施) (art. 4.1).",
    MISSING_PERSON:
      'A monitored case that nobody is responsible for (未确定帮扶责任人) (art. 5.1); it has no deadline.',
    EMERGENCY_OVERDUE:
      "An emergency identification whose review, notice and decision did not follow within the province's limit (应急识别逾期) (art. 3.2).",
    IDENTIFICATION_OVERDUE:
      "An identification that the county did not decide within the province's limit from the day the household was found (识别逾期) (art. 3.2); above the county, where the province's warning names who follows it up.",
  },
);

/** 待办事项 · Something that waits for the viewer. @article 2.1 */
@ObjectType({
  description:
    'Something that waits for the viewer now (待办事项) (art. 2.1, 3.1). Households with a special group come before others.',
  simpleResolvers: true,
})
export class WorkItem {
  @Field(() => WorkItemKindEnum, {
    description: 'What kind of thing waits (待办类别); it says which of `case`, `lead` and `alert` is set.',
  })
  kind!: WorkItemKind;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day to do it, inclusive (办理期限), of a step the day of the step or of its whole run, whichever is earlier; null for no deadline.',
  })
  dueOn!: CalendarDate | null;

  @Field(() => Boolean, { description: 'Whether that day has passed (是否逾期).' })
  overdue!: boolean;

  @Field(() => Boolean, {
    description:
      "Whether it has risen to the viewer's level, since nobody below did it in time (逾期上提), by the province's schedule (art. 3.1, 5.3).",
  })
  escalated!: boolean;

  @Field(() => Int, {
    description:
      "Urgency by the province's order (优先级): lower comes first, special groups before others (art. 2.1).",
  })
  priority!: number;

  @Field(() => String, { description: 'What to do, in a short line for people without personal data (待办标题).' })
  title!: string;
}

/** 待办列表 · Page of work items. */
export const { Edge: WorkItemEdge, Connection: WorkItemConnection } = connectionOf(
  () => WorkItem,
  'WorkItem',
  'things that wait for the viewer (待办事项)',
);
