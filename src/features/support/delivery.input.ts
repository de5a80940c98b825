import { Field, ID, InputType } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Fen } from '../../domain/kernel/money.js';
import { MEASURE_CONCLUSIONS, type MeasureConclusion } from '../../domain/support/check-conclusion.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';
import { ExpectedVersion, IdempotencyKey } from '../../platform/graphql/mutation-input.js';
import { DateScalar, YuanScalar } from '../../platform/graphql/scalars/index.js';
import { EvidenceInput } from '../case/evidence.input.js';

/** 登记落实 · @article 4.1 */
@InputType({ description: 'Records one time that a measure reached the household (登记落实情况) (art. 4.1).' })
export class RecordDeliveryInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: 'Global id of an approved measure (措施标识).' })
  measureId!: string;

  @ExpectedVersion('case', 'optional')
  expectedVersion?: number | null;

  @Field(() => DateScalar, {
    description:
      'Day on which it was delivered (落实日期): not before the first day planned, or the day the case was opened; not in the future.',
  })
  on!: CalendarDate;

  @Field(() => YuanScalar, {
    nullable: true,
    description: 'Money delivered (落实金额), in yuan, above zero; this or `inKind`, or both.',
  })
  amount?: Fen | null;

  @Field(() => String, { nullable: true, description: 'What was given in kind (实物), in words with its quantity.' })
  inKind?: string | null;

  @Field(() => String, { nullable: true, description: 'What is to be noted beside it (备注).' })
  note?: string | null;

  @Field(() => [EvidenceInput], {
    nullable: true,
    description: 'Evidence of the delivery (佐证材料): receipts, photographs.',
  })
  evidence?: EvidenceInput[] | null;
}

/** 措施办结结论 · GraphQL enum. @article 4.1 */
export const MeasureConclusionEnum = describedEnum(
  'MeasureConclusion',
  'How a support measure is concluded (措施办结结论) (art. 4.1).',
  MEASURE_CONCLUSIONS,
  {
    COMPLETED: 'Everything was delivered (已完成); there is at least one delivery.',
    CANCELLED: 'Given up (已取消), with its reason; what was delivered stands.',
  },
);

/** 办结措施 · @article 4.1 */
@InputType({ description: 'Concludes a support measure (办结帮扶措施) (art. 4.1).' })
export class ConcludeMeasureInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: 'Global id of the measure (措施标识).' })
  measureId!: string;

  @ExpectedVersion('case')
  expectedVersion!: number;

  @Field(() => DateScalar, {
    description: 'Day on which it was concluded (办结日期): not before its last delivery, not in the future.',
  })
  on!: CalendarDate;

  @Field(() => MeasureConclusionEnum, { description: 'How it is concluded (办结结论).' })
  status!: MeasureConclusion;

  @Field(() => String, { description: 'What it came to, or why it is given up (办结说明).' })
  note!: string;
}
