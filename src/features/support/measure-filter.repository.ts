import { type SQL, sql } from 'drizzle-orm';
import { type RegionCode, subtreePrefix } from '../../domain/kernel/region-code.js';
import type { FundingSource, InstrumentFamily, InstrumentNature } from '../../domain/support/policy-instrument.js';
import type { MeasureStatus, MeasureTiming } from '../../domain/support/support-measure.js';
import {
  allOf,
  anyOf,
  compare,
  type Nested,
  nested,
  type Operators,
} from '../../platform/database/filter-condition.js';

/** 措施筛选 · What a caller asks of measures; all that is given must hold. */
export interface MeasureFilterValues extends Nested<MeasureFilterValues> {
  readonly region?: RegionCode | null;
  readonly family?: readonly InstrumentFamily[] | null;
  readonly instrument?: readonly string[] | null;
  readonly nature?: readonly InstrumentNature[] | null;
  readonly timing?: readonly MeasureTiming[] | null;
  readonly fundingSource?: readonly FundingSource[] | null;
  readonly status?: readonly MeasureStatus[] | null;
  readonly startsOn?: Operators | null;
}

/** 筛选条件 · Compiles a filter on measures, alias `t`. */
export function measureCondition(filter: MeasureFilterValues): SQL {
  return nested(filter, (one) =>
    allOf([
      one.region ? sql`t.region_code LIKE ${`${subtreePrefix(one.region)}%`}` : null,
      anyOf('t.family', one.family),
      anyOf('t.instrument', one.instrument),
      anyOf('t.nature', one.nature),
      anyOf('t.timing', one.timing),
      anyOf('t.funding_source', one.fundingSource),
      anyOf('t.status', one.status),
      compare('t.starts_on', 'date', one.startsOn),
    ]),
  );
}
