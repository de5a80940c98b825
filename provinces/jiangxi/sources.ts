import { source } from '#province-sdk';

// A reprint of a page of Dayu county that says 全省; that the province is Jiangxi is inferred from the county.
export const LINE_2022 = source({
  id: 'jiangxi-line-2022',
  title: '“确定全省2022年度防止返贫监测范围为6900元”(新城镇防止动态监测和帮扶工作事项;省份由大余县推定)',
  standing: 'inferred',
});

export const WINDOW_DAYU = source({
  id: 'jiangxi-window-dayu',
  title:
    '江西省大余县:新识别户为识别月份上一个月倒退一年,已监测户为上年10月1日至当年9月30日;金额为全省2022年6900元(省份推定)',
  standing: 'county-practice',
});

export const WINDOW_DINGNAN = source({
  id: 'jiangxi-window-dingnan',
  title: '江西省定南县:申报前12个月内的收入;金额为全省2022年6900元(省份推定)',
  standing: 'county-practice',
});

export const LIMIT_YUANZHOU = source({
  id: 'jiangxi-limit-yuanzhou',
  title: '江西省宜春市袁州区农业农村局土岭村驻村工作队:“已按要求在10个工作日内完成了识别纳入程序”',
  standing: 'county-practice',
});
