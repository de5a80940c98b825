import { Extensions, Field, Int, ObjectType } from 'type-graphql';
import type { FormerStatus, SpecialGroup } from '../../domain/household/household.js';
import type { Fen } from '../../domain/kernel/money.js';
import { HOUSEHOLD_CATALOGUE } from '../../domain/statistics/catalogue/households.js';
import { describeStat } from '../../domain/statistics/catalogues.js';
import { YuanScalar } from '../../platform/graphql/scalars/index.js';
import { SpecialGroupEnum } from '../household/household-enums.graphql.js';
import { FormerStatusEnum } from '../province/former-status.graphql.js';
import { MARKS_TOTALS } from '../../platform/table/marks-totals.js';
import { ROWS, SUPPRESSED, TOTAL_OVER, TRUNCATED } from './stat-words.js';

const says = (name: string): string => describeStat(HOUSEHOLD_CATALOGUE, name);

/** 农户统计行 · @article 2.1 */
@ObjectType({
  description: 'Figures of a group of households (农户统计行) (art. 2.1): of those that share the dimensions selected.',
  simpleResolvers: true,
})
export class HouseholdStatRow {
  @Extensions({ [MARKS_TOTALS]: true })
  @Field(() => [String], { description: TOTAL_OVER })
  totalOver!: readonly string[];

  @Field(() => FormerStatusEnum, { nullable: true, description: says('formerStatus') })
  formerStatus!: FormerStatus | null;

  @Field(() => Boolean, { nullable: true, description: says('resettled') })
  resettled!: boolean | null;

  @Field(() => Int, { nullable: true, description: says('size') })
  size!: number | null;

  @Field(() => SpecialGroupEnum, { nullable: true, description: says('specialGroup') })
  specialGroup!: SpecialGroup | null;

  @Field(() => Boolean, { nullable: true, description: says('monitored') })
  monitored!: boolean | null;

  @Field(() => String, { nullable: true, description: says('band') })
  band!: string | null;

  @Field(() => Int, { description: says('households') })
  households!: number;

  @Field(() => Int, { description: says('persons') })
  persons!: number;

  @Field(() => Int, { description: says('labourers') })
  labourers!: number;

  @Field(() => YuanScalar, { nullable: true, description: says('perCapitaMean') })
  perCapitaMean!: Fen | null;

  @Field(() => YuanScalar, { nullable: true, description: says('perCapitaMedian') })
  perCapitaMedian!: Fen | null;

  @Field(() => YuanScalar, { nullable: true, description: says('rigidExpenditure') })
  rigidExpenditure!: Fen | null;
}

/** 农户统计 · @article 2.1 */
@ObjectType({
  description: 'Figures of households (农户统计) (art. 2.1, 5.2): the selection of `rows` is the question.',
  simpleResolvers: true,
})
export class HouseholdStats {
  @Field(() => [HouseholdStatRow], { description: ROWS })
  rows!: readonly HouseholdStatRow[];

  @Field(() => Int, { description: SUPPRESSED })
  suppressed!: number;

  @Field(() => Boolean, { description: TRUNCATED })
  truncated!: boolean;
}
