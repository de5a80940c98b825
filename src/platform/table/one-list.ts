import {
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { KnownDocument } from '../graphql/document-store.js';
import type { Column } from './column.js';
import { columnsOf, isConnection } from './columns-of.js';
import { NoTable } from './no-table.js';
import { type Below, type Picked, pickFields, type Walk } from './picked-fields.js';

/** 唯一列表 · The one list that a query asks for, and the columns of its rows. @article none — technical */
export interface OneList {
  /** From the root field down to the list, or to the connection that pages it. */
  readonly way: readonly Picked[];
  /** Below a connection: `nodes`, or `edges` whose `node` is the row; null for a plain list. */
  readonly entries: { readonly key: string; readonly nodeKey: string | null } | null;
  /** Response key under which a connection's `totalCount` was asked for. */
  readonly totalKey: string | null;
  /** Ways to plain numbers and flags beside the list, such as `suppressed` and `truncated` of a statistic. */
  readonly facts: readonly (readonly Picked[])[];
  readonly columns: readonly Column[];
}

/** 遍历环境 · What a walk over a document needs. @article none — technical */
export function walkOf(
  schema: GraphQLSchema,
  { document }: Pick<KnownDocument, 'document'>,
  variables: Walk['variables'],
): Walk {
  const fragments = document.definitions.filter(
    (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  return { schema, variables, fragments: Object.fromEntries(fragments.map((one) => [one.name.value, one])) };
}

/**
 * 唯一列表 · Finds the list that a query is to be a table of: a connection's nodes or edges, or a list of objects, wherever it stands.
 *
 * Nothing else may stand beside it, since a table would keep silent about it; a connection's `pageInfo` and `totalCount` may, and
 * plain numbers and flags on the way to the list, which are told beside the table.
 *
 * @throws NoTable saying what would do
 * @article none — technical
 */
export function findOneList(walk: Walk, operation: OperationDefinitionNode): OneList {
  if (operation.operation !== 'query') throw new NoTable('A table is made of a query; send a change as JSON.');
  const root = walk.schema.getQueryType()!;
  const found = search(walk, [[root, operation.selectionSet]], []);
  const [list, ...others] = found.lists;
  if (list === undefined)
    throw new NoTable('The query asks for no list: ask for one, e.g. `households { nodes { number } }`.');
  if (others.length > 0)
    throw new NoTable(
      `The query asks for ${found.lists.length} lists, ${found.lists.map(nameOf).join(', ')}: ask for one at a time.`,
    );
  if (found.beside.length > 0)
    throw new NoTable(
      `Beside the list stands ${found.beside.join(', ')}, which a table has no place for: leave it out, or ask for JSON.`,
    );
  const own = isConnection(list.at(-1)!) ? ofConnection(walk, list) : ofList(walk, list);
  return { ...own, facts: found.facts };
}

type Own = Omit<OneList, 'facts'>;

/** What a header can tell of a table, and a picture leave out, in digits and a word. */
const FACTS = new Set(['Int', 'Float', 'Boolean']);

interface Found {
  readonly lists: (readonly Picked[])[];
  readonly facts: (readonly Picked[])[];
  readonly beside: string[];
}

function search(walk: Walk, selections: readonly Below[], way: readonly Picked[]): Found {
  const found: Found = { lists: [], facts: [], beside: [] };
  for (const picked of pickFields(walk, selections)) {
    const here = [...way, picked];
    const named = getNamedType(picked.field.type);
    if (isLeafType(named)) {
      if (FACTS.has(named.name) && !isListType(getNullableType(picked.field.type))) found.facts.push(here);
      else found.beside.push(nameOf(here));
    } else if (isConnection(picked) || isListType(getNullableType(picked.field.type))) found.lists.push(here);
    else {
      const below = search(walk, picked.below, here);
      found.lists.push(...below.lists);
      found.beside.push(...(below.lists.length === 0 ? [nameOf(here)] : below.beside));
      if (below.lists.length > 0) found.facts.push(...below.facts);
    }
  }
  return found;
}

/** 路径名 · Response keys with points between. @article none — technical */
export function nameOf(way: readonly Picked[]): string {
  return way.map(({ key }) => key).join('.');
}

function ofList(walk: Walk, way: readonly Picked[]): Own {
  return { way, entries: null, totalKey: null, columns: columnsOf(walk, way.at(-1)!.below) };
}

function ofConnection(walk: Walk, way: readonly Picked[]): Own {
  const fields = pickFields(walk, way.at(-1)!.below);
  const named = (name: string): Picked[] => fields.filter(({ field }) => field.name === name);
  const totalKey = named('totalCount')[0]?.key ?? null;
  const entries = [...named('nodes'), ...named('edges')];
  const [list] = entries;
  if (list === undefined || entries.length > 1)
    throw new NoTable(`Of ${nameOf(way)} ask for \`nodes\` or for \`edges\`, once.`);
  if (list.field.name === 'nodes')
    return { way, entries: { key: list.key, nodeKey: null }, totalKey, columns: columnsOf(walk, list.below) };

  const parts = pickFields(walk, list.below);
  const nodes = parts.filter(({ field }) => field.name === 'node');
  const node = nodes[0];
  if (node === undefined || nodes.length > 1) throw new NoTable(`Of ${nameOf([...way, list])} ask for \`node\`, once.`);
  const columns = columnsOf(walk, list.below).map((column) => withoutNode(column, node.key));
  return { way, entries: { key: list.key, nodeKey: node.key }, totalKey, columns };
}

/** The node of an edge is the row: its columns are named as if it stood under `nodes`. */
function withoutNode(column: Column, nodeKey: string): Column {
  if (column.path[0] !== nodeKey) return column;
  return {
    ...column,
    name: column.name.slice(nodeKey.length + 1),
    title: column.title.slice(column.title.indexOf('·') + 1),
  };
}
