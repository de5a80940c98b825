import { COUNTY_DIGITS, type RegionCode } from '../../domain/kernel/region-code.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Database } from '../../platform/database/database.js';
import { regionScope } from '../../platform/database/scope.js';
import type { ExportAct } from '../../platform/table/export-act.js';
import { appendToOwnChain } from './own-chain.js';

/**
 * 导出留痕 · Writes that a list was taken out as a table into the audit chain of exports of the caller's county: who, which document by its
 * digest, in which format, how many rows, and how it ended. A list of one page is one event, `exportList`; a longer one is
 * `beginExport` before its first byte and `exportList` at its end, so that nobody escapes the trail by breaking off.
 *
 * What everybody may read without a token leaves nothing.
 *
 * @throws where it cannot be written: nothing more may be sent then
 * @article 5.3
 */
export async function recordExport(database: Database, caller: Caller, act: ExportAct): Promise<void> {
  const grant = caller.principal?.grants[0];
  if (grant === undefined) return;
  const { stage, operation, document, format, rows, outcome } = act;
  const code = grant.region.slice(0, COUNTY_DIGITS) as RegionCode;
  const record =
    stage === 'begun'
      ? { action: 'beginExport', change: { operation, document, format } }
      : { action: 'exportList', change: { operation, document, format, rows, outcome } };
  await database.write(regionScope([code]), (tx) =>
    appendToOwnChain(tx, caller, {
      kind: 'Exports',
      code,
      regionCode: grant.region,
      record: { ...record, occurredOn: caller.today, role: grant.role },
    }),
  );
}
