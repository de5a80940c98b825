import { sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { describe, expect, it } from 'vitest';
import { monitoringCase } from '../../../src/features/case/case.table.js';
import { procedureStep } from '../../../src/features/case/procedure.table.js';
import { insertStatement } from '../../../src/platform/database/insert-rows.js';
import { renderSql } from '../../../src/platform/database/render-sql.js';

const dialect = new PgDialect();

describe('writing an sql template', () => {
  const inner = sql`t.region_code LIKE ${'43%'} OR ${sql.raw('t.size')} > ${3}`;
  const list = sql.join([sql`a = ${true}`, sql`b = ${null}`], sql` AND `);

  it.each([
    [
      'values in templates in templates',
      sql`SELECT 1 FROM ${monitoringCase} t WHERE (${inner}) AND ${list} LIMIT ${5}`,
    ],
    ['no value at all', sql`SELECT 1`],
    ['a column, which it leaves to drizzle', sql`SELECT ${monitoringCase.number} FROM x WHERE y = ${'z'}`],
    ['a list of values, which it leaves to drizzle', sql`SELECT 1 WHERE x IN ${['a', 'b']} AND y = ${'z'}`],
  ])('gives the text and the parameters that drizzle gives: %s', (_, statement) => {
    const { sql: text, params: parameters } = dialect.sqlToQuery(statement);
    expect(renderSql(statement)).toEqual({ text, parameters });
  });

  it('numbers parameters after those that are taken: $3 after two', () => {
    expect(renderSql(inner, 2)).toEqual({
      text: 't.region_code LIKE $3 OR t.size > $4',
      parameters: ['43%', 3],
    });
    expect(renderSql(sql`x = ${'a'} AND ${monitoringCase.number} = ${'b'}`, 2).text).toBe(
      'x = $3 AND "monitoring_case"."number" = $4',
    );
  });
});

describe('an insertion', () => {
  const step = { countyCode: '430121', regionCode: '430121', position: 0, evidence: [] as unknown[] };
  const rows = [
    { ...step, id: 'a', code: 'one', dueOn: '2023-11-30', outcome: null },
    { ...step, id: 'b', code: 'two', position: 1, outcome: null },
  ] as unknown as (typeof procedureStep.$inferInsert)[];

  it('gives what all rows share once, leaves out what none gives, and asks for the default where one lacks a value', () => {
    expect(insertStatement(procedureStep, rows)).toEqual({
      text:
        'insert into "procedure_step" ("county_code", "id", "region_code", "code", "position", "due_on", "outcome", "evidence") values ' +
        '($1, $5, $2, $6, $7, $8, $3, $4), ($1, $9, $2, $10, $11, default, $3, $4)',
      parameters: ['430121', '430121', null, '[]', 'a', 'one', 0, '2023-11-30', 'b', 'two', 1],
    });
  });

  it('puts an expression around a parameter', () => {
    const one = { countyCode: '430121', number: '430121-2023-' } as typeof monitoringCase.$inferInsert;
    const { text, parameters } = insertStatement(monitoringCase, [one], { number: (given) => `${given}::text || 'x'` });
    expect(text).toBe(`insert into "monitoring_case" ("county_code", "number") values ($1, $2::text || 'x')`);
    expect(parameters).toEqual(['430121', '430121-2023-']);
  });
});
