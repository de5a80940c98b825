import { Field, InputType } from 'type-graphql';
import type { FormerStatus } from '../../domain/household/household.js';
import type { RecordSource } from '../../domain/household/record-source.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import { IdempotencyKey } from '../../platform/graphql/mutation-input.js';
import { RegionCodeScalar } from '../../platform/graphql/scalars/index.js';
import { GuaranteesInput } from '../guarantee/guarantees.input.js';
import { RecordSourceEnum } from '../household/household-enums.graphql.js';
import { IncomeInput } from '../income/income.input.js';
import { MemberInput } from '../member/member.input.js';
import { FormerStatusEnum } from '../province/former-status.graphql.js';

/** 登记农户 · @article 2.1 */
@InputType({
  description:
    'Registers a household with its members (登记农户) (art. 2.1, 5.4), at best with its income and guarantees.',
})
export class RegisterHouseholdInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Number in the national register (户编号); one is given out where the household has none.',
  })
  number?: string | null;

  @Field(() => RegionCodeScalar, {
    description:
      "Village that it belongs to (所在村), or the township or county where it is not known nearer; within the caller's region.",
  })
  region!: RegionCode;

  @Field(() => String, { nullable: true, description: 'Where it lives below the village (家庭住址); kept encrypted.' })
  address?: string | null;

  @Field(() => FormerStatusEnum, {
    description:
      'Whether it was registered as poor before the end of 2020 (户类型); a mistake is mended by correction only.',
  })
  formerStatus!: FormerStatus;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether it was relocated to a resettlement site (是否易地扶贫搬迁户).',
  })
  resettled?: boolean | null;

  @Field(() => RecordSourceEnum, {
    nullable: true,
    defaultValue: 'VISIT',
    description:
      'Where the record comes from (来源) (art. 5.4); a visit where nothing is said, and in a row of `importHouseholds` nothing at all.',
  })
  source?: RecordSource | null;

  @Field(() => [MemberInput], {
    description: 'Its present members (家庭成员), at least one, exactly one of them HEAD.',
  })
  members!: MemberInput[];

  @Field(() => [IncomeInput], {
    nullable: true,
    description: 'Windows of income known already (收入情况), none the same.',
  })
  incomes?: IncomeInput[] | null;

  @Field(() => GuaranteesInput, {
    nullable: true,
    description: 'A check of the guarantees made already (保障核查情况).',
  })
  guarantees?: GuaranteesInput | null;
}
