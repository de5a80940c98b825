import { getIntrospectionQuery } from 'graphql';
import { describe, expect, it } from 'vitest';
import { type Asked, openDoor } from './small-door.js';
import { smallHandler, TOKEN } from './small-graph.js';

const many = (count: number, make: (n: number) => string) => Array.from({ length: count }, (_, n) => make(n)).join(' ');
const SIGNED_IN = { authorization: `Bearer ${TOKEN}` };

async function expectRefused(query: string, code: RegExp): Promise<Asked> {
  const door = await openDoor();
  const answer = await door.ask({ query }, SIGNED_IN);
  expect(answer.status).toBe(400);
  expect(answer.code).toMatch(code);
  expect(JSON.stringify(answer.body)).not.toMatch(/call stack|at .*\.js|node_modules/);
  expect(door.ran).toEqual([]);
  return answer;
}

describe('row 5: ten thousand of anything are 400 with the name of the limit', () => {
  it.each([
    ['aliases', `{ ${many(10_000, (n) => `a${n}: ping`)} }`],
    ['aliases, few enough tokens', `{ ${many(200, (n) => `a${n}: ping`)} }`],
    ['fields', `{ ${'ping '.repeat(10_000)} }`],
    ['fields, few enough tokens', `{ ${'ping '.repeat(5_000)} }`],
    ['the same object, few enough fields', `{ ${'me { id } '.repeat(490)} }`],
    ['directives', `{ ping ${'@skip(if: false) '.repeat(10_000)} }`],
    ['unknown directives', `{ ping ${'@a '.repeat(2_000)} }`],
    ['operations', many(10_000, (n) => `query Q${n} { ping }`)],
    ['operations, few enough tokens', many(100, (n) => `query Q${n} { ping }`)],
    ['fragments', `{ ping } ${many(1_000, (n) => `fragment F${n} on Query { ping }`)}`],
    ['variables', `query (${many(10_000, (n) => `$v${n}: Int`)}) { ping }`],
    ['arguments', `{ people(${many(10_000, () => 'first: 1')}) { totalCount } }`],
    ['comments', `${'#\n'.repeat(10_001)} { ping }`],
    ['values in a list', `{ nodes(ids: [${'"a" '.repeat(10_000)}]) { id } }`],
  ])('%s', async (_, query) => {
    await expectRefused(query, /_LIMIT$/);
  });
});

describe('row 6: what nests too deep is 400 and says nothing of a stack', () => {
  it.each([
    ['fields, 10,000 deep', `{ ${'me { '.repeat(10_000)} id ${'}'.repeat(10_000)} }`],
    ['fields, 16 deep', `{ me { ${'friends { nodes { '.repeat(8)} id ${'} } '.repeat(8)} } }`],
    ['lists', `{ nodes(ids: ${'['.repeat(10_000)}${']'.repeat(10_000)}) { id } }`],
    ['objects', `mutation { write(text: "x", input: ${'{items: '.repeat(4_000)} 1 ${'}'.repeat(4_000)}) }`],
    ['list types', `query ($v: ${'['.repeat(10_000)}Int${']'.repeat(10_000)}) { ping }`],
    ['inline fragments', `{ ${'... { '.repeat(10_000)} ping ${'}'.repeat(10_000)} }`],
    ['brackets that never close', '{'.repeat(100_000)],
  ])('%s', async (_, query) => {
    await expectRefused(query, /^(DEPTH|TOKEN)_LIMIT$/);
  });
});

describe('row 7: fragments that never end, or end too late, are 400', () => {
  const all = Array.from({ length: 40 }, (_, n) => n);
  it.each([
    ['one circle', '{ ...A } fragment A on Query { ping ...B } fragment B on Query { ...A }'],
    ['each into itself', '{ me { ...P } } fragment P on Person { id friends { nodes { ...P } } }'],
    [
      '2^25 expansions',
      `{ ...F0 } ${many(26, (n) => `fragment F${n} on Query { ${n < 25 ? `...F${n + 1} ...F${n + 1}` : 'ping'} }`)}`,
    ],
    [
      '2^25 expansions that nobody asked for',
      `{ ping } ${many(26, (n) => `fragment F${n} on Query { ${n < 25 ? `...F${n + 1} ...F${n + 1}` : 'ping'} }`)}`,
    ],
    [
      'all to all',
      `{ ...F0 } ${many(40, (n) => `fragment F${n} on Query { ${all.map((m) => `...F${m}`).join(' ')} }`)}`,
    ],
    [
      'each to all behind it',
      `{ ...F0 } ${many(
        40,
        (n) =>
          `fragment F${n} on Query { ping ${all
            .filter((m) => m > n)
            .map((m) => `...F${m}`)
            .join(' ')} }`,
      )}`,
    ],
  ])('%s', async (_, query) => {
    await expectRefused(query, /^(FRAGMENT|FIELD|DEPTH)_LIMIT$/);
  });
});

