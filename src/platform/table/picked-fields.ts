import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { isIncluded } from '../graphql/selection.js';

/** 查询环境 · What a walk over an operation needs: its fragments, and its variables as they were coerced. @article none — technical */
export interface Walk {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: { readonly [name: string]: unknown };
}

/** 下层选取 · A selection, and the type that it is made on. @article none — technical */
export type Below = readonly [type: GraphQLNamedType, selection: SelectionSetNode];

/** 选中的字段 · A field under its response key, with all its nodes. @article none — technical */
export interface Picked {
  readonly key: string;
  /** The first node: validation has seen to it that all of a key say the same. */
  readonly node: FieldNode;
  readonly field: GraphQLField<unknown, unknown>;
  /** The type that has the field: that of a fragment, where one stands around it. */
  readonly parent: GraphQLNamedType;
  readonly below: readonly Below[];
}

/**
 * 选中的字段 · The fields of selections in their order, fragments merged and conditions heeded. On an object only what applies to
 * it; on an interface or a union what applies to any of its types.
 *
 * @article none — technical
 */
export function pickFields(walk: Walk, selections: readonly Below[]): Picked[] {
  const found = new Map<string, Omit<Picked, 'key' | 'below'> & { readonly below: Below[] }>();
  const into = (type: GraphQLNamedType, { selections: nodes }: SelectionSetNode): void => {
    for (const node of nodes) {
      if ((node.directives?.length ?? 0) > 0 && !isIncluded(walk.variables, node)) continue;
      if (node.kind !== 'Field') {
        const fragment = node.kind === 'InlineFragment' ? node : walk.fragments[node.name.value];
        const meant = fragment && meantBy(walk.schema, type, fragment.typeCondition?.name.value);
        if (fragment && meant) into(meant, fragment.selectionSet);
        continue;
      }
      const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
      // __typename, which every object has and no table needs.
      if (field === undefined) continue;
      const key = node.alias?.value ?? node.name.value;
      const known = found.get(key) ?? { node, field, parent: type, below: [] };
      if (node.selectionSet !== undefined) known.below.push([getNamedType(field.type), node.selectionSet]);
      found.set(key, known);
    }
  };
  for (const [type, selection] of selections) into(type, selection);
  return [...found].map(([key, picked]) => ({ key, ...picked }));
}

function meantBy(schema: GraphQLSchema, type: GraphQLNamedType, condition: string | undefined) {
  if (condition === undefined || condition === type.name) return type;
  const named = schema.getType(condition);
  if (!isObjectType(type)) return named;
  return isAbstractType(named) && schema.isSubType(named, type) ? type : undefined;
}
