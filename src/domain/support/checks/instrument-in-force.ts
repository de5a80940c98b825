import { type Refusal, refuse } from '../../kernel/verdict.js';
import { instrumentOf, type PlanQuestion } from '../plan-question.js';

/**
 * 政策工具有效 · Each measure names an instrument that the province has on the day of the plan, and on its first day.
 *
 * @article 4.1
 */
export function instrumentInForce({ measures, rules, on }: PlanQuestion): Refusal[] {
  return measures.flatMap((measure, index) => {
    const path = ['measures', String(index), 'instrument'];
    const instrument = instrumentOf(rules, measure.instrument);
    if (instrument === null)
      return [refuse('BAD_VALUE', `the province has no instrument "${measure.instrument}" on ${on}`, path, '4.1')];
    const first = measure.startsOn && measure.startsOn > on ? measure.startsOn : on;
    if (on < instrument.from) {
      const message = `"${instrument.code}" is not yet in force: from ${instrument.from}, not on ${on}`;
      return [refuse('RULE_VIOLATION', message, path, '4.1')];
    }
    if (instrument.to !== null && first > instrument.to)
      return [refuse('RULE_VIOLATION', `"${instrument.code}" expired: its last day was ${instrument.to}`, path, '4.1')];
    return [];
  });
}
