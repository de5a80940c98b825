import { Field, ID, InputType } from 'type-graphql';
import type { FindingStatus } from '../../domain/quality/decide-settlement.js';
import { IdempotencyKey } from '../../platform/graphql/mutation-input.js';
import { FindingStatusEnum } from './quality.graphql.js';

/** 处理质量问题 · @article 5.3 */
@InputType({ description: 'Settles a quality finding (处理数据质量问题) (art. 5.3).' })
export class SettleFindingInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: 'Global id of the finding (问题标识).' })
  findingId!: string;

  @Field(() => FindingStatusEnum, { description: 'EXPLAINED, RECTIFIED or REFERRED (处理结果).' })
  status!: FindingStatus;

  @Field(() => String, { description: 'Why, in words (处理说明); kept encrypted.' })
  note!: string;
}
