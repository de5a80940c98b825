import type { MeasureStatus } from '../../domain/support/support-measure.js';
import type { Transaction } from '../../platform/database/database.js';

/**
 * 措施接口 · What the end of a run does to measures; the support room, which owns them, fills it.
 *
 * @article 4.1
 */
export interface MeasurePort {
  setStatuses(
    tx: Transaction,
    county: string,
    changes: readonly { readonly id: string; readonly status: MeasureStatus }[],
  ): Promise<void>;
}
