import { alertKind, dated, instrument, months, riskType } from 'holdline/province-sdk';
import { WORK_RULES } from './sources.js';

const FROM = '2023-02-20';

/** 风险类型 · 归入国家的大类。 */
export const RISK_TYPES = [
  riskType({
    code: 'APPLE_PRICE_FALL',
    name: { zh: '苹果滞销', en: 'Unsold apples' },
    group: 'INDUSTRY',
    from: FROM,
    source: WORK_RULES,
  }),
];

/** 帮扶政策工具 · 针对上面的风险。 */
export const INSTRUMENTS = [
  instrument({
    code: 'apple-storage-subsidy',
    name: { zh: '苹果冷藏补贴', en: 'Subsidy of cold storage' },
    family: 'INDUSTRY',
    nature: 'DEVELOPMENTAL',
    addresses: ['APPLE_PRICE_FALL'],
    fundingSources: ['SECTOR_POLICY'],
    cap: '5000.00',
    department: 'AGRICULTURE',
    from: FROM,
    source: WORK_RULES,
  }),
];

/** 部门预警 · 年度医疗自付支出满10000.00元,由医保部门推送。 */
export const ALERT_KINDS = dated([
  {
    from: FROM,
    value: [
      alertKind({
        code: 'high-medical-cost',
        name: { zh: '医疗自付支出较高', en: 'High own medical cost' },
        department: 'MEDICAL_SECURITY',
        grade: 'ORANGE',
        threshold: { amount: '10000.00', per: 'YEAR' },
        everyMonths: 1,
      }),
    ],
    source: WORK_RULES,
  },
]);

/** 首次落实帮扶的期限 · 只能比国家规定更紧。 */
export const SUPPORT_LIMIT = dated([{ from: FROM, value: months(1), source: WORK_RULES }]);
