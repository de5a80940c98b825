import { source } from 'holdline/province-sdk';

// 示例:文件是虚构的,只用来说明写法。
export const LINES = source({
  id: 'shaanxi-lines',
  title: '示例:某省防止返贫监测范围(不是真实文件)',
  standing: 'document',
});

export const XINCHENG = source({
  id: 'shaanxi-xincheng',
  title: '示例:某县监测范围公告(不是真实文件)',
  standing: 'county-practice',
});

export const WORK_RULES = source({
  id: 'shaanxi-work-rules',
  title: '示例:某省防止返贫动态监测工作办法(不是真实文件)',
  issuedOn: '2023-02-20',
  standing: 'document',
});
