import {
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';

const LEAST_LENGTH = 15;
const CHINESE = /\p{Script=Han}/u;

/**
 * 说明缺失 · Every type, field, argument and value of a schema that does not say enough of itself: at least 15 characters, not
 * its own name, and for types and enum values the Chinese term. The root types' own descriptions are left out, since
 * type-graphql writes none; their fields are not.
 *
 * @returns places, each with what is wrong, in the order of the schema
 */
export function undescribed(schema: GraphQLSchema): string[] {
  const faults: string[] = [];
  const check = (place: string, name: string, description: string | null | undefined, chinese: boolean): void => {
    const text = (description ?? '').trim();
    if (text === '') faults.push(`${place} has no description`);
    else if (text.length < LEAST_LENGTH) faults.push(`${place} is described in ${text.length} characters only`);
    else if (text.toLowerCase() === name.toLowerCase()) faults.push(`${place} is described by its own name`);
    else if (chinese && !CHINESE.test(text)) faults.push(`${place} does not give the Chinese term`);
  };
  const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || isSpecifiedScalarType(type)) continue;
    if (!roots.has(type as never)) check(type.name, type.name, type.description, true);
    if (isEnumType(type)) {
      for (const { name, description } of type.getValues()) check(`${type.name}.${name}`, name, description, true);
    }
    if (isInputObjectType(type)) {
      for (const { name, description } of Object.values(type.getFields()))
        check(`${type.name}.${name}`, name, description, false);
    }
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const { name, description, args } of Object.values(type.getFields())) {
        check(`${type.name}.${name}`, name, description, false);
        for (const arg of args) check(`${type.name}.${name}(${arg.name}:)`, arg.name, arg.description, false);
      }
    }
  }
  return faults;
}
