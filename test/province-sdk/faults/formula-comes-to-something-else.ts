import { timesRuralAllowance } from '../../../src/province-sdk/index.js';
import { from2023, line, plant } from '../planted-fault.js';

/** 2 × 815.00 × 12 written as 19,560.01 yuan. */
export default plant(
  {
    monitoringLines: from2023({
      ...line(timesRuralAllowance(2, '815.00')),
      perCapitaIncome: line('19560.01').perCapitaIncome,
    }),
  },
  { code: 'formula-mismatch', path: 'monitoringLines[0].value.perCapitaIncome', article: '2.2', day: '2023-01-01' },
);
