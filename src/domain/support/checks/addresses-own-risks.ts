import { type Refusal, refuse } from '../../kernel/verdict.js';
import { instrumentOf, openRiskTypes, type PlanQuestion } from '../plan-question.js';

/**
 * 对应本户风险 · A measure addresses risks that the case has and that are open, by an instrument that addresses them.
 *
 * @article 4.2
 */
export function addressesOwnRisks({ measures, risks, rules }: PlanQuestion): Refusal[] {
  const open = openRiskTypes(risks);
  return measures.flatMap((measure, index) => {
    const instrument = instrumentOf(rules, measure.instrument);
    return measure.addresses.flatMap((code, place) => {
      const path = ['measures', String(index), 'addresses', String(place)];
      if (!open.includes(code)) {
        const message = `the case has no open risk "${code}"; open: ${open.join(', ') || 'none'}`;
        return [refuse('RULE_VIOLATION', message, path, '4.2')];
      }
      if (instrument === null || instrument.addresses.includes(code)) return [];
      const can = instrument.addresses.join(', ') || 'no risk';
      return [refuse('RULE_VIOLATION', `"${instrument.code}" addresses ${can}, not "${code}"`, path, '4.2')];
    });
  });
}
