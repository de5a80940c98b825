import { Field, InputType } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { DateScalar } from '../../platform/graphql/scalars/index.js';
import { OnCaseInput } from '../case/on-case.input.js';

/** 撤回授权 · @article 3.2 */
@InputType({
  description:
    'A household takes back its authorization of look-ups (撤回授权) (art. 3.2): from then on no comparison and no look-up of its assets before it gives a new one.',
})
export class WithdrawAuthorizationInput extends OnCaseInput {
  @Field(() => DateScalar, {
    description: 'Day on which the household took it back (撤回日期); not in the future, nor before it was given.',
  })
  on!: CalendarDate;

  @Field(() => String, { description: 'How and by whom it was told (说明), 1 to 2,000 characters; sealed.' })
  note!: string;
}
