import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { CohortOutcome as Outcome } from '../../domain/statistics/case-cohort.js';
import { DateScalar } from '../../platform/graphql/scalars/index.js';

/** 队列结果 · @article 3.3 */
@ObjectType({
  description:
    'What became of a cohort in a time (队列结果) (art. 3.3): only of the cases whose time is over, so that what is not known yet is told apart from what did not happen.',
  simpleResolvers: true,
})
export class CohortOutcome {
  @Field(() => Int, { description: 'Cases whose time is over (已满观察期的档案数), whatever became of them.' })
  observed!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Of them, those of which it holds (达到的档案数); null while `observed` is 0: not known yet.',
  })
  reached!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Reached in parts of observed (比率), to six decimals: 0.25 for a quarter; null while `observed` is 0.',
  })
  rate!: number | null;
}

const ELIMINATED =
  'Risk marked eliminated, and still so, within this time from the identification (风险消除) (art. 3.3):';
const RELAPSED =
  'Of those eliminated: identified again within this time from the elimination (消除后再次识别) (art. 3.3), so that the time runs from there:';

/** 识别队列 · @article 3.2 */
@ObjectType({
  description:
    'The cases that were identified in a period (识别队列) (art. 3.2), and what became of them since; a case that was withdrawn since stays in it.',
  simpleResolvers: true,
})
export class CaseCohort {
  @Field(() => DateScalar, { description: 'First day of the period in which they were identified (时段起始日).' })
  period!: CalendarDate;

  @Field(() => Int, { description: 'Number of cases identified in the period (识别档案数).' })
  cases!: number;

  @Field(() => Int, { description: "Sum of the present members of the cases' households (涉及人数)." })
  persons!: number;

  @Field(() => CohortOutcome, {
    nullable: true,
    description:
      "First help delivered within the province's limit from the identification (时限内落实帮扶) (art. 4.1), of cases identified here; null for analysts, since it is not published.",
  })
  supportedWithinLimit!: Outcome | null;

  @Field(() => CohortOutcome, { description: `${ELIMINATED} 6 months.` })
  eliminatedWithin6Months!: Outcome;

  @Field(() => CohortOutcome, { description: `${ELIMINATED} 12 months.` })
  eliminatedWithin12Months!: Outcome;

  @Field(() => CohortOutcome, { description: `${ELIMINATED} 24 months.` })
  eliminatedWithin24Months!: Outcome;

  @Field(() => CohortOutcome, {
    nullable: true,
    description: `${RELAPSED} 12 months; null for analysts, since it is not published.`,
  })
  relapsedWithin12Months!: Outcome | null;

  @Field(() => CohortOutcome, {
    nullable: true,
    description: `${RELAPSED} 24 months; null for analysts, since it is not published.`,
  })
  relapsedWithin24Months!: Outcome | null;
}
