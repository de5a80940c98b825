import {
  astFromValue,
  coerceInputValue,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputType,
  valueFromASTUntyped,
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
  const written = astFromValue(values, inputType(schema, type));
  return (written === null || written === undefined ? {} : valueFromASTUntyped(written)) as Record<string, unknown>;
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
