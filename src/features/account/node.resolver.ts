import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { ApiError } from '../../platform/errors/api-error.js';
import { readerOf } from '../../platform/graphql/guard-fields.js';
import { Node } from '../../platform/graphql/node.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import type { Asking, NodeRegistry } from './node-registry.js';

/** Most ids in one list. */
const MOST_IDS = 200;

/** 节点 · Relay's `node` and `nodes`. @article none — technical */
@Resolver(() => Node)
export class NodeResolver {
  constructor(private readonly registry: NodeRegistry) {}

  @Query(() => Node, {
    nullable: true,
    description: "Any object by its global id (按标识查询); null where there is none in the viewer's region.",
  })
  async node(
    @Arg('id', () => ID, { description: 'Global id of any object (全局标识).' }) id: string,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object | null> {
    const [found = null] = await this.registry.find([id], askingBy(ctx, info));
    if (found instanceof ApiError) throw found;
    return found;
  }

  @Query(() => [Node], {
    nullable: 'items',
    description:
      'Objects by their global ids, in the same order (按标识批量查询); null in the place of each that is not there.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: `Global ids, at most ${MOST_IDS} (全局标识).` }) ids: string[],
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<(object | null)[]> {
    const message = `\`ids\` holds at most ${MOST_IDS} ids; found ${ids.length}.`;
    if (ids.length > MOST_IDS) throw new ApiError('BAD_USER_INPUT', message, { path: ['ids'] });
    return this.registry.find(ids, askingBy(ctx, info));
  }
}

function askingBy(ctx: RequestContext, info: GraphQLResolveInfo): Asking {
  return { readerOf: (type) => readerOf(ctx, info, type), selectionOf: (type) => selectionOf(info, type) };
}
