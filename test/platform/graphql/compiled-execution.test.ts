import fc from 'fast-check';
import { type ExecutionResult, execute, getOperationAST, getVariableValues, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { CompiledExecution, compileOperation } from '../../../src/platform/graphql/compiled-execution.js';
import { compilerIsGuarded, compilesEqually } from '../../../src/platform/graphql/compiler-fitness.js';
import { buildSmallSchema, type SmallContext } from './small-register.js';

const schema = buildSmallSchema();

type Variables = Record<string, unknown>;
type World = Record<string, unknown>;

const failing = (message: string) => () => Promise.reject(new Error(message));
const throwing = (message: string) => () => {
  throw new Error(message);
};
const later = (value: unknown) => () => Promise.resolve(value);

function household(id: string, more: Record<string, unknown> = {}) {
  const head = { name: `head of ${id}`, age: 61, birthDate: '1962-03-01', income: 850_000 };
  return {
    id,
    number: `N${id}`,
    head,
    members: [head, { name: 'child', age: null, birthDate: null, income: 0 }],
    tags: ['a', null, 'b'],
    grid: [[1, 2], []],
    category: 'MARGINAL',
    scoreOutcome: 1.5,
    eldersOutcome: later([head]),
    region: later({ id: 'R1', title: 'town' }),
    ...more,
  };
}

interface Outcome {
  readonly result: ExecutionResult;
  readonly journal: unknown[];
}

/** The errors in an order of their own: neither executor promises one. */
function settled({ result, journal }: Outcome) {
  const errors = (result.errors ?? []).map(({ path, message, locations }) => ({
    path,
    message: message.replaceAll('"', ''),
    locations: locations?.map(({ line, column }) => ({ line, column })),
  }));
  return {
    data: JSON.parse(JSON.stringify(result.data ?? null)) as unknown,
    errors: errors.sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
    journal,
  };
}

async function interpreted(query: string, world: World, variables: Variables): Promise<Outcome> {
  const journal: unknown[] = [];
  const contextValue: SmallContext = { world, journal };
  const result = await execute({ schema, document: parse(query), contextValue, variableValues: variables });
  return { result, journal };
}

async function compiled(query: string, world: World, variables: Variables): Promise<Outcome> {
  const journal: unknown[] = [];
  const document = parse(query);
  const operation = getOperationAST(document)!;
  const run = compileOperation(schema, document, operation);
  if (run === null) throw new Error(`not compiled: ${query}`);
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (errors !== undefined) throw errors[0]!;
  return { result: await run.query(undefined, { world, journal } satisfies SmallContext, coerced), journal };
}

async function expectEqual(query: string, world: World = {}, variables: Variables = {}) {
  expect(validate(schema, parse(query))).toEqual([]);
  const expected = settled(await interpreted(query, world, variables));
  expect(settled(await compiled(query, world, variables))).toEqual(expected);
  return expected;
}

const ALL = `id number head { name age birthDate income } members { name age } tags grid category score elders(from: 0) { name }
  town { id title }`;

describe('compiled execution answers as graphql-js does', () => {
  it('over objects, lists, lists of lists, enums, scalars and resolvers', async () => {
    const { data } = await expectEqual(`{ household(id: "H1") { ${ALL} } }`, { H1: household('H1') });
    expect(data).toMatchObject({
      household: { head: { income: '8500.00' }, grid: [[1, 2], []], town: { title: 'town' } },
    });
  });

  it('where a field is asked under aliases, in fragments and inline', async () => {
    const query = `query Q { a: household(id: "H1") { ...H tags } b: household(id: "H1") { ... on Household { n: number } ...H } }
      fragment H on Household { number members { ...M } ... on SmallNode { id } } fragment M on Member { name older: age }`;
    await expectEqual(query, { H1: household('H1') });
  });

  it('where two paths spell one name: town_id and town { id }', async () => {
    const query =
      '{ household(id: "H1") { town_id: town { title } town { id: title } } household_town: household(id: "H1") { id } }';
    const { journal } = await expectEqual(query, { H1: household('H1') });
    expect(journal).toMatchObject([{ keys: ['household', 'town_id'] }, { keys: ['household', 'town'] }]);
  });

  it('in what look-ahead reads of info: nodes, fragments, variables, keys and types', async () => {
    const query = `query Look($id: ID!, $unused: Int = 7) { h: household(id: $id) { town { ...T } elders(from: $unused) { name } } }
      fragment T on Region { id title }`;
    const { journal } = await expectEqual(query, { H1: household('H1') }, { id: 'H1' });
    expect(journal).toMatchObject([
      {
        field: 'town',
        nodes: [1],
        fragments: ['T'],
        variables: { id: 'H1', unused: 7 },
        keys: ['h', 'town'],
        returnType: 'Region!',
        parentType: 'Household',
        operation: 'Look',
      },
    ]);
  });

  it('where a list position fails: the path has its number', async () => {
    const list = () => [household('H1'), household('H2', { scoreOutcome: failing('no score') }), household('H3')];
    const { errors } = await expectEqual('{ households(first: 3) { id score } }', { list });
    expect(errors).toMatchObject([{ path: ['households', 1, 'score'], message: 'no score' }]);
  });

  it('where a nullable parent takes the null: one household is lost, not the answer', async () => {
    const broken = household('H1', { head: { name: null, age: 5, income: 1 } });
    const { data } = await expectEqual('{ household(id: "H1") { id head { name age } } }', { H1: broken });
    expect(data).toEqual({ household: { id: 'H1', head: null } });
  });

  it('where the null rises to the root', async () => {
    const { data } = await expectEqual('{ households { members { name } } }', {
      list: [household('H1', { members: [null] })],
    });
    expect(data).toBeNull();
  });

  it('where promises of a list settle out of order and the first one fails', async () => {
    const slow = new Promise((_, reject) => setTimeout(() => reject(new Error('late failure')), 20));
    slow.catch(() => undefined);
    const world = { H1: household('H1', { tags: ['x', slow, Promise.resolve('z')] }) };
    const { data } = await expectEqual('{ household(id: "H1") { tags } }', world);
    expect(data).toEqual({ household: { tags: ['x', null, 'z'] } });
  });

  it('where a property throws while it is read', async () => {
    const trap = Object.defineProperty(household('H1'), 'category', { get: throwing('trap') });
    const expected = settled(await interpreted('{ household(id: "H1") { id category } }', { H1: later(trap) }, {}));
    const found = settled(await compiled('{ household(id: "H1") { id category } }', { H1: later(trap) }, {}));
    expect(expected.errors).toMatchObject([{ message: 'trap' }]);
    // Compiled code reads all plain properties at once: the object is lost, the answer and the process are not.
    expect(found.errors).toMatchObject([{ message: 'trap', path: ['household'] }]);
    expect(found.data).toEqual({ household: null });
  });

  it('where values are errors, of the wrong type or missing', async () => {
    const world = {
      H1: household('H1', {
        category: new Error('unknown category'),
        tags: 'no list',
        grid: [[1, 'x']],
        eldersOutcome: [new Error('no elder')],
        head: () => ({ name: 'by method', income: 12 }),
      }),
    };
    await expectEqual('{ household(id: "H1") { category tags elders { name } id } }', world);
    await expectEqual('{ household(id: "H1") { grid id } }', world);
  });

  it('for a mutation, done and failed', async () => {
    expect((await expectEqual('mutation { add(n: 2) }')).journal).toEqual([2]);
    expect((await expectEqual('mutation ($n: Int!) { add(n: $n) }', {}, { n: -1 })).data).toBeNull();
  });

  it.each([
    ['{ echo }'],
    ['{ echo(day: "2023-11-30", amount: "12.30", numbers: [1, 2], text: null) }'.replace(', text: null', '')],
    ['{ echo(instant: "2023-11-30T08:15:00Z") }'],
    ['{ echo(object: {a: 1, b: [true, null, {c: "d"}], __proto__: {e: 1}}, numbers: 5) }'],
    ['{ echo(where: {age: {gte: 1}, and: [{category: MARGINAL}, {since: "2020-02-29"}]}) }'],
    ['{ echo(text: "quotes \\" \\\\ and \\u2028 \u0024{x} `tick`") }'],
    ['{ echo(text: """block "string" \u0024{1}""") }'],
  ])('for the literal arguments of %s', async (query) => {
    await expectEqual(query);
  });

  it.each([
    [
      'query ($d: Date, $a: Yuan = "1.00") { echo(day: $d, amount: $a) }',
      [{}, { d: null }, { d: '2023-11-30', a: 5.5 }, { a: null }],
    ],
    [
      'query ($w: HouseholdFilter) { echo(where: $w) }',
      [{}, { w: { and: [{ age: {} }] } }, { w: { category: 'MARGINAL', since: null } }],
    ],
    [
      'query ($n: [Int!], $t: String! = "by variable") { echo(numbers: $n, text: $t) }',
      [{}, { n: 3 }, { n: [1], t: 'x' }],
    ],
    ['query ($t: String) { echo(text: $t) }', [{}, { t: 'x' }, { t: null }]],
    ['query ($i: DateTime = "2023-11-30T08:15:00Z") { echo(instant: $i) }', [{}, { i: '2020-01-01T00:00:00Z' }]],
    ['query ($f: Int! = 2) { households(first: $f) { id } }', [{}, { f: 1 }]],
  ])('for the variables of %s', async (query, cases) => {
    for (const variables of cases) await expectEqual(query, { list: [household('H1'), household('H2')] }, variables);
  });

  it('for 400 generated documents over generated registers', async () => {
    await fc.assert(
      fc.asyncProperty(selection(), world(), async (query, values) => {
        const first = settled(await interpreted(query, values, {}));
        const second = settled(await compiled(query, values, {}));
        expect(second.data).toEqual(first.data);
        // Under a parent that is null already, each executor stops where it notices.
        const told = (errors: typeof first.errors) => errors.length > 0;
        expect(told(second.errors)).toBe(told(first.errors));
        for (const error of [...first.errors, ...second.errors])
          expect(isLost(first.data, error.path ?? [])).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

/** Whether the value at a path, or one above it, is null. */
function isLost(data: unknown, path: readonly (string | number)[]): boolean {
  let value: unknown = data;
  for (const key of path) {
    if (value === null || value === undefined) return true;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value === null;
}

function selection(): fc.Arbitrary<string> {
  const member = fc.subarray(['name', 'age', 'birthDate', 'income', 'x: name', '...M'], { minLength: 1 });
  const field = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom('id', 'number', 'tags', 'grid', 'category', 'score', 'town { title }', '...H'),
    },
    member.map((fields) => `head { ${fields.join(' ')} }`),
    member.map((fields) => `members { ${fields.join(' ')} }`),
    member.map((fields) => `elders { ${fields.join(' ')} }`),
  );
  return fc
    .tuple(fc.array(field, { minLength: 1, maxLength: 7 }), fc.constantFrom('household(id: "H")', 'households'))
    .map(
      ([fields, root]) =>
        `{ ${root} { ${fields.join(' ')} } } fragment H on Household { number members { age ...M } } fragment M on Member { name age }`,
    );
}

/**
 * A register in which values fail either at once or later, not both among the items of a list: there graphql-js leaves a
 * rejected promise without a handler (see stray-rejections.ts).
 */
function world(): fc.Arbitrary<World> {
  return fc.boolean().chain((late) => {
    const wrong = fc.constantFrom<unknown>(null, undefined, new Error('as a value'));
    const maybe = (value: fc.Arbitrary<unknown>) =>
      late ? value : fc.oneof({ weight: 5, arbitrary: value }, { weight: 1, arbitrary: wrong });
    const outcome = (value: fc.Arbitrary<unknown>) =>
      late
        ? fc.oneof(
            { weight: 5, arbitrary: value.map((inner) => later(inner)) },
            { weight: 1, arbitrary: fc.constantFrom(failing('rejected'), later(null), later(new Error('as a value'))) },
          )
        : fc.oneof(
            { weight: 5, arbitrary: value },
            { weight: 1, arbitrary: fc.constantFrom(throwing('thrown'), null) },
          );
    const person = personOf(maybe);
    const one = fc.record({
      id: maybe(fc.constant('H')),
      number: maybe(fc.string()),
      head: maybe(person),
      members: maybe(fc.array(maybe(person), { maxLength: 3 })),
      tags: maybe(fc.array(maybe(fc.string()), { maxLength: 3 })),
      grid: maybe(fc.array(maybe(fc.array(maybe(fc.nat(9)), { maxLength: 3 })), { maxLength: 3 })),
      category: maybe(fc.constant('MARGINAL')),
      scoreOutcome: outcome(fc.double({ noNaN: true, noDefaultInfinity: true })),
      // Resolvers with arguments answer later, whatever they do.
      eldersOutcome: late ? outcome(fc.array(person, { maxLength: 3 })) : fc.array(personOf((value) => value)),
      region: outcome(fc.record({ title: maybe(fc.string()) })),
    });
    return fc.record({ H: outcome(one), list: outcome(fc.array(maybe(one), { maxLength: late ? 4 : 1 })) });
  });
}

function personOf(maybe: (value: fc.Arbitrary<unknown>) => fc.Arbitrary<unknown>) {
  return fc.record({
    name: maybe(fc.string()),
    age: maybe(fc.nat(99)),
    birthDate: maybe(fc.constant('2001-01-31')),
    income: maybe(fc.nat()),
  });
}

describe('what is left to graphql-js', () => {
  it.each([
    ['a condition', 'query ($c: Boolean!) { household(id: "H1") { id @include(if: $c) } }'],
    ['introspection', '{ __schema { queryType { name } } }'],
    ['an interface', '{ node(id: "H1") { id } }'],
    ['a variable inside an object', 'query ($a: Int) { echo(where: {age: {gte: $a}}) }'],
    ['a variable inside a list', 'query ($a: Int!) { echo(numbers: [$a]) }'],
    ['a second mutation', 'mutation { a: add(n: 2) b: add(n: 1) }'],
    ['mutations in a fragment', 'mutation { ...M } fragment M on Mutation { a: add(n: 2) b: add(n: 1) }'],
  ])('%s', (_, query) => {
    expect(validate(schema, parse(query))).toEqual([]);
    expect(compilesEqually(schema, parse(query))).toBe(false);
  });

  it('is executed all the same, on the second and third call too', async () => {
    const execution = new CompiledExecution(schema, true);
    const document = parse('query ($c: Boolean!) { node(id: "H1") { id ... on Household { number @skip(if: $c) } } }');
    const operation = getOperationAST(document)!;
    for (const c of [true, false, true, false]) {
      const context = { world: { H1: household('H1') }, journal: [] };
      const { data } = await execution.execute({ document, operation, variables: { c }, context });
      expect(JSON.parse(JSON.stringify(data))).toEqual({ node: c ? { id: 'H1' } : { id: 'H1', number: 'NH1' } });
    }
  });
});

describe('a property without a resolver', () => {
  it.each([
    ['a promise', Promise.resolve(household('H1').head)],
    ['a function', () => household('H1').head],
  ])('that holds %s is an error in compiled code, not a null without a word', async (_, head) => {
    const { errors, data } = settled(
      await compiled('{ household(id: "H1") { id head { age } } }', { H1: household('H1', { head }) }, {}),
    );
    expect(data).toEqual({ household: { id: 'H1', head: null } });
    expect(errors).toMatchObject([{ path: ['household', 'head'] }]);
  });
});

describe('the compiler', () => {
  it('is guarded: a string literal stays a string', async () => {
    expect(compilerIsGuarded()).toBe(true);
    for (const kind of ['DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d', 'NAN__57f286b9_4c20_487f_b409_79804ddcb4f8']) {
      const { data } = await expectEqual(`{ echo(text: "__MAGIC_${kind}globalThis.harmed=1") }`);
      expect(JSON.stringify(data)).toContain('globalThis.harmed=1');
    }
    expect(globalThis).not.toHaveProperty('harmed');
  });

  it('compiles a document on its second call, and answers bad variables with their path from the first', async () => {
    const execution = new CompiledExecution(schema, false);
    const document = parse(
      'query ($w: HouseholdFilter!, $n: Int) { echo(where: $w) households(first: 1) { id } add: echo(numbers: [1]) x: echo(numbers: $n) }',
    );
    const operation = getOperationAST(document)!;
    for (let use = 1; use <= 3; use += 1) {
      const variables = { w: { and: [{ since: '2023-02-30' }, { catgory: 'MARGINAL' }], age: { gte: 'x' } }, n: 1e12 };
      const { data, errors } = await execution.execute({
        document,
        operation,
        variables,
        context: { world: {}, journal: [] },
      });
      expect(data).toBeUndefined();
      expect(errors?.map((error) => error.extensions)).toEqual([
        { code: 'BAD_USER_INPUT', path: ['w', 'and', '0', 'since'] },
        { code: 'BAD_USER_INPUT', path: ['w', 'and', '1'] },
        { code: 'BAD_USER_INPUT', path: ['w', 'age', 'gte'] },
        { code: 'BAD_USER_INPUT', path: ['n'] },
      ]);
      expect(errors?.[1]?.message).not.toContain('Did you mean');
    }
  });
});
