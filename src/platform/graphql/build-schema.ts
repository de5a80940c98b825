import type { GraphQLSchema } from 'graphql';
import { type BuildSchemaOptions, buildSchemaSync, getMetadataStorage } from 'type-graphql';
import { installDirectResolvers } from './direct-resolvers.js';
import { type Access, guardFields } from './guard-fields.js';
import { watchMutations } from './refused-acts.js';

/** 架构来源 · What the schema is built from. @article none — technical */
export interface SchemaParts {
  readonly resolvers: BuildSchemaOptions['resolvers'];
  /** Gives the resolver instances. */
  readonly container: Extract<NonNullable<BuildSchemaOptions['container']>, { get: unknown }>;
  /** Who may read which field; the list is complete. */
  readonly access: Access;
  readonly scalarsMap?: BuildSchemaOptions['scalarsMap'];
  /** Types that no field names, e.g. the members of an interface. */
  readonly orphanedTypes?: BuildSchemaOptions['orphanedTypes'];
}

/**
 * 构建架构 · Builds the schema from its classes, behind the rules of its fields.
 *
 * A field without a resolver of its own is a plain property, without type-graphql's wrapper around it, unless its class
 * says `simpleResolvers: false`.
 *
 * @throws Error naming each field without a rule in `access`
 * @article 5.1
 */
export function buildHoldlineSchema({ access, ...parts }: SchemaParts): GraphQLSchema {
  for (const type of getMetadataStorage().objectTypes) type.simpleResolvers ??= true;
  const schema = buildSchemaSync({ ...parts, validate: false, pubSub: NO_PUB_SUB });
  installDirectResolvers(schema, parts.container);
  guardFields(schema, access);
  watchMutations(schema);
  return schema;
}

/** type-graphql wants one for the type Subscription; events come from the database (see `src/platform/socket`). */
const NO_PUB_SUB: NonNullable<BuildSchemaOptions['pubSub']> = {
  publish: () => undefined,
  subscribe() {
    throw new Error('subscriptions are served by the socket');
  },
};
