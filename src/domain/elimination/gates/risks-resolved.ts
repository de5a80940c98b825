import type { CaseRisk } from '../../case/monitoring-case.js';
import { answersRisk } from '../../support/measure-fits-risk.js';
import type { EliminationQuestion } from '../elimination-question.js';
import { fails, type Gate, passes } from '../gate.js';

const CODE = 'risks-resolved';

/**
 * R11 风险化解 · Every risk is resolved; for SUPPORTED, by a measure that was delivered, addresses it and fits it.
 *
 * In NATURAL the risk passed of itself and asks for no measure; that it passed is still to be recorded.
 *
 * @article 3.3
 */
export function risksResolved({ on, mode, facts, rules }: EliminationQuestion): Gate {
  const isOpen = (risk: CaseRisk): boolean => risk.resolvedOn === null || risk.resolvedOn > on;
  const open = facts.risks.filter(isOpen);
  const delivered = facts.measures.filter(
    (measure) => measure.status !== 'CANCELLED' && measure.firstDeliveredOn !== null && measure.firstDeliveredOn <= on,
  );
  const isAnswered = (risk: CaseRisk): boolean =>
    delivered.some((measure) => answersRisk(measure, risk.riskType, rules.riskTypes));
  const unanswered = mode === 'NATURAL' ? [] : facts.risks.filter((risk) => !isOpen(risk) && !isAnswered(risk));
  if (open.length === 0 && unanswered.length === 0) return passes(CODE, '风险均已化解', 'every risk is resolved');
  const zh = [
    ...open.map((risk) => `${nameOf(risk, rules.riskTypes, 'name')}未化解`),
    ...unanswered.map((risk) => `${nameOf(risk, rules.riskTypes, 'name')}没有对应的帮扶措施`),
  ];
  const en = [
    ...open.map((risk) => `${nameOf(risk, rules.riskTypes, 'nameEn')} is not resolved`),
    ...unanswered.map((risk) => `${nameOf(risk, rules.riskTypes, 'nameEn')} was resolved by no measure that fits it`),
  ];
  return fails(CODE, zh.join(';'), en.join('; '));
}

function nameOf(
  risk: CaseRisk,
  riskTypes: EliminationQuestion['rules']['riskTypes'],
  field: 'name' | 'nameEn',
): string {
  return riskTypes.find((known) => known.code === risk.riskType)?.[field] ?? risk.riskType;
}
