import { SQL, StringChunk, sql, Table } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { Statement } from './insert-rows.js';

const dialects = new Map<number, PgDialect>();

/** drizzle's own writer, its parameters numbered from `$taken+1` on. */
function dialectAfter(taken: number): PgDialect {
  const known = dialects.get(taken);
  if (known !== undefined) return known;
  const fresh = new (class extends PgDialect {
    override escapeParam(index: number): string {
      return `$${index + taken + 1}`;
    }
  })();
  dialects.set(taken, fresh);
  return fresh;
}

/**
 * 写出语句 · The text and parameters of an `sql` template, as drizzle writes it. Templates of text, values and templates, which
 * is what every request is made of, are written here; anything else is left to drizzle, whose writer asks each piece about
 * twenty classes.
 *
 * @param taken  how many parameters the text before has taken
 * @article none — technical
 */
export function renderSql(statement: SQL, taken = 0): Statement {
  const parameters: unknown[] = [];
  const text = write(statement, taken, parameters);
  if (text !== null) return { text, parameters };
  const query = dialectAfter(taken).sqlToQuery(statement);
  return { text: query.sql, parameters: query.params };
}

function write(statement: SQL, taken: number, parameters: unknown[]): string | null {
  let text = '';
  for (const chunk of statement.queryChunks as readonly unknown[]) {
    if (isValue(chunk)) {
      parameters.push(chunk);
      text += `$${taken + parameters.length}`;
      continue;
    }
    const piece = writePiece(chunk, taken, parameters);
    if (piece === null) return null;
    text += piece;
  }
  return text;
}

function writePiece(chunk: unknown, taken: number, parameters: unknown[]): string | null {
  if (chunk instanceof StringChunk) return chunk.value.join('');
  if (chunk instanceof SQL) return write(chunk, taken, parameters);
  return chunk instanceof Table ? nameOf(chunk) : null;
}

function isValue(chunk: unknown): boolean {
  return typeof chunk === 'string' || typeof chunk === 'number' || typeof chunk === 'boolean' || chunk === null;
}

const names = new WeakMap<Table, string>();

function nameOf(table: Table): string {
  const name = names.get(table) ?? dialectAfter(0).sqlToQuery(sql`${table}`).sql;
  names.set(table, name);
  return name;
}
