import hunan from './hunan/index.js';
import national from './national/index.js';

/** 国家基线 · What every province inherits from, and what serves one without a module. @article 5.1 */
export const BASELINE = national;

/** 省级模块清单 · Every module in the tree, by name, in the order of their codes. @article 5.1 */
export const PROVINCES = [hunan] as const;
