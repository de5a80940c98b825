import { Field, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../platform/graphql/scalars/index.js';
import { UserError } from '../../platform/graphql/user-error.js';
import { MonitoringCase } from '../case/case.graphql.js';
import { Household } from '../household/household.graphql.js';

/** 更正的后果 · What follows from a correction. @article 2.1 */
@ObjectType({
  description:
    'What the rules, run again, say of a record that was corrected (更正的后果) (art. 2.1). Nothing follows by itself: it is for the county to act upon.',
  simpleResolvers: true,
})
export class Consequence {
  @Field(() => String, {
    description:
      'Stable code (后果代码): "category-no-longer-fits" (R02), "range-changed", "identification-would-differ", "elimination-would-differ" (R11), "plan-would-differ" (R17), "deadline-would-differ" or "measure-without-risk"; new ones may come.',
  })
  code!: string;

  @Field(() => String, { description: 'A sentence for people (说明), in the language of the request.' })
  message!: string;

  @Field(() => String, { description: 'Article of 中农组发〔2021〕7号 that it follows (政策条款), e.g. "2.1".' })
  article!: string;
}

/** 更正 · One mistake put right. @article 5.3 */
@ObjectType({
  description:
    'One mistake that the county put right (更正) (art. 5.3): the old value stays beside the new one, with who, when and why.',
  simpleResolvers: true,
})
export class Correction {
  id!: string;

  @Field(() => String, {
    description:
      'What was corrected (更正对象): "Household", "Member", "MonitoringCase", "CaseRisk" or "SupportMeasure".',
  })
  subject!: string;

  @Field(() => [String], { description: 'Names of the fields that were put right (更正字段).' })
  fields!: readonly string[];

  @Field(() => String, { description: 'Subject of the token that entered it (操作人), a login and not a name.' })
  actor!: string;

  @Field(() => DateTimeScalar, { description: 'When it was entered (更正时间).' })
  at!: Date | string;
}

/** 更正结果 · Answer of `correctRecord`. @article 5.3 */
@ObjectType({
  description: 'Answer to a correction (更正结果): what it made of household and case, or why it was refused.',
  simpleResolvers: true,
})
export class CorrectionPayload {
  @Field(() => Household, {
    nullable: true,
    description: 'The household as it is now (农户), its assessment anew; null when refused.',
  })
  household!: Household | null;

  @Field(() => MonitoringCase, {
    nullable: true,
    description:
      'The case that was corrected, or the open case of the household (监测对象); null when refused and where there is none.',
  })
  case!: MonitoringCase | null;

  @Field(() => Correction, {
    nullable: true,
    description: 'The correction with what follows from it (更正); null when refused.',
  })
  correction!: Correction | null;

  @Field(() => [UserError], { description: 'Every reason for a refusal (业务错误); empty when it was corrected.' })
  userErrors!: readonly UserError[];
}
