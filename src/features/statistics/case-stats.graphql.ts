import { Extensions, Field, Float, Int, ObjectType } from 'type-graphql';
import type { CaseCategory, CaseStatus, DiscoveryChannel } from '../../domain/case/monitoring-case.js';
import type { SpecialGroup } from '../../domain/household/household.js';
import type { Fen } from '../../domain/kernel/money.js';
import type { RiskGroup } from '../../domain/risk/risk-type.js';
import { CASE_CATALOGUE } from '../../domain/statistics/catalogue/cases.js';
import { describeStat } from '../../domain/statistics/catalogues.js';
import { YuanScalar } from '../../platform/graphql/scalars/index.js';
import { CaseStatusEnum } from '../case/case-enums.graphql.js';
import { SpecialGroupEnum } from '../household/household-enums.graphql.js';
import { DiscoveryChannelEnum } from '../lead/discovery-channel.graphql.js';
import { CaseCategoryEnum } from '../province/case-category.graphql.js';
import { RiskGroupEnum, RiskType } from '../province/risk-type.graphql.js';
import { MARKS_TOTALS } from '../../platform/table/marks-totals.js';
import { ROWS, SUPPRESSED, TOTAL_OVER, TRUNCATED } from './stat-words.js';

const says = (name: string): string => describeStat(CASE_CATALOGUE, name);

/** 监测对象统计行 · @article 3.2 */
@ObjectType({
  description: 'Figures of a group of cases (监测对象统计行) (art. 3.2): of those that share the dimensions selected.',
  simpleResolvers: true,
})
export class CaseStatRow {
  @Extensions({ [MARKS_TOTALS]: true })
  @Field(() => [String], { description: TOTAL_OVER })
  totalOver!: readonly string[];

  @Field(() => CaseCategoryEnum, { nullable: true, description: says('category') })
  category!: CaseCategory | null;

  @Field(() => CaseStatusEnum, { nullable: true, description: says('status') })
  status!: CaseStatus | null;

  @Field(() => DiscoveryChannelEnum, { nullable: true, description: says('channel') })
  channel!: DiscoveryChannel | null;

  @Field(() => RiskType, { nullable: true, description: says('riskType') })
  riskType!: RiskType | null;

  @Field(() => RiskGroupEnum, { nullable: true, description: says('riskGroup') })
  riskGroup!: RiskGroup | null;

  @Field(() => Boolean, { nullable: true, description: says('trackingOnly') })
  trackingOnly!: boolean | null;

  @Field(() => SpecialGroupEnum, { nullable: true, description: says('specialGroup') })
  specialGroup!: SpecialGroup | null;

  @Field(() => Int, { description: says('cases') })
  cases!: number;

  @Field(() => Int, { description: says('households') })
  households!: number;

  @Field(() => Int, { description: says('persons') })
  persons!: number;

  @Field(() => YuanScalar, { nullable: true, description: says('perCapitaMean') })
  perCapitaMean!: Fen | null;

  @Field(() => YuanScalar, { nullable: true, description: says('perCapitaMedian') })
  perCapitaMedian!: Fen | null;

  @Field(() => Float, { nullable: true, description: says('identificationDaysMedian') })
  identificationDaysMedian!: number | null;

  @Field(() => Int, { description: says('overdue') })
  overdue!: number;

  @Field(() => Int, { description: says('relapsed') })
  relapsed!: number;

  @Field(() => Int, { description: says('withoutSupport') })
  withoutSupport!: number;
}

/** 监测对象统计 · @article 3.2 */
@ObjectType({
  description: 'Figures of monitoring cases (监测对象统计) (art. 3.2, 5.2): the selection of `rows` is the question.',
  simpleResolvers: true,
})
export class CaseStats {
  @Field(() => [CaseStatRow], { description: ROWS })
  rows!: readonly CaseStatRow[];

  @Field(() => Int, { description: SUPPRESSED })
  suppressed!: number;

  @Field(() => Boolean, { description: TRUNCATED })
  truncated!: boolean;
}
