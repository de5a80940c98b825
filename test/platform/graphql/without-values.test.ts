import { buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { validateDocument } from '../../../src/platform/graphql/validate-document.js';
import { findVariableFaults } from '../../../src/platform/graphql/variable-faults.js';
import { keyShown, withoutValues } from '../../../src/platform/graphql/without-values.js';
import {
  DateScalar,
  DateTimeScalar,
  RegionCodeScalar,
  UuidScalar,
  YuanScalar,
} from '../../../src/platform/graphql/scalars/index.js';

const PERSONAL = ['430121196803151113', '13812345678', '张德福'];
const schema = buildSchema(`
  scalar Date scalar DateTime scalar RegionCode scalar UUID scalar Yuan
  enum Sex { MALE FEMALE }
  input Given { n: Int s: String b: Boolean f: Float i: ID sex: Sex d: Date t: DateTime r: RegionCode u: UUID y: Yuan }
  type Query { ask(n: Int, given: Given): Int }`);
for (const scalar of [DateScalar, DateTimeScalar, RegionCodeScalar, UuidScalar, YuanScalar])
  Object.assign(schema.getType(scalar.name)!, { parseValue: scalar.parseValue, parseLiteral: scalar.parseLiteral });

const document = parse('query($given: Given) { ask(given: $given) }');
const faults = (given: unknown) =>
  findVariableFaults(schema, document.definitions[0] as never, { given }, true).map(({ message, extensions }) =>
    JSON.stringify([message, extensions]),
  );

describe('a message about a value of the wrong kind', () => {
  const FIELDS = ['n', 'b', 'f', 'sex', 'd', 't', 'r', 'u', 'y'];
  it.each(PERSONAL)('never repeats %s, whichever field it was put into', (value) => {
    // A phone is an amount like any other.
    for (const field of FIELDS.filter((name) => name !== 'y' || !value.startsWith('138'))) {
      const told = faults({ [field]: value });
      expect(told, field).toHaveLength(1);
      expect(told[0], field).not.toContain(value);
      const literal = validateDocument(schema, parse(`{ ask(given: { ${field}: "${value}" }) }`), true);
      expect(literal, field).toHaveLength(1);
      expect(JSON.stringify([literal[0]!.message, literal[0]!.extensions]), field).not.toContain(value);
    }
    expect(faults({ s: { name: value } }).join()).not.toContain(value);
    expect(faults({ sex: value }).join()).not.toContain(value);
  });

  it('still says what is wrong, and repeats what is short and plain', () => {
    expect(faults({ n: 'abc' })[0]).toContain('Int cannot represent non-integer value: \\"abc\\"');
    expect(faults({ sex: 'MAN' })[0]).toContain('Value \\"MAN\\" does not exist in \\"Sex\\" enum.');
    expect(faults({ u: 'close-1' })[0]).toContain('is not a valid UUID: close-1');
  });

  it('names an unknown field of 40 letters, and of 41 or of another alphabet only how long it is', () => {
    expect(keyShown('a'.repeat(40))).toBe('a'.repeat(40));
    expect(keyShown('a'.repeat(41))).toBe('a text of 41 characters');
    expect(faults({ 张德福: 1 })[0]).not.toContain('张德福');
    expect(faults({ [`x${'y'.repeat(5_000)}`]: 1 })[0]!.length).toBeLessThan(300);
    expect(withoutValues('Field "430121196803151113" is not defined by type "Given".')).toBe(
      'Field "a text of 18 characters" is not defined by type "Given".',
    );
  });
});
