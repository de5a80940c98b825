import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Row } from '../../platform/database/read-rows.js';
import { selectedBelow } from '../../platform/database/selection.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { toGlobalId } from '../../platform/graphql/global-id.js';
import { ForwardPagingArgs } from '../../platform/graphql/paging-args.js';
import { readAhead } from '../../platform/graphql/read-ahead.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import type { RegionTree } from '../region/index.js';
import { Region, regionObject } from '../region/region.graphql.js';
import { RegionalWarning, RegionalWarningConnection, WarningAction, WarningPayload } from './warning.graphql.js';
import { RaiseRegionalWarningInput, RegionalWarningFilter, UpdateRegionalWarningInput } from './warning.input.js';
import type { WarningService } from './warning.service.js';
import type { ActionNote, WarningEvidence, WarningReader } from './warning-reader.service.js';

/** 预警对象 · What a warning's resolvers stand on. */
interface WarningObject extends WarningEvidence {
  readonly countyCode: string;
}

/** 区域预警 · Warnings: raised, read in pages, studied, answered and closed. @article 2.3 */
@Resolver(() => RegionalWarning)
export class WarningResolver {
  constructor(
    private readonly warnings: WarningService,
    private readonly reader: WarningReader,
    private readonly tree: RegionTree,
  ) {}

  @Query(() => RegionalWarningConnection, {
    description: "Regional warnings of the viewer's region (区域预警列表) (art. 2.3), the newest first.",
  })
  regionalWarnings(
    @Arg('where', () => RegionalWarningFilter, {
      nullable: true,
      description: 'Which warnings are meant (筛选条件); everything that the viewer may see where it is left out.',
    })
    where: RegionalWarningFilter | null,
    @Args(() => ForwardPagingArgs) paging: ForwardPagingArgs,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Row>> {
    return this.reader.page(ctx, where, paging, selectionOf(info));
  }

  @Mutation(() => WarningPayload, {
    description: 'An office warns of a risk to many households of a region of its own (发布区域预警) (art. 2.3).',
  })
  async raiseRegionalWarning(
    @Arg('input', () => RaiseRegionalWarningInput, { description: 'What the warning is about (办理内容).' })
    input: RaiseRegionalWarningInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return this.answer(ctx, info, await this.warnings.raise(ctx, input));
  }

  @Mutation(() => WarningPayload, {
    description:
      'Enters a study, an action with its owner and deadline, the end of an action, or the end of a warning (处置区域预警) (art. 2.3, 5.2).',
  })
  async updateRegionalWarning(
    @Arg('input', () => UpdateRegionalWarningInput, {
      description: 'What was studied, is to be done or was done (办理内容).',
    })
    input: UpdateRegionalWarningInput,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return this.answer(ctx, info, await this.warnings.update(ctx, input));
  }

  @FieldResolver(() => ID, { description: 'Global id (标识), opaque; it stays the same for good.' })
  id(@Root() { countyCode, rowId }: WarningObject): string {
    return toGlobalId('RegionalWarning', countyCode, rowId);
  }

  @FieldResolver(() => Region, { description: 'Region that is at risk (所在区划).' })
  region(@Root() { regionCode }: WarningObject): Region {
    return regionObject(this.tree.find(regionCode)!);
  }

  @FieldResolver()
  evidence(@Root() warning: WarningObject, @Ctx() ctx: RequestContext): object {
    return this.reader.evidence(ctx, warning);
  }

  @FieldResolver(() => [WarningAction], {
    description: 'What was studied and done about it (预警处置) (art. 2.3), in the order in which it was entered.',
  })
  actions(@Root() warning: WarningObject, @Info() info: GraphQLResolveInfo): Row[] {
    return readAhead(warning, info);
  }

  private async answer(
    ctx: RequestContext,
    info: GraphQLResolveInfo,
    { done, refusals }: Awaited<ReturnType<WarningService['raise']>>,
  ): Promise<object> {
    if (done === null) return { warning: null, userErrors: refusals };
    const selection = selectedBelow(selectionOf(info), 'warning');
    const [warning] = await this.reader.find(ctx, done.county, [done.warning], selection);
    return { warning, userErrors: [] };
  }
}

/** 预警处置 · The words of an entry. @article 2.3 */
@Resolver(() => WarningAction)
export class WarningActionResolver {
  constructor(private readonly reader: WarningReader) {}

  @FieldResolver()
  note(@Root() entry: ActionNote, @Ctx() ctx: RequestContext): string {
    return this.reader.note(ctx, entry);
  }
}
