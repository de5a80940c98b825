import type { GraphQLSchema } from 'graphql';
import { type BuildSchemaOptions, buildSchemaSync, getMetadataStorage } from 'type-graphql';
import { installDirectResolvers } from './direct-resolvers.js';
import { type Access, guardRootFields } from './guard-root-fields.js';

/** 架构来源 · What the schema is built from. @article none — technical */
export interface SchemaParts {
  readonly resolvers: BuildSchemaOptions['resolvers'];
  /** Gives the resolver instances. */
  readonly container: Extract<NonNullable<BuildSchemaOptions['container']>, { get: unknown }>;
  /** Who may call which root field; the list is complete. */
  readonly access: Access;
  readonly scalarsMap?: BuildSchemaOptions['scalarsMap'];
  /** Types that no field names, e.g. the members of an interface. */
  readonly orphanedTypes?: BuildSchemaOptions['orphanedTypes'];
}

/**
 * 构建架构 · Builds the schema from its classes, with every root field behind its guard.
 *
 * A field without a resolver of its own is a plain property, without type-graphql's wrapper around it, unless its class
 * says `simpleResolvers: false`.
 *
 * @throws Error naming each root field without an entry in `access`, and each entry without a field
 * @article 5.1
 */
export function buildHoldlineSchema({ access, ...parts }: SchemaParts): GraphQLSchema {
  for (const type of getMetadataStorage().objectTypes) type.simpleResolvers ??= true;
  const schema = buildSchemaSync({ ...parts, validate: false });
  installDirectResolvers(schema, parts.container);
  guardRootFields(schema, access);
  return schema;
}
