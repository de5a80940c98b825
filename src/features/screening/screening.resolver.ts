import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { LocalizedText } from '../../domain/province/localized-text.js';
import type { Row } from '../../platform/database/read-rows.js';
import { readAhead } from '../../platform/graphql/read-ahead.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { Lead } from '../lead/lead.graphql.js';
import { ScreeningFinding } from './screening.graphql.js';

/** 线索的筛查发现 · Why a screening opened a lead. @article 3.1 */
@Resolver(() => Lead)
export class LeadFindingsResolver {
  @FieldResolver(() => [ScreeningFinding], {
    description:
      'Why a screening opened it (筛查发现) (art. 2.3, 3.1): which rules singled the household out; empty for a lead that was told.',
  })
  screeningFindings(@Root() lead: Row, @Info() info: GraphQLResolveInfo): Row[] {
    return readAhead<Row[] | undefined>(lead, info) ?? [];
  }
}

/** 筛查发现 · In the language of the request. @article 3.1 */
@Resolver(() => ScreeningFinding)
export class ScreeningFindingResolver {
  @FieldResolver()
  message(@Root() { message }: { readonly message: LocalizedText }, @Ctx() { language }: RequestContext): string {
    return message[language];
  }
}
