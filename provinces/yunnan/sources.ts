import { source } from '#province-sdk';

export const LINE_2024 = source({
  id: 'yunnan-line-2024',
  title: '什么是动态识别防止返贫监测对象?(政策指引,引云巩固振兴组〔2021〕1号):2024年全省年人均纯收入8700元',
  standing: 'document',
});

// Read in a reprint of a page of Zhenkang county that cites the province's notice.
export const LINE_2025 = source({
  id: 'yunnan-line-2025',
  title: '省委农办关于确定全省2025年度防止返贫致贫监测范围的通知(云农办通〔2025〕1号),据凤尾镇2025年度通知转载:8700元',
  standing: 'document',
});

export const YUANMOU_2023 = source({
  id: 'yunnan-yuanmou-2023',
  title: '元谋县防止返贫监测对象识别条件:2023年年人均纯收入8050元',
  url: 'http://www.yncxym.gov.cn/info/3844/78406.htm',
  standing: 'county-practice',
});

export const IDENTIFICATION_WENSHAN = source({
  id: 'yunnan-identification-wenshan',
  title: '云南省文山市基层政务公开标准目录:农户申请、村民主评议公示、乡审核、市级确定公告,5个工作日内公开结果',
  url: 'https://ynwss.gov.cn/info/2884/127391.htm',
  standing: 'county-practice',
});

export const ELIMINATION_CHUXIONG = source({
  id: 'yunnan-elimination-chuxiong',
  title: '监测对象风险消除退出标准(云南省楚雄市中山镇,2024-12-30):乡村入户核实、民主评议和公示、县级审核批准和公告',
  issuedOn: '2024-12-30',
  url: 'http://www.cxs.gov.cn/info/egovinfo/1016/xxgkcontent/cxs046-/2024-1230004.htm',
  standing: 'county-practice',
});

export const ALERTS_ESHAN = source({
  id: 'yunnan-alerts-eshan',
  title: '云南省峨山县部门筛查预警:按月分析、双月调度',
  issuedOn: '2022-03-20',
  url: 'https://www.yxes.gov.cn/esxzfxxgk/fpgz/20220321/1406406.html',
  standing: 'county-practice',
});
