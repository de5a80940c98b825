import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isListType,
} from 'graphql';
import type { Role } from '../../domain/jurisdiction/role.js';
import { ApiError } from '../errors/api-error.js';
import { asReader, readersOf } from './readers.js';
import { hasFields, Readership, type Selecting } from './readership.js';
import type { RequestContext } from './request-context.js';

/** 准入 · Who may read what of a schema. @article 5.1 */
export interface Access {
  /** Who may read a field, by `Type.field`; `open` needs no token. Nobody has spoken for a field without a rule. */
  readonly ruleOf: (field: string) => readonly Role[] | 'open' | undefined;
  /** Fields that hold nothing for whoever may not read them, instead of an error. */
  readonly silent?: ReadonlySet<string>;
  /** Fields of an abstract type whose resolvers ask for each of its types by `readerOf`. */
  readonly askedByType?: ReadonlySet<string>;
}

type Field = GraphQLField<unknown, RequestContext>;
type Resolve = GraphQLFieldResolver<unknown, RequestContext>;

const readerships = new WeakMap<GraphQLSchema, Readership>();

/**
 * 默认拒绝 · Puts the schema behind the rules of its fields: before a root field is resolved, and before a field that begins a
 * reach of its own, all that is selected below it is held against the caller's roles, once for a document. Nothing runs where
 * one field may not be read; and the resolver is given those grants only whose role may read all of it.
 *
 * @throws Error naming each field without a rule
 * @article 5.1
 */
export function guardFields(schema: GraphQLSchema, access: Access): void {
  const fields = fieldsOf(schema);
  const open = [...fields.keys()].filter((name) => access.ruleOf(name) === undefined);
  if (open.length > 0)
    throw new Error(
      `No one is said to be allowed to read ${open.join(', ')}: give each a line in src/domain/jurisdiction, in operations.ts or in the table of its type in fields/, and run \`npm run permissions\``,
    );

  const bits = new Map([...fields.keys()].map((name) => [name, readersOf(access.ruleOf(name)!)]));
  const readership = new Readership(schema, bits, access.silent);
  readerships.set(schema, readership);
  for (const [name, field] of fields)
    if (readership.isEntry(name, getNamedType(field.type).name))
      field.resolve = guarded(field, readership, name, {
        silent: access.silent?.has(name) ?? false,
        byType: access.askedByType?.has(name) ?? false,
      });
}

/**
 * 按类型收窄 · The caller as one who may read what is selected of one type of an abstract field.
 *
 * @throws ApiError FORBIDDEN where no role of the caller may
 * @article 5.1
 */
export function readerOf(context: RequestContext, info: Selecting, typeName: string): RequestContext {
  const reader = asReader(context, readerships.get(info.schema)?.below(info, typeName) ?? 0);
  if (reader === null) throw refusal(context, [typeName]);
  return reader;
}

function guarded(
  field: Field,
  readership: Readership,
  name: string,
  { silent, byType }: { readonly silent: boolean; readonly byType: boolean },
): Resolve {
  const resolve = field.resolve ?? (defaultFieldResolver as Resolve);
  const own = readership.readersOf(name);
  const nothing = isListType(getNullableType(field.type)) ? [] : null;
  return (source, args, context, info) => {
    const reader = asReader(context, byType ? own : own & readership.below(info));
    if (reader !== null) return resolve(source, args, reader, info);
    if (silent) return nothing;
    throw refusal(context, asReader(context, own) === null ? [name] : readership.beyond(info, context));
  };
}

/** Most fields that a refusal names. */
const MOST_NAMED = 10;

function refusal({ principal }: RequestContext, fields: readonly string[]): ApiError {
  if (principal === null) return new ApiError('UNAUTHENTICATED', 'This needs a token; sign in first.');
  const named = fields.slice(0, MOST_NAMED).join(', ');
  const more = fields.length > MOST_NAMED ? ` and ${fields.length - MOST_NAMED} more` : '';
  return new ApiError('FORBIDDEN', `No one of your roles may read all of ${named}${more}.`);
}

function fieldsOf(schema: GraphQLSchema): Map<string, Field> {
  const types = Object.values(schema.getTypeMap()).filter(hasFields);
  return new Map(
    types
      .filter(({ name }) => !name.startsWith('__'))
      .flatMap((type) =>
        Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field as Field] as const),
      ),
  );
}
