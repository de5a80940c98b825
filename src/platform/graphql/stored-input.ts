import {
  coerceInputValue,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
} from 'graphql';

/** 读回的输入 · The values of an input that was kept, or every reason why the schema does not understand it any more. */
export type ReadInput<T> = { readonly values: T } | { readonly faults: readonly string[] };

/**
 * 书写输入 · An input as a client writes it, in JSON, out of the values that resolvers are given.
 *
 * @param type  name of the input type in the schema
 * @article none — technical
 */
export function writeInput(schema: GraphQLSchema, type: string, values: object): Readonly<Record<string, unknown>> {
  return writeValue(inputType(schema, type), values) as Record<string, unknown>;
}

/** `astFromValue` of the library writes no scalar that is a Date inside, as a `DateTime` is. */
function writeValue(type: GraphQLInputType, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (isNonNullType(type)) return writeValue(type.ofType, value);
  if (isListType(type)) return [value].flat().map((one) => writeValue(type.ofType, one));
  if (!isInputObjectType(type)) {
    const written = type.serialize(value);
    return written instanceof Date ? written.toISOString() : written;
  }
  const own = value as Readonly<Record<string, unknown>>;
  const given = Object.values(type.getFields()).filter(({ name }) => own[name] !== undefined);
  return Object.fromEntries(given.map((field) => [field.name, writeValue(field.type, own[field.name])]));
}

/**
 * 读回输入 · Reads what `writeInput` wrote, maybe long ago, by the types of the schema as it is now.
 *
 * @article none — technical
 */
export function readInput<T extends object>(schema: GraphQLSchema, type: string, written: object): ReadInput<T> {
  const faults: string[] = [];
  const values = coerceInputValue(written, inputType(schema, type), (path, _value, { message }) => {
    faults.push(path.length === 0 ? message : `${path.join('.')}: ${message}`);
  }) as T;
  return faults.length > 0 ? { faults } : { values };
}

function inputType(schema: GraphQLSchema, name: string): GraphQLInputType {
  const type = schema.getType(name);
  if (!isInputType(type)) throw new Error(`the schema has no input ${name}`);
  return type;
}
