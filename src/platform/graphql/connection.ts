import { type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from './page-info.js';

/** 边 · One entry of a page with the cursor that points at it. @article none — technical */
export interface Edge<T> {
  cursor: string;
  node: T;
}

/** 分页列表 · One page of a list. @article none — technical */
export interface Connection<T> {
  edges: Edge<T>[];
  nodes: T[];
  pageInfo: PageInfo;
  totalCount: number;
}

/** 分页类型 · The two classes that a paged list needs in the schema. @article none — technical */
export interface ConnectionClasses<T> {
  readonly Edge: ClassType<Edge<T>>;
  readonly Connection: ClassType<Connection<T>>;
}

/**
 * 分页列表 · Declares `<name>Edge` and `<name>Connection`.
 *
 * @param node  thunk of the class, so that a file may declare it further down
 * @param name  GraphQL name of the node's type
 * @param what  the nodes in words with the Chinese term, plural, e.g. `households (农户)`
 * @article none — technical
 * @example export const { Edge: HouseholdEdge, Connection: HouseholdConnection } =
 *   connectionOf(() => Household, 'Household', 'households (农户)');
 */
export function connectionOf<T extends object>(
  node: () => ClassType<T>,
  name: string,
  what: string,
): ConnectionClasses<T> {
  @ObjectType(`${name}Edge`, {
    description: `One entry in a paged list of ${what}: the object and its cursor (列表项).`,
    simpleResolvers: true,
  })
  class EdgeOfNode implements Edge<T> {
    @Field(() => String, {
      description:
        'Opaque place in this list (游标), for `after` and `before`; good only with the same filter, the same order and the same caller.',
    })
    cursor!: string;

    @Field(node, { description: `The object itself, out of ${what}.` })
    node!: T;
  }

  @ObjectType(`${name}Connection`, {
    description: `One page of ${what}, in a stable order (分页列表); holds only what the caller may see.`,
    simpleResolvers: true,
  })
  class ConnectionOfNodes implements Connection<T> {
    @Field(() => [EdgeOfNode], { description: 'The entries with their cursors, in the order of the list (列表项).' })
    edges!: Edge<T>[];

    @Field(() => [node()], { description: 'The same objects without cursors (本页对象), for clients that need none.' })
    nodes!: T[];

    @Field(() => PageInfo, { description: 'Whether there is more on either side, and where to go on (分页信息).' })
    pageInfo!: PageInfo;

    @Field(() => Int, {
      description:
        'How many entries the filter finds in all that the caller may see (总数); counted only when it is selected, so leave it out where it is not shown.',
    })
    totalCount!: number;
  }

  return { Edge: EdgeOfNode, Connection: ConnectionOfNodes };
}
