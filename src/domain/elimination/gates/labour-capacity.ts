import { hasLabourCapacity } from '../../household/labour.js';
import type { EliminationQuestion } from '../elimination-question.js';
import { fails, type Gate, passes } from '../gate.js';

/**
 * R12 劳动能力 · A household with no member SKILLED, ORDINARY or WEAK is for now not marked eliminated, in either mode.
 *
 * @article 3.3
 */
export function labourCapacity({ members }: EliminationQuestion): Gate {
  const code = 'labour-capacity';
  if (members.length === 0)
    return fails(
      code,
      '没有家庭成员信息,无法判断劳动能力',
      'no member is recorded, so labour capacity cannot be told',
      ['members'],
    );
  if (hasLabourCapacity(members)) return passes(code, '家庭有劳动能力', 'the household has labour capacity');
  return fails(
    code,
    '整户无劳动能力:落实社会保障措施后持续跟踪监测,暂不标注风险消除',
    'no labour capacity: with the safety net in place the household is tracked on and for now not marked eliminated',
  );
}
