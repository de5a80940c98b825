import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { normalizeFilter } from '../../domain/segment/normalize-filter.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { toGlobalId } from '../../platform/graphql/global-id.js';
import { PagingArgs } from '../../platform/graphql/paging-args.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import type { Changed } from '../change/index.js';
import type { RegionTree } from '../region/index.js';
import { Region, regionObject } from '../region/region.graphql.js';
import { Segment, SegmentConnection, SegmentPayload } from './segment.graphql.js';
import {
  ChangeSegmentInput,
  DefineSegmentInput,
  RetireSegmentInput,
  SegmentFilter,
  SegmentOrder,
} from './segment.input.js';
import type { SegmentRow } from './segment.repository.js';
import type { SegmentService } from './segment.service.js';
import { filterPath, readDefinition, type SegmentDefinition, writeDefinition } from './segment-filter.js';
import type { SegmentReader } from './segment-reader.service.js';

type Outcome = Changed<{ readonly county: string; readonly segment: string }>;

/** 命名分组 · Segments: read in pages, defined, changed, retired. @article 5.2 */
@Resolver(() => Segment)
export class SegmentResolver {
  constructor(
    private readonly service: SegmentService,
    private readonly reader: SegmentReader,
    private readonly tree: RegionTree,
  ) {}

  @Query(() => SegmentConnection, {
    description:
      'Named segments for the viewer’s roles (命名分组列表) (art. 5.2): those of the viewer’s regions, of those below and of those above; by name unless told.',
  })
  segments(
    @Arg('where', () => SegmentFilter, {
      nullable: true,
      description: 'Which segments (筛选条件); those in use where absent.',
    })
    where: SegmentFilter | null,
    @Arg('orderBy', () => [SegmentOrder], {
      nullable: true,
      description: 'In which order (排序), the first entry first.',
    })
    orderBy: SegmentOrder[] | null,
    @Args(() => PagingArgs) paging: PagingArgs,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<SegmentRow>> {
    return this.reader.page(ctx, { ...where }, orderBy ?? null, paging, selectionOf(info));
  }

  @Mutation(() => SegmentPayload, {
    description: 'Defines a named segment of the own region or one below it (定义命名分组) (art. 5.2).',
  })
  async defineSegment(
    @Arg('input', () => DefineSegmentInput, {
      description: 'What it is called, whom it is for, its filter (办理内容).',
    })
    input: DefineSegmentInput,
    @Ctx() ctx: RequestContext,
    @Info() { schema }: GraphQLResolveInfo,
  ): Promise<object> {
    const given = writeDefinition(schema, input.filter);
    if ('code' in given) return { segment: null, userErrors: [given] };
    const outcome = await this.service.define(ctx, input, { ...given, path: filterPath(given.subject) });
    return this.answer(ctx, outcome, 'Mutation.defineSegment');
  }

  @Mutation(() => SegmentPayload, {
    description:
      'Changes the words, the roles or the filter of a named segment (修改命名分组) (art. 5.2); its region’s own office and those above it do.',
  })
  async changeSegment(
    @Arg('input', () => ChangeSegmentInput, { description: 'Which segment, and what becomes of it (办理内容).' })
    input: ChangeSegmentInput,
    @Ctx() ctx: RequestContext,
    @Info() { schema }: GraphQLResolveInfo,
  ): Promise<object> {
    const given = input.filter ? writeDefinition(schema, input.filter) : null;
    if (given !== null && 'code' in given) return { segment: null, userErrors: [given] };
    const filter = given === null ? null : { ...given, path: filterPath(given.subject) };
    const read = (kept: SegmentDefinition) => readDefinition(schema, kept);
    return this.answer(ctx, await this.service.change(ctx, input, filter, read), 'Mutation.changeSegment');
  }

  @Mutation(() => SegmentPayload, {
    description: 'Retires a named segment (停用命名分组) (art. 5.2): figures are not asked for by it any more.',
  })
  async retireSegment(
    @Arg('input', () => RetireSegmentInput, { description: 'Which segment (办理内容).' }) input: RetireSegmentInput,
    @Ctx() ctx: RequestContext,
  ): Promise<object> {
    return this.answer(ctx, await this.service.retire(ctx, input), 'Mutation.retireSegment');
  }

  @FieldResolver(() => ID, { description: 'Global id (标识), opaque; it stays the same for good.' })
  id(@Root() { countyCode, rowId }: SegmentRow): string {
    return toGlobalId('Segment', countyCode, rowId);
  }

  @FieldResolver()
  filter(@Root() { filter }: SegmentRow): object {
    return normalizeFilter(filter);
  }

  @FieldResolver(() => Region, { description: 'Region that keeps it (所属区划).' })
  region(@Root() { regionCode }: SegmentRow): Region {
    return regionObject(this.tree.find(regionCode)!);
  }

  @FieldResolver(() => String, {
    description: 'Name (名称) in the language of the request; in Chinese where it has no other.',
  })
  name(@Root() { nameZh, nameEn }: SegmentRow, @Ctx() { language }: RequestContext): string {
    return language === 'en' ? (nameEn ?? nameZh) : nameZh;
  }

  @FieldResolver(() => String, {
    description:
      'Who belongs to it, and why it is asked for (定义), in the language of the request; in Chinese where it has no other.',
  })
  definition(@Root() { definitionZh, definitionEn }: SegmentRow, @Ctx() { language }: RequestContext): string {
    return language === 'en' ? (definitionEn ?? definitionZh) : definitionZh;
  }

  private async answer(ctx: RequestContext, { done, refusals }: Outcome, operation: string): Promise<object> {
    if (done === null) return { segment: null, userErrors: refusals };
    const [segment] = await this.reader.find(ctx, [done.segment], operation);
    return { segment, userErrors: [] };
  }
}
