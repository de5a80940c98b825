import { fault, type QualityRule } from '../quality-rule.js';

/** 识别时人均纯收入过高 · A household with a high income a head was identified. @article 5.3 */
export const highIncomeIdentified: QualityRule = {
  id: 'high-income-identified',
  name: { zh: '识别时人均纯收入过高', en: 'A household with a high income a head was identified.' },
  source: '1111_18',
  severity: 'WARNING',
  thresholds: {
    perCapitaYuan: { national: 20_000, stricter: 'LESS', last: 1 },
    fromYear: { national: 2023, stricter: 'LESS', last: 2021 },
  },
  find({ case: own, atIdentification }, _on, { perCapitaYuan = 0, fromYear = 0 }) {
    if (own === null || own.identifiedOn === null || atIdentification.perCapita === null) return null;
    if (Number(own.identifiedOn.slice(0, 4)) < fromYear || atIdentification.perCapita <= perCapitaYuan * 100)
      return null;
    return fault({ perCapitaFen: atIdentification.perCapita, over: perCapitaYuan });
  },
};
