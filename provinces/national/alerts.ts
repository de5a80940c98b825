import { alertKind, dated } from '#province-sdk';
import { FIRST_DAY } from './first-day.js';
import { DEFAULT_ALERT_KINDS } from './sources.js';

const MONTHLY = { everyMonths: 1 } as const;

const yuan = (description: string) => ({ type: 'string', pattern: '^\\d{1,13}(\\.\\d{1,2})?$', description });
const day = (description: string) => ({ type: 'string', format: 'date', description });
/** Coded facts beside the amount, none of them needed: no text says what is sent with an alert. Nothing that names a person has a place here. */
const form = (properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>) => ({
  type: 'object',
  properties,
  additionalProperties: false,
});

const MEDICAL = form({
  totalCost: yuan('总费用 · Whole cost over the same period, yuan'),
  claimsPaid: yuan('已报销 · Paid by insurance and assistance over the same period, yuan'),
  from: day('起 · First day of the period'),
  to: day('止 · Last day of the period'),
});
const ILLNESS = form({ confirmedOn: day('确诊日期 · Day of the diagnosis') });
const SCHOOLING = form({
  stage: {
    type: 'string',
    enum: ['PRESCHOOL', 'SENIOR_SECONDARY', 'VOCATIONAL', 'HIGHER'],
    description: '学段 · Stage of schooling',
  },
  aid: yuan('已获资助 · School aid received, yuan'),
});
const DISASTER = form({
  occurredOn: day('受灾日期 · Day of the disaster'),
  loss: yuan('损失 · Estimated loss, yuan'),
  housingDamaged: { type: 'boolean', description: '住房受损 · Whether the dwelling was damaged' },
});

/**
 * 部门筛查预警缺省种类 · What the departments of one county, which the text does not name, pushed by the 5th of each month in 2020.
 *
 * No national text lists kinds, and without any list nothing could be sent; a province's or a county's own list stands in
 * its place. The text grades none of them.
 *
 * @article 3.1
 */
export const ALERT_KINDS = dated([
  {
    from: FIRST_DAY,
    value: [
      alertKind({
        ...MONTHLY,
        code: 'inpatient-own-cost-formerly-poor',
        payload: MEDICAL,
        name: { zh: '住院自付较高(脱贫户)', en: 'Own inpatient cost, formerly poor household' },
        department: 'MEDICAL_SECURITY',
        formerStatus: 'FORMERLY_POOR',
        threshold: { amount: '5000.00', per: 'YEAR' },
      }),
      alertKind({
        ...MONTHLY,
        code: 'inpatient-own-cost-general',
        payload: MEDICAL,
        name: { zh: '住院自付较高(一般农户)', en: 'Own inpatient cost, general household' },
        department: 'MEDICAL_SECURITY',
        formerStatus: 'GENERAL',
        threshold: { amount: '20000.00', per: 'YEAR' },
      }),
      alertKind({
        ...MONTHLY,
        code: 'outpatient-cost',
        payload: MEDICAL,
        name: { zh: '门诊统筹和门诊特殊病费用较高', en: 'Outpatient cost, special illnesses included' },
        department: 'MEDICAL_SECURITY',
        threshold: { amount: '500.00', per: 'MONTH' },
      }),
      alertKind({
        ...MONTHLY,
        code: 'new-critical-illness',
        payload: ILLNESS,
        name: { zh: '新增大病专项救治患者', en: 'New patient of critical-illness treatment' },
        department: 'HEALTH',
      }),
      alertKind({
        code: 'schooling-own-cost',
        payload: SCHOOLING,
        name: { zh: '非义务教育阶段自付较高', en: 'Own cost of schooling beyond compulsory education' },
        department: 'EDUCATION',
        // Over 10,000.00 in the text; the medical amounts are at or over.
        threshold: { amount: '10000.01', per: 'SCHOOL_YEAR' },
        everyMonths: 12,
      }),
      alertKind({
        code: 'struck-by-disaster',
        payload: DISASTER,
        name: { zh: '受灾', en: 'Struck by a disaster' },
        department: 'EMERGENCY',
      }),
    ],
    source: DEFAULT_ALERT_KINDS,
  },
]);
