import { Field, ID, InputType } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Fen } from '../../domain/kernel/money.js';
import type { RegionLevel } from '../../domain/kernel/region-code.js';
import type { FundingSource } from '../../domain/support/policy-instrument.js';
import type { MeasureTiming } from '../../domain/support/support-measure.js';
import { IdempotencyKey } from '../../platform/graphql/mutation-input.js';
import { DateScalar, YuanScalar } from '../../platform/graphql/scalars/index.js';
import { OnCaseInput } from '../case/on-case.input.js';
import { FundingSourceEnum } from '../province/instrument.graphql.js';
import { RegionLevelEnum } from '../region/region.graphql.js';
import { MeasureTimingEnum } from './measure.graphql.js';

/** 计划措施 · @article 4.1, 4.2 */
@InputType({ description: 'One measure of a support plan (计划帮扶措施) (art. 4.1, 4.2).' })
export class PlannedMeasureInput {
  @Field(() => String, { description: 'Code of an instrument that the province offers on that day (政策工具代码).' })
  instrument!: string;

  @Field(() => [String], {
    description:
      "Codes of the case's risk types that it answers (对应风险类型代码), among those that the instrument addresses.",
  })
  addresses!: string[];

  @Field(() => MeasureTimingEnum, { description: 'Whether preventive or after the fact (措施时机).' })
  timing!: MeasureTiming;

  @Field(() => FundingSourceEnum, { description: 'Who pays (资金来源), among the sources that the instrument allows.' })
  fundingSource!: FundingSource;

  @Field(() => RegionLevelEnum, {
    nullable: true,
    description: 'Level whose money it is (资金层级), for public money.',
  })
  fundingLevel?: RegionLevel | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who provides it (帮扶主体): a department, an enterprise, a partner region.',
  })
  provider?: string | null;

  @Field(() => YuanScalar, {
    nullable: true,
    description:
      "What is to be spent (计划金额), in yuan: above zero and within the instrument's cap; left out for help in kind.",
  })
  budget?: Fen | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day planned (起始日期); may lie in the future.' })
  startsOn?: CalendarDate | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day planned, inclusive (结束日期); left out while it stands open.',
  })
  endsOn?: CalendarDate | null;
}

/** 制定帮扶计划 · @article 4.1, 4.2 */
@InputType({
  description:
    'Plans support for a case and starts its procedure (制定帮扶计划) (art. 4.1, 4.2): its end approves the measures, its rejection cancels them.',
})
export class PlanSupportInput extends OnCaseInput {
  @Field(() => DateScalar, {
    description: 'Day of the plan (计划日期), whose rules and instruments hold; not in the future.',
  })
  on!: CalendarDate;

  @Field(() => [PlannedMeasureInput], {
    description: 'The measures (帮扶措施), at least one: every open risk is covered.',
  })
  measures!: PlannedMeasureInput[];

  @Field(() => String, {
    nullable: true,
    description:
      'Why the plan departs from "one risk, one instrument" or leaves something uncovered (例外理由); required then, and audited.',
  })
  overrideReason?: string | null;
}

/** 应急帮扶 · @article 4.1 */
@InputType({
  description:
    "Help that cannot wait, on a township officer's word and before any run (应急帮扶) (art. 4.1). It stands even if identification fails.",
})
export class GiveUrgentHelpInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: 'Global id of the open case (档案标识).' })
  caseId!: string;

  @Field(() => DateScalar, {
    description: 'Day on which it was given (帮扶日期): not before the case was opened, not in the future.',
  })
  on!: CalendarDate;

  @Field(() => String, { description: 'Code of an instrument that the province offers (政策工具代码).' })
  instrument!: string;

  @Field(() => YuanScalar, {
    nullable: true,
    description: 'Money given (帮扶金额), in yuan, above zero; this or `inKind`, or both.',
  })
  amount?: Fen | null;

  @Field(() => String, { nullable: true, description: 'What was given in kind (实物), in words with its quantity.' })
  inKind?: string | null;

  @Field(() => String, { description: 'Why it could not wait, in words (情况说明); kept encrypted.' })
  note!: string;
}
