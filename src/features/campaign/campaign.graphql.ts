import { Field, Int, ObjectType } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { Node } from '../../platform/graphql/node.js';
import { DateScalar } from '../../platform/graphql/scalars/index.js';
import { UserError } from '../../platform/graphql/user-error.js';

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
