import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;

/** A field on the way from a root to a type. */
interface Step {
  readonly field: Field;
  readonly on: string;
}

/** How every type of a schema is reached by fields that a caller may read. */
export class FieldPaths {
  private readonly paths = new Map<string, readonly Step[]>();

  /** @param mayRead  by `Type.field` */
  constructor(
    schema: GraphQLSchema,
    private readonly mayRead: (field: string) => boolean,
    private readonly values: Readonly<Record<string, unknown>>,
  ) {
    const roots = [schema.getQueryType(), schema.getMutationType()].filter((root) => root != null);
    const waiting: GraphQLObjectType[] = [];
    for (const root of roots) {
      this.paths.set(root.name, []);
      waiting.push(root);
      // All that a query leads to, before any mutation.
      while (waiting.length > 0) this.spread(waiting.shift()!, waiting);
    }
  }

  /** A document that selects one field of a type, or null where no field leads to the type. */
  documentFor(typeName: string, field: Field): string | null {
    const path = this.paths.get(typeName);
    if (path === undefined) return null;
    const operation = (path[0]?.on ?? typeName) === 'Mutation' ? 'mutation' : 'query';
    const steps: readonly Step[] = [...path, { field, on: typeName }];
    const inner = isComposite(field) ? ' { __typename }' : '';
    return `${operation} ${steps.reduceRight((below, step) => ` { ${this.write(step)}${below} }`, inner)}`;
  }

  private spread(type: GraphQLObjectType, waiting: GraphQLObjectType[]): void {
    const path = this.paths.get(type.name)!;
    for (const field of Object.values(type.getFields())) {
      if (!this.mayRead(`${type.name}.${field.name}`)) continue;
      const target = getNamedType(field.type);
      if (this.paths.has(target.name) || !(isObjectType(target) || isInterfaceType(target))) continue;
      this.paths.set(target.name, [...path, { field, on: type.name }]);
      if (isObjectType(target)) waiting.push(target);
    }
  }

  private write(step: Step): string {
    const args = step.field.args.flatMap((arg) => {
      const value = this.valueOf(arg, `${step.on}.${step.field.name}`);
      return value === undefined ? [] : [`${arg.name}: ${value}`];
    });
    return step.field.name + (args.length > 0 ? `(${args.join(', ')})` : '');
  }

  private valueOf(arg: GraphQLArgument, field: string): string | undefined {
    const given = this.values[`${field}.${arg.name}`] ?? this.values[arg.name];
    if (given !== undefined) return isEnumType(getNamedType(arg.type)) ? String(given) : JSON.stringify(given);
    return isNonNullType(arg.type) ? this.least(arg.type) : undefined;
  }

  /** The least value that a type takes, as it is written in a document. */
  private least(type: GraphQLInputType): string {
    if (isNonNullType(type)) return this.least(type.ofType);
    if (isListType(type)) return `[${this.least(type.ofType)}]`;
    if (isEnumType(type)) return type.getValues()[0]!.name;
    if (!isInputObjectType(type)) return JSON.stringify(this.values[`scalar ${type.name}`] ?? 'x');
    const needed = Object.values(type.getFields()).filter(
      (field) => isNonNullType(field.type) && field.defaultValue === undefined,
    );
    return `{ ${needed.map(({ name, type: own }) => `${name}: ${this.least(own)}`).join(', ')} }`;
  }
}

function isComposite(field: Field): boolean {
  const target = getNamedType(field.type);
  return isObjectType(target) || isInterfaceType(target);
}
