import { Field, Int, ObjectType } from 'type-graphql';
import { Region } from '../region/region.graphql.js';

/** 分县测算 · @article 2.2 */
@ObjectType({
  description:
    'How many households of a county lie within the monitoring range, now and then (分县测算结果) (art. 2.2).',
  simpleResolvers: true,
})
export class RuleSimulationRow {
  @Field(() => Region, { description: 'The county (县级行政区划).' })
  region!: Region;

  @Field(() => Int, { description: 'Households within the range as the rules are (现行规则下监测范围内户数).' })
  withinRangeNow!: number;

  @Field(() => Int, { description: 'Households within the range as the rules would be (拟定规则下监测范围内户数).' })
  withinRangeThen!: number;
}

/** 规则测算结果 · @article 2.2 */
@ObjectType({
  description:
    'What would change if the rules of a province changed (规则测算结果) (art. 2.2): counts over the register, nothing written, nobody identified. To lie within the range is to be looked at, not to be monitored.',
  simpleResolvers: true,
})
export class RuleSimulation {
  @Field(() => Int, { description: 'Households of the region in the register (登记户数).' })
  households!: number;

  @Field(() => Int, { description: 'Households within the range as the rules are (现行规则下监测范围内户数).' })
  withinRangeNow!: number;

  @Field(() => Int, { description: 'Households within the range as the rules would be (拟定规则下监测范围内户数).' })
  withinRangeThen!: number;

  @Field(() => Int, { description: 'Households within the range then and not now (新进入户数).' })
  entering!: number;

  @Field(() => Int, { description: 'Households within the range now and not then (退出户数).' })
  leaving!: number;

  @Field(() => [RuleSimulationRow], {
    description: 'The same by county (分县结果), in the order of the codes; counties without a household are left out.',
  })
  byCounty!: RuleSimulationRow[];

  @Field(() => String, {
    nullable: true,
    description:
      'Why a module with this line would be refused (低于国家底线): it lies under 1.5 × the national standard of that day; null where it does not.',
  })
  floorViolation!: string | null;
}
