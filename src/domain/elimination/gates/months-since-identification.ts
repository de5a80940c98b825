import { addMonths } from '../../kernel/calendar-date.js';
import type { EliminationQuestion } from '../elimination-question.js';
import { fails, type Gate, passes } from '../gate.js';

/**
 * R11 识别满月数 · Eliminated no sooner than the province's months after identification; NATURAL is not held to them.
 *
 * @article G
 */
export function monthsSinceIdentification({ on, mode, facts, rules }: EliminationQuestion): Gate {
  const code = 'months-since-identification';
  if (mode === 'NATURAL')
    return passes(code, '自然消除不要求识别月数', 'natural elimination is not held to months', 'G');
  const { identifiedOn } = facts;
  if (identifiedOn === null)
    return fails(code, '尚无识别日期', 'there is no day of identification', ['day of identification'], 'G');
  const months = rules.elimination.months?.value ?? null;
  if (months === null) return passes(code, '本省未规定识别月数', 'no rule of the province sets months', 'G');
  const soonest = addMonths(identifiedOn, months);
  const [zh, en] = [
    `${identifiedOn}识别,满${months}个月为${soonest}`,
    `identified on ${identifiedOn}; ${months} months are over on ${soonest}`,
  ];
  return on >= soonest ? passes(code, zh, en, 'G') : fails(code, zh, en, [], 'G');
}
