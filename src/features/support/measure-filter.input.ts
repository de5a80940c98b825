import { Field, InputType } from 'type-graphql';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { FundingSource, InstrumentFamily, InstrumentNature } from '../../domain/support/policy-instrument.js';
import type { MeasureStatus, MeasureTiming } from '../../domain/support/support-measure.js';
import { DateFilter } from '../../platform/graphql/filters.js';
import { RegionCodeScalar } from '../../platform/graphql/scalars/index.js';
import { FundingSourceEnum, InstrumentFamilyEnum, InstrumentNatureEnum } from '../province/instrument.graphql.js';
import { MeasureStatusEnum, MeasureTimingEnum } from './measure.graphql.js';

/** 帮扶措施筛选条件 · @article 4.1 */
@InputType({
  description:
    'Which support measures are asked for (帮扶措施筛选条件) (art. 4.1); all conditions that are given must hold.',
})
export class SupportMeasureFilter {
  @Field(() => [SupportMeasureFilter], { nullable: true, description: 'All of these hold (并且).' })
  and?: SupportMeasureFilter[] | null;

  @Field(() => [SupportMeasureFilter], {
    nullable: true,
    description: 'At least one of these holds (或者); an empty list finds nothing.',
  })
  or?: SupportMeasureFilter[] | null;

  @Field(() => SupportMeasureFilter, { nullable: true, description: 'This does not hold (非).' })
  not?: SupportMeasureFilter | null;

  @Field(() => RegionCodeScalar, {
    nullable: true,
    description: 'In this region or anywhere below it (所在区划及下级).',
  })
  region?: RegionCode | null;

  @Field(() => [InstrumentFamilyEnum], { nullable: true, description: 'Any of these families (帮扶类别).' })
  family?: InstrumentFamily[] | null;

  @Field(() => [String], { nullable: true, description: 'A use of any of these instruments, by code (政策工具代码).' })
  instrument?: string[] | null;

  @Field(() => [InstrumentNatureEnum], { nullable: true, description: 'Any of these natures (帮扶性质).' })
  nature?: InstrumentNature[] | null;

  @Field(() => [MeasureTimingEnum], { nullable: true, description: 'Preventive or after the fact (措施时机).' })
  timing?: MeasureTiming[] | null;

  @Field(() => [FundingSourceEnum], { nullable: true, description: 'Paid by any of these (资金来源).' })
  fundingSource?: FundingSource[] | null;

  @Field(() => [MeasureStatusEnum], { nullable: true, description: 'Any of these statuses (措施状态).' })
  status?: MeasureStatus[] | null;

  @Field(() => DateFilter, { nullable: true, description: 'First day planned (起始日期).' })
  startsOn?: DateFilter | null;
}
