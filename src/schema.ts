import type { GraphQLSchema } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { OPERATIONS } from './domain/jurisdiction/operations.js';
import { buildHoldlineSchema } from './platform/graphql/build-schema.js';
import type { Access } from './platform/graphql/guard-root-fields.js';
import { scalarsMap } from './platform/graphql/scalars/index.js';

/**
 * 构建架构 · The schema of the rooms, each root field behind the roles that the table of operations gives it.
 *
 * @param resolvers  one instance a class
 * @throws Error naming a root field that the table does not know
 * @article 5.1
 */
export function buildAppSchema(resolvers: readonly object[]): GraphQLSchema {
  const byClass = new Map(resolvers.map((resolver) => [resolver.constructor, resolver]));
  const classes = [...byClass.keys()] as unknown as [new (...args: never[]) => object];
  return buildHoldlineSchema({
    resolvers: classes as never,
    container: { get: (wanted: new (...args: never[]) => object) => byClass.get(wanted) as never },
    access: accessOfDeclared(),
    scalarsMap,
  });
}

/** The table speaks of operations that later issues add, too; only those that are declared are given. */
function accessOfDeclared(): Access {
  const { queries, mutations } = getMetadataStorage();
  const names = [
    ...queries.map(({ schemaName }) => `Query.${schemaName}`),
    ...mutations.map(({ schemaName }) => `Mutation.${schemaName}`),
  ];
  return Object.fromEntries(
    names.flatMap((name) => (OPERATIONS[name] === undefined ? [] : [[name, OPERATIONS[name]]])),
  );
}
