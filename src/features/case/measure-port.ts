import type { MeasureDecided } from '../../domain/case/after-run.js';
import type { Transaction } from '../../platform/database/database.js';

/**
 * 措施接口 · What the end of a run does to measures; the support room, which owns them, fills it.
 *
 * @article 4.1
 */
export interface MeasurePort {
  setStatuses(tx: Transaction, county: string, changes: readonly MeasureDecided[]): Promise<void>;
}
