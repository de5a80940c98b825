import {
  coerceInputValue,
  GraphQLError,
  type GraphQLSchema,
  isInputType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';
import { keyShown, withoutValues } from './without-values.js';

const MOST_ERRORS = 20;
const LONGEST_MESSAGE = 300;

/**
 * 变量错误 · Says which of the variables' values their types cannot read, each with its path from the variable's name down.
 *
 * @param tellNames  whether "Did you mean" may name what the schema has
 * @returns BAD_USER_INPUT errors, at most 20; none when every value can be read
 * @article none — technical
 */
export function findVariableFaults(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  tellNames: boolean,
): GraphQLError[] {
  const faults: GraphQLError[] = [];
  const note = (path: readonly (string | number)[], message: string): void => {
    if (faults.length >= MOST_ERRORS) return;
    const place = path.map((step) => keyShown(String(step)));
    const told = withoutValues(message).slice(0, LONGEST_MESSAGE);
    faults.push(
      new GraphQLError(`Variable $${place.join('.')}: ${told}`, {
        extensions: { code: 'BAD_USER_INPUT', path: place },
      }),
    );
  };

  for (const { variable, type: typeNode, defaultValue } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    const type = typeFromAST(schema, typeNode);
    if (!isInputType(type)) continue;
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (value === undefined && (defaultValue !== undefined || !isNonNullType(type))) continue;
    if (value === undefined) note([name], `a value of type "${String(type)}" is required`);
    else if (value === null && isNonNullType(type)) note([name], `must not be null; its type is "${String(type)}"`);
    else coerceInputValue(value, type, (path, _, error) => note([name, ...path], error.message), !tellNames);
  }
  return faults;
}
