import { type ArrowFunctionExpression, type FunctionExpression, type Node, type Program, parse } from 'acorn';
import { analyze, type Scope } from 'eslint-scope';

/** 函数正文问题 · What a function's text has that a pure function cannot have. @article none — technical */
export interface TextTrouble {
  readonly code: 'function-unreadable' | 'function-impure' | 'function-reaches-out';
  /** `"Date" at 2:10`, line and column in the function's own text. */
  readonly found: string;
  /** The name that it reaches for; null where it cannot be read. */
  readonly name: string | null;
}

/** What a function may name beside its arguments; everything else of a program is not there where it runs. */
const THERE = [
  ...[
    'undefined',
    'NaN',
    'Infinity',
    'Object',
    'Array',
    'String',
    'Number',
    'Boolean',
    'BigInt',
    'Symbol',
    'Math',
    'JSON',
  ],
  ...['Map', 'Set', 'RegExp', 'Error', 'TypeError', 'RangeError', 'parseInt', 'parseFloat', 'isNaN', 'isFinite'],
];
/** Clock, chance, files, the net, the process, and ways to run text. */
const IMPURE = [
  ...[
    'Date',
    'Intl',
    'performance',
    'process',
    'require',
    'module',
    'exports',
    'global',
    'globalThis',
    'window',
    'self',
  ],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'console', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'],
  ...[
    'crypto',
    'eval',
    'Function',
    'Promise',
    'WebAssembly',
    'Atomics',
    'SharedArrayBuffer',
    'Buffer',
    'Worker',
    'arguments',
  ],
];
const ECMA = 2023;

/**
 * 检查函数正文 · Reads a function's text, without running it: one plain function, with nothing from outside but the language.
 *
 * @param text  as `String(function)` gives it
 * @returns every trouble, in the order of the text
 * @article none — technical
 */
export function textTroubles(text: string): readonly TextTrouble[] {
  const read = readFunction(text);
  if (typeof read === 'string') return [{ code: 'function-unreadable', found: read, name: null }];
  const odd = walk(read.program).flatMap((node) => oddNode(node));
  return [...odd, ...outsideNames(read.program)]
    .sort((a, b) => a.at - b.at)
    .map(({ at, name, code }) => ({ code, name, found: `"${name}" at ${place(text, at)}` }));
}

interface Spot {
  readonly at: number;
  readonly name: string;
  readonly code: TextTrouble['code'];
}

type PlainFunction = ArrowFunctionExpression | FunctionExpression;

function readFunction(text: string): { readonly program: Program; readonly whole: PlainFunction } | string {
  let program: Program;
  try {
    program = parse(`(${text}\n)`, { ecmaVersion: ECMA, sourceType: 'module', ranges: true, locations: false });
  } catch (error) {
    return `text that cannot be read: ${(error as Error).message}`;
  }
  const [statement, ...others] = program.body;
  if (statement?.type !== 'ExpressionStatement' || others.length > 0) return 'more than one function';
  const whole = statement.expression;
  if (whole.type !== 'ArrowFunctionExpression' && whole.type !== 'FunctionExpression') return `a ${whole.type}`;
  return { program, whole };
}

/** Async and generator functions answer later; import() and import.meta reach out. */
function oddNode(node: Node): Spot[] {
  const { type, async, generator, object, property, computed } = node as Node & Record<string, unknown>;
  if (/Function/.test(type) && async === true) return [{ at: node.start, name: 'async', code: 'function-impure' }];
  if (/Function/.test(type) && generator === true)
    return [{ at: node.start, name: 'function*', code: 'function-impure' }];
  if (type === 'ImportExpression' || type === 'MetaProperty')
    return [{ at: node.start, name: 'import', code: 'function-impure' }];
  const named = (of: unknown): string => String((of as { name?: unknown } | undefined)?.name);
  if (type === 'MemberExpression' && computed === false && named(object) === 'Math' && named(property) === 'random')
    return [{ at: node.start, name: 'Math.random', code: 'function-impure' }];
  return [];
}

function outsideNames(program: Program): Spot[] {
  const scopes = analyze(program as never, { ecmaVersion: ECMA, sourceType: 'module' });
  const [outermost] = scopes.scopes as Scope[];
  return (outermost?.through ?? [])
    .map(({ identifier }) => ({ name: String(identifier.name), at: (identifier as unknown as Node).start }))
    .filter(({ name }) => !THERE.includes(name))
    .map((spot) => ({ ...spot, code: IMPURE.includes(spot.name) ? 'function-impure' : 'function-reaches-out' }));
}

function walk(node: Node): Node[] {
  return [
    node,
    ...Object.values(node).flatMap((value) => (Array.isArray(value) ? value : [value]).filter(isNode).flatMap(walk)),
  ];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

/** The text stands behind one bracket. */
function place(text: string, at: number): string {
  const lines = text.slice(0, at - 1).split('\n');
  return `${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
}
