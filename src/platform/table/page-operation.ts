import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  getArgumentValues,
  getNamedType,
  Kind,
  type OperationDefinitionNode,
  parseType,
  type SelectionNode,
  type SelectionSetNode,
  type VariableDefinitionNode,
} from 'graphql';
import { ApiError } from '../errors/api-error.js';
import type { TableRow } from './column.js';
import { nameOf, type OneList } from './one-list.js';
import type { Picked, Walk } from './picked-fields.js';

/** 逐页操作 · An operation that asks for the list alone, and for any page of it. @article none — technical */
export interface PageOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Whether it can be asked for page by page; a plain list comes whole. */
  readonly paged: boolean;
  /** Rows that the caller asked for by `first`; null: all. */
  readonly wanted: number | null;
  /** Where the caller asked to begin. */
  readonly after: string | null;
  /** The caller's variables with those of a page. */
  variables(size: number, after: string | null): Readonly<Record<string, unknown>>;
}

/** 一页 · The rows of one page, and where the next begins. @article none — technical */
export interface PageOfRows {
  readonly rows: readonly TableRow[];
  /** Null on the last page. */
  readonly next: string | null;
  /** Null unless it was asked for. */
  readonly total: number | null;
  /** Numbers and flags beside the list, by their response keys with points between. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** No document of a caller's has these names: two underscores begin names of GraphQL's own. */
const FIRST = '__first';
const AFTER = '__after';
const PAGE_INFO = '__page';

const PAGING = new Set(['first', 'after', 'last', 'before']);

/**
 * 逐页操作 · Writes the operation anew: the way to its one list, with a page size and a cursor as variables, and `pageInfo` beside.
 *
 * @param known  the caller's document, for its fragments
 * @param given  the caller's variables, as they came
 * @throws ApiError BAD_USER_INPUT where the list is asked for from its end
 * @article none — technical
 */
export function pageOperation(
  walk: Walk,
  { document }: { readonly document: DocumentNode },
  operation: OperationDefinitionNode,
  list: OneList,
  given: Readonly<Record<string, unknown>>,
): PageOperation {
  const last = list.way.at(-1)!;
  const takes = (name: string): boolean => last.field.args.some((argument) => argument.name === name);
  const paged = list.entries !== null && takes('first') && takes('after');
  const args: { readonly [name: string]: unknown } = getArgumentValues(last.field, last.node, walk.variables);
  if ((args['last'] ?? args['before'] ?? null) !== null)
    throw new ApiError('BAD_USER_INPUT', 'A table is read from its beginning: give `first` and `after`.', {
      path: ['last'],
    });

  const fresh: OperationDefinitionNode = {
    ...operation,
    variableDefinitions: [
      ...(operation.variableDefinitions ?? []),
      ...(paged ? [definition(FIRST, 'Int'), definition(AFTER, 'String')] : []),
    ],
    selectionSet: wayDown(list.way, paged, list.facts),
  };
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  return {
    document: { kind: Kind.DOCUMENT, definitions: [fresh, ...fragments] },
    operation: fresh,
    paged,
    wanted: paged ? ((args['first'] as number | null | undefined) ?? null) : null,
    after: paged ? ((args['after'] as string | null | undefined) ?? null) : null,
    variables: (size, after) => (paged ? { ...given, [FIRST]: size, [AFTER]: after } : given),
  };
}

/**
 * 读一页 · The rows out of an answer to a page operation; none where anything on the way is null.
 *
 * @article none — technical
 */
export function pageOf(list: OneList, data: unknown): PageOfRows {
  const value = at(data, list.way) as TableRow | null;
  const facts = Object.fromEntries(list.facts.map((way) => [nameOf(way), at(data, way)]));
  if (list.entries === null) return { rows: rowsIn(value), next: null, total: null, facts };
  const info = value?.[PAGE_INFO] as { hasNextPage?: boolean; endCursor?: string | null } | undefined;
  const total = list.totalKey === null ? null : Number(value?.[list.totalKey] ?? 0);
  const next = info?.hasNextPage === true ? (info.endCursor ?? null) : null;
  return { rows: rowsIn(value?.[list.entries.key]), next, total, facts };
}

function at(data: unknown, way: readonly Picked[]): unknown {
  return way.reduce<unknown>((value, { key }) => (value as TableRow | null)?.[key] ?? null, data);
}

/** An entry may be null where it stands for something that is not there. */
function rowsIn(value: unknown): TableRow[] {
  return Array.isArray(value) ? value.map((row) => (row ?? {}) as TableRow) : [];
}

function wayDown([here, ...below]: readonly Picked[], paged: boolean, facts: OneList['facts']): SelectionSetNode {
  const { node } = here!;
  const written: FieldNode = {
    ...node,
    directives: [],
    arguments: below.length === 0 && paged ? pagedArguments(node) : (node.arguments ?? []),
    selectionSet: below.length === 0 ? entriesOf(here!, paged) : inside(here!, below, paged, facts),
  };
  const beside = facts.filter((way) => way.length === 1).map(([fact]) => ({ ...fact!.node, directives: [] }));
  return { kind: Kind.SELECTION_SET, selections: [written, ...beside] };
}

/** Below an interface or a union the way goes on by a type of it. */
function inside(
  { field }: Picked,
  below: readonly Picked[],
  paged: boolean,
  facts: OneList['facts'],
): SelectionSetNode {
  const selectionSet = wayDown(
    below,
    paged,
    facts.filter((way) => way.length > 1).map((way) => way.slice(1)),
  );
  const { parent } = below[0]!;
  if (parent.name === getNamedType(field.type).name) return selectionSet;
  const typeCondition = { kind: Kind.NAMED_TYPE, name: nameNode(parent.name) } as const;
  return { kind: Kind.SELECTION_SET, selections: [{ kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet }] };
}

function pagedArguments({ arguments: written = [] }: FieldNode): ArgumentNode[] {
  const kept = written.filter(({ name }) => !PAGING.has(name.value));
  return [...kept, argument('first', FIRST), argument('after', AFTER)];
}

function entriesOf({ below }: Picked, paged: boolean): SelectionSetNode {
  const selections: SelectionNode[] = below.flatMap(([, { selections: own }]) => own);
  return { kind: Kind.SELECTION_SET, selections: paged ? [...selections, pageInfo()] : selections };
}

function pageInfo(): FieldNode {
  const field = (name: string): FieldNode => ({ kind: Kind.FIELD, name: nameNode(name) });
  const selectionSet: SelectionSetNode = {
    kind: Kind.SELECTION_SET,
    selections: [field('hasNextPage'), field('endCursor')],
  };
  return { ...field('pageInfo'), alias: nameNode(PAGE_INFO), selectionSet };
}

function argument(name: string, variable: string): ArgumentNode {
  return { kind: Kind.ARGUMENT, name: nameNode(name), value: variableNode(variable) };
}

function definition(name: string, type: string): VariableDefinitionNode {
  return { kind: Kind.VARIABLE_DEFINITION, variable: variableNode(name), type: parseType(type) };
}

function variableNode(name: string) {
  return { kind: Kind.VARIABLE, name: nameNode(name) } as const;
}

function nameNode(value: string) {
  return { kind: Kind.NAME, value } as const;
}
