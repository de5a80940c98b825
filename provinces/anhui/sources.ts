import { source } from '#province-sdk';

export const ONE_CODE_2022 = source({
  id: 'anhui-one-code-2022',
  title: '安徽省“一码申报”(2022-03-30):2个工作日内核实,20个工作日内办结,逾期橙色预警并由省级管理员跟进',
  issuedOn: '2022-03-30',
  standing: 'document',
});

// The province's limits with the steps of one county's page; the weaker of the two standings is the entry's.
export const STEPS_ZONGYANG = source({
  id: 'anhui-steps-zongyang',
  title: '监测对象识别标准和程序(安徽省枞阳县,2024-01-19):村内公示和数据比对并行;时限据“一码申报”(2022-03-30)',
  url: 'https://zongyang.gov.cn/openness/OpennessContent/show/941460.html',
  standing: 'county-practice',
});

export const ANNOUNCED_ZONGYANG = source({
  id: 'anhui-announced-zongyang',
  title: '监测对象识别标准和程序(安徽省枞阳县,2024-01-19):县级审定公告',
  issuedOn: '2024-01-19',
  url: 'https://zongyang.gov.cn/openness/OpennessContent/show/941460.html',
  standing: 'county-practice',
});

export const ELIMINATION_ZONGYANG = source({
  id: 'anhui-elimination-zongyang',
  title: '监测对象风险消除标准(安徽省枞阳县):入户核实、民主评议公示、审核确认公告、系统标注风险消除',
  url: 'https://zongyang.gov.cn/openness/OpennessContent/show/913795.html',
  standing: 'county-practice',
});

export const GUZHEN_2022 = source({
  id: 'anhui-guzhen-2022',
  title: '固镇县连城镇:扎实开展防止返贫监测集中排查:按照固镇县2022年监测范围7000元为标准',
  url: 'https://www.guzhen.gov.cn/gzdt/xzzc/81242887.html',
  standing: 'county-practice',
});
