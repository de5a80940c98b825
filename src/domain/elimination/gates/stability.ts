import type { EliminationQuestion } from '../elimination-question.js';
import { fails, type Gate, passes } from '../gate.js';

/**
 * R13 稳定性较弱 · While support continues because stability is weak, nothing is eliminated before the review day.
 *
 * From that day on the case may be looked at again, with the whole procedure.
 *
 * @article 3.3
 */
export function stability({ on, facts, reviewOn }: EliminationQuestion): Gate {
  const code = 'stability';
  if (!facts.supportContinued) return passes(code, '未发现稳定性较弱', 'stability was not found weak');
  if (reviewOn === null)
    return fails(code, '继续帮扶,尚未定复核日期', 'support continues and no review day is set', ['review day']);
  if (on >= reviewOn) return passes(code, `已到复核日期${reviewOn}`, `the review day, ${reviewOn}, has come`);
  return fails(
    code,
    `稳定性较弱,继续帮扶至${reviewOn}复核`,
    `stability is weak: support continues until the review on ${reviewOn}`,
  );
}
