import { formatYuan } from '../../domain/kernel/money.js';
import { formulaAmount } from '../../domain/province/monitoring-line.js';
import { type Fault, writePath } from '../fault.js';
import { soundParts } from '../sound-parts.js';
import type { CheckContext } from './check-context.js';

const MONTHS_OF_A_YEAR = 12;

/** 监测线检查 · A line by formula is what its factors come to, and October to September is twelve months. @article 2.2 */
export function checkLines({ module }: CheckContext): readonly Fault[] {
  return soundParts(module, 'monitoringLines').flatMap(({ index, part }): Fault[] => {
    const { formula, window, windowMonths, perCapitaIncome } = part.value;
    const at = { module: module.code, day: part.from, article: '2.2', suggestion: null };
    const faults: Fault[] = [];
    if (formula !== undefined && formulaAmount(formula) !== perCapitaIncome)
      faults.push({
        ...at,
        code: 'formula-mismatch',
        path: writePath(['monitoringLines', index, 'value', 'perCapitaIncome']),
        found: `${formatYuan(perCapitaIncome)} yuan`,
        expected: `${formula.times} × ${formatYuan(formula.monthlyAllowance)} × ${formula.months} = ${formatYuan(formulaAmount(formula))} yuan`,
      });
    const shapes = [window?.atIdentification, window?.whileMonitored];
    if (shapes.includes('OCTOBER_TO_SEPTEMBER') && windowMonths !== MONTHS_OF_A_YEAR)
      faults.push({
        ...at,
        code: 'window-mismatch',
        path: writePath(['monitoringLines', index, 'value', 'windowMonths']),
        found: `${windowMonths} months`,
        expected: 'twelve, from October to September',
      });
    return faults;
  });
}
