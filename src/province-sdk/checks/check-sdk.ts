import type { Fault } from '../fault.js';
import { isInRange, SDK_VERSION } from '../sdk-version.js';
import type { CheckContext } from './check-context.js';

/** 工具包版本检查 · The kit is of a version that the module was written for. @article none — technical */
export function checkSdk({ module }: CheckContext): readonly Fault[] {
  const { sdk } = module;
  if (typeof sdk !== 'string') return [];
  const fits = isInRange(SDK_VERSION, sdk);
  if (fits === true) return [];
  return [
    {
      code: fits === null ? 'shape' : 'sdk-range',
      module: module.code,
      path: 'sdk',
      day: null,
      found: sdk,
      expected: fits === null ? 'a range such as ^1.0.0' : `a range that holds ${SDK_VERSION}, the kit that is here`,
      article: '5.1',
      suggestion: fits === null ? null : `read how to upgrade, then write "^${SDK_VERSION}"`,
    },
  ];
}
