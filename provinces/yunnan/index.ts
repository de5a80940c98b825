import { dated, defineProvince, monitoringLine } from '#province-sdk';
import { ALERT_KINDS } from './alerts.js';
import { PROCEDURES } from './procedures.js';
import { LINE_2024, LINE_2025, YUANMOU_2023 } from './sources.js';

const YUANMOU = '532328';

/** 云南省 · Its lines of 2024 and 2025, Yuanmou's own of 2023, Eshan's alerts, and two cities that announce results; the rest is inherited. @article 5.1 */
export default defineProvince({
  code: '530000',
  name: { zh: '云南省', en: 'Yunnan' },
  sdk: '^1.0.0',
  monitoringLines: dated([
    {
      from: '2023-01-01',
      vouchedTo: '2023-12-31',
      county: YUANMOU,
      value: monitoringLine({ perCapitaIncome: '8050.00' }),
      source: YUANMOU_2023,
    },
    {
      from: '2024-01-01',
      vouchedTo: '2024-12-31',
      value: monitoringLine({ perCapitaIncome: '8700.00' }),
      source: LINE_2024,
    },
    {
      from: '2025-01-01',
      vouchedTo: '2025-12-31',
      value: monitoringLine({ perCapitaIncome: '8700.00' }),
      source: LINE_2025,
    },
  ]),
  procedures: PROCEDURES,
  alertKinds: ALERT_KINDS,
});
