import { getIntrospectionQuery, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../src/platform/errors/api-error.js';
import { DOCUMENT_LIMITS, measureDocument } from '../../../src/platform/graphql/document-limits.js';
import { scanTokens } from '../../../src/platform/graphql/scan-tokens.js';

const measure = (text: string) => measureDocument(parse(text), DOCUMENT_LIMITS);
const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof ApiError) return error.code;
    throw error;
  }
  return 'accepted';
};
const chain = (length: number, body: (next: string) => string) =>
  Array.from({ length }, (_, n) => `fragment F${n} on T { ${n + 1 < length ? body(`F${n + 1}`) : 'x'} }`).join(' ');

describe('measureDocument', () => {
  it('counts with fragments expanded: two spreads of three fields are six', () => {
    expect(measure('{ a { ...F } b: a { ...F @x } } fragment F on T { c d: e f { g } }')).toMatchObject({
      depth: 3,
      fields: 10,
      aliases: 3,
      directives: 1,
      introspects: false,
    });
  });

  it('row 7: visits each fragment once, so that 2^25 expansions cost 52 visits', () => {
    const text = `{ ...F0 } ${chain(25, (next) => `...${next} ...${next}`)}`;
    const roomy = { ...DOCUMENT_LIMITS, fields: 2 ** 30 };
    const size = measureDocument(parse(text), roomy);
    expect(size.fields).toBe(2 ** 24);
    expect(size.visited).toBe(50);
    expect(codeOf(() => measure(text))).toBe('FIELD_LIMIT');
  });

  it('row 7: refuses circles, of one and of many, spread or not', () => {
    const all = Array.from({ length: 30 }, (_, n) => n);
    const toAll = all.map((n) => `fragment F${n} on T { ${all.map((m) => `...F${m}`).join(' ')} }`).join(' ');
    for (const text of [
      '{ ...F } fragment F on T { a { ...F } }',
      '{ a } fragment F on T { ...G } fragment G on T { ...H } fragment H on T { a { ...F } }',
      `{ ...F0 } ${toAll}`,
    ])
      expect(codeOf(() => measure(text))).toBe('FRAGMENT_LIMIT');
  });

  it('row 7: refuses an expansion that no operation spreads, since validation would follow it', () => {
    expect(codeOf(() => measure(`{ a } ${chain(25, (next) => `...${next} ...${next}`)}`))).toBe('FIELD_LIMIT');
  });

  it.each([
    ['DEPTH_LIMIT', (n: number) => `{ ${'a {'.repeat(n - 1)} a ${'}'.repeat(n - 1)} }`, DOCUMENT_LIMITS.depth],
    ['FIELD_LIMIT', (n: number) => `{ ${'a '.repeat(n)} }`, DOCUMENT_LIMITS.fields],
    [
      'ALIAS_LIMIT',
      (n: number) => `{ ${Array.from({ length: n }, (_, i) => `a${i}: b`).join(' ')} }`,
      DOCUMENT_LIMITS.aliases,
    ],
    ['DIRECTIVE_LIMIT', (n: number) => `{ a ${'@x '.repeat(n)} }`, DOCUMENT_LIMITS.directives],
    [
      'OPERATION_LIMIT',
      (n: number) => Array.from({ length: n }, (_, i) => `query Q${i} { a }`).join(' '),
      DOCUMENT_LIMITS.operations,
    ],
    [
      'FRAGMENT_LIMIT',
      (n: number) => `{ a } ${Array.from({ length: n }, (_, i) => `fragment F${i} on T { a }`).join(' ')}`,
      DOCUMENT_LIMITS.fragments,
    ],
  ])('%s: accepts as many as are allowed and refuses one more', (code, make, limit) => {
    expect(codeOf(() => measure(make(limit)))).toBe('accepted');
    expect(codeOf(() => measure(make(limit + 1)))).toBe(code);
  });

  it('counts directives wherever they stand', () => {
    expect(measure('query ($v: Int @a) @b { x @c ...F @d ... @e { y } } fragment F on T @f { z }').directives).toBe(6);
  });

  it('counts what is written in fragments that nobody spreads', () => {
    const text = `{ a } ${Array.from({ length: 40 }, (_, n) => `fragment F${n} on T { ${'a '.repeat(30)} }`).join(' ')}`;
    expect(codeOf(() => measure(text))).toBe('FIELD_LIMIT');
  });

  it('refuses 101 levels of inline fragments in fragments, which hold hardly a field', () => {
    const inline = (next: string) => `${'... {'.repeat(50)} ...${next} ${'}'.repeat(50)}`;
    expect(codeOf(() => measure(`{ ...F0 } ${chain(1, inline)}`))).toBe('accepted');
    expect(codeOf(() => measure(`{ ...F0 } ${chain(3, inline)}`))).toBe('DEPTH_LIMIT');
  });

  it('refuses definitions of types', () => {
    expect(codeOf(() => measure('{ a } type T { a: Int }'))).toBe('BAD_REQUEST');
  });

  it('knows introspection wherever it hides, and leaves room for the whole of it', () => {
    expect(measure('{ ...F } fragment F on Query { ... { x: __schema { queryType { name } } } }').introspects).toBe(
      true,
    );
    expect(measure('{ a { __type } }').introspects).toBe(true);
    expect(measure('{ a { __typename } }').introspects).toBe(false);
    const whole = getIntrospectionQuery({
      inputValueDeprecation: true,
      oneOf: true,
      schemaDescription: true,
      specifiedByUrl: true,
    });
    expect(measure(whole).introspects).toBe(true);
  });
});

