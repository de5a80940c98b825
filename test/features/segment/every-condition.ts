import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import { expect } from 'vitest';

const SCHEMA = buildSchema(readFileSync('schema.graphql', 'utf8'));
const SCALARS: Readonly<Record<string, unknown>> = {
  String: 'A1',
  Int: 3,
  Boolean: false,
  Yuan: '6512.34',
  Date: '2023-01-31',
  DateTime: '2023-01-31T08:15:00.000Z',
  RegionCode: '430121',
};
/** Every way to give one condition of a type; of filters inside themselves one level. */
const ways = (type: GraphQLInputType, within: readonly string[] = []): unknown[] => {
  if (isNonNullType(type)) return ways(type.ofType, within);
  if (isListType(type)) return ways(type.ofType, within).map((one) => [one]);
  if (isEnumType(type)) return [type.getValues().at(-1)!.value];
  if (!isInputObjectType(type)) {
    expect(SCALARS, `a value of ${type.name}`).toHaveProperty(type.name);
    return [SCALARS[type.name]];
  }
  if (within.includes(type.name)) return [{ region: '430121' }];
  return Object.values(type.getFields()).flatMap((field) =>
    ways(field.type, [...within, type.name]).map((value) => ({ [field.name]: value })),
  );
};

/** Each condition that a filter of the schema can be given, by itself. */
export const everyCondition = (type: string): unknown[] => ways(SCHEMA.getType(type) as GraphQLInputType);
