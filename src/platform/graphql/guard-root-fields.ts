import { defaultFieldResolver, type GraphQLField, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import type { Role } from '../../domain/jurisdiction/role.js';
import { ApiError } from '../errors/api-error.js';
import type { RequestContext } from './request-context.js';

/** 入口 · A field of Query or Mutation. */
export type RootField = `Query.${string}` | `Mutation.${string}`;

/** 准入表 · Who may call which root field; `open` needs no token. @article 5.1 */
export type Access = Readonly<Record<RootField, readonly Role[] | 'open'>>;

/**
 * 默认拒绝 · Puts every root field behind its entry in the access table. Regions are no matter of this guard: it refuses
 * roles that never may, whatever the object.
 *
 * @throws Error naming each root field without an entry, and each entry without a field
 * @article 5.1
 */
export function guardRootFields(schema: GraphQLSchema, access: Access): void {
  const fields = rootFields(schema);
  const open = [...fields.keys()].filter((name) => !Object.hasOwn(access, name));
  const idle = Object.keys(access).filter((name) => !fields.has(name));
  if (open.length > 0)
    throw new Error(`No one is said to be allowed to call ${open.join(', ')}: add them to the access table`);
  if (idle.length > 0) throw new Error(`The access table has ${idle.join(', ')}, which the schema has not`);
  for (const [name, field] of fields) {
    const entry = access[name as RootField]!;
    if (entry !== 'open') field.resolve = guarded(field.resolve ?? defaultFieldResolver, new Set(entry));
  }
}

type Field = GraphQLField<unknown, RequestContext>;

function rootFields(schema: GraphQLSchema): Map<string, Field> {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return new Map(
    roots.flatMap((root) =>
      Object.values(root?.getFields() ?? {}).map((field) => [`${root!.name}.${field.name}`, field as Field] as const),
    ),
  );
}

function guarded(
  resolve: GraphQLFieldResolver<unknown, RequestContext>,
  roles: ReadonlySet<Role>,
): GraphQLFieldResolver<unknown, RequestContext> {
  return (source, args, context, info) => {
    const { principal } = context;
    if (principal === null) throw new ApiError('UNAUTHENTICATED', 'This needs a token; sign in first.');
    if (!principal.grants.some((grant) => roles.has(grant.role)))
      throw new ApiError('FORBIDDEN', `None of your roles may use ${info.fieldName}.`);
    return resolve(source, args, context, info);
  };
}
