import { adaptProcedure, dated, defineProvince, nationalProcedure, source, workingDays } from '#province-sdk';
import national from '../national/index.js';

const PROCEDURE_2021 = source({
  id: 'hainan-identification',
  title: '海南省人民政府网:防止返贫监测对象可通过哪些方式发现?识别认定包含哪些程序?(2021-12)',
  url: 'https://www.hainan.gov.cn/hainan/c100568/202112/3af70a0cb00f4462a0e1ff8471821fbf.shtml',
  standing: 'document',
});

const FROM = '2021-12-01';

// The asset check comes first; only the authorization without which nobody's assets may be looked up stands before it
// (R09). The visit that the page leaves to the finding of the lead follows, since 3.2 asks for one in the procedure.
const IDENTIFICATION = adaptProcedure(nationalProcedure(national, 'IDENTIFICATION', FROM), {
  limit: workingDays(20),
  steps: {
    'commitment-authorization': { after: [] },
    'data-comparison': { name: { zh: '资产信息核查', en: 'Asset check' }, outcomes: ['PASSED', 'REJECTED'] },
    'household-verification': { after: ['data-comparison'], outcomes: ['PASSED', 'RETURNED', 'REJECTED'] },
    'democratic-review': { after: ['household-verification'] },
    'township-review': { after: ['public-notice'] },
    'county-decision': { name: { zh: '市县审定', en: 'Decision of the city or county' } },
  },
});

/** 海南省 · No line of its own was seen, so the national floor; assets first, and twenty working days. @article 5.1 */
export default defineProvince({
  code: '460000',
  name: { zh: '海南省', en: 'Hainan' },
  sdk: '^1.0.0',
  procedures: dated([{ from: FROM, value: IDENTIFICATION, source: PROCEDURE_2021 }]),
  identificationLimit: dated([{ from: FROM, value: workingDays(20), source: PROCEDURE_2021 }]),
});
