import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { RowRefusal } from '../../domain/kernel/row-refusal.js';
import type { Refusal } from '../../domain/kernel/verdict.js';
import type { Row } from '../../platform/database/read-rows.js';
import { type Selection, selectedBelow, selects } from '../../platform/database/selection.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { itemErrors } from '../change/index.js';
import { HouseholdPayload } from '../household/household-payload.graphql.js';
import type { HouseholdPlace, HouseholdService } from '../household/index.js';
import { VisitBatchPayload } from './campaign.graphql.js';
import { RecordVisitInput, RecordVisitsInput } from './campaign.input.js';
import type { VisitService } from './visit.service.js';
import type { VisitBatchService } from './visit-batch.service.js';

/** 批量走访的答复 · How many visits stand, their households as they are now, and every reason against the others. */
interface VisitBatchAnswer {
  readonly recorded: number;
  readonly households: readonly Row[];
  readonly rowErrors: readonly RowRefusal[];
  readonly userErrors: readonly Refusal[];
}

/** 走访 · Visits, one by one and many at once. @article 3.1 */
@Resolver()
export class VisitResolver {
  constructor(
    private readonly one: VisitService,
    private readonly many: VisitBatchService,
    private readonly households: HouseholdService,
  ) {}

  @Mutation(() => HouseholdPayload, {
    description:
      'Records a visit to a household, by whichever mode, with or without a campaign (登记走访) (art. 3.1, 5.4). What gives concern becomes a lead, or joins what is open.',
  })
  async recordVisit(
    @Arg('input', () => RecordVisitInput, { description: 'Who visited whom, when and how (办理内容).' })
    input: RecordVisitInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const { done, refusals } = await this.one.record(ctx, input);
    if (done === null) return { household: null, userErrors: refusals };
    const selection = selectedBelow(selectionOf(info), 'household');
    const [household] = await this.households.find(ctx, done.county, [done.id], selection, 'Mutation.recordVisit');
    return { household: household as Row, userErrors: [] };
  }

  @Mutation(() => VisitBatchPayload, {
    description:
      'Records up to 500 visits, as the device of a village worker sends them when it is connected again (批量登记走访) (art. 3.1, 5.4), a transaction a county; each stands or falls by itself. The same key resumes what was cut off or refused, and records nothing twice.',
  })
  async recordVisits(
    @Arg('input', () => RecordVisitsInput, { description: 'The visits, each as in recordVisit (办理内容).' })
    input: RecordVisitsInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<VisitBatchAnswer> {
    const { recorded, households, refused, userErrors } = await this.many.recordAll(ctx, input);
    const rowErrors = itemErrors(refused, (index, path) => ['visits', String(index), ...path]);
    const asked = selectionOf(info);
    const found = selects(asked, 'households')
      ? await this.find(ctx, households, selectedBelow(asked, 'households'))
      : [];
    return { recorded, households: found, rowErrors, userErrors };
  }

  /** In the order of the places, a statement a county. */
  private async find(ctx: RequestContext, places: readonly HouseholdPlace[], selection: Selection): Promise<Row[]> {
    const rows = new Map<string, Row>();
    for (const county of new Set(places.map((place) => place.county))) {
      const ids = places.filter((place) => place.county === county).map(({ id }) => id);
      for (const row of await this.households.find(ctx, county, ids, selection, 'Mutation.recordVisits'))
        rows.set(String(row['rowId']), row);
    }
    return places.map(({ id }) => rows.get(id)).filter((row) => row !== undefined);
  }
}
