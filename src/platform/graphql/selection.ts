import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import type { SelectedField, Selection } from '../database/selection.js';

interface Walk {
  readonly info: GraphQLResolveInfo;
  /** Turned off once a variable is met below the field: the selection then holds for this request only. */
  constant: boolean;
}

const kept = new WeakMap<FieldNode, Map<string, Selection>>();

/**
 * 选取 · What was asked for below the field that is being resolved, with fragments merged, `@skip` and `@include` heeded
 * and arguments read. The same object for the same document when no variable stands below the field.
 *
 * @param typeName  the object type that is meant where the field's type is an interface
 * @article none — technical
 */
export function selectionOf(info: GraphQLResolveInfo, typeName?: string): Selection {
  const named = getNamedType(info.returnType);
  const type = typeName === undefined ? named : info.schema.getType(typeName);
  if (type === undefined || !isObjectType(type)) return [];
  const [first] = info.fieldNodes;
  const known = info.fieldNodes.length === 1 && first !== undefined ? kept.get(first)?.get(type.name) : undefined;
  if (known !== undefined) return known;
  const walk: Walk = { info, constant: true };
  const selection = select(
    walk,
    type,
    info.fieldNodes.flatMap((node) => node.selectionSet ?? []),
  );
  if (walk.constant && info.fieldNodes.length === 1 && first !== undefined) {
    const byType = kept.get(first) ?? new Map<string, Selection>();
    byType.set(type.name, selection);
    kept.set(first, byType);
  }
  return selection;
}

function select(walk: Walk, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Selection {
  const nodes = new Map<string, FieldNode[]>();
  for (const set of sets) collect(walk, type, set, nodes);
  const selected: SelectedField[] = [];
  for (const [key, [first, ...others]] of nodes) {
    const field = first === undefined ? undefined : type.getFields()[first.name.value];
    if (first === undefined || field === undefined) continue;
    if (first.arguments?.some(({ value }) => JSON.stringify(value).includes('"Variable"'))) walk.constant = false;
    const below = getNamedType(field.type);
    selected.push({
      name: first.name.value,
      key,
      args: getArgumentValues(field, first, walk.info.variableValues),
      selection:
        isCompositeType(below) && isObjectType(below)
          ? select(
              walk,
              below,
              [first, ...others].flatMap((node) => node.selectionSet ?? []),
            )
          : [],
    });
  }
  return selected;
}

function collect(walk: Walk, type: GraphQLObjectType, set: SelectionSetNode, into: Map<string, FieldNode[]>): void {
  for (const node of set.selections) {
    if ((node.directives?.length ?? 0) > 0) {
      walk.constant = false;
      if (!isIncluded(walk.info.variableValues, node)) continue;
    }
    if (node.kind === 'Field') {
      const key = node.alias?.value ?? node.name.value;
      into.set(key, [...(into.get(key) ?? []), node]);
      continue;
    }
    const fragment:
      | { typeCondition?: FragmentDefinitionNode['typeCondition'] | undefined; selectionSet: SelectionSetNode }
      | undefined = node.kind === 'InlineFragment' ? node : walk.info.fragments[node.name.value];
    if (fragment !== undefined && applies(walk, type, fragment.typeCondition?.name.value))
      collect(walk, type, fragment.selectionSet, into);
  }
}

function applies(walk: Walk, type: GraphQLObjectType, condition: string | undefined): boolean {
  if (condition === undefined || condition === type.name) return true;
  const named = walk.info.schema.getType(condition);
  return isAbstractType(named) && walk.info.schema.isSubType(named, type);
}

/**
 * 是否选取 · Whether `@skip` and `@include` leave a selection in.
 *
 * @article none — technical
 */
export function isIncluded(
  variables: GraphQLResolveInfo['variableValues'],
  node: Parameters<typeof getDirectiveValues>[1],
): boolean {
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false;
}