describe('scanTokens', () => {
  const limits = { ...DOCUMENT_LIMITS, tokens: 10, nesting: 4 };

  it('counts comments: 10 tokens pass, 11 do not', () => {
    expect(scanTokens('{ a b c } # one\n # two\n', limits)).toBe(8);
    expect(codeOf(() => scanTokens('{ a b c d e f g }', limits))).toBe('accepted');
    expect(codeOf(() => scanTokens('{ a b c d e f g h i}', limits))).toBe('TOKEN_LIMIT');
    expect(codeOf(() => scanTokens(`{ a ${'#\n'.repeat(9)} }`, limits))).toBe('TOKEN_LIMIT');
  });

  it('stops at the limit, however long the text goes on', () => {
    expect(codeOf(() => scanTokens(`{ ${'a '.repeat(500_000)} \u0000`, limits))).toBe('TOKEN_LIMIT');
    expect(codeOf(() => scanTokens('#\n'.repeat(500_000), limits))).toBe('TOKEN_LIMIT');
  });

  it.each([
    ['selections', '{ a { a { a { a'],
    ['lists', '{ a(x: [[['],
    ['objects', '{ a(x: {a: {'],
    ['list types', 'query ($x: [[['],
  ])('refuses %s nested 5 deep before anything recurses into them', (_, text) => {
    expect(codeOf(() => scanTokens(`${text} ${'['.repeat(4)}`, { ...limits, tokens: 100 }))).toBe('DEPTH_LIMIT');
  });

  it('does not count brackets in strings and comments', () => {
    expect(codeOf(() => scanTokens('{ a(x: "[[[[[[", y: """{{{{{{""") } # ((((((', { ...limits, tokens: 20 }))).toBe(
      'accepted',
    );
  });

  it('says where the text is no GraphQL', () => {
    expect(() => scanTokens('{ a ? }', limits)).toThrow(/line 1, column 5/);
    expect(codeOf(() => scanTokens('{ a(x: "\\u0000") }', limits))).toBe('BAD_USER_INPUT');
    expect(codeOf(() => scanTokens('{ a(x: "\\ud800") }', limits))).toBe('BAD_REQUEST');
  });
});
