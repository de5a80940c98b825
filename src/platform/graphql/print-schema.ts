import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';

/**
 * 输出架构 · The schema as text, sorted, with its descriptions: the same text for the same schema, whatever the order in
 * which its classes were loaded.
 *
 * @article none — technical
 */
export function printHoldlineSchema(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
