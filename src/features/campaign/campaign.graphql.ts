import { Field, Float, Int, ObjectType } from 'type-graphql';
import { INSPECTION_STATUSES, type InspectionStatus } from '../../domain/campaign/decide-inspection.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';
import { Node } from '../../platform/graphql/node.js';
import { RowError } from '../../platform/graphql/row-error.js';
import { DateScalar, RegionCodeScalar } from '../../platform/graphql/scalars/index.js';
import { UserError } from '../../platform/graphql/user-error.js';
import { Household } from '../household/household.graphql.js';
import { Region } from '../region/region.graphql.js';

/** 集中排查 · A campaign that visits every household of a region. @article 3.1 */
@ObjectType({
  implements: Node,
  description:
    'Inspection campaign of a region (集中排查) (art. 3.1): every household is visited. Each county finishes at least one a year; what is counted is counted over the households that the viewer reaches.',
  simpleResolvers: true,
})
export class InspectionCampaign implements Node {
  id!: string;

  @Field(() => Int, { description: 'The year that it counts for (年度).' })
  year!: number;

  @Field(() => InspectionCampaign, {
    nullable: true,
    description:
      'The campaign of a region above that this one carries out (所落实的上级排查) (art. 5.4); null for one of its own.',
  })
  carriesOut!: InspectionCampaign | null;

  @Field(() => DateScalar, { description: 'First day (开始日期).' })
  startsOn!: CalendarDate;

  @Field(() => DateScalar, { nullable: true, description: 'Last day, inclusive (结束日期).' })
  endsOn!: CalendarDate | null;

  @Field(() => Int, { description: 'Households of the region in the register (应排查户数).' })
  households!: number;

  @Field(() => Int, {
    description:
      'Households that were met in its days, each once (已排查户数), by whichever campaign the visit named or by none; a visit that found nobody does not count.',
  })
  visited!: number;

  @Field(() => Int, {
    description:
      'Leads that visits in its days opened (新增线索数); concerns that joined an open lead or case are not among them.',
  })
  leadsOpened!: number;
}

/** 年度排查情况 · GraphQL enum. @article 3.1 */
export const InspectionStatusEnum = describedEnum(
  'InspectionStatus',
  'Whether a county has had its inspection campaign of a year (年度排查情况) (art. 3.1).',
  INSPECTION_STATUSES,
  {
    MET: 'A campaign met the share of the households that the province asks for (已达到覆盖率).',
    UNDER_WAY: 'A campaign runs or lies ahead, and has not met it yet (排查进行中).',
    SHORT: 'A campaign ended short of it (已结束、未达到覆盖率): it does not count.',
    NONE: 'No campaign of the year holds the county (未开展).',
  },
);

/** 分地覆盖 · How far a campaign is in one place. @article 3.1 */
@ObjectType({
  description: 'How far an inspection campaign is in one place (分地排查覆盖情况) (art. 3.1).',
  simpleResolvers: true,
})
export class InspectionCoverage {
  @Field(() => RegionCodeScalar, {
    description:
      'Code of the place (区划代码): of the level that was asked for, or nearer to the county for households that are known no nearer.',
  })
  code!: RegionCode;

  @Field(() => Region, {
    description: 'The place, or the nearest region above it that the division list has (所在区划).',
  })
  region!: Region;

  @Field(() => Int, { description: 'Households of the place in the register (应排查户数).' })
  households!: number;

  @Field(() => Int, { description: 'Households that were met in the days of the campaign (已排查户数), each once.' })
  visited!: number;
}

/** 县的年度排查 · Whether a county has had its campaign of a year. @article 3.1 */
@ObjectType({
  description:
    'Whether a county has had its inspection campaign of a year (县年度排查情况) (art. 3.1): at least one, of its own or of a region above it, that met the share of its households that the province asks for.',
  simpleResolvers: true,
})
export class InspectionCompliance {
  @Field(() => Region, { description: 'The county (县级行政区划).' })
  region!: Region;

  @Field(() => InspectionStatusEnum, { description: 'What became of it (年度排查情况).' })
  status!: InspectionStatus;

  @Field(() => Float, {
    nullable: true,
    description:
      'Share of the households that the province asks for, per cent (覆盖率要求); null where no rule sets one.',
  })
  requiredPercent!: number | null;

  @Field(() => Int, { description: 'Open households of the county (应排查户数), whether or not it had a campaign.' })
  households!: number;

  @Field(() => Int, {
    description: 'Of these, met in the days of `campaign` (已排查户数); 0 without one, whoever was visited otherwise.',
  })
  visited!: number;

  @Field(() => InspectionCampaign, {
    nullable: true,
    description:
      'The campaign that the status rests on (所依据的集中排查); null where there is none. Its own counts are not read here.',
  })
  campaign!: InspectionCampaign | null;
}

/** 集中排查结果 · @article none — technical */
@ObjectType({
  description: 'Answer to starting an inspection campaign (启动集中排查的结果): the campaign, or why not.',
  simpleResolvers: true,
})
export class CampaignPayload {
  @Field(() => InspectionCampaign, { nullable: true, description: 'The campaign (集中排查); null when refused.' })
  campaign!: InspectionCampaign | null;

  @Field(() => [UserError], { description: 'Every reason for a refusal (业务错误); empty when the change was made.' })
  userErrors!: readonly UserError[];
}

/** 批量走访结果 · @article none — technical */
@ObjectType({
  description:
    'Answer to recording many visits (批量登记走访的结果): the households of the visits that stand, and why each of the others was left out.',
  simpleResolvers: true,
})
export class VisitBatchPayload {
  @Field(() => Int, {
    description:
      'How many visits stand (登记次数), now or by an earlier call with the same key; `rowErrors` says why the others do not.',
  })
  recorded!: number;

  @Field(() => [Household], {
    description:
      'Households of the visits that stand (走访农户), as they are now, once each, in the order of the visits.',
  })
  households!: readonly Household[];

  @Field(() => [RowError], {
    description: 'Every reason against a visit that was left out (逐项错误), in the order of the visits.',
  })
  rowErrors!: readonly RowError[];

  @Field(() => [UserError], {
    description:
      'Reasons against the call as a whole (业务错误): no visit or too many, or a key used with another input; nothing was recorded then.',
  })
  userErrors!: readonly UserError[];
}
