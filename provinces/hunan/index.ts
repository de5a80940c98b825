import { defineProvince } from '#province-sdk';
import { MONITORING_LINES } from './lines.js';
import { PROCEDURES } from './procedures.js';

/** 湖南省 · Its verified line of 2023, and the practice of one county; the rest is the national baseline's. @article 5.1 */
export default defineProvince({
  code: '430000',
  name: { zh: '湖南省', en: 'Hunan' },
  sdk: '^1.0.0',
  monitoringLines: MONITORING_LINES,
  procedures: PROCEDURES,
});
