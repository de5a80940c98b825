import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isSpecifiedScalarType,
  print,
} from 'graphql';

/** 契约差异 · What the emitted schema lacks of the contract, and what it changes; names only, sorted. */
export interface SchemaDifference {
  /** `Type`, `Type.field`, `Type.field(argument:)`, `Enum.VALUE`. A missing type is named once, without its fields. */
  readonly missing: readonly string[];
  /** One sentence each. */
  readonly changed: readonly string[];
}

type Input = GraphQLArgument | GraphQLInputField;

/**
 * 契约比对 · Holds the emitted schema against the contract: it may add, and never lacks or changes.
 *
 * @param contract  SDL
 * @param emitted   SDL
 */
export function compareSchemas(contract: string, emitted: string): SchemaDifference {
  const missing: string[] = [];
  const changed: string[] = [];
  const actual = buildSchema(emitted);
  for (const type of ownTypes(buildSchema(contract))) {
    const found = actual.getType(type.name);
    if (found === undefined) missing.push(type.name);
    else compareTypes(type, found, missing, changed);
  }
  return { missing: missing.sort(), changed: changed.sort() };
}

function ownTypes(schema: GraphQLSchema): GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
  );
}

function compareTypes(type: GraphQLNamedType, found: GraphQLNamedType, missing: string[], changed: string[]): void {
  const { name } = type;
  if (type.constructor !== found.constructor) {
    changed.push(`${name} is a ${type.constructor.name} in the contract, a ${found.constructor.name} here`);
    return;
  }
  if (isEnumType(type) && isEnumType(found)) {
    const values = new Set(found.getValues().map((value) => value.name));
    for (const value of type.getValues()) if (!values.has(value.name)) missing.push(`${name}.${value.name}`);
  }
  if (isInputObjectType(type) && isInputObjectType(found)) {
    compareInputs(
      { expected: Object.values(type.getFields()), actual: Object.values(found.getFields()) },
      { place: (field) => `${name}.${field}`, required: (field) => isRequiredInputField(field as GraphQLInputField) },
      missing,
      changed,
    );
  }
  if ((isObjectType(type) && isObjectType(found)) || (isInterfaceType(type) && isInterfaceType(found))) {
    const interfaces = new Set(found.getInterfaces().map((each) => each.name));
    for (const each of type.getInterfaces()) {
      if (!interfaces.has(each.name)) changed.push(`${name} implements ${each.name} in the contract, not here`);
    }
    for (const field of Object.values(type.getFields())) {
      const place = `${name}.${field.name}`;
      const actual = found.getFields()[field.name];
      if (actual === undefined) {
        missing.push(place);
        continue;
      }
      if (String(field.type) !== String(actual.type)) {
        changed.push(`${place}: ${String(field.type)} in the contract, ${String(actual.type)} here`);
      }
      compareInputs(
        { expected: field.args, actual: actual.args },
        { place: (arg) => `${place}(${arg}:)`, required: (arg) => isRequiredArgument(arg as GraphQLArgument) },
        missing,
        changed,
      );
    }
  }
}

function compareInputs(
  sides: { readonly expected: readonly Input[]; readonly actual: readonly Input[] },
  at: { readonly place: (name: string) => string; readonly required: (input: Input) => boolean },
  missing: string[],
  changed: string[],
): void {
  const actual = new Map(sides.actual.map((input) => [input.name, input]));
  for (const expected of sides.expected) {
    const found = actual.get(expected.name);
    actual.delete(expected.name);
    if (found === undefined) missing.push(at.place(expected.name));
    else if (signature(expected) !== signature(found)) {
      changed.push(`${at.place(expected.name)} ${signature(expected)} in the contract, ${signature(found)} here`);
    }
  }
  for (const added of actual.values()) {
    if (at.required(added)) changed.push(`${at.place(added.name)} is required here and not in the contract`);
  }
}

function signature(input: Input): string {
  const value = input.astNode?.defaultValue;
  return value === undefined ? String(input.type) : `${String(input.type)} = ${print(value)}`;
}
