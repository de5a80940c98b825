import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  buildSchema,
  type DocumentNode,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { readExample } from '../../src/explorer/example-source.js';
import { fillPlaceholders } from '../../src/explorer/placeholders.js';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const files = readdirSync(at('examples/queries')).filter((name) => name.endsWith('.graphql'));
const example = (file: string) => readExample(file, readFileSync(at(`examples/queries/${file}`), 'utf8'));

const hasSchema = existsSync(at('schema.graphql'));
if (!hasSchema) console.warn('The examples were not validated: there is no schema.graphql yet.');

/** What a reader would have seen before, by placeholder. */
const SEEN = new Map<string, string | number>(
  ['Household', 'Lead', 'MonitoringCase', 'SupportMeasure', 'Segment'].flatMap((type) => [
    [`${type}.id`, `${type}-id`] as const,
    [`${type}.version`, 1] as const,
    [`${type}.step`, 'a-step'] as const,
  ]),
);

function operationOf(document: DocumentNode): OperationDefinitionNode {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  expect(operations).toHaveLength(1);
  return operations[0] as OperationDefinitionNode;
}

describe('examples/queries', () => {
  it('holds at least 14 operations, each with a name of its own', () => {
    expect(files.length).toBeGreaterThanOrEqual(14);
    const names = files.map((file) => operationOf(parse(example(file).query)).name?.value);
    expect(names).not.toContain(undefined);
    expect(new Set(names).size).toBe(files.length);
  });

  it('are numbered without a gap, and no number twice', () => {
    const numbers = [...files].sort().map((file) => Number(file.slice(0, 2)));
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  });

  it.each(files)('%s is titled in English and in Chinese', (file) => {
    const { name, titleEn, titleZh } = example(file);
    expect(titleEn).not.toBe(name);
    expect(titleEn).not.toMatch(/\p{Script=Han}/u);
    expect(titleZh).toMatch(/\p{Script=Han}/u);
  });

  it.each(files)('%s gives a value to each of its variables and to no other', (file) => {
    const { query, variables } = example(file);
    const declared = (operationOf(parse(query)).variableDefinitions ?? []).map(({ variable }) => variable.name.value);
    expect(Object.keys(JSON.parse(variables || '{}')).sort()).toEqual(declared.sort());
  });

  describe.runIf(hasSchema)('against schema.graphql', () => {
    const schema = hasSchema
      ? buildSchema(readFileSync(at('schema.graphql'), 'utf8'))
      : buildSchema('type Query { a: Int }');

    it.each(files)('%s is valid', (file) => {
      expect(validate(schema, parse(example(file).query)).map(({ message }) => message)).toEqual([]);
    });

    it.each(files)('%s has variables that the schema reads', (file) => {
      const { query, variables } = example(file);
      const definitions = operationOf(parse(query)).variableDefinitions ?? [];
      const inputs = JSON.parse(fillPlaceholders(variables, SEEN, Date.parse('2023-11-30T04:00:00Z')) || '{}');
      expect(getVariableValues(schema, definitions, inputs).errors?.map(({ message }) => message)).toBeUndefined();
    });
  });
});