describe('row 8: a list of requests is 400', () => {
  it.each([[[]], [[{ query: '{ ping }' }, { query: '{ ping }' }]]])('%j', async (batch) => {
    const door = await openDoor();
    const { status, code } = await door.ask(batch);
    expect({ status, code, ran: door.ran }).toEqual({ status: 400, code: 'BAD_REQUEST', ran: [] });
  });
});

describe('row 9: the same costly field under 30 aliases', () => {
  it('is counted 30 times and refused with what it costs; 24 times is let through', async () => {
    const door = await openDoor();
    const aliases = (count: number) => ({ query: `{ ${many(count, (n) => `a${n}: statistics { total }`)} }` });
    const { status, code, body } = await door.ask(aliases(30));
    expect({ status, code }).toEqual({ status: 400, code: 'COMPLEXITY_LIMIT' });
    expect(body.errors?.[0]?.extensions).toMatchObject({ cost: 60_030, limit: 50_000 });
    expect(door.ran).toEqual([]);
    expect((await door.ask(aliases(24))).status).toBe(200);
  });
});

describe('row 10: page sizes', () => {
  it.each([1_000_000, 201, 0, -1])('first: %i is 400, as literal and as variable', async (first) => {
    const door = await openDoor();
    for (const request of [
      { query: `{ people(first: ${first}) { totalCount } }` },
      { query: 'query ($n: Int) { people(first: $n) { totalCount } }', variables: { n: first } },
    ]) {
      const { status, code } = await door.ask(request);
      expect({ status, code }).toEqual({ status: 400, code: 'BAD_USER_INPUT' });
    }
    expect(door.ran).toEqual([]);
  });

  it.each(['1e9', '"50"', '99999999999', 'true', '[1, 2]'])('first: %s is 400 with its path', async (first) => {
    const door = await openDoor();
    const literal = await door.ask({ query: `{ people(first: ${first}) { totalCount } }` });
    const variable = await door.ask({
      query: 'query ($n: Int) { people(first: $n) { totalCount } }',
      variables: { n: JSON.parse(first.replace('1e9', '1.5')) as unknown },
    });
    expect(literal.status).toBe(400);
    expect(literal.body.errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', path: ['first'] });
    expect(variable.status).toBe(400);
    expect(variable.body.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', path: ['n'] });
  });

  it('a billion inside a billion is refused by its cost', async () => {
    const door = await openDoor();
    const { code } = await door.ask({
      query:
        'query ($n: Int) { people(first: $n) { nodes { friends(first: $n) { nodes { friends(first: $n) { nodes { id } } } } } } }',
      variables: { n: 1_000_000_000 },
    });
    expect(code).toBe('COMPLEXITY_LIMIT');
    expect(door.ran).toEqual([]);
  });
});

describe('row 11: the schema is told to those who sign in, and names nothing to those who guess', () => {
  const asking = [
    getIntrospectionQuery(),
    '{ __type(name: "Person") { fields { name } } }',
    '{ ...F } fragment F on Query { x: __schema { queryType { name } } }',
  ];

  it('in production: refused without a token, answered with one', async () => {
    const door = await openDoor();
    for (const query of asking) {
      expect(await door.ask({ query })).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
      expect(await door.ask({ query }, SIGNED_IN)).toMatchObject({ status: 200, code: undefined });
    }
    expect((await door.ask({ query: '{ __typename }' })).body.data).toEqual({ __typename: 'Query' });
  });

  const guesses = [
    { query: '{ me { secretNam } }' },
    { query: '{ pingg }' },
    { query: '{ kind(of: HOUSEHOL) }' },
    { query: '{ people(frist: 1) { totalCount } }' },
    { query: '{ me { ... on Persn { id } } }' },
    { query: 'query ($k: Kinds) { kind(of: $k) }' },
    { query: 'mutation { write(text: "x", input: {birthDat: "2023-11-30"}) }' },
    { query: 'query ($k: Kind!) { kind(of: $k) }', variables: { k: 'HOUSEHOL' } },
    {
      query: 'mutation ($i: WriteInput) { write(text: "x", input: $i) }',
      variables: { i: { birthDat: '2023-11-30' } },
    },
  ];

  it.each(guesses)('in production %j gets no suggestion', async (guess) => {
    const door = await openDoor();
    for (let use = 1; use <= 3; use += 1) {
      const { status, body } = await door.ask(guess, SIGNED_IN);
      expect(status).toBe(400);
      expect(JSON.stringify(body)).not.toMatch(/did you mean|secretName|HOUSEHOLD|birthDate/i);
    }
  });

  it('in development everyone may ask, and typing errors are helped', async () => {
    const journal = { ran: [], logged: [] };
    const graphql = await smallHandler(journal, { production: false, introspectionFor: () => true });
    const door = await openDoor({ graphql }, journal);
    expect((await door.ask({ query: getIntrospectionQuery() })).status).toBe(200);
    expect(JSON.stringify((await door.ask(guesses[0])).body)).toContain('Did you mean');
    expect(JSON.stringify((await door.ask(guesses[7])).body)).toContain('Did you mean');
  });
});
