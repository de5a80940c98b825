import type { EliminationQuestion } from '../elimination-question.js';
import { fails, type Gate, passes } from '../gate.js';

/** R11 自然消除理由 · A risk that passed of itself is eliminated with the reason stated. @article G */
export function naturalReason({ mode, reason }: EliminationQuestion): Gate {
  const code = 'natural-reason';
  if (mode === 'SUPPORTED')
    return passes(code, '帮扶消除不要求说明', 'eliminated through support: none is asked for', 'G');
  if ((reason ?? '').trim() !== '') return passes(code, '已说明自然消除理由', 'the reason is stated', 'G');
  return fails(code, '自然消除应说明理由', 'say why the risk passed of itself', ['reason of natural elimination'], 'G');
}
