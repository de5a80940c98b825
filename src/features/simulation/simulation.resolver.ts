import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import type { Language } from '../province/index.js';
import type { RegionTree } from '../region/index.js';
import { regionObject } from '../region/region.graphql.js';
import { RuleSimulation } from './simulation.graphql.js';
import { SimulateRulesInput } from './simulation.input.js';
import type { RuleSimulationResult, SimulationService } from './simulation.service.js';

/** A province's whole register is read. */
const COST = 500;

/** 规则测算 · What would change if the province's rules changed. @article 2.2 */
@Resolver(() => RuleSimulation)
export class SimulationResolver {
  constructor(
    private readonly service: SimulationService,
    private readonly tree: RegionTree,
  ) {}

  @Query(() => RuleSimulation, {
    complexity: COST,
    description:
      "What would change if the province's rules changed (规则测算) (art. 2.2): a dry run over the register that writes nothing. For the province's officers and its information technology staff.",
  })
  async simulateRules(
    @Arg('input', () => SimulateRulesInput, { description: 'What would be another, where and when (测算内容).' })
    { province, on = null, perCapitaIncomeLine = null, region = null, parameters = null }: SimulateRulesInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RuleSimulation> {
    const request = { province, on: on ?? ctx.today, perCapitaIncomeLine, region, parameters };
    return presentSimulation(await this.service.simulate(ctx, request), this.tree, ctx.language);
  }
}

function presentSimulation(result: RuleSimulationResult, tree: RegionTree, language: Language): RuleSimulation {
  const byCounty = result.byCounty.flatMap(({ county, withinRangeNow, withinRangeThen }) => {
    const row = tree.find(county as RegionCode);
    return row === null ? [] : [{ region: regionObject(row), withinRangeNow, withinRangeThen }];
  });
  const functions = result.functions.map(({ judgement: { code, name }, asked, unanswered }) => ({
    code,
    name: name[language],
    asked,
    unanswered,
  }));
  return { ...result, byCounty, functions };
}
