import { type Fault, writePath } from '../fault.js';
import { show } from '../shape-faults.js';
import { LIST_FIELDS, soundParts } from '../sound-parts.js';
import type { CheckContext } from './check-context.js';

/** Words of a quota in a name, a code or a form; a sum of money for one measure is none. */
const WORDS = /名额|规模控制|规模限制|控制数|指标数|\bquota\b|head-?count (limit|cap)/i;

/**
 * R24 规模限制检查 · No name, code or form of a module speaks of a quota on the number monitored. A field that sets one is
 * unknown to the shape and named there.
 *
 * @article 2.2
 */
export function checkQuota({ module }: CheckContext): readonly Fault[] {
  return LIST_FIELDS.flatMap((field) =>
    soundParts(module, field).flatMap(({ index, part }) => {
      const { source, ...said } = part;
      return wordsOf(said, [field, index]).map(({ path, word }) => ({
        code: 'quota',
        module: module.code,
        path: writePath(path),
        day: part.from,
        found: show(word),
        expected: 'no quota and no cap on the number monitored: who meets the rules is monitored (R24)',
        article: '2.2',
        suggestion: 'leave it out',
      }));
    }),
  );
}

interface Word {
  readonly path: readonly PropertyKey[];
  readonly word: string;
}

function wordsOf(value: unknown, path: readonly PropertyKey[]): Word[] {
  if (typeof value === 'string') return WORDS.test(value) ? [{ path, word: value }] : [];
  if (Array.isArray(value)) return value.flatMap((one, index) => wordsOf(one, [...path, index]));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, one]) => [
    ...(WORDS.test(key) ? [{ path: [...path, key], word: key }] : []),
    ...wordsOf(one, [...path, key]),
  ]);
}
