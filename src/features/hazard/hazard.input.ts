import { Field, ID, InputType } from 'type-graphql';
import type { HazardKind } from '../../domain/hazard/hazard-kind.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { Severity } from '../../domain/risk/finding.js';
import { DateFilter } from '../../platform/graphql/filters.js';
import { IdempotencyKey } from '../../platform/graphql/mutation-input.js';
import { DateScalar, RegionCodeScalar } from '../../platform/graphql/scalars/index.js';
import { SeverityEnum } from '../assessment/assessment.graphql.js';
import { HazardKindEnum } from './hazard.graphql.js';

/** 报告风险事件 · @article 2.3 */
@InputType({
  description:
    'A hazard or risk over one region or many (报告规模性返贫风险事件) (art. 2.3); townships and departments report too.',
})
export class ReportHazardInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => HazardKindEnum, { description: 'What kind it is (风险种类).' })
  kind!: HazardKind;

  @Field(() => [RegionCodeScalar], {
    description:
      'Where it struck (涉及区划): regions of any level, all of them the caller’s, each named once; at most 500.',
  })
  regions!: RegionCode[];

  @Field(() => DateScalar, {
    description: 'Day on which it struck, or from which it is known (发生日期); not in the future.',
  })
  occurredOn!: CalendarDate;

  @Field(() => SeverityEnum, {
    description: 'How grave it is (严重程度); a province may have rules for graver ones only.',
  })
  severity!: Severity;

  @Field(() => String, { description: 'What happened, in words (情况描述); kept encrypted.' })
  description!: string;
}

/** 筛查风险事件 · @article 2.3 */
@InputType({
  description:
    'Has the households of a hazard’s regions screened (筛查风险事件) (art. 2.3): a lead for each that the province’s rules single out, once.',
})
export class ScreenHazardInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: 'Global id of the hazard (风险事件标识).' })
  hazardId!: string;

  @Field(() => DateScalar, {
    description:
      'The day as of which the register is looked at (筛查日): not before the hazard, not in the future; deadlines of the leads count from it.',
  })
  on!: CalendarDate;
}

/** 风险事件筛选条件 · @article 2.3 */
@InputType({
  description: 'Which hazards are asked for (风险事件筛选条件) (art. 2.3); all conditions that are given must hold.',
})
export class HazardEventFilter {
  @Field(() => RegionCodeScalar, {
    nullable: true,
    description: 'Struck this region, a part of it, or a region around it (涉及区划).',
  })
  region?: RegionCode | null;

  @Field(() => [HazardKindEnum], { nullable: true, description: 'Any of these kinds (风险种类).' })
  kind?: HazardKind[] | null;

  @Field(() => DateFilter, { nullable: true, description: 'Day on which it struck (发生日期).' })
  occurredOn?: DateFilter | null;
}
