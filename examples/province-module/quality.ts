import { dataQuality, dated, qualityRule } from 'holdline/province-sdk';
import { WORK_RULES } from './sources.js';

/** 数据质量 · 三户相同即为雷同,超期未帮扶从严,另加一条本省的规则。 */
export const QUALITY = dated([
  {
    from: '2024-01-01',
    source: WORK_RULES,
    value: dataQuality({
      thresholds: { 'identical-figures': { households: 3 } },
      severities: { 'no-support-in-time': 'CRITICAL' },
      rules: [
        qualityRule({
          code: 'allowance-and-high-income',
          name: { zh: '低保户收入过高', en: 'A household on subsistence allowance has an income far over the line.' },
          severity: 'WARNING',
          when: [
            { fact: 'safetyNets', is: 'HAS', value: 'SUBSISTENCE_ALLOWANCE' },
            { fact: 'perCapitaPercentOfLine', is: 'OVER', value: 200 },
          ],
        }),
      ],
    }),
  },
]);
