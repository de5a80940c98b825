import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Row } from '../../platform/database/read-rows.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { ForwardPagingArgs } from '../../platform/graphql/paging-args.js';
import { countedAhead, readAhead } from '../../platform/graphql/read-ahead.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { Household } from '../household/household.graphql.js';
import type { HouseholdObject } from '../household/index.js';
import type { HouseholdLeads } from './household-leads.service.js';
import { LeadConnection } from './lead.graphql.js';
import type { LeadObject } from './lead-object.js';

/** 农户的线索 · Leads below a household. @article 3.1 */
@Resolver(() => Household)
export class HouseholdLeadsResolver {
  constructor(private readonly leadsOf: HouseholdLeads) {}

  @FieldResolver(() => LeadConnection, {
    description: 'Leads on this household, the newest first (相关线索) (art. 3.1).',
  })
  leads(
    @Root() household: HouseholdObject,
    @Args(() => ForwardPagingArgs) paging: ForwardPagingArgs,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Row>> {
    const read = () => ({ leads: readAhead<LeadObject[]>(household, info), total: countedAhead(household, info) });
    return this.leadsOf.page(ctx, household, paging, selectionOf(info), isGiven(paging.after) ? undefined : read());
  }
}

function isGiven(cursor: string | null | undefined): boolean {
  return cursor !== undefined && cursor !== null;
}
