import anhui from './anhui/index.js';
import fujian from './fujian/index.js';
import gansu from './gansu/index.js';
import hainan from './hainan/index.js';
import hebei from './hebei/index.js';
import henan from './henan/index.js';
import hunan from './hunan/index.js';
import jiangxi from './jiangxi/index.js';
import liaoning from './liaoning/index.js';
import national from './national/index.js';
import sichuan from './sichuan/index.js';
import yunnan from './yunnan/index.js';

/** 国家基线 · What every province inherits from, and what serves one without a module. @article 5.1 */
export const BASELINE = national;

/** 省级模块清单 · Every module in the tree, by name, in the order of their codes. @article 5.1 */
export const PROVINCES = [
  hebei,
  liaoning,
  anhui,
  fujian,
  jiangxi,
  henan,
  hunan,
  hainan,
  sichuan,
  yunnan,
  gansu,
] as const;
