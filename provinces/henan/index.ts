import { adaptProcedure, announcement, dated, defineProvince, nationalProcedure, source } from '#province-sdk';
import national from '../national/index.js';

const STEPS_YONGCHENG = source({
  id: 'henan-steps-yongcheng',
  title: '河南省永城市监测户识别纳入程序(2024-01-03):信息比对在村级初选之前,县级审批后以乡镇名义在村结果公告',
  issuedOn: '2024-01-03',
  url: 'https://ycs.gov.cn/xzxxgk/cfsjd/cfsjczwgk1511121131/tpgjcg231511121131/jcdx31511121131/jchsb31511121131/content_18011',
  standing: 'county-practice',
});

const YONGCHENG = '411481';
const FROM = '2024-01-03';

// 信息比对 stands before 村级初选; 结果公告 is the township's, in the village.
const IDENTIFICATION_YONGCHENG = adaptProcedure(nationalProcedure(national, 'IDENTIFICATION', FROM), {
  steps: {
    'democratic-review': { after: ['data-comparison'] },
    'township-review': { after: ['public-notice'] },
    'county-decision': { name: { zh: '县级审批', en: 'County approval' } },
  },
  add: [announcement({ level: 'TOWNSHIP' })],
});

/** 河南省 · How Yongcheng identifies; no line and no rule of the province was seen, so the rest is the baseline's. @article 5.1 */
export default defineProvince({
  code: '410000',
  name: { zh: '河南省', en: 'Henan' },
  sdk: '^1.0.0',
  procedures: dated([{ from: FROM, county: YONGCHENG, value: IDENTIFICATION_YONGCHENG, source: STEPS_YONGCHENG }]),
});
