import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  type ValueNode,
} from 'graphql';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from './paging-args.js';

type Variables = Readonly<Record<string, unknown>>;

/** Entries reckoned for a list that has no page size, e.g. a household's members. */
const UNPAGED_LIST = 5;

/** Lists in the input of a mutation that it answers item by item. */
const ITEM_LISTS = ['items', 'caseIds', 'households', 'visits'] as const;

/** Most items that are reckoned: longer lists are refused by their mutation. */
const MOST_ITEMS = 500;

/**
 * 批内项数 · How many items the input of a batch lists; null for an input that lists none.
 *
 * @article none — technical
 */
export function itemsOf(input: unknown): number | null {
  if (typeof input !== 'object' || input === null) return null;
  for (const name of ITEM_LISTS) {
    const list = (input as Readonly<Record<string, unknown>>)[name];
    if (Array.isArray(list)) return Math.min(list.length, MOST_ITEMS);
  }
  return null;
}

/**
 * 费用计算 · Adds up the cost of an operation of a valid document, whose fragments form no circle; each fragment once.
 *
 * @article none — technical
 */
export class Reckoning {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly costs = new Map<string, number>();
  /** Items of the batch that is reckoned; null outside of one. */
  private items: number | null = null;
  private defaults: Variables = {};

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Variables,
  ) {
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
  }

  ofOperation(operation: OperationDefinitionNode): number {
    const { variableDefinitions = [] } = operation;
    this.defaults = Object.fromEntries(
      variableDefinitions.map(({ variable, defaultValue }) => [
        variable.name.value,
        defaultValue && this.read(defaultValue),
      ]),
    );
    return this.ofSelections(operation.selectionSet, this.schema.getRootType(operation.operation)?.name ?? '');
  }

  private ofSelections({ selections }: SelectionSetNode, typeName: string): number {
    let cost = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) cost += this.ofField(selection, typeName);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) cost += this.ofFragment(selection.name.value);
      else cost += this.ofSelections(selection.selectionSet, selection.typeCondition?.name.value ?? typeName);
    }
    return cost;
  }

  private ofFragment(name: string): number {
    const key = `${name} ${this.items}`;
    const known = this.costs.get(key);
    if (known !== undefined) return known;
    const { selectionSet, typeCondition } = this.fragments.get(name)!;
    const cost = this.ofSelections(selectionSet, typeCondition.name.value);
    this.costs.set(key, cost);
    return cost;
  }

  private ofField(node: FieldNode, typeName: string): number {
    const field = this.fieldOf(node.name.value, typeName);
    const stated = field?.extensions.complexity;
    const own = typeof stated === 'number' ? stated : 1;
    if (field === undefined || node.selectionSet === undefined) return own;
    const entries = this.entriesOf(node, field, typeName);
    const around = this.items;
    // Of a batch only the lists of its own answer are as long as it; what is below a case is as long as ever.
    this.items = this.isMutation(typeName) ? this.itemsAsked(node) : null;
    const below = this.ofSelections(node.selectionSet, getNamedType(field.type).name);
    this.items = around;
    return own + entries * below;
  }

  private fieldOf(name: string, typeName: string): GraphQLField<unknown, unknown> | undefined {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    const type = this.schema.getType(typeName);
    return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
  }

  private entriesOf(node: FieldNode, field: GraphQLField<unknown, unknown>, typeName: string): number {
    const argument = (name: string): unknown => {
      const given = node.arguments?.find((written) => written.name.value === name);
      const value = given === undefined ? undefined : this.read(given.value);
      return value === undefined ? field.args.find((known) => known.name === name)?.defaultValue : value;
    };
    if (field.args.some(({ name }) => name === 'first' || name === 'last'))
      return clamp(argument('first') ?? argument('last'));
    const ids = argument('ids');
    if (Array.isArray(ids)) return clamp(ids.length);
    // The entries of a page are counted where the page was asked for.
    const isList = isListType(getNullableType(field.type)) && !typeName.endsWith('Connection');
    return isList ? Math.max(this.items ?? UNPAGED_LIST, UNPAGED_LIST) : 1;
  }

  private isMutation(typeName: string): boolean {
    return this.schema.getMutationType()?.name === typeName;
  }

  private itemsAsked(node: FieldNode): number | null {
    const input = node.arguments?.find(({ name }) => name.value === 'input')?.value;
    if (input === undefined) return null;
    if (input.kind !== Kind.OBJECT) return itemsOf(this.read(input));
    return itemsOf(Object.fromEntries(input.fields.map(({ name, value }) => [name.value, this.read(value)])));
  }

  private read(value: ValueNode): unknown {
    if (value.kind === Kind.INT) return Number(value.value);
    if (value.kind === Kind.LIST) return value.values;
    if (value.kind !== Kind.VARIABLE) return undefined;
    const { value: name } = value.name;
    return Object.hasOwn(this.variables, name) ? this.variables[name] : this.defaults[name];
  }
}

/** A page size out of bounds is refused by its resolver, and must not hide the cost of what stands beside it. */
function clamp(size: unknown): number {
  return typeof size === 'number' ? Math.min(Math.max(size, 1), MAX_PAGE_SIZE) : DEFAULT_PAGE_SIZE;
}
