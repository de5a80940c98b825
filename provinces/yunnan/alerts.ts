import { alertKind, dated } from '#province-sdk';
import { ALERTS_ESHAN } from './sources.js';

const MONTHLY = { everyMonths: 1 } as const;

/** 峨山县部门预警 · Three departments look every month; the text grades none of them, and they stand in
 *  place of the baseline's default list. @article 3.1 */
export const ALERT_KINDS = dated([
  {
    from: '2022-03-20',
    county: '530426',
    value: [
      alertKind({
        ...MONTHLY,
        code: 'suspected-dropout',
        name: { zh: '政府救助平台教育事件、疑似辍学', en: 'Education event or suspected dropout' },
        department: 'EDUCATION',
      }),
      alertKind({
        ...MONTHLY,
        code: 'harmed-by-accident-or-crime',
        name: { zh: '交通事故、刑事案件致伤致残致亡', en: 'Harm by a traffic accident or a crime' },
        department: 'PUBLIC_SECURITY',
      }),
      alertKind({
        ...MONTHLY,
        code: 'newly-on-relief',
        name: { zh: '新纳入低保、特困和各类救助', en: 'Newly granted an allowance or relief' },
        department: 'CIVIL_AFFAIRS',
      }),
    ],
    source: ALERTS_ESHAN,
  },
]);
