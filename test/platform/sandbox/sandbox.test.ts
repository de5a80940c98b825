import { afterAll, describe, expect, it } from 'vitest';
import { Sandbox } from '../../../src/platform/sandbox/sandbox.js';

const sandbox = new Sandbox({ callMs: 400 });
const run = (text: string, inputs: readonly unknown[] = [{}], ...shared: readonly unknown[]) =>
  sandbox.run({ text, shared: JSON.stringify(shared), inputs: inputs.map((one) => JSON.stringify(one)) });
const one = async (text: string, input: unknown = {}) => (await run(text, [input]))[0];

describe('the sandbox', () => {
  afterAll(() => sandbox.close());

  it('answers each input in its place, with what all calls share', async () => {
    const outcomes = await run('(n, add, { times }) => (n + add) * times', [1, 2, 3], 10, { times: 2 });
    expect(outcomes).toEqual([22, 24, 26].map((value) => ({ kind: 'answered', value })));
  });

  it('runs 2,000 calls, and two tasks side by side', async () => {
    const inputs = Array.from({ length: 2_000 }, (_, index) => index);
    const both = await Promise.all([run('(n) => n + 1', inputs), run('(n) => -n', inputs), run('(n) => n', [7])]);
    expect(both[0]?.at(-1)).toEqual({ kind: 'answered', value: 2_000 });
    expect(both[1]?.at(-1)).toEqual({ kind: 'answered', value: -1_999 });
    expect(both[2]).toEqual([{ kind: 'answered', value: 7 }]);
  });

  it.each([
    ...['Date', 'Intl', 'process', 'require', 'fetch', 'console', 'setTimeout', 'performance', 'Promise', 'Buffer'],
    ...[
      'eval',
      'Function',
      'Reflect',
      'Proxy',
      'WebAssembly',
      'SharedArrayBuffer',
      'WeakRef',
      'module',
      'structuredClone',
    ],
  ])('has no %s', async (name) => {
    expect(await one(`() => typeof ${name}`)).toEqual({ kind: 'answered', value: 'undefined' });
  });

  it.each([
    ['chance', '() => Math.random()', 'TypeError'],
    ['running text', `() => (0).constructor.constructor('return 1')()`, 'EvalError'],
    ['the process by way of a constructor', `() => (function(){}).constructor('return process')()`, 'EvalError'],
    ['changing what it is given', '(facts) => { facts.seen = 1; }', 'TypeError'],
    ['changing what it is given, deep inside', '(facts) => { facts.members[0].age = 1; }', 'TypeError'],
    ['changing the language', '() => { Array.prototype.seen = 1; }', 'TypeError'],
    ['a name from outside', '() => limit', 'ReferenceError'],
    ['making a name outside', '() => { limit = 1; }', 'ReferenceError'],
    ['no end of calls', '() => { const f = () => f() + 1; return f(); }', 'RangeError'],
  ])('refuses %s', async (_, text, error) => {
    expect(await one(text, { members: [{ age: 2 }] })).toMatchObject({ kind: 'threw', error });
  });

  it('finds nothing that an earlier call left', async () => {
    expect(await one('() => { globalThis.left = 1; }')).toMatchObject({ kind: 'threw', error: 'TypeError' });
    expect(await one('() => typeof left')).toEqual({ kind: 'answered', value: 'undefined' });
  });

  it('names the class of an error and the place in the function, and no class of the function’s own', async () => {
    expect(await one('(facts) => {\n  return facts.income.wages;\n}')).toMatchObject({
      error: 'TypeError',
      at: '2:23',
    });
    const named = await one(
      `() => { const e = new Error('x'); Object.defineProperty(e, 'name', { value: '张三' }); throw e; }`,
    );
    expect(named).toMatchObject({ kind: 'threw', error: 'Error' });
    expect(await one(`() => { throw null; }`)).toMatchObject({ kind: 'threw', error: 'Error' });
  });

  it('ends a call that takes too long, starts anew, and answers the others', async () => {
    const outcomes = await run('(n) => { while (n === 2); return n; }', [1, 2, 3]);
    expect(outcomes).toEqual([
      { kind: 'answered', value: 1 },
      { kind: 'timed-out', ms: 400 },
      { kind: 'answered', value: 3 },
    ]);
    expect(await one('() => 1')).toEqual({ kind: 'answered', value: 1 });
  });

  it('ends an expression that backtracks without end', async () => {
    expect(await one(`() => /^(a+)+$/.test('${'a'.repeat(40)}b')`)).toEqual({ kind: 'timed-out', ms: 400 });
  });

  it('gives a task up after three calls that had to be ended', async () => {
    const outcomes = await run('() => { while (true); }', [1, 2, 3, 4, 5]);
    expect(outcomes.map(({ kind }) => kind)).toEqual([
      ...['timed-out', 'timed-out', 'timed-out', 'given-up', 'given-up'],
    ]);
  });

  it('outlives a call that takes all memory', async () => {
    const hungry = new Sandbox({ callMs: 30_000, workers: 1 });
    const text = '() => { const all = []; while (true) all.push(new Array(1000).fill(all.length)); }';
    expect(await hungry.run({ text, shared: '[]', inputs: ['1'] })).toEqual([{ kind: 'stopped' }]);
    expect(await hungry.run({ text: '() => 1', shared: '[]', inputs: ['1'] })).toMatchObject([{ value: 1 }]);
    await hungry.close();
  });

  it('tells text that is no function, and an answer that is none', async () => {
    expect(await one('(facts) => {')).toMatchObject({ kind: 'threw', error: 'SyntaxError' });
    expect(await one('1 + 1')).toMatchObject({ kind: 'threw', error: 'TypeError' });
    expect(await one('() => undefined')).toEqual({ kind: 'answered', value: undefined });
    expect(await one('() => 1n')).toMatchObject({ kind: 'threw', error: 'TypeError' });
  });
});
