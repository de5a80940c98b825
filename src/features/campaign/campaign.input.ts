import { Field, ID, InputType, Int } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { ContactMode } from '../../domain/procedure/step-act.js';
import { IdempotencyKey } from '../../platform/graphql/mutation-input.js';
import { DateScalar, RegionCodeScalar } from '../../platform/graphql/scalars/index.js';
import { ContactModeEnum } from '../procedure/step-section.input.js';

/** 启动集中排查 · @article 3.1 */
@InputType({
  description: 'An inspection campaign of a region, of any level that is the caller’s (启动集中排查) (art. 3.1).',
})
export class StartInspectionCampaignInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => RegionCodeScalar, { description: 'Where every household is visited (排查区划).' })
  region!: RegionCode;

  @Field(() => Int, { description: 'The year that it counts for (年度); some day of it lies in it.' })
  year!: number;

  @Field(() => DateScalar, { description: 'First day (开始日期); it may lie ahead, or back where it is entered late.' })
  startsOn!: CalendarDate;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day, inclusive (结束日期), not before the first; 31 December of the year where none is given: a campaign is done within its year.',
  })
  endsOn?: CalendarDate | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Global id of the campaign of a region above that this one carries out (所落实的上级排查) (art. 5.4): of the same year, and its days hold the days of this one.',
  })
  carriesOut?: string | null;
}

/** 登记走访 · @article 3.1 */
@InputType({
  description:
    'A visit to a household, by whichever mode, with or without a campaign (登记走访) (art. 3.1): it counts for every campaign that runs.',
})
export class RecordVisitInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: 'Global id of the household (农户标识).' })
  householdId!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Global id of a campaign that it was made for (集中排查标识), whose region and days must hold it; it may be left out.',
  })
  campaignId?: string | null;

  @Field(() => DateScalar, { description: 'Day of the visit (走访日期), not in the future.' })
  visitedOn!: CalendarDate;

  @Field(() => [String], { description: 'Who visited (走访人员), at least one; kept encrypted.' })
  visitors!: string[];

  @Field(() => ContactModeEnum, { description: 'How the household was met (走访方式); ABSENT where nobody was.' })
  mode!: ContactMode;

  @Field(() => Boolean, {
    description:
      'Whether how to declare, and for a monitored household what support there is, was explained (政策宣传) (art. 3.1).',
  })
  policyExplained!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'What gives concern, in words (发现的困难); it becomes a lead, or joins the lead or case that is open. Kept encrypted.',
  })
  concern?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who spoke for the household (代述人), for mode PROXY only; kept encrypted.',
  })
  proxy?: string | null;
}

/** 批量登记走访 · @article 3.1 */
@InputType({
  description:
    'Visits to households as they were noted on the way, up to 500 (批量登记走访) (art. 3.1); each stands or falls by itself, and counts for every campaign that runs on its day.',
})
export class RecordVisitsInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => [RecordVisitInput], {
    description:
      'The visits (走访记录), 1 to 500, of any days and households. A visit may have an idempotencyKey of its own, as in recordVisit: a device that gave each visit its key may send it again alone or in another batch.',
  })
  visits!: RecordVisitInput[];
}
