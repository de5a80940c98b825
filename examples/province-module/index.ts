import { defineProvince } from 'holdline/province-sdk';
import { ALERT_KINDS, INSTRUMENTS, RISK_TYPES, SUPPORT_LIMIT } from './catalogue.js';
import { JUDGEMENTS } from './judgements.js';
import { MONITORING_LINES } from './lines.js';
import { PROCEDURES } from './procedures.js';
import { QUALITY } from './quality.js';

/** 陕西省(示例) · 只写与国家基线不同的内容,其余沿用。 */
export default defineProvince({
  code: '610000',
  name: { zh: '陕西省', en: 'Shaanxi' },
  sdk: '^1.2.0',
  monitoringLines: MONITORING_LINES,
  procedures: PROCEDURES,
  riskTypes: RISK_TYPES,
  instruments: INSTRUMENTS,
  alertKinds: ALERT_KINDS,
  supportLimit: SUPPORT_LIMIT,
  judgements: JUDGEMENTS,
  quality: QUALITY,
});
