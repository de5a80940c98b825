import { Field, Int, ObjectType } from 'type-graphql';
import type { Severity } from '../../domain/risk/finding.js';
import { SeverityEnum } from '../assessment/assessment.graphql.js';
import { PolicySource } from '../province/province.graphql.js';

/** 质量规则阈值 · A number that a rule is held by. @article 5.3 */
@ObjectType({
  description:
    'Number that a rule of data quality is held by (质量规则阈值) (art. 5.3); a province may make it stricter, never looser.',
  simpleResolvers: true,
})
export class QualityThreshold {
  @Field(() => String, { description: 'Name of the number (名称), as a province writes it, e.g. "households".' })
  name!: string;

  @Field(() => Int, { description: 'The number in force (现行值).' })
  value!: number;

  @Field(() => Int, { description: 'The number of the nation (国家值), which holds where the province sets none.' })
  national!: number;
}

/** 数据质量规则 · A rule that findings come from, as a province has it. @article 5.3 */
@ObjectType({
  description:
    'Rule of data quality that findings come from, as a province has it on a day (数据质量规则) (art. 5.3): the national ones, and those of its own.',
  simpleResolvers: true,
})
export class QualityRule {
  @Field(() => String, {
    description: 'Id of the rule (规则编号), as `QualityFinding.rule` and `qualityFindings` take it.',
  })
  id!: string;

  @Field(() => String, {
    description: 'What is wrong where it finds something (规则名称); in Chinese unless the caller asks for English.',
  })
  name!: string;

  @Field(() => SeverityEnum, { description: 'How grave its findings are (严重程度).' })
  severity!: Severity;

  @Field(() => Boolean, {
    description: "Whether it is the province's own (是否省级自定); false for a rule of the nation.",
  })
  own!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      "Number of the rule in the set that a national one is taken from, or the rule and article that ask for it (规则出处); null for the province's own.",
  })
  origin!: string | null;

  @Field(() => [QualityThreshold], { description: 'Numbers that it is held by (阈值); empty for none.' })
  thresholds!: readonly QualityThreshold[];

  @Field(() => PolicySource, {
    nullable: true,
    description:
      "Document of the province by which it is its own, or stricter than the nation's (依据文件); null where the nation's stands as it is.",
  })
  source!: PolicySource | null;
}
