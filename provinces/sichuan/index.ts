import { adaptProcedure, announcement, dated, defineProvince, nationalProcedure, source } from '#province-sdk';
import national from '../national/index.js';

const STEPS_JINKOUHE = source({
  id: 'sichuan-steps-jinkouhe',
  title:
    '金口河区建好“三项机制”(四川省农业农村厅 2021-11-11):信息核实、评议公示、复查审核、部门比对、县级审定、公告录入',
  issuedOn: '2021-11-11',
  url: 'http://nynct.sc.gov.cn/nynct/c100706/2021/11/11/e8eca9acfc8942ebb3e2454afc79334e.shtml',
  standing: 'county-practice',
});

const JINKOUHE = '511113';
const FROM = '2021-11-11';

// 部门比对 stands after 复查审核, and 县级审定 after both; who announces is not said: the county, which decides.
const IDENTIFICATION_JINKOUHE = adaptProcedure(nationalProcedure(national, 'IDENTIFICATION', FROM), {
  steps: {
    'township-review': { name: { zh: '复查审核', en: 'Re-check by the township' }, after: ['public-notice'] },
    'data-comparison': { name: { zh: '部门比对', en: 'Comparison by departments' }, after: ['township-review'] },
    'county-decision': { after: ['data-comparison'] },
  },
  add: [announcement({ level: 'COUNTY' })],
});

/** 四川省 · How Jinkouhe identifies; no line and no rule of the province was seen, so the rest is the baseline's. @article 5.1 */
export default defineProvince({
  code: '510000',
  name: { zh: '四川省', en: 'Sichuan' },
  sdk: '^1.0.0',
  procedures: dated([{ from: FROM, county: JINKOUHE, value: IDENTIFICATION_JINKOUHE, source: STEPS_JINKOUHE }]),
});
