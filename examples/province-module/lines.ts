import { dated, incomeWindow, monitoringLine, timesRuralAllowance } from 'holdline/province-sdk';
import { LINES, XINCHENG } from './sources.js';

/** 监测线 · 2023年直接给出金额;2024年按农村低保标准的倍数计算;610102 自定。 */
export const MONITORING_LINES = dated([
  {
    from: '2023-01-01',
    vouchedTo: '2023-12-31',
    value: monitoringLine({ perCapitaIncome: '7600.00', priceIndex: 102.1, disposableIncomeGrowth: 6.5 }),
    source: LINES,
  },
  {
    from: '2024-01-01',
    vouchedTo: '2024-12-31',
    value: monitoringLine({
      perCapitaIncome: timesRuralAllowance(1.2, '560.00'),
      window: incomeWindow('WHOLE_MONTHS_BEFORE', 'OCTOBER_TO_SEPTEMBER'),
    }),
    source: LINES,
  },
  {
    from: '2024-01-01',
    vouchedTo: '2024-12-31',
    county: '610102',
    value: monitoringLine({ perCapitaIncome: '9000.00' }),
    source: XINCHENG,
  },
]);
