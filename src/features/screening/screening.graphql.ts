import { Field, ObjectType } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';
import { DateScalar, JsonObjectScalar } from '../../platform/graphql/scalars/index.js';
import type { ScreeningKind } from './screening.repository.js';

/** 筛查种类 · GraphQL enum. @article 3.1 */
export const ScreeningKindEnum = describedEnum(
  'ScreeningKind',
  'What singled a household out (筛查种类) (art. 2.3, 3.1).',
  ['RULES', 'HAZARD'] as const,
  {
    RULES: 'The rules of the assessment (规则筛查): it lies within the range, or a finding is critical.',
    HAZARD: 'A hazard, by the rules of the province for its kind (规模性返贫风险筛查).',
  },
);

/** 筛查发现 · Why a screening opened a lead. @article 3.1 */
@ObjectType({
  description:
    'Why a screening singled a household out and opened a lead (筛查发现) (art. 2.3, 3.1): the rule, and what it rests on. Somebody has to look; nobody is identified by it.',
  simpleResolvers: true,
})
export class ScreeningFinding {
  @Field(() => ScreeningKindEnum, { description: 'By the rules of the assessment or by a hazard (筛查种类).' })
  kind!: ScreeningKind;

  @Field(() => String, {
    description:
      'Code of the rule (规则代码): of the assessment, of a function of the province, or the first of the rules of hazards; `evidence` names all.',
  })
  rule!: string;

  @Field(() => String, { description: 'A sentence for people (说明), in Chinese unless the caller asks for English.' })
  message!: string;

  @Field(() => JsonObjectScalar, {
    description: 'Figures and days that it rests on (依据数据), for a hazard by rule; no names.',
  })
  evidence!: Readonly<Record<string, unknown>>;

  @Field(() => String, { description: 'Article of 中农组发〔2021〕7号 behind it (政策条款), e.g. "2.3".' })
  article!: string;

  @Field(() => DateScalar, { description: 'The day as of which the register was looked at (筛查日).' })
  foundOn!: CalendarDate;
}
