import { type GraphQLOutputType, getNamedType, getNullableType, isEnumType, isLeafType, isListType } from 'graphql';
import type { CellKind, Column } from './column.js';
import { MARKS_TOTALS } from './marks-totals.js';
import { NoTable } from './no-table.js';
import { type Below, type Picked, pickFields, type Walk } from './picked-fields.js';

/** Whatever is not named here is text: ids, codes and words of enums, however many digits they have. */
const KINDS: Readonly<Record<string, CellKind>> = {
  Int: 'integer',
  Float: 'number',
  Boolean: 'yes-no',
  Yuan: 'money',
  Date: 'day',
  DateTime: 'instant',
  JSONObject: 'json',
};

/** 最多列数 · Most columns of a table. */
const MOST_COLUMNS = 200;

/**
 * 列 · The columns of a list, in the order of its selection: an object in a row becomes columns `object.field`, a list of plain values one
 * column, and a list of objects none, for a row has one place for each column.
 *
 * @throws NoTable naming each list of objects in the rows; for rows without a column, and for too many
 * @article none — technical
 */
export function columnsOf(walk: Walk, rows: readonly Below[]): Column[] {
  const nested: string[] = [];
  const columns: Column[] = [];
  const take = (selections: readonly Below[], path: readonly string[], titles: readonly string[]): void => {
    for (const picked of pickFields(walk, selections)) {
      const here = [...path, picked.key];
      const named = [...titles, titleOf(picked)];
      if (isLeafType(getNamedType(picked.field.type)))
        columns.push({
          path: here,
          name: here.join('.'),
          title: named.join('·'),
          kind: kindOf(picked.field.type),
          words: wordsOf(picked.field.type),
          ...(picked.field.extensions[MARKS_TOTALS] === true && { marksTotals: true }),
        });
      else if (isListType(getNullableType(picked.field.type)) || isConnection(picked)) nested.push(here.join('.'));
      else take(picked.below, here, named);
    }
  };
  take(rows, [], []);
  if (nested.length > 0)
    throw new NoTable(
      `A row has no room for a list of objects: leave out ${nested.join(', ')}, or ask for it as the list of another query.`,
    );
  if (columns.length === 0) throw new NoTable('Select at least one field of the rows, beside __typename.');
  if (columns.length > MOST_COLUMNS) throw new NoTable(`A table has at most ${MOST_COLUMNS} columns.`);
  return withOwnTitles(columns);
}

/** 分页列表 · Whether a field is a page of a list. @article none — technical */
export function isConnection({ field }: Pick<Picked, 'field'>): boolean {
  return getNamedType(field.type).name.endsWith('Connection');
}

function kindOf(type: GraphQLOutputType): CellKind {
  if (isListType(getNullableType(type))) return 'texts';
  return KINDS[getNamedType(type).name] ?? 'text';
}

/** `Number of the household (户编号), as it is written.` tells the term. */
const TERM = /\((\p{Script=Han}[^()]*)\)/u;

function titleOf({ key, node, field }: Picked): string {
  if (node.alias !== undefined) return key;
  return TERM.exec(field.description ?? '')?.[1] ?? key;
}

/** The last term of a description is the word's own: `Registered as poor (建档立卡) and out of poverty since (脱贫户).` */
function wordsOf(type: GraphQLOutputType): ReadonlyMap<string, string> | undefined {
  const named = getNamedType(type);
  if (!isEnumType(named)) return undefined;
  const terms = named.getValues().map(({ name, description }): [string, string] => {
    const found = [...(description ?? '').matchAll(new RegExp(TERM, 'gu'))].at(-1)?.[1];
    return [name, found ?? name];
  });
  return new Map(terms);
}

/** Two fields may have one term. */
function withOwnTitles(columns: readonly Column[]): Column[] {
  const counts = new Map<string, number>();
  for (const { title } of columns) counts.set(title, (counts.get(title) ?? 0) + 1);
  return columns.map((column) =>
    counts.get(column.title) === 1 ? column : { ...column, title: `${column.title} ${column.name}` },
  );
}
