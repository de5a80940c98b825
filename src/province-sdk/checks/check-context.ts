import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Reason } from '../../domain/kernel/verdict.js';
import type { ProvinceConfig } from '../../domain/province/province-config.js';
import type { ProvinceModule } from '../define-province.js';
import { type Fault, writePath } from '../fault.js';

/** 检查情形 · What a check looks at. @article none — technical */
export interface CheckContext {
  /** As written, elements of a wrong form included: read it through `soundParts`. */
  readonly module: ProvinceModule;
  readonly baseline: ProvinceConfig;
  /** The sound parts on the baseline. */
  readonly whole: ProvinceConfig;
}

/** 模块检查 · One check of a module: every fault that it finds. @article none — technical */
export type ModuleCheck = (context: CheckContext) => readonly Fault[];

/** 错误位置 · Where a fault stands. @article none — technical */
export interface FaultPlace {
  readonly module: ProvinceModule;
  readonly path: readonly PropertyKey[];
  readonly day: CalendarDate | null;
}

/** 由规则原因成错误 · A reason of a domain rule as a fault at its place. @article none — technical */
export function faultOf(reason: Reason, place: FaultPlace, expected: string, suggestion: string | null = null): Fault {
  return {
    code: reason.code,
    module: place.module.code,
    path: writePath(place.path),
    day: place.day,
    found: reason.message,
    expected,
    article: reason.article,
    suggestion,
  };
}
