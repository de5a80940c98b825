import { Field, InputType } from 'type-graphql';
import type { EliminationMode } from '../../domain/case/monitoring-case.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { DateScalar } from '../../platform/graphql/scalars/index.js';
import { EliminationModeEnum } from '../case/case-enums.graphql.js';
import { OnCaseInput } from '../case/on-case.input.js';

/** 申请风险消除 · @article 3.3 */
@InputType({
  description:
    'Starts the elimination procedure (申请风险消除) (art. 3.3). Refused while a gate fails, with one error a gate; a household without labour capacity becomes tracking only instead.',
})
export class RequestEliminationInput extends OnCaseInput {
  @Field(() => DateScalar, {
    description: 'Day of the request, on which the gates are looked at (申请日期); not in the future.',
  })
  on!: CalendarDate;

  @Field(() => EliminationModeEnum, {
    nullable: true,
    defaultValue: 'SUPPORTED',
    description: 'Whether through support or of itself (风险消除方式).',
  })
  mode?: EliminationMode | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the risk ended of itself (自然消除原因); required with NATURAL. Kept encrypted.',
  })
  reason?: string | null;
}

/** 风险消除回退 · @article 3.3 */
@InputType({
  description:
    "Takes an elimination back (风险消除回退) (art. 3.3): marked by mistake, within the province's limit; the case is monitored again. A relapse opens a new case instead.",
})
export class RollBackEliminationInput extends OnCaseInput {
  @Field(() => String, { description: 'What the mistake was (回退原因); kept sealed.' })
  reason!: string;

  @Field(() => DateScalar, { description: 'Day on which the county takes it back (回退日期); not in the future.' })
  on!: CalendarDate;
}
