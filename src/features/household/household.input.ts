import { Field, ID, InputType } from 'type-graphql';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import { ExpectedVersion, IdempotencyKey } from '../../platform/graphql/mutation-input.js';
import { RegionCodeScalar } from '../../platform/graphql/scalars/index.js';

/** 变更农户 · @article 2.1 */
@InputType({
  description:
    'Changes where or how a household lives (变更农户信息) (art. 2.1). What is absent stays; an address that is null is cleared.',
})
export class UpdateHouseholdInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: 'Global id of the household (农户标识).' })
  householdId!: string;

  @ExpectedVersion('household')
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'New address below the village (家庭住址); null clears it.' })
  address?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it was relocated to a resettlement site (是否易地扶贫搬迁户).',
  })
  resettled?: boolean | null;

  @Field(() => RegionCodeScalar, {
    nullable: true,
    description:
      'Village that it moved to within the same county (迁入村); another county is refused with OTHER_COUNTY, since that is a transfer.',
  })
  region?: RegionCode | null;
}
