/** 指南中的一问 · One request of a guide, who sends it, and the answer that the guide shows. */
export interface GuideRequest {
  /** The text of all of it. */
  readonly whole: string;
  readonly who: string;
  /** Name → path into the answer's data, kept for later requests. */
  readonly keep: Readonly<Record<string, string>>;
  readonly query: string;
  /** JSON, in which `<name>` stands for what was kept. */
  readonly variables: string;
  readonly shown: string;
}

const REQUEST =
  /<!-- ask (\w+)((?: \w+=[\w.]+)*) -->\n+(?:```graphql\n([\s\S]*?)```\n+)?(?:```json variables\n([\s\S]*?)```\n+)?(?:[^\n]+\n+)?```json answer\n([\s\S]*?)```/g;

/**
 * Reads the requests of a guide: a comment `<!-- ask who name=path -->`, a block of GraphQL (absent: that of the request
 * before), one of variables where it has any, and one with the answer.
 */
export function requestsOf(guide: string): GuideRequest[] {
  let last = '';
  return [...guide.matchAll(REQUEST)].map((found) => {
    const [whole, who = '', kept = '', query = last, variables = '', shown = ''] = found;
    last = query;
    return { whole, who, keep: readKept(kept), query, variables: variables === '' ? '{}' : variables, shown };
  });
}

function readKept(kept: string): Record<string, string> {
  const pairs = kept.trim().split(' ').filter(Boolean);
  return Object.fromEntries(pairs.map((pair) => pair.split('=') as [string, string]));
}

/** Puts an answer into the place of the one that the guide shows. */
export function withAnswer(guide: string, { whole, shown }: GuideRequest, answer: unknown): string {
  const from = whole.lastIndexOf('```json answer\n') + '```json answer\n'.length;
  const fresh = `${whole.slice(0, from)}${writeJson(mute(answer))}\n${whole.slice(from + shown.length)}`;
  return guide.replace(whole, () => fresh);
}

/** Reads `a.b.0.c` in a value. */
export function valueAt(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => (inner as Record<string, unknown> | null)?.[key], value);
}

/** What differs from run to run is shown as `…`. */
const VOLATILE = new Set(['id', 'receipt', 'configVersion', 'hash', 'at', 'updatedOn', 'members']);
/** Numbers of cases, and ids of rows. */
const GIVEN_OUT = /^(\d{6}-\d{4}-\d{7}|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})$/;

/** Keyed digests, as of the purposes of a read. */
const DIGEST = /^[\w-]{43}$/;
const isDigest = (value: unknown): boolean => typeof value === 'string' && DIGEST.test(value);

function mute(value: unknown): unknown {
  if (Array.isArray(value) && value.length > 0 && value.every(isDigest)) return '…';
  if (Array.isArray(value)) return value.map(mute);
  if (typeof value === 'string' && GIVEN_OUT.test(value)) return '…';
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, VOLATILE.has(key) ? '…' : mute(one)]));
}

/** Whether an answer is what the guide shows: `…` stands for anything. */
export function isAsShown(shown: unknown, answer: unknown): boolean {
  if (shown === '…') return answer !== null && answer !== undefined;
  if (Array.isArray(shown))
    return (
      Array.isArray(answer) && shown.length === answer.length && shown.every((one, at) => isAsShown(one, answer[at]))
    );
  if (shown === null || typeof shown !== 'object') return shown === answer;
  if (answer === null || typeof answer !== 'object') return false;
  const keys = new Set([...Object.keys(shown), ...Object.keys(answer)]);
  return [...keys].every((key) =>
    isAsShown((shown as Record<string, unknown>)[key], (answer as Record<string, unknown>)[key]),
  );
}

const WIDTH = 110;

function writeJson(value: unknown, indent = ''): string {
  const flat = flatJson(value);
  if (flat.length + indent.length <= WIDTH || value === null || typeof value !== 'object') return flat;
  const inner = `${indent}  `;
  const members = Array.isArray(value)
    ? value.map((one) => `${inner}${writeJson(one, inner)}`)
    : Object.entries(value).map(([key, one]) => `${inner}${JSON.stringify(key)}: ${writeJson(one, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${members.join(',\n')}\n${indent}${close}`;
}

function flatJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flatJson).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, one]) => `${JSON.stringify(key)}: ${flatJson(one)}`)
    .join(', ')} }`;
}
