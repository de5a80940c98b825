import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Query, Resolver } from 'type-graphql';
import { executeInner } from '../../platform/graphql/inner-operation.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { JsonObjectScalar } from '../../platform/graphql/scalars/index.js';
import type { CallerBudget } from '../../platform/http/caller-budget.js';
import { StatEstimateObject } from './stat-estimate.graphql.js';
import { explainedQuestions, explaining } from './tell-question.js';

const EXPLAINED = new Set([
  'householdStats',
  'caseStats',
  'measureStats',
  'alertStats',
  'caseFlows',
  'caseCohorts',
  'scorecards',
]);

/** 估算统计提问 · What figures would take, before they are asked for. @article 5.2 */
@Resolver()
export class ExplainStatsResolver {
  constructor(private readonly budget: CallerBudget) {}

  @Query(() => [StatEstimateObject], {
    description:
      'What the figures of a query would take (统计提问估算) (art. 5.2): the query as it would be sent, checked and reckoned under the same rules, but not run. One entry for each of its figures; a question that would be wrong is refused as if it had been asked.',
  })
  async explainStats(
    @Arg('query', () => String, {
      description:
        'The document, as it would be sent (查询文本): it selects figures only, such as `householdStats`, `caseFlows`, `caseCohorts` and `scorecards`.',
    })
    query: string,
    @Arg('variables', () => JsonObjectScalar, { nullable: true, description: 'Its variables (变量).' })
    variables: Record<string, unknown> | null,
    @Arg('operationName', () => String, {
      nullable: true,
      description: 'Which of its operations (操作名称), where there are several.',
    })
    operationName: string | null,
    @Ctx() ctx: RequestContext,
    @Info() { schema }: GraphQLResolveInfo,
  ): Promise<readonly StatEstimateObject[]> {
    const context = explaining(ctx, this.budget);
    const inner = { query, variables: variables ?? {}, operationName: operationName ?? null };
    await executeInner(schema, inner, EXPLAINED, context);
    return explainedQuestions(context).map(({ path, cost, limit, ...more }) => ({
      ...more,
      cost,
      limit,
      path: path.map(String),
      allowed: cost <= limit,
    }));
  }
}
