import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { Guarantees } from './guarantees.graphql.js';
import type { GuaranteesObject } from './guarantees-object.js';
import type { HouseholdGuarantees } from './household-guarantees.service.js';

/** 保障核查 · The note of a check, which is sealed. @article 2.1 */
@Resolver(() => Guarantees)
export class GuaranteesResolver {
  constructor(private readonly reader: HouseholdGuarantees) {}

  @FieldResolver()
  note(@Root() check: GuaranteesObject, @Ctx() ctx: RequestContext): string | null {
    return this.reader.note(ctx, check);
  }
}
