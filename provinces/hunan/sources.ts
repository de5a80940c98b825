import { source } from '#province-sdk';

// Read in a township's page that cites the province's text.
export const LINE_2023 = source({
  id: 'hunan-line-2023',
  title: '湖南省2023年收入监测范围:家庭人均纯收入7500元(镇防返贫工作方案,引湖南省委实施乡村振兴战略领导小组指导意见)',
  standing: 'document',
});

export const PINGJIANG_ELIMINATION = source({
  id: 'pingjiang-elimination',
  title: '监测对象风险消除(湖南省岳阳市平江县)',
  url: 'https://www.pingjiang.gov.cn/yyjc/jc_pjx/32/33/content_16000.html',
  standing: 'county-practice',
});
