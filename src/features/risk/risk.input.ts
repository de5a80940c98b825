import { Field, ID, InputType } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { DateScalar } from '../../platform/graphql/scalars/index.js';
import { OnCaseInput } from '../case/on-case.input.js';

/** 风险 · @article 4.2 */
@InputType({ description: 'A risk that a verification proposes for the case (核实认定的风险) (art. 4.2).' })
export class CaseRiskInput {
  @Field(() => String, { description: 'Code of a risk type of the province (风险类型代码).' })
  riskType!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether it is the main one (是否主要风险); one a case.',
  })
  primary?: boolean | null;
}

/** 新增风险 · @article 4.2 */
@InputType({ description: 'Adds a risk to an open case (新增风险) (art. 4.2).' })
export class RecordRiskInput extends OnCaseInput {
  @Field(() => String, {
    description: 'Code of a risk type of the province (风险类型代码), not standing in the case already.',
  })
  riskType!: string;

  @Field(() => DateScalar, { description: 'Day on which it was found (识别日期); not in the future.' })
  identifiedOn!: CalendarDate;

  @Field(() => String, { nullable: true, description: 'What was found, in words (情况说明); kept encrypted.' })
  note?: string | null;
}

/** 解除风险 · @article 3.3, 4.2 */
@InputType({ description: 'Marks one risk of a case as resolved (解除风险) (art. 3.3, 4.2); the case itself goes on.' })
export class ResolveRiskInput extends OnCaseInput {
  @Field(() => ID, { description: 'Id of the risk, as the case shows it (风险标识).' })
  riskId!: string;

  @Field(() => DateScalar, {
    description: 'Day on which it was resolved (解除日期): not before it was found, not in the future.',
  })
  resolvedOn!: CalendarDate;

  @Field(() => String, { description: 'How it was resolved, in words (解除情况说明); kept encrypted.' })
  note!: string;
}
