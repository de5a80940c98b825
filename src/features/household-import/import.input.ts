import { Field, InputType } from 'type-graphql';
import { IdempotencyKey } from '../../platform/graphql/mutation-input.js';
import { JsonObjectScalar } from '../../platform/graphql/scalars/index.js';

/** 批量导入农户 · @article 5.4 */
@InputType({
  description:
    'Takes over up to 1,000 households from another register (批量导入农户) (art. 5.4). Each row has the shape of RegisterHouseholdInput and is read by itself, so that a bad one harms no other.',
})
export class ImportHouseholdsInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => [JsonObjectScalar], {
    description:
      'The households, each written as RegisterHouseholdInput (农户数据), 1 to 1,000. A number that is registered already brings that household up to date: region, address, resettlement, further windows of income and a newer check; its members stay as they are.',
  })
  households!: Record<string, unknown>[];
}
