import { defineProvince } from '#province-sdk';
import { JUDGEMENTS } from './judgements.js';
import { MONITORING_LINES } from './lines.js';
import { PROCEDURES } from './procedures.js';

/**
 * 某省 · A module to copy: it loads as it is and changes nothing. Write the code and name, fill the lists, delete what stays
 * the nation's. Everything that is left out is inherited.
 *
 * @article 5.1
 */
export default defineProvince({
  // 省级行政区划代码,六位。
  code: '990000',
  name: { zh: '某省', en: 'A province' },
  // 所依据的工具包版本。
  sdk: '^1.2.0',
  monitoringLines: MONITORING_LINES,
  procedures: PROCEDURES,
  judgements: JUDGEMENTS,
});
