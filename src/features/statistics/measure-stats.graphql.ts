import { Extensions, Field, Int, ObjectType } from 'type-graphql';
import type { Fen } from '../../domain/kernel/money.js';
import { MEASURE_CATALOGUE } from '../../domain/statistics/catalogue/measures.js';
import { describeStat } from '../../domain/statistics/catalogues.js';
import type { FundingSource, InstrumentFamily, InstrumentNature } from '../../domain/support/policy-instrument.js';
import type { MeasureStatus, MeasureTiming } from '../../domain/support/support-measure.js';
import { YuanScalar } from '../../platform/graphql/scalars/index.js';
import {
  FundingSourceEnum,
  InstrumentFamilyEnum,
  InstrumentNatureEnum,
  PolicyInstrument,
} from '../province/instrument.graphql.js';
import { MeasureStatusEnum, MeasureTimingEnum } from '../support/measure.graphql.js';
import { MARKS_TOTALS } from '../../platform/table/marks-totals.js';
import { ROWS, SUPPRESSED, TOTAL_OVER, TRUNCATED } from './stat-words.js';

const says = (name: string): string => describeStat(MEASURE_CATALOGUE, name);

/** 帮扶措施统计行 · @article 4.1 */
@ObjectType({
  description:
    'Figures of a group of support measures (帮扶措施统计行) (art. 4.1): of those that share the dimensions selected.',
  simpleResolvers: true,
})
export class MeasureStatRow {
  @Extensions({ [MARKS_TOTALS]: true })
  @Field(() => [String], { description: TOTAL_OVER })
  totalOver!: readonly string[];

  @Field(() => InstrumentFamilyEnum, { nullable: true, description: says('family') })
  family!: InstrumentFamily | null;

  @Field(() => PolicyInstrument, { nullable: true, description: says('instrument') })
  instrument!: PolicyInstrument | null;

  @Field(() => InstrumentNatureEnum, { nullable: true, description: says('nature') })
  nature!: InstrumentNature | null;

  @Field(() => MeasureTimingEnum, { nullable: true, description: says('timing') })
  timing!: MeasureTiming | null;

  @Field(() => FundingSourceEnum, { nullable: true, description: says('fundingSource') })
  fundingSource!: FundingSource | null;

  @Field(() => MeasureStatusEnum, { nullable: true, description: says('status') })
  status!: MeasureStatus | null;

  @Field(() => Int, { description: says('measures') })
  measures!: number;

  @Field(() => Int, { description: says('households') })
  households!: number;

  @Field(() => YuanScalar, { nullable: true, description: says('budget') })
  budget!: Fen | null;

  @Field(() => YuanScalar, { nullable: true, description: says('delivered') })
  delivered!: Fen | null;
}

/** 帮扶措施统计 · @article 4.1 */
@ObjectType({
  description: 'Figures of support measures (帮扶措施统计) (art. 4.1, 5.2): the selection of `rows` is the question.',
  simpleResolvers: true,
})
export class MeasureStats {
  @Field(() => [MeasureStatRow], { description: ROWS })
  rows!: readonly MeasureStatRow[];

  @Field(() => Int, { description: SUPPRESSED })
  suppressed!: number;

  @Field(() => Boolean, { description: TRUNCATED })
  truncated!: boolean;
}
