import { Field, ID, Int, ObjectType } from 'type-graphql';
import type {
  CaseCategory,
  CaseSource,
  CaseStatus,
  DiscoveryChannel,
  EliminationMode,
} from '../../domain/case/monitoring-case.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Node } from '../../platform/graphql/node.js';
import { DateScalar, DateTimeScalar } from '../../platform/graphql/scalars/index.js';
import { DiscoveryChannelEnum } from '../lead/discovery-channel.graphql.js';
import { CaseCategoryEnum } from '../province/case-category.graphql.js';
import { CaseSourceEnum, CaseStatusEnum, EliminationModeEnum } from './case-enums.graphql.js';
import { Evidence } from './procedure.graphql.js';

export { CaseRisk } from './risk.graphql.js';

/** 监测对象(档案) · One episode of a household, from opening to its end. @article 3.2 */
@ObjectType({
  implements: Node,
  description:
    'One episode of monitoring of a household, from opening to its end (监测对象、监测档案) (art. 2.1, 3.2, 3.3). A later relapse is a new case that names this one.',
  simpleResolvers: true,
})
export class MonitoringCase implements Node {
  id!: string;

  @Field(() => String, { description: 'Number of the case (档案编号); cases from the national system keep theirs.' })
  number!: string;

  @Field(() => CaseCategoryEnum, {
    nullable: true,
    description: 'Why it is monitored (监测对象类别) (art. 2.1); null until a verification proposes it.',
  })
  category!: CaseCategory | null;

  @Field(() => CaseStatusEnum, { description: 'Where the case stands (监测状态).' })
  status!: CaseStatus;

  @Field(() => DiscoveryChannelEnum, { description: 'How the household came to be known (发现渠道) (art. 3.1).' })
  channel!: DiscoveryChannel;

  @Field(() => CaseSourceEnum, { description: 'Where it was identified (档案来源) (art. 5.4).' })
  source!: CaseSource;

  @Field(() => DateScalar, { description: 'Day on which the case was opened (建档日期).' })
  openedOn!: CalendarDate;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Day on which the county took it over from the national system (承接日期) (art. 5.4); null where it was identified here.',
  })
  takenOverOn!: CalendarDate | null;

  @Field(() => [Evidence], {
    description: 'What proves the record of the national system (承接佐证材料) (art. 5.4); empty for other cases.',
  })
  takeOverEvidence!: readonly Evidence[];

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day on which the county decision on its identification is in time, counted from the day the household was found, the day of the first lead where that is earlier than the opening (识别期限) (art. 3.2); null for no limit, where it was identified elsewhere, and while holidays are not announced.',
  })
  identificationDueOn!: CalendarDate | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Calendar days that its identification came after that day (识别逾期天数), or waits past it today; 0 in time. It stays once the household is identified; null for no such day, and where the case ended without identification (its history tells).',
  })
  identificationDaysLate!: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day of the county decision that made it monitored (识别认定日期); null before.',
  })
  identifiedOn!: CalendarDate | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Day of the county decision that marked the risk eliminated (风险消除日期); null before, and after a rollback.',
  })
  eliminatedOn!: CalendarDate | null;

  @Field(() => EliminationModeEnum, {
    nullable: true,
    description: 'Whether through support or of itself (风险消除方式); null while no elimination was requested.',
  })
  eliminationMode!: EliminationMode | null;

  @Field(() => Boolean, {
    description:
      'No labour capacity and the safety net in place: tracked on and for now not marked eliminated (持续跟踪监测、暂不标注) (art. 3.3).',
  })
  trackingOnly!: boolean;

  @Field(() => Boolean, {
    description: 'Stability is weak, so support goes on until the next review (继续帮扶) (art. 3.3).',
  })
  supportContinued!: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day by which the case is to be looked at again (下次复核日期); null where none is set.',
  })
  nextReviewOn!: CalendarDate | null;

  @Field(() => String, { description: 'Content hash of the configuration that the case was opened under (配置版本).' })
  configVersion!: string;

  @Field(() => Int, {
    description:
      'Version (版本号), raised by one with every change of its steps, notices, risks or measures; give it as `expectedVersion`.',
  })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When the case was last changed (更新时间).' })
  updatedAt!: Date | string;
}

/** 帮扶责任人 · Who looks after the household, from when to when. @article 5.1 */
@ObjectType({
  description: 'Person who looks after the household of a case (帮扶责任人) (art. 5.1), for a time.',
  simpleResolvers: true,
})
export class ResponsiblePerson {
  @Field(() => String, { description: 'Name of the person (责任人姓名).' })
  name!: string;

  @Field(() => String, { description: 'Unit that he or she belongs to (所在单位).' })
  organization!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Phone number for the household to call (联系电话); null where none is given or the viewer may not see it.',
  })
  phone!: string | null;

  @Field(() => DateScalar, { description: 'First day of the charge (起始日期).' })
  from!: CalendarDate;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day of the charge, inclusive (结束日期); null while it lasts.',
  })
  to!: CalendarDate | null;
}

/** 消除条件 · One condition of elimination, met or not. @article 3.3 */
@ObjectType({
  description:
    'One condition that must hold before the risk is marked eliminated (风险消除条件) (art. 3.3), met or not.',
  simpleResolvers: true,
})
export class Gate {
  @Field(() => String, { description: 'Stable code of the condition (条件代码), in kebab-case.' })
  code!: string;

  @Field(() => Boolean, { description: 'Whether it holds on the day asked for (是否满足).' })
  passed!: boolean;

  @Field(() => String, {
    description: 'Why it holds or not, with its figures and days, in a sentence for people (理由).',
  })
  reason!: string;

  @Field(() => String, {
    description: 'Article of 中农组发〔2021〕7号 that asks for it (政策条款), e.g. "3.3"; "G" for practice.',
  })
  article!: string;
}

/** 档案事件 · One entry of a case's history. @article 3.2 */
@ObjectType({
  description:
    'One thing that happened in a case (档案事件) (art. 3.2), told for people; the audit trail holds the proof.',
  simpleResolvers: true,
})
export class CaseEvent {
  @Field(() => ID, { description: 'Id of the entry (事件标识), stable, for keys in a front end.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When it was entered (录入时间).' })
  at!: Date | string;

  @Field(() => DateScalar, {
    description: 'Day on which it happened (发生日期); before `at` where papers were entered late.',
  })
  occurredOn!: CalendarDate;

  @Field(() => String, { description: 'Kind of event (事件类别), a stable code such as "STEP_COMPLETED".' })
  kind!: string;

  @Field(() => String, { description: 'Subject of the token that entered it (操作人), a login and not a name.' })
  actor!: string;

  @Field(() => String, { description: 'What happened, in a sentence without personal data (事件摘要).' })
  summary!: string;
}

/** 监测对象列表 · Page of cases. */
export const { Edge: MonitoringCaseEdge, Connection: MonitoringCaseConnection } = connectionOf(
  () => MonitoringCase,
  'MonitoringCase',
  'monitoring cases (监测对象)',
);

/** 档案事件列表 · Page of a case's history. */
export const { Edge: CaseEventEdge, Connection: CaseEventConnection } = connectionOf(
  () => CaseEvent,
  'CaseEvent',
  'events of a case (档案事件)',
);
