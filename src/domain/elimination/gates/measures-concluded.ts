import type { InstrumentFamily } from '../../support/policy-instrument.js';
import type { SupportMeasure } from '../../support/support-measure.js';
import type { EliminationQuestion } from '../elimination-question.js';
import { fails, type Gate, passes } from '../gate.js';

const CODE = 'measures-concluded';

/** 持续性措施 · Families whose measures may stand beyond elimination: safety net, insurance, public-welfare job. @article 3.3 */
export const STANDING_FAMILIES: readonly InstrumentFamily[] = ['SAFETY_NET', 'INSURANCE', 'PUBLIC_WELFARE_JOB'];

/** 措施已办结 · Completed, cancelled, or standing and delivered. @article 3.3 */
export function isConcludedOrStanding(measure: Pick<SupportMeasure, 'status' | 'family'>): boolean {
  if (measure.status === 'COMPLETED' || measure.status === 'CANCELLED') return true;
  return measure.status === 'IN_PROGRESS' && STANDING_FAMILIES.includes(measure.family);
}

/**
 * R11 措施已办结 · For SUPPORTED, something was delivered (rule 1_11_009) and every measure is concluded or standing.
 *
 * @article 3.3
 */
export function measuresConcluded({ on, mode, facts }: EliminationQuestion): Gate {
  if (mode === 'NATURAL') return passes(CODE, '自然消除不要求帮扶措施', 'natural elimination asks for no measure');
  const delivered = facts.measures.some(
    (measure) => measure.status !== 'CANCELLED' && measure.firstDeliveredOn !== null && measure.firstDeliveredOn <= on,
  );
  if (!delivered) return fails(CODE, '未享受帮扶措施', 'no measure was delivered');
  const going = facts.measures.filter((measure) => !isConcludedOrStanding(measure));
  if (going.length === 0) return passes(CODE, '帮扶措施均已办结或持续享受', 'every measure is concluded or standing');
  const named = going.map((measure) => `${measure.instrument} ${measure.status}`).join(', ');
  return fails(CODE, `帮扶措施未办结:${named}`, `measures are not concluded: ${named}`);
}
