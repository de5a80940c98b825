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

/** 判定函数用量 · @article 2.2 */
@ObjectType({
  description:
    'A function of the province’s own that had a say in a simulation (参与测算的省级判定函数) (art. 2.1): where there is one, households are judged one by one.',
  simpleResolvers: true,
})
export class SimulatedFunction {
  @Field(() => String, { description: 'Code of the function in the module (判定代码), e.g. "lone-elder".' })
  code!: string;

  @Field(() => String, { description: 'Its name (判定名称), in Chinese unless the caller asks for English.' })
  name!: string;

  @Field(() => Int, {
    description:
      'How often it was asked (询问次数): once a household that the line does not let in, under the rules as they are and as they would be.',
  })
  asked!: number;

  @Field(() => Int, {
    description:
      'How often it gave no answer (未答次数): it threw, was late or answered in another form; such a household is counted as not within the range.',
  })
  unanswered!: number;
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

  @Field(() => [SimulatedFunction], {
    description:
      'Functions of the province’s own that decided beside the line, now or then (参与判定的函数); empty where data alone decided.',
  })
  functions!: SimulatedFunction[];
}
