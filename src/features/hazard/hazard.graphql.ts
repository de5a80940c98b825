import { Field, Int, ObjectType } from 'type-graphql';
import { HAZARD_KINDS, type HazardKind } from '../../domain/hazard/hazard-kind.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Severity } from '../../domain/risk/finding.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';
import { Node } from '../../platform/graphql/node.js';
import { DateScalar, DateTimeScalar } from '../../platform/graphql/scalars/index.js';
import { UserError } from '../../platform/graphql/user-error.js';
import { SeverityEnum } from '../assessment/assessment.graphql.js';

/** 风险种类 · GraphQL enum. @article 2.3 */
export const HazardKindEnum = describedEnum(
  'HazardKind',
  'Kind of a hazard or risk that can push many households back (规模性返贫风险种类) (art. 2.3).',
  HAZARD_KINDS,
  {
    FLOOD_DROUGHT: 'Flood or drought (水旱灾害).',
    METEOROLOGICAL: 'Storm, hail, frost and the like (气象灾害).',
    EARTHQUAKE: 'Earthquake (地震灾害).',
    GEOLOGICAL: 'Landslide, mudflow and the like (地质灾害).',
    BIOLOGICAL: 'Pests and animal diseases (生物灾害).',
    FIRE: 'Fire of forests, grassland or homes (火灾).',
    EPIDEMIC: 'Epidemic and other public health emergency (疫情等公共卫生事件).',
    PRICE_SLUMP: 'Prices of bulk farm products fell sharply (大宗农副产品价格持续大幅下跌).',
    UNEMPLOYMENT: 'Rural labour lost its work in large numbers (农村劳动力失业明显增多).',
    INDUSTRY_PROJECT_FAILURE: 'Villages’ industry projects failed (乡村产业项目失败).',
    RESETTLEMENT_EMPLOYMENT:
      'Large resettlement site without enough work (大中型易地扶贫搬迁集中安置区搬迁人口就业不足).',
    RESETTLEMENT_INTEGRATION: 'Resettled people do not settle in (搬迁人口社区融入等方面的风险).',
    POLICY_FAILURE: 'A policy was not carried out or was taken back (政策落实风险).',
    OTHER_EMERGENCY: 'Another emergency (其他突发事件).',
  },
);

/** 风险筛查进展 · How far the newest screening of a hazard is. @article 2.3 */
@ObjectType({
  description:
    'How far the newest screening of a hazard is (风险筛查进展) (art. 2.3); counted over the counties that the viewer reaches.',
  simpleResolvers: true,
})
export class HazardScreening {
  @Field(() => DateScalar, { description: 'The day as of which the register is looked at (筛查日).' })
  on!: CalendarDate;

  @Field(() => DateTimeScalar, { description: 'When it was asked for (提交时间).' })
  requestedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the last county was through (完成时间); null while it runs.',
  })
  finishedAt!: Date | null;

  @Field(() => Int, { description: 'Households of all its regions when it was asked for (应筛查户数).' })
  households!: number;

  @Field(() => Int, { description: 'Households that were looked at so far (已筛查户数).' })
  screened!: number;

  @Field(() => Int, {
    description: 'Households that the rules singled out (筛出户数), those with an open lead or case among them.',
  })
  singledOut!: number;

  @Field(() => Int, {
    description: 'Leads that it opened (新增线索数); a household with one open had its lead joined.',
  })
  leadsOpened!: number;
}

/** 规模性返贫风险事件 · A hazard over some regions. @article 2.3 */
@ObjectType({
  implements: Node,
  description:
    'A hazard or risk that can push many households back (规模性返贫风险事件) (art. 2.3), over one region or many of any level.',
  simpleResolvers: true,
})
export class HazardEvent implements Node {
  id!: string;

  @Field(() => HazardKindEnum, { description: 'What kind it is (风险种类).' })
  kind!: HazardKind;

  @Field(() => DateScalar, { description: 'Day on which it struck, or from which it is known (发生日期).' })
  occurredOn!: CalendarDate;

  @Field(() => SeverityEnum, { description: 'How grave it is (严重程度).' })
  severity!: Severity;

  @Field(() => String, {
    description:
      'What happened, in words (情况描述); kept encrypted, and shown to the offices that answer for the place and to whoever told it.',
  })
  description!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When its newest screening was through (筛查完成时间); null before that.',
  })
  screenedAt!: Date | null;

  @Field(() => Int, {
    description: 'Leads that its screenings opened (新增线索数), in the counties that the viewer reaches.',
  })
  leadsOpened!: number;

  @Field(() => HazardScreening, {
    nullable: true,
    description: 'How far its newest screening is (筛查进展); null where it was never screened.',
  })
  screening!: HazardScreening | null;
}

/** 风险事件列表 · Page of hazards. */
export const { Edge: HazardEventEdge, Connection: HazardEventConnection } = connectionOf(
  () => HazardEvent,
  'HazardEvent',
  'hazards (规模性返贫风险事件)',
);

/** 风险事件结果 · @article none — technical */
@ObjectType({
  description: 'Answer to reporting or screening a hazard (风险事件处理结果): the hazard, or why not.',
  simpleResolvers: true,
})
export class HazardPayload {
  @Field(() => HazardEvent, { nullable: true, description: 'The hazard as it is now (风险事件); null when refused.' })
  hazard!: HazardEvent | null;

  @Field(() => [UserError], { description: 'Every reason for a refusal (业务错误); empty when the change was made.' })
  userErrors!: readonly UserError[];
}
