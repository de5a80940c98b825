import { Field, ID, InputType } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { Department } from '../../domain/support/policy-instrument.js';
import { IdempotencyKey } from '../../platform/graphql/mutation-input.js';
import { DateScalar, RegionCodeScalar } from '../../platform/graphql/scalars/index.js';
import { DepartmentEnum } from '../province/department.graphql.js';

/** 登记研判 · @article 5.2 */
@InputType({ description: 'Records a joint study of regional risk (登记风险研判) (art. 5.2).' })
export class RecordRiskStudyInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => RegionCodeScalar, {
    description: 'Region that was studied (研判区划): a county or above, within the caller’s own.',
  })
  region!: RegionCode;

  @Field(() => DateScalar, { description: 'Day on which it was held (研判日期); not in the future.' })
  heldOn!: CalendarDate;

  @Field(() => [DepartmentEnum], { description: 'Departments that took part (参加部门), each once.' })
  departments!: Department[];

  @Field(() => String, { description: 'What it concluded (研判结论); kept encrypted.' })
  conclusion!: string;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Regional warnings that it looked at (涉及预警), at most 100, of the region and below. Their status goes on by `updateRegionalWarning`.',
  })
  warningIds?: string[] | null;
}
