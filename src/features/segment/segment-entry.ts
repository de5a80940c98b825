import type { Role } from '../../domain/jurisdiction/role.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { SegmentWords } from '../../domain/segment/check-segment.js';

/** 定义分组 · What `defineSegment` is asked with; its filter comes beside it, as it is kept. */
export interface SegmentToDefine extends Omit<SegmentWords, 'nameEn' | 'definitionEn'> {
  readonly idempotencyKey?: string | null;
  readonly region: RegionCode;
  readonly key: string;
  readonly nameEn?: string | null;
  readonly definitionEn?: string | null;
  readonly roles: readonly Role[];
}

/** 修改分组 · What `changeSegment` is asked with; what is left out stays as it is. */
export interface SegmentToChange {
  readonly idempotencyKey?: string | null;
  readonly segmentId: string;
  readonly expectedVersion: number;
  readonly name?: string | null;
  readonly nameEn?: string | null;
  readonly definition?: string | null;
  readonly definitionEn?: string | null;
  readonly roles?: readonly Role[] | null;
}

/** 停用分组 · What `retireSegment` is asked with. */
export type SegmentToRetire = Pick<SegmentToChange, 'idempotencyKey' | 'segmentId' | 'expectedVersion'>;
