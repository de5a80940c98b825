import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { MonitoringBand } from '../../domain/province/monitoring-band.js';
import type { RiskGroup } from '../../domain/risk/risk-type.js';

/** 统计依据 · What the columns of a source stand on beside the register: the day, and what provinces say. */
export interface StatBasis {
  readonly today: CalendarDate;
  /** The past day that is asked about; null for now. */
  readonly asOf: CalendarDate | null;
  /** Bands in force on the day whose rules are followed, each list with the counties that have it; empty where no band is asked for. */
  readonly bands: readonly { readonly counties: readonly string[]; readonly bands: readonly MonitoringBand[] }[];
  /** Codes of the risk types of each national group, in any province. */
  readonly riskGroups: ReadonlyMap<RiskGroup, readonly string[]>;
}
