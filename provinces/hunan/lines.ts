import { dated, monitoringLine } from '#province-sdk';
import { LINE_2023 } from './sources.js';

/** 湖南省监测线 · "重要参考指标,但不是唯一标准"; earlier years are the baseline's, since no text of them was seen. @article 2.2 */
export const MONITORING_LINES = dated([
  {
    from: '2023-01-01',
    vouchedTo: '2023-12-31',
    value: monitoringLine({ perCapitaIncome: '7500.00' }),
    source: LINE_2023,
  },
]);
