import { Field, InputType } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Fen } from '../../domain/kernel/money.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import { DateScalar, JsonObjectScalar, RegionCodeScalar, YuanScalar } from '../../platform/graphql/scalars/index.js';

/** 规则测算 · @article 2.2 */
@InputType({
  description:
    'What would be another in the rules of a province (规则测算) (art. 2.2), where and on which day it is counted; what is left out stays as it is.',
})
export class SimulateRulesInput {
  @Field(() => RegionCodeScalar, {
    description: 'Division code of the province (省级区划代码), e.g. "430000"; "660000" for the Corps.',
  })
  province!: RegionCode;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day whose rules and incomes are counted (测算日期); today where it is left out.',
  })
  on?: CalendarDate | null;

  @Field(() => YuanScalar, {
    nullable: true,
    description:
      'Monitoring line that would hold from that day on (拟定监测线), in yuan a head and year; a county’s older line gives way to it.',
  })
  perCapitaIncomeLine?: Fen | null;

  @Field(() => RegionCodeScalar, {
    nullable: true,
    description:
      'Region of the province that is counted (测算区域), the whole where it is left out; in a county and below the line is the county’s own.',
  })
  region?: RegionCode | null;

  @Field(() => JsonObjectScalar, {
    nullable: true,
    description:
      'Other values that would be others (其他参数): "windowMonths", a whole number of months; "timesRuralAllowance", {"times": 1.2, "monthlyAllowance": "560.00"}, in place of the line; "judgements", parameters of the province’s own functions by their codes, {"lone-elder": {"age": 65}}.',
  })
  parameters?: Readonly<Record<string, unknown>> | null;
}
