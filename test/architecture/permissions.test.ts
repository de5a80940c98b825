import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema, isInterfaceType, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { permissionsPage } from '../../scripts/permissions-page.js';
import { FIELD_RULES, SILENT_FIELDS } from '../../src/domain/jurisdiction/field-rules.js';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

function fieldsOf(path: string): Set<string> {
  const types = Object.values(buildSchema(readFileSync(at(path), 'utf8')).getTypeMap());
  return new Set(
    types.flatMap((type) =>
      (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith('__')
        ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)
        : [],
    ),
  );
}

describe('the tables of jurisdiction', () => {
  const schema = fieldsOf('../../schema.graphql');
  const contract = fieldsOf('./contract.graphql');

  it('name every field of the schema', () => {
    expect([...schema].filter((field) => !FIELD_RULES.has(field))).toEqual([]);
  });

  it('name every field of the contract, so that what is still to come has its rule', () => {
    expect([...contract].filter((field) => !FIELD_RULES.has(field))).toEqual([]);
  });

  it('name no field that neither the schema nor the contract has', () => {
    const isPart = (field: string) => /(?:Connection|Edge)\.\w+$/.test(field);
    const idle = [...FIELD_RULES.keys()].filter(
      (field) => !isPart(field) && !schema.has(field) && !contract.has(field),
    );
    expect(idle).toEqual([]);
  });

  it('leave only fields silent that can hold nothing', () => {
    const text = readFileSync(at('../../schema.graphql'), 'utf8');
    for (const field of SILENT_FIELDS) {
      const [type = '', name = ''] = field.split('.');
      const found = buildSchema(text).getType(type) as { getFields?(): Record<string, { type: unknown }> };
      expect(String(found.getFields?.()[name]?.type), field).toMatch(/^(\w+|\[.*\]!?)$/);
    }
  });

  it('are what docs/reference/permissions.md was made from', () => {
    const page = readFileSync(at('../../docs/reference/permissions.md'), 'utf8');
    expect(page, 'run `npm run permissions` and commit docs/reference/permissions.md').toBe(permissionsPage());
  });
});
