import {
  adaptProcedure,
  announcement,
  dated,
  defineProvince,
  nationalProcedure,
  source,
  workingDays,
} from '#province-sdk';
import national from '../national/index.js';

const PROCEDURE_2021 = source({
  id: 'hainan-identification',
  title: '海南省人民政府网:防止返贫监测对象可通过哪些方式发现?识别认定包含哪些程序?(2021-12)',
  url: 'https://www.hainan.gov.cn/hainan/c100568/202112/3af70a0cb00f4462a0e1ff8471821fbf.shtml',
  standing: 'document',
});

const ELIMINATION_STEPS = source({
  id: 'hainan-elimination',
  title:
    '海南省:监测对象标注解除风险的前提条件是什么…:入户核查、村级民主评议公示、乡镇审核验收、市县乡村振兴部门审定公告',
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

// The page has no date: it begins with the module's first own rule.
const ELIMINATION = adaptProcedure(nationalProcedure(national, 'ELIMINATION', FROM), {
  steps: {
    'township-review': { name: { zh: '乡镇审核验收', en: 'Township review and acceptance' } },
    'county-decision': { name: { zh: '市县审定', en: 'Decision of the city or county' } },
  },
  add: [announcement({ level: 'COUNTY', name: { zh: '市县公告', en: 'Announcement by the city or county' } })],
});

/** 海南省 · No line of its own was seen, so the national floor; assets first, twenty working days, eliminations announced. @article 5.1 */
export default defineProvince({
  code: '460000',
  name: { zh: '海南省', en: 'Hainan' },
  sdk: '^1.0.0',
  procedures: dated([
    { from: FROM, value: IDENTIFICATION, source: PROCEDURE_2021 },
    { from: FROM, value: ELIMINATION, source: ELIMINATION_STEPS },
  ]),
  // 家庭年人均可支配收入稳定超当年度监测范围: the page of elimination names disposable income.
  eliminationConcept: dated([{ from: FROM, value: 'DISPOSABLE_INCOME' as const, source: ELIMINATION_STEPS }]),
  identificationLimit: dated([{ from: FROM, value: workingDays(20), source: PROCEDURE_2021 }]),
});
