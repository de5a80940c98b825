import { Field, Int, ObjectType } from 'type-graphql';
import type { FormerStatus, SpecialGroup } from '../../domain/household/household.js';
import type { RecordSource } from '../../domain/household/record-source.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Node } from '../../platform/graphql/node.js';
import { DateTimeScalar } from '../../platform/graphql/scalars/index.js';
import { FormerStatusEnum } from '../province/former-status.graphql.js';
import { RecordSourceEnum, SpecialGroupEnum } from './household-enums.graphql.js';

/** 农户 · The unit of monitoring. @article 2.1 */
@ObjectType({
  implements: Node,
  description: 'Rural household (农户), the unit of monitoring and support (art. 2.1).',
  simpleResolvers: true,
})
export class Household implements Node {
  id!: string;

  @Field(() => String, {
    description: 'Number of the household in the national register (户编号); one is given out where it came without.',
  })
  number!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Where it lives below the village, as told (家庭住址); null where none is recorded or the viewer may not see it.',
  })
  address!: string | null;

  @Field(() => FormerStatusEnum, {
    description: 'Whether it was registered as poor before the end of 2020 (户类型、建档立卡情况).',
  })
  formerStatus!: FormerStatus;

  @Field(() => RecordSourceEnum, {
    nullable: true,
    description:
      'Where the record comes from (来源) (art. 5.4); null where it was not said, as in records of before it was asked.',
  })
  source!: RecordSource | null;

  @Field(() => Int, { description: 'Number of present members (家庭人口数), in persons.' })
  size!: number;

  @Field(() => Int, {
    description: 'Number of present members who are SKILLED, ORDINARY or WEAK (劳动力人数), in persons.',
  })
  labourCount!: number;

  @Field(() => [SpecialGroupEnum], {
    description:
      'Special groups found among the members (特殊群体) (art. 2.1); any of them ranks the household first in worklists.',
  })
  specialGroups!: readonly SpecialGroup[];

  @Field(() => Boolean, { description: 'Whether it was relocated to a resettlement site (是否易地扶贫搬迁户).' })
  resettled!: boolean;

  @Field(() => Int, {
    description:
      'Version (版本号), raised by one with every change of the household, its members or its incomes; give it as `expectedVersion`.',
  })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When the household was entered (登记时间).' })
  createdAt!: Date | string;

  @Field(() => DateTimeScalar, { description: 'When it was last changed (更新时间).' })
  updatedAt!: Date | string;
}

/** 农户列表 · Page of households. */
export const { Edge: HouseholdEdge, Connection: HouseholdConnection } = connectionOf(
  () => Household,
  'Household',
  'households (农户)',
);

/** 日期参数 · What the argument `on` of a household's dated records says. */
export const AS_OF = 'Day as of which it is looked at (日期); the newest record counts where it is left out.';
