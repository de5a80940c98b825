import type { Reason } from '../../kernel/verdict.js';
import type { OwnQualityRule } from '../../quality/province-quality.js';
import { COMPARISONS_OF, type QualityCondition } from '../../quality/quality-condition.js';
import { factOf } from '../../quality/quality-fact.js';
import type { QualityReason } from './quality-only-stricter.js';

const TYPE_OF = { NUMBER: 'number', WORD: 'string', FLAG: 'boolean', LIST: 'string' } as const;

/**
 * 自定规则可用 · A province's own rule of quality asks something, and asks each fact in a way that it can answer: a number is held
 * against a number, a word and what is on a list against the words that there are.
 *
 * @article 5.3
 */
export function checkQualityConditions({ code, when }: OwnQualityRule): QualityReason[] {
  if (when.length === 0)
    return [{ path: ['when'], reason: reasonOf('quality-rule-open', `"${code}" asks nothing of a household`, code) }];
  return when.flatMap((condition, at) => {
    const message = misfit(condition);
    return message === null
      ? []
      : [{ path: ['when', at], reason: reasonOf('quality-condition-misfit', message, code) }];
  });
}

function misfit({ fact, is, value }: QualityCondition): string | null {
  const { kind, words } = factOf(fact);
  if (!COMPARISONS_OF[kind].includes(is))
    return `${fact} ${is}; a ${kind.toLowerCase()} is compared by ${COMPARISONS_OF[kind].join(', ')}`;
  if (typeof value !== TYPE_OF[kind])
    return `${fact} held against ${JSON.stringify(value)}, which is no ${TYPE_OF[kind]}`;
  if (words === undefined || words.includes(String(value))) return null;
  return `${fact} held against "${value}"; it is one of ${words.join(', ')}`;
}

function reasonOf(code: string, message: string, rule: string): Reason {
  return { code, message, article: '5.3', evidence: { rule } };
}
