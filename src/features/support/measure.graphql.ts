import { Field, ObjectType } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Fen } from '../../domain/kernel/money.js';
import type { RegionLevel } from '../../domain/kernel/region-code.js';
import type { FundingSource } from '../../domain/support/policy-instrument.js';
import {
  MEASURE_STATUSES,
  MEASURE_TIMINGS,
  type MeasureStatus,
  type MeasureTiming,
} from '../../domain/support/support-measure.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';
import { Node } from '../../platform/graphql/node.js';
import { DateScalar, YuanScalar } from '../../platform/graphql/scalars/index.js';
import { Evidence } from '../case/procedure.graphql.js';
import { FundingSourceEnum } from '../province/instrument.graphql.js';
import { RegionLevelEnum } from '../region/region.graphql.js';

/** 措施状态 · GraphQL enum. @article 4.1 */
export const MeasureStatusEnum = describedEnum(
  'MeasureStatus',
  'Where a support measure stands (帮扶措施状态) (art. 4.1).',
  MEASURE_STATUSES,
  {
    PLANNED: 'In a plan whose procedure is under way (计划中).',
    APPROVED: 'The procedure passed and nothing was delivered yet (已批准).',
    IN_PROGRESS: 'Something was delivered (实施中).',
    COMPLETED: 'Concluded: everything was delivered (已完成).',
    CANCELLED: 'Given up, or its plan was refused (已取消).',
  },
);

/** 措施时机 · GraphQL enum. @article 4.1 */
export const MeasureTimingEnum = describedEnum(
  'MeasureTiming',
  'Whether a measure comes before the harm or after it (预防性措施与事后帮扶) (art. 4.1).',
  MEASURE_TIMINGS,
  {
    PREVENTIVE: 'Before the difficulty comes (预防性措施).',
    AFTER_THE_FACT: 'After it came (事后帮扶).',
  },
);

/** 帮扶措施 · What one case receives. @article 4.1 */
@ObjectType({
  implements: Node,
  description: 'Support that one case receives: one use of an instrument (帮扶措施) (art. 4.1–4.3).',
  simpleResolvers: true,
})
export class SupportMeasure implements Node {
  id!: string;

  @Field(() => MeasureStatusEnum, { description: 'Where the measure stands (措施状态).' })
  status!: MeasureStatus;

  @Field(() => MeasureTimingEnum, { description: 'Whether preventive or after the fact (措施时机) (art. 4.1).' })
  timing!: MeasureTiming;

  @Field(() => FundingSourceEnum, { description: 'Who pays for it (资金来源) (art. 4.1, 4.3).' })
  fundingSource!: FundingSource;

  @Field(() => RegionLevelEnum, {
    nullable: true,
    description: 'Level whose money it is (资金层级); null where it is no public money or the level is not known.',
  })
  fundingLevel!: RegionLevel | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Who provides it (帮扶主体): a department, an enterprise, a partner region; null where the village does.',
  })
  provider!: string | null;

  @Field(() => YuanScalar, {
    nullable: true,
    description: 'What was planned to be spent (计划金额), in yuan; null for help in kind.',
  })
  budget!: Fen | null;

  @Field(() => YuanScalar, {
    description: 'Sum of the deliveries so far (已落实金额), in yuan; "0.00" for none or in kind only.',
  })
  delivered!: Fen;

  @Field(() => DateScalar, { nullable: true, description: 'First day planned (起始日期); null where none is set.' })
  startsOn!: CalendarDate | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day planned, inclusive (结束日期); null where it stands open.',
  })
  endsOn!: CalendarDate | null;
}

/** 落实记录 · One delivery of a measure. @article 4.1 */
@ObjectType({
  description: 'One time that a measure reached the household (落实记录) (art. 4.1), in money or in kind.',
  simpleResolvers: true,
})
export class Delivery {
  @Field(() => DateScalar, { description: 'Day on which it was delivered (落实日期).' })
  on!: CalendarDate;

  @Field(() => YuanScalar, {
    nullable: true,
    description: 'Money delivered (落实金额), in yuan; null for help in kind only.',
  })
  amount!: Fen | null;

  @Field(() => String, {
    nullable: true,
    description: 'What was given in kind (实物), in words with its quantity; null for money only.',
  })
  inKind!: string | null;

  @Field(() => String, { nullable: true, description: 'What is noted beside it (备注); null for nothing.' })
  note!: string | null;

  @Field(() => [Evidence], { description: 'Evidence of the delivery (佐证材料); empty for none.' })
  evidence!: readonly Evidence[];
}

/** 帮扶措施列表 · Page of measures. */
export const { Edge: SupportMeasureEdge, Connection: SupportMeasureConnection } = connectionOf(
  () => SupportMeasure,
  'SupportMeasure',
  'support measures (帮扶措施)',
);
