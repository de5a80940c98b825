import type { GraphQLSchema } from 'graphql';
import { FIELD_RULES, SILENT_FIELDS } from './domain/jurisdiction/field-rules.js';
import { buildHoldlineSchema } from './platform/graphql/build-schema.js';
import { scalarsMap } from './platform/graphql/scalars/index.js';

/**
 * 构建架构 · The schema of the rooms, each field behind the roles that the tables of jurisdiction give it.
 *
 * @param resolvers  one instance a class
 * @throws Error naming each field that no table knows
 * @article 5.1
 */
export function buildAppSchema(resolvers: readonly object[]): GraphQLSchema {
  const byClass = new Map(resolvers.map((resolver) => [resolver.constructor, resolver]));
  const classes = [...byClass.keys()] as unknown as [new (...args: never[]) => object];
  return buildHoldlineSchema({
    resolvers: classes as never,
    container: { get: (wanted: new (...args: never[]) => object) => byClass.get(wanted) as never },
    // The tables speak of what is still to come, too.
    access: { ruleOf: (field) => FIELD_RULES.get(field), silent: SILENT_FIELDS, askedByType: ASKED_BY_TYPE },
    scalarsMap,
  });
}

/** The registry asks for each type by itself. */
const ASKED_BY_TYPE = new Set(['Query.node', 'Query.nodes']);
