/** 室内 · What runs inside the sandbox; it crosses over as text, so every function here stands by itself. */

/** 室内结果 · What came of one call, as text: nothing but text crosses the wall. @article none — technical */
export interface InsideOutcome {
  readonly json?: string | undefined;
  /** Name of the error's class, of the language's own. */
  readonly error?: string;
  /** `2:10` in the function's own text. */
  readonly at?: string | null;
  readonly message?: string;
}

/** Calls a function of the room with arguments as JSON, frozen; a string of an `InsideOutcome` comes back. */
export type InsideCall = (judge: unknown, input: string, shared: string) => string;

/**
 * 布置室内 · Takes clock, chance, locale, waiting and running text out of a fresh context, freezes what is left, and gives the
 * one function through which everything is called.
 *
 * Freezing keeps one call from leaving something for the next: every call finds the room as the first did.
 *
 * @article none — technical
 */
export function prepareRoom(kept: readonly string[]): InsideCall {
  const { freeze, getOwnPropertyDescriptors, getOwnPropertyNames, getPrototypeOf } = Object;
  const { parse, stringify } = JSON;
  const { ownKeys } = Reflect;
  const done = new WeakSet<object>();
  const generators = [function* () {}, async () => {}, async function* () {}];
  for (const name of getOwnPropertyNames(globalThis))
    if (!kept.includes(name)) delete (globalThis as Record<string, unknown>)[name];
  for (const [of, names] of [
    [Math, ['random']],
    [String.prototype, ['localeCompare', 'toLocaleLowerCase', 'toLocaleUpperCase']],
    [Number.prototype, ['toLocaleString']],
    [BigInt.prototype, ['toLocaleString']],
    [Array.prototype, ['toLocaleString']],
  ] as const)
    for (const name of names) delete (of as unknown as Record<string, unknown>)[name];

  const freezeAll = (root: unknown): void => {
    const waiting = [root];
    while (waiting.length > 0) {
      const one = waiting.pop();
      if ((typeof one !== 'object' && typeof one !== 'function') || one === null || done.has(one)) continue;
      done.add(one);
      waiting.push(getPrototypeOf(one));
      const parts = getOwnPropertyDescriptors(one) as Record<PropertyKey, PropertyDescriptor>;
      for (const key of ownKeys(parts)) {
        const { value, get, set } = parts[key] as PropertyDescriptor;
        waiting.push(value, get, set);
      }
      if (one !== globalThis) freeze(one);
    }
  };
  freezeAll(globalThis);
  for (const one of generators) freezeAll(one);

  const freezeData = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    for (const part of Object.values(value)) freezeData(part);
    return freeze(value);
  };
  const known = ['Error', 'TypeError', 'RangeError', 'ReferenceError', 'SyntaxError', 'EvalError', 'URIError'];
  const nameOf = (error: unknown): string => {
    const { name } = (error ?? {}) as { name?: unknown };
    return typeof name === 'string' && known.includes(name) ? name : 'Error';
  };
  let shared = '';
  let sharedArguments: readonly unknown[] = [];

  return (judge, input, more) => {
    try {
      if (more !== shared) {
        sharedArguments = freezeData(parse(more)) as readonly unknown[];
        shared = more;
      }
      const given = (judge as (...all: unknown[]) => unknown)(freezeData(parse(input)), ...sharedArguments);
      return stringify({ json: stringify(given) });
    } catch (error) {
      try {
        const { stack, message } = error as { stack?: unknown; message?: unknown };
        const at = /judge:(\d+:\d+)/.exec(String(stack))?.[1] ?? null;
        return stringify({ error: nameOf(error), at, message: String(message) });
      } catch {
        return '{"error":"Error","at":null,"message":""}';
      }
    }
  };
}

/** 函数任务 · One function, what all its calls share, and what each is given. @article none — technical */
export interface SandboxTask {
  readonly text: string;
  /** JSON of a list: the arguments after the first. */
  readonly shared: string;
  /** JSON of the first argument of each call. */
  readonly inputs: readonly string[];
}

/** What the worker is made of: Node's own modules, since it may import nothing. */
interface WorkerParts {
  readonly threads: typeof import('node:worker_threads');
  readonly vm: typeof import('node:vm');
}

/**
 * 室门 · What the worker thread does: makes one room, and answers tasks with one text a call. The number of the call that is
 * under way is written where the other side can see it.
 *
 * @article none — technical
 */
export function serveRoom({ threads, vm }: WorkerParts, roomText: string, kept: string): void {
  const { parentPort, workerData } = threads;
  const progress = new Int32Array(workerData as SharedArrayBuffer);
  const context = vm.createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } });
  const call = vm.runInContext(`(${roomText})(${kept})`, context, { filename: 'room' }) as InsideCall;
  const compiled = new Map<string, unknown>();
  const read = (text: string): unknown => {
    const known = compiled.get(text);
    if (known !== undefined) return known;
    // The function begins at the first column, so that what is told of its lines is right.
    const options = { filename: 'judge', lineOffset: -1 };
    // A function cannot reach the one thing of the room that cannot be frozen.
    const made: unknown = vm.runInContext(`'use strict'; ((globalThis) => (\n${text}\n))()`, context, options);
    compiled.set(text, made);
    return made;
  };
  parentPort?.on('message', ({ text, shared, inputs }: SandboxTask) => {
    const answers: string[] = [];
    let judge: unknown = null;
    try {
      judge = read(text);
    } catch {
      parentPort.postMessage(inputs.map(() => '{"error":"SyntaxError","at":null,"message":"not a function"}'));
      return;
    }
    for (const [index, input] of inputs.entries()) {
      Atomics.store(progress, 0, index + 1);
      answers.push(call(judge, input, shared));
    }
    Atomics.store(progress, 0, 0);
    parentPort.postMessage(answers);
  });
}
