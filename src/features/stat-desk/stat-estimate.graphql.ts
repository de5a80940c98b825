import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { StatSubject } from '../../domain/statistics/definition.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';
import type { UsedSegmentFacts } from '../segment/index.js';
import { StatSubjectEnum } from '../stat-source/stat-subject.graphql.js';
import { STAT_SOURCES, type StatSourceKind } from './source-sizes.js';
import type { SourceChoice } from './stat-ledger.js';

/** 统计来源 · @article 5.3 */
export const StatSourceEnum = describedEnum(
  'StatSource',
  'What figures are read from (统计来源) (art. 5.3).',
  STAT_SOURCES,
  {
    REGISTER: 'The register as it stands (登记库), for whoever holds an office: exact.',
    TALLIES:
      'Tallies that are kept up with every change (汇总表), for whoever holds an office: as exact as the register, whatever its size.',
    PUBLICATION: 'The newest publication (发布数据), for analysts: perturbed and rounded.',
  },
);

/** 更省的提问 · @article none — technical */
@ObjectType({
  description: 'A change that would make a question cheaper (更省的提问).',
  simpleResolvers: true,
})
export class CheaperStatQuestion {
  @Field(() => String, { description: 'What to change (改法).' })
  change!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'What the question would then cost, in points (所需点数); null where it is no question of figures any more.',
  })
  cost!: number | null;
}

/** 来源选择 · @article 5.2 */
@ObjectType({
  description: 'Where one grouping of a question is read, and why there (来源选择) (art. 5.2).',
  simpleResolvers: true,
})
export class StatSourceChoice {
  @Field(() => String, {
    nullable: true,
    description:
      'Response key of the selection of `rows` (响应键); null for moves, cohorts and scorecards, which have one grouping.',
  })
  rows!: string | null;

  @Field(() => StatSourceEnum, { description: 'What it is read from (统计来源).' })
  source!: StatSourceKind;

  @Field(() => String, {
    nullable: true,
    description: 'The rollup that answers it (汇总表), such as CASE_STANDING; null where none does.',
  })
  rollup!: string | null;

  @Field(() => String, {
    description:
      'Why it is read there (原因): for the register, which measure, dimension or filter the tallies lack, or which day or place they do not tell of.',
  })
  because!: string;
}

/** 所用分组 · @article 5.2 */
@ObjectType({
  description: 'The named segment that a question is asked by (所用分组) (art. 5.2), as it stands.',
  simpleResolvers: true,
})
export class UsedSegment {
  @Field(() => ID, { description: 'Global id of the segment (分组标识).' })
  id!: string;

  @Field(() => String, { description: 'Its key (分组代码).' })
  key!: string;

  @Field(() => Int, { description: 'Its version (版本号): which of its filters is meant.' })
  version!: number;
}

/** 统计提问估算 · @article 5.2 */
@ObjectType('StatEstimate', {
  description: 'What a question of figures would take (统计提问估算) (art. 5.2), reckoned before it runs.',
  simpleResolvers: true,
})
export class StatEstimateObject {
  @Field(() => [String], { description: 'Response path of the figures in the query (响应路径).' })
  path!: readonly string[];

  @Field(() => StatSubjectEnum, {
    nullable: true,
    description: 'Of what (统计对象); null for scorecards, which are of several.',
  })
  subject!: StatSubject | null;

  @Field(() => UsedSegment, {
    nullable: true,
    description: 'The named segment by which it is asked (所用分组); null where there is none.',
  })
  segment!: UsedSegmentFacts | null;

  @Field(() => StatSourceEnum, { description: 'What would be read (统计来源).' })
  source!: StatSourceKind;

  @Field(() => [StatSourceChoice], {
    description: 'Where each of its groupings would be read, and why there (各分组来源), in their order.',
  })
  chosen!: readonly SourceChoice[];

  @Field(() => Float, {
    nullable: true,
    description:
      'By how many seconds the read replica is behind (副本滞后秒数), as it was within the last five seconds; null where figures are read from the database itself, or where the replica does not say.',
  })
  behindSeconds!: number | null;

  @Field(() => Int, {
    description:
      'Rows that each grouping would look at (预计扫描行数): those of the counties that are asked about and within reach, of cases and alerts in the statuses that the filter names, whatever else it says; for moves those within the days; for scorecards the records of every kind that they count. Of a publication a rough upper bound, 1, 2 or 5 and noughts, never less than 1,000.',
  })
  rows!: number;

  @Field(() => Int, { description: "Points that it would take from the caller's minute (所需点数)." })
  cost!: number;

  @Field(() => Int, { description: 'Points that the figures of one operation may cost (点数上限).' })
  limit!: number;

  @Field(() => Boolean, { description: 'Whether it would be run, asked by itself (是否可执行).' })
  allowed!: boolean;

  @Field(() => [CheaperStatQuestion], { description: 'What would make it cheaper (更省的提问), the cheapest first.' })
  cheaper!: readonly CheaperStatQuestion[];
}
