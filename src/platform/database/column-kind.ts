import { getTableConfig } from 'drizzle-orm/pg-core';
import { declaredTables } from './table-kind.js';

/** Types that JSON shows as the database casts them to text. Instants are not: JSON writes them with a T. */
const TEXT_TYPES = /^(text|text COLLATE "C"|uuid|date)$/;

const known = new Map<string, ReadonlySet<string>>();

/**
 * 文本列 · Whether an SQL text is a column of a table, written `@.name`, whose values JSON shows as they are as text.
 *
 * @article none — technical
 */
export function isTextColumn(table: string, text: string): boolean {
  return text.startsWith('@.') && textColumnsOf(table).has(text.slice(2));
}

function textColumnsOf(name: string): ReadonlySet<string> {
  const columns = known.get(name) ?? readTextColumns(name);
  known.set(name, columns);
  return columns;
}

/** None of a table that is a statement's own. */
function readTextColumns(name: string): ReadonlySet<string> {
  for (const table of declaredTables().keys()) {
    const config = getTableConfig(table);
    if (config.name !== name) continue;
    return new Set(
      config.columns.filter((column) => TEXT_TYPES.test(column.getSQLType())).map((column) => column.name),
    );
  }
  return new Set();
}
